using System.Collections;
using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Domain;

/// <summary>Days on which a parcel may ship, earliest first. May be none at all.</summary>
public sealed class ShippingDays : IReadOnlyList<LocalDate>
{
    readonly ImmutableArray<LocalDate> days;

    internal ShippingDays(ImmutableArray<LocalDate> days) => this.days = days;

    /// <summary>No day at all.</summary>
    public static ShippingDays None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => days.Length;

    /// <inheritdoc/>
    public LocalDate this[int index] => days[index];

    /// <inheritdoc/>
    public IEnumerator<LocalDate> GetEnumerator() => ((IEnumerable<LocalDate>)days).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The last of the days before a date and the first after it, as far as there are such.</summary>
    public ShippingDays NearestTo(LocalDate date)
    {
        var before = days.LastOrDefault(day => day < date);
        var after = days.FirstOrDefault(day => day > date);
        return new ShippingDays([.. new[] { before, after }.Where(day => days.Contains(day))]);
    }

    /// <summary>Those of the days that a vague or an unsure answer covers or, when it covers none of them, all of them.</summary>
    public ShippingDays AmongThoseMeantBy(SpokenDate vague)
    {
        var meant = (vague is SpokenDate.Unsure(var named, _) ? named : vague) switch
        {
            SpokenDate.Day(var day) => days.RemoveAll(other => other != day),
            SpokenDate.Range(var from, var to) => days.RemoveAll(day => day < from || day > to),
            SpokenDate.OneOf(var said) => days.RemoveAll(day => !said.Contains(day)),
            _ => days,
        };
        return meant.IsEmpty ? this : new ShippingDays(meant);
    }
}
