namespace OrderHotline.Bench.Race;

/// <summary>How often what was asked of the backend. One request at a time, so nothing is locked.</summary>
sealed class Requests
{
    readonly int[] counts = new int[Enum.GetValues<Kind>().Length];

    /// <summary>What a contender may ask for.</summary>
    public enum Kind
    {
        Query,
        GetItem,
        UpdateItem,
        Publish,
    }

    /// <summary>The sum of all bodies.</summary>
    public long Bytes { get; set; }

    public void Add(Kind kind) => counts[(int)kind]++;

    public void Forget()
    {
        counts.AsSpan().Clear();
        Bytes = 0;
    }

    /// <summary>The same requests for every call, such as <c>GetItem + UpdateItem</c>.</summary>
    /// <exception cref="RaceException">The calls did not all make the same requests: one of them was a retry, or no change.</exception>
    public string PerCall(int calls) => Array.TrueForAll(counts, count => count % calls == 0)
        ? string.Join(" + ", Enum.GetValues<Kind>().Where(kind => counts[(int)kind] > 0).Select(kind =>
            counts[(int)kind] == calls ? kind.ToString() : $"{counts[(int)kind] / calls} {kind}"))
        : throw new RaceException(
            $"{calls} calls made {string.Join(", ", Enum.GetValues<Kind>().Select(kind => $"{counts[(int)kind]} {kind}"))}: "
            + "not the same each.");
}
