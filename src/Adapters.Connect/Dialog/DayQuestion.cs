using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>Hears a day, as one of shipping or of delivery.</summary>
/// <param name="line">What is known about days.</param>
/// <param name="deliveryDays">How many days after shipping an order is delivered; null where the shop does not say.</param>
sealed class DayQuestion(IDateLine line, int? deliveryDays)
{
    /// <summary>Which day was named, if one was.</summary>
    public async Task<HeardDay> Hear(DialogTurn turn, CancellationToken cancellation)
    {
        // A single key answers a question that is not for a day.
        var isAKey = turn.Keyed.Length == 1 && turn.State is not DialogState.Date;
        var heard = isAKey
            ? await Consider(turn, said: null, slot: null, cancellation).ConfigureAwait(false)
            : await Consider(turn, YesOrNo.AfterTheNo(turn.Said, turn.Words), turn.NewDate, cancellation).ConfigureAwait(false);
        return YesOrNo.Mentions(turn.Said, LinePhrases.Delivery, turn.Words)
            ? await AsDelivery(heard, turn, cancellation).ConfigureAwait(false)
            : new(heard);
    }

    /// <summary>What the shop makes of a day now.</summary>
    public async Task<HeardDay> Judge(LocalDate day, DialogTurn turn, CancellationToken cancellation) =>
        new(await Consider(turn, said: null, LocalDatePattern.Iso.Format(day), cancellation).ConfigureAwait(false));

    // An order is sent so many days before it is there. Which day it is there, a shop that does not say how long it takes cannot promise.
    async Task<HeardDay> AsDelivery(ConsiderDateOutcome heard, DialogTurn turn, CancellationToken cancellation)
    {
        var meant = Meant(heard);
        if (deliveryDays is not { } days || meant is SpokenDate.NotADate)
        {
            return new(heard, meant is SpokenDate.NotADate ? "" : turn.Words.Say(LinePhrases.ShippingDayOnly));
        }

        if (meant is not SpokenDate.Day(var named))
        {
            return new(await Consider(turn, said: null, slot: null, cancellation).ConfigureAwait(false) is ConsiderDateOutcome.NotUnderstood(var all)
                ? new ConsiderDateOutcome.WhichDay(meant, all.AmongThoseMeantBy(Sent(meant, days)))
                : heard);
        }

        var sent = await Judge(Sent(named, days), turn, cancellation).ConfigureAwait(false);
        return sent.Outcome is ConsiderDateOutcome.Possible
            ? sent with
            {
                Lead = turn.Words.Say(LinePhrases.DeliveredOn, new DateWords(turn.Words).Day(named)),
            }
            : sent;
    }

    static SpokenDate Sent(SpokenDate delivered, int days) => delivered switch
    {
        SpokenDate.Range(var from, var to) => new SpokenDate.Range(Sent(from, days), Sent(to, days)),
        SpokenDate.OneOf(var some) => new SpokenDate.OneOf([.. some.Select(day => Sent(day, days))]),
        _ => delivered,
    };

    static LocalDate Sent(LocalDate delivered, int days) =>
        Period.DaysBetween(LocalDate.MinIsoValue, delivered) < days ? LocalDate.MinIsoValue : delivered.PlusDays(-days);

    // The days that were named; none where there were none, and where they count from another: the soonest, two days later.
    static SpokenDate Meant(ConsiderDateOutcome heard)
    {
        var reading = heard switch
        {
            ConsiderDateOutcome.Possible(var some, _) => some,
            ConsiderDateOutcome.NotPossible(var some, _, _) => some,
            ConsiderDateOutcome.WhichDay(var some, _) => some,
            _ => new SpokenDate.NotADate(),
        };
        return reading switch
        {
            SpokenDate.Unsure(SpokenDate.Day or SpokenDate.Range or SpokenDate.OneOf, _) unsure => unsure.Meant,
            SpokenDate.Day or SpokenDate.Range or SpokenDate.OneOf => reading,
            _ => new SpokenDate.NotADate(),
        };
    }

    Task<ConsiderDateOutcome> Consider(DialogTurn turn, string? said, string? slot, CancellationToken cancellation) =>
        line.Send(new ConsiderDate(said, slot, turn.Language, turn.Order.ShipsOn), cancellation);
}

/// <summary>What was heard of a day.</summary>
/// <param name="Outcome">What the shop makes of it.</param>
/// <param name="Lead">What is said of it first.</param>
sealed record HeardDay(ConsiderDateOutcome Outcome, string Lead = "")
{
    /// <summary>Whether there was one, or more.</summary>
    public bool NamesADay => Outcome is not ConsiderDateOutcome.NotUnderstood;

    /// <summary>Every day that can be had, where none was named.</summary>
    public ShippingDays Days => Outcome is ConsiderDateOutcome.NotUnderstood(var days) ? days : ShippingDays.None;

    /// <summary>Whether no day was named, or this one.</summary>
    public bool IsNothingBut(LocalDate day) => Outcome switch
    {
        ConsiderDateOutcome.NotUnderstood => true,
        ConsiderDateOutcome.Possible(_, var named) => named == day,
        _ => false,
    };
}
