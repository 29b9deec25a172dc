using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Domain;

/// <summary>
/// What a person said about a day, and no more than they said: "next week" is a <see cref="Range"/>, never one of its days, and a day
/// beside a word that is not known is <see cref="Unsure"/>, never a <see cref="Day"/>.
/// <see cref="object.ToString"/> gives the notation of the call contract, <c>Day 2026-12-02</c>.
/// </summary>
public abstract record SpokenDate
{
    SpokenDate()
    {
    }

    /// <summary>One day in particular; every word that was said is accounted for.</summary>
    public sealed record Day(LocalDate Date) : SpokenDate
    {
        /// <inheritdoc/>
        public override string ToString() => $"Day {LocalDatePattern.Iso.Format(Date)}";
    }

    /// <summary>So many days after the day the order has, or before it when negative; every word that was said is accounted for.
    /// </summary>
    public sealed record Shift : SpokenDate
    {
        /// <summary>The farthest that a day is moved, in days: ten years.</summary>
        public const int MaxDays = 3_660;

        /// <inheritdoc cref="Shift"/>
        /// <exception cref="ArgumentOutOfRangeException">It moves nothing, or too far.</exception>
        public Shift(int days) => Days = days is not 0 and >= -MaxDays and <= MaxDays
            ? days
            : throw new ArgumentOutOfRangeException(nameof(days), days, $"A shift is 1 to {MaxDays} days, either way.");

        /// <summary>How many days later, or earlier when negative.</summary>
        public int Days { get; }

        /// <summary>How many days.</summary>
        public void Deconstruct(out int days) => days = Days;

        /// <summary>The day that it comes to. At either end of the calendar that is its last day: an order with a day that stands for
        /// "never" is moved to one as far.</summary>
        public LocalDate CountedFrom(LocalDate day) =>
            Days > 0 && Period.DaysBetween(day, LocalDate.MaxIsoValue) < Days ? LocalDate.MaxIsoValue
            : Days < 0 && Period.DaysBetween(LocalDate.MinIsoValue, day) < -Days ? LocalDate.MinIsoValue
            : day.PlusDays(Days);

        /// <inheritdoc/>
        public override string ToString() => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"Shift {(Days < 0 ? '-' : '+')}{Math.Abs(Days)}");
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

    /// <summary>Something was named, beside words that may change it. It may be proposed, never taken.</summary>
    public sealed record Unsure : SpokenDate
    {
        /// <inheritdoc cref="Unsure"/>
        /// <param name="meant">What was named.</param>
        /// <param name="words">The words for which it is not sure.</param>
        /// <exception cref="ArgumentException">It is unsure already, or names nothing.</exception>
        public Unsure(SpokenDate meant, ImmutableArray<string> words)
        {
            Meant = meant is Unsure or NotADate
                ? throw new ArgumentException($"{meant} cannot be unsure.", nameof(meant))
                : meant;
            Words = words.IsDefault ? [] : words;
        }

        /// <summary>What was named, and the words for which it is not sure.</summary>
        public void Deconstruct(out SpokenDate meant, out ImmutableArray<string> words) => (meant, words) = (Meant, Words);

        /// <summary>What was named: a Day, a Shift, a Range, OneOf or the Earliest.</summary>
        public SpokenDate Meant { get; }

        /// <summary>The words for which it is not sure, as they were read: in small letters, kana as hiragana.</summary>
        public ImmutableArray<string> Words { get; }

        /// <inheritdoc/>
        public bool Equals(Unsure? other) => other is not null && Meant == other.Meant && Words.SequenceEqual(other.Words);

        /// <inheritdoc/>
        public override int GetHashCode() => Words.Aggregate(Meant.GetHashCode(), HashCode.Combine);

        /// <inheritdoc/>
        public override string ToString() => $"Unsure {Meant}";
    }
}
