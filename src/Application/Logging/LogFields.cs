using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>The fields of one line of the log. Every text goes through <see cref="LogText.Masked"/> here, so that no field can
/// forget it.</summary>
public readonly ref struct LogFields
{
    readonly Utf8JsonWriter json;

    internal LogFields(Utf8JsonWriter json) => this.json = json;

    /// <summary>Adds a text, masked.</summary>
    public void WriteString(string name, string value) => json.WriteString(name, LogText.Masked(value));

    /// <summary>Adds a count.</summary>
    public void WriteNumber(string name, int value) => json.WriteNumber(name, value);
}
