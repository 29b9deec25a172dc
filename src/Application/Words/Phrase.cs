using System.Collections.Immutable;

namespace OrderHotline.Application;

/// <summary>One thing that the line can say, as its code knows it. The words are in the word file of each language.</summary>
/// <param name="path">Where it stands in a word file: <c>order.rescheduled</c>.</param>
/// <param name="placeholders">What is put into it, by name: <c>day</c> for <c>{day}</c>. Its words must hold each of them.</param>
public sealed class Phrase(string path, params ReadOnlySpan<string> placeholders)
{
    /// <summary>Where it stands in a word file.</summary>
    public string Path { get; } = path;

    /// <summary>What is put into it, in the order in which <see cref="PhraseBook.Say"/> takes the values.</summary>
    public ImmutableArray<string> Placeholders { get; } = [.. placeholders];

    /// <summary>Whether its words need only some of the placeholders: a date can be written in many ways.</summary>
    public bool TakesItsPick { get; init; }

    /// <summary>Whether its words may leave the placeholders out: what is put in is there for whoever wants to say it.</summary>
    public bool CanDoWithout { get; init; }

    /// <summary>How many words it has, one for each month, say; 0 for a single phrase.</summary>
    public int Count { get; init; }

    /// <summary>How it reaches the customer.</summary>
    public PhraseUse Use { get; init; }
}

/// <summary>How a phrase reaches the customer, and so what may stand in it.</summary>
public enum PhraseUse
{
    /// <summary>A voice says it, maybe inside SSML: on one line, without markup or what Connect takes for a reference.</summary>
    Spoken,

    /// <summary>It joins two others, and may be empty or a space.</summary>
    Joint,

    /// <summary>It is read, on as many lines as it has.</summary>
    Written,

    /// <summary>It is heard and never said: words that mean the same, with commas between.</summary>
    Heard,
}
