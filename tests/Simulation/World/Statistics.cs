using System.Collections.Immutable;

namespace OrderHotline.Simulation;

/// <summary>What happened, counted by the words for it.</summary>
sealed class Statistics
{
    readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public long this[string what] => counts.GetValueOrDefault(what);

    public IEnumerable<KeyValuePair<string, long>> All => counts;

    public void Count(string what, long more = 1) => counts[what] = this[what] + more;

    public void Add(Statistics others)
    {
        foreach (var (what, count) in others.counts)
        {
            Count(what, count);
        }
    }

    /// <summary>The figures whose words begin with those, without them: <c>kill</c> gives what was killed.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Of(string kind) =>
    [
        .. counts
            .Where(count => count.Key.StartsWith($"{kind}: ", StringComparison.Ordinal))
            .Select(count => KeyValuePair.Create(count.Key[(kind.Length + 2)..], count.Value)),
    ];
}
