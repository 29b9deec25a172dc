using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using OrderHotline.Domain;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Adapters.Aws;

/// <summary>Items the way the AWS command line writes them, <c>{"orderId": {"S": "100"}}</c>: one, or an array.</summary>
public static class DynamoDbJson
{
    /// <summary>The orders that the items stand for.</summary>
    /// <exception cref="InvalidDataException">The text is no JSON of that kind, or an item is no order; the message says which and
    /// why.</exception>
    public static IReadOnlyList<Order> ReadOrders(ReadOnlyMemory<byte> utf8) => [.. ReadItems(utf8).Select(StoredOrder.Read)];

    /// <summary>The items, attributes the line does not know included, each of which stands for an order.</summary>
    /// <inheritdoc cref="ReadOrders"/>
    public static IReadOnlyList<Item> ReadItems(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
            List<Item> items = json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(ReadItem)]
                : [ReadItem(json.RootElement)];
            items.ForEach(item => StoredOrder.Read(item));
            return items;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(
                "These are no items in DynamoDB's JSON: one object such as {\"orderId\": {\"S\": \"100\"}, …}, or an array of them. "
                + malformed.Message,
                malformed);
        }
    }

    static Item ReadItem(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().ToDictionary(property => property.Name, property => ReadValue(property.Name, property.Value))
        : throw new FormatException($"Found {element.ValueKind} where an item was expected.");

    static AttributeValue ReadValue(string attribute, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.EnumerateObject().ToList() is not [var typed])
        {
            throw new FormatException($"The value of {attribute} must be an object with its type, such as {{\"S\": \"text\"}}.");
        }

        return typed.Name switch
        {
            "S" => new AttributeValue { S = typed.Value.GetString() },
            "N" => new AttributeValue { N = typed.Value.GetString() },
            "BOOL" => new AttributeValue { BOOL = typed.Value.GetBoolean() },
            "NULL" => new AttributeValue { NULL = true },
            "M" => new AttributeValue { M = ReadItem(typed.Value) },
            "L" => new AttributeValue { L = [.. typed.Value.EnumerateArray().Select(entry => ReadValue(attribute, entry))] },
            "SS" => new AttributeValue { SS = [.. typed.Value.EnumerateArray().Select(entry => entry.GetString())] },
            "NS" => new AttributeValue { NS = [.. typed.Value.EnumerateArray().Select(entry => entry.GetString())] },
            "B" => new AttributeValue { B = new MemoryStream(typed.Value.GetBytesFromBase64()) },
            var type => throw new FormatException(
                $"The value of {attribute} has the type {type}; known are S, N, BOOL, NULL, M, L, SS, NS and B."),
        };
    }
}
