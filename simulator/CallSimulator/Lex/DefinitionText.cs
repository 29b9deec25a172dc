using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>The text of a definition.</summary>
static class DefinitionText
{
    /// <summary>Reads it as JSON.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="place">What it is called in an error.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, string place)
    {
        try
        {
            return JsonText.Parse(json);
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{place}: {malformed.Message}.", malformed);
        }
    }
}
