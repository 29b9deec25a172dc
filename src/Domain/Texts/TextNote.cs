namespace OrderHotline.Domain;

/// <summary>What is to be noted of an attempt at a text.</summary>
public abstract record TextNote
{
    TextNote()
    {
    }

    /// <summary>It is noted once <paramref name="Change"/> is stored.</summary>
    public sealed record ToStore(OrderChange Change) : TextNote;

    /// <summary>The order says so already, or has moved on so far that it no longer matters.</summary>
    public sealed record Outdated : TextNote;
}
