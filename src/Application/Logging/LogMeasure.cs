namespace OrderHotline.Application;

/// <summary>A field of a line whose number is worth adding up, or watching, over many lines.</summary>
/// <param name="Name">The field.</param>
/// <param name="Unit">What it counts.</param>
public sealed record LogMeasure(string Name, MeasureUnit Unit);

/// <summary>What a measure counts.</summary>
public enum MeasureUnit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Thousandths of a second.</summary>
    Milliseconds,
}
