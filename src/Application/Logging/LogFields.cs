using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>The fields of one line of the log. Every text goes through <see cref="LogText.Masked"/> here, so that no field can
/// forget it.</summary>
public readonly ref struct LogFields
{
    const int LongestText = 8_192; // characters; a longer one says no more, and would be searched for numbers while a caller waits

    readonly Utf8JsonWriter json;

    internal LogFields(Utf8JsonWriter json) => this.json = json;

    /// <summary>Adds a text, masked; of a text of more than 8,192 characters the beginning.</summary>
    public void WriteString(string name, string value) => json.WriteString(
        name, value.Length <= LongestText ? LogText.Masked(value) : $"{LogText.Masked(value[..LongestText])}… ({value.Length} characters)");

    /// <summary>Adds a count.</summary>
    public void WriteNumber(string name, int value) => json.WriteNumber(name, value);
}
