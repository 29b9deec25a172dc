using System.Text.Json;

namespace OrderHotline.Application;

/// <summary>The fields of one line of the log. Every text goes through <see cref="LogText.Masked"/> here, so that no field can
/// forget it.</summary>
public readonly ref struct LogFields
{
    const int LongestText = 8_192; // characters; a longer one says no more, and would be searched for numbers while a caller waits

    readonly Utf8JsonWriter json;
    readonly List<LogMeasure> measures;

    internal LogFields(Utf8JsonWriter json)
    {
        this.json = json;
        measures = [];
    }

    /// <summary>What was measured by the fields so far, in turn.</summary>
    public IReadOnlyList<LogMeasure> Measures => measures;

    /// <summary>Adds a text, masked; of a text of more than 8,192 characters the beginning.</summary>
    public void WriteString(string name, string value) => json.WriteString(
        name, value.Length <= LongestText ? LogText.Masked(value) : $"{LogText.Masked(value[..LongestText])}… ({value.Length} characters)");

    /// <summary>Adds a count.</summary>
    public void WriteNumber(string name, int value) => json.WriteNumber(name, value);

    /// <summary>Adds a number that is worth adding up, or watching, over many lines.</summary>
    public void WriteMeasure(string name, double value, MeasureUnit unit)
    {
        json.WriteNumber(name, value);
        measures.Add(new LogMeasure(name, unit));
    }

    /// <summary>Adds an object for whoever collects the log. Nothing in it is masked: it must hold the program's own words alone.</summary>
    /// <param name="name">The field.</param>
    /// <param name="write">Writes what stands between the braces.</param>
    public void WriteObject(string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(name);
        write(json);
        json.WriteEndObject();
    }
}
