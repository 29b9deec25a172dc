using System.Collections.Immutable;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Names and their texts. Two are equal when they say the same; the maps of the platform are equal only to themselves.</summary>
sealed class TextMap : IEquatable<TextMap>
{
    /// <summary>Nothing is named.</summary>
    public static readonly TextMap Empty = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    TextMap(ImmutableSortedDictionary<string, string> entries) => Entries = entries;

    public ImmutableSortedDictionary<string, string> Entries { get; }

    /// <summary>The text of a name; null without one.</summary>
    public string? this[string name] => Entries.GetValueOrDefault(name);

    public static TextMap From(IEnumerable<KeyValuePair<string, string>> entries) => Empty.With(entries);

    public TextMap With(string name, string text) => new(Entries.SetItem(name, text));

    public TextMap With(IEnumerable<KeyValuePair<string, string>> entries) => new(Entries.SetItems(entries));

    public TextMap Without(string name) => new(Entries.Remove(name));

    public bool Equals(TextMap? other) =>
        other is not null && (ReferenceEquals(Entries, other.Entries) || Entries.SequenceEqual(other.Entries));

    public override bool Equals(object? obj) => Equals(obj as TextMap);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, text) in Entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
