using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What a function answered, as a flow can use it.</summary>
abstract record FunctionReply
{
    const int MostBytes = 32 * 1024;

    FunctionReply()
    {
    }

    /// <summary>The values that the flow can refer to.</summary>
    public sealed record Usable(TextMap Texts) : FunctionReply;

    /// <summary>The flow takes its error branch.</summary>
    public sealed record Unusable(string Reason) : FunctionReply;

    /// <summary>Reads an answer.</summary>
    /// <param name="json">The answer as it came.</param>
    /// <param name="mayBeNested">Whether it may be any object, or only a flat one of texts.</param>
    public static FunctionReply Read(ReadOnlyMemory<byte> json, bool mayBeNested)
    {
        if (json.Length > MostBytes)
        {
            return new Unusable($"it has {json.Length} bytes, and Connect takes {MostBytes} at most.");
        }

        try
        {
            using var document = JsonText.Parse(json, namesMayRepeat: true);
            var answer = document.RootElement;
            if (answer.ValueKind != JsonValueKind.Object)
            {
                return new Unusable("it is no JSON object.");
            }

            if (!mayBeNested)
            {
                foreach (var property in answer.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.String)
                    {
                        return new Unusable($"\"{property.Name}\" is no text, and a STRING_MAP has only texts.");
                    }
                }
            }

            return new Usable(TextMap.From(NestedTexts.Read("", answer, static text => text)));
        }
        catch (JsonException malformed)
        {
            return new Unusable($"{malformed.Message}.");
        }
    }
}
