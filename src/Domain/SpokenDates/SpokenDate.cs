using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Domain;

/// <summary>
/// What a person said about a day, and no more than they said: "next week" is a <see cref="Range"/>, never one of its days.
/// <see cref="object.ToString"/> gives the notation of the call contract, <c>Day 2026-12-02</c>.
/// </summary>
public abstract record SpokenDate
{
    SpokenDate()
    {
    }

    /// <summary>One day in particular.</summary>
    public sealed record Day(LocalDate Date) : SpokenDate
    {
        /// <inheritdoc/>
        public override string ToString() => $"Day {LocalDatePattern.Iso.Format(Date)}";
    }

    /// <summary>Some day from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
    public sealed record Range(LocalDate From, LocalDate To) : SpokenDate
    {
        /// <inheritdoc/>
        public override string ToString() => $"Range {LocalDatePattern.Iso.Format(From)}..{LocalDatePattern.Iso.Format(To)}";
    }

    /// <summary>One of several days, in the order in which they were said.</summary>
    public sealed record OneOf(ImmutableArray<LocalDate> Days) : SpokenDate
    {
        /// <summary>The days; none for the default array.</summary>
        public ImmutableArray<LocalDate> Days { get; } = Days.IsDefault ? [] : Days;

        /// <inheritdoc/>
        public bool Equals(OneOf? other) => other is not null && Days.SequenceEqual(other.Days);

        /// <inheritdoc/>
        public override int GetHashCode() => Days.Aggregate(0, HashCode.Combine);

        /// <inheritdoc/>
        public override string ToString() => $"OneOf {string.Join(',', Days.Select(LocalDatePattern.Iso.Format))}";
    }

    /// <summary>The soonest day that can be had.</summary>
    public sealed record Earliest : SpokenDate
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Earliest);
    }

    /// <summary>Nothing that names a day.</summary>
    public sealed record NotADate : SpokenDate
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(NotADate);
    }
}
