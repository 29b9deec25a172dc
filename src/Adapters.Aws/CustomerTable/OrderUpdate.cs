using Amazon.DynamoDBv2.Model;
using OrderHotline.Domain;
using Attr = OrderHotline.Adapters.Aws.OrderAttributes;

namespace OrderHotline.Adapters.Aws;

/// <summary>A change as one conditional write of one item: state, history and messages, or nothing.</summary>
static class OrderUpdate
{
    public static UpdateItemRequest For(OrderChange change, string tableName)
    {
        var (before, after) = change;
        var request = new UpdateItemRequest
        {
            TableName = tableName,
            Key = StoredOrder.Key(before.Owner, before.Id),
            ExpressionAttributeNames = [],
            ExpressionAttributeValues = [],
        };
        request.ConditionExpression = Condition(before, request);

        var placed = Value(Attr.PlacedAt, StoredOrder.Time(after.PlacedAt));
        var set = new List<string> { $"{Name(Attr.PlacedAt)} = if_not_exists({Name(Attr.PlacedAt)}, {placed})" };
        var remove = new List<string>();
        Set(Attr.Version, StoredOrder.Number(StoredOrder.VersionOf(after)));
        Set(Attr.SchemaVersion, StoredOrder.Number(StoredOrder.CurrentSchema));
        Set(Attr.ShippingDate, StoredOrder.Date(after.ShippingDate));
        Set(Attr.IsCancel, StoredOrder.Flag(after));
        Set(Attr.History, StoredOrder.WriteHistory(after));

        var owes = !after.Outbox.Owed.IsEmpty;
        SetOrRemove(owes, Attr.Outbox, StoredOutbox.WriteOwed);
        SetOrRemove(owes, Attr.OutboxPartition, StoredOutbox.WritePartition);
        SetOrRemove(owes, Attr.DueAt, StoredOutbox.WriteDueAt);
        SetOrRemove(owes && after.Outbox.Delivery is not MessageDelivery.Untried, Attr.Delivery, StoredOutbox.WriteDelivery);
        SetOrRemove(!after.Outbox.Settled.IsEmpty, Attr.SettledMessages, StoredOutbox.WriteSettled);

        request.UpdateExpression =
            $"SET {string.Join(", ", set)}{(remove.Count > 0 ? $" REMOVE {string.Join(", ", remove)}" : "")}";
        return request;

        string Name(string attribute) => OrderUpdate.Name(attribute, request);

        string Value(string attribute, AttributeValue value) => OrderUpdate.Value(attribute, value, request);

        void Set(string attribute, AttributeValue value) => set.Add($"{Name(attribute)} = {Value(attribute, value)}");

        void SetOrRemove(bool isThere, string attribute, Func<Order, AttributeValue> value)
        {
            if (isThere)
            {
                Set(attribute, value(after));
            }
            else
            {
                remove.Add(Name(attribute));
            }
        }
    }

    // OrderChange.StillAppliesTo, as the table can be asked it. An order that was cancelled stays so whether or not it was shipped too.
    static string Condition(Order before, UpdateItemRequest request) =>
        string.Join(
            " AND ",
            [
                IsStillTheVersion(StoredOrder.VersionOf(before), request),
                $"{Name(Attr.ShippingDate, request)} = {Value("dateBefore", StoredOrder.Date(before.ShippingDate), request)}",
                $"{Name(Attr.IsCancel, request)} = {Value("cancelBefore", StoredOrder.Flag(before), request)}",
                .. before.State switch
                {
                    OrderState.Placed => [IsAbsent(Attr.ShippedAt, request)],
                    OrderState.Shipped => [$"NOT {IsAbsent(Attr.ShippedAt, request)}"],
                    _ => Array.Empty<string>(),
                },
            ]);

    // Every number that reads as this version: see StoredOrder.Number.
    static string IsStillTheVersion(int version, UpdateItemRequest request)
    {
        var name = Name(Attr.Version, request);
        return version switch
        {
            0 => $"({IsAbsent(Attr.Version, request)} OR {name} < {Below()})",
            StoredOrder.LastNumber => $"{name} >= {From()}",
            _ => $"{name} >= {From()} AND {name} < {Below()}",
        };

        string From() => Value("versionBefore", StoredOrder.Number(version), request);

        string Below() => Value("versionAfter", StoredOrder.Number(version + 1), request);
    }

    static string IsAbsent(string attribute, UpdateItemRequest request)
    {
        var name = Name(attribute, request);
        return $"(attribute_not_exists({name}) OR attribute_type({name}, {Value("absent", new AttributeValue("NULL"), request)}))";
    }

    // DynamoDB refuses a name or a value that no expression uses, so each is declared where it is used.
    static string Name(string attribute, UpdateItemRequest request)
    {
        request.ExpressionAttributeNames[$"#{attribute}"] = attribute;
        return $"#{attribute}";
    }

    static string Value(string name, AttributeValue value, UpdateItemRequest request)
    {
        request.ExpressionAttributeValues[$":{name}"] = value;
        return $":{name}";
    }
}
