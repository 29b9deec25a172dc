using System.Collections.Immutable;
using FluentValidation;
using MediatR;
using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>"Could it be next Wednesday?" Reads a wish for a day and says what the shipping policy makes of it. Changes nothing, and
/// looks at no order.
/// An unsure day is answered like a sure one: it is proposed either way.</summary>
/// <param name="Said">The caller's own words; null or blank when there are none.</param>
/// <param name="Slot">The value of the bot's date slot, which counts only when nothing was said.</param>
/// <param name="Language">The language that was spoken.</param>
/// <param name="ShipsOn">The day the order has, from which "two days later" counts; null when it is not known.</param>
public sealed record ConsiderDate(string? Said, string? Slot, Language Language, LocalDate? ShipsOn = null)
    : IDateRequest<ConsiderDateOutcome>;

sealed class ConsiderDateValidator : AbstractValidator<ConsiderDate>
{
    public ConsiderDateValidator() => RuleFor(request => request).MustBeInALanguage(request => request.Language);
}

sealed class ConsiderDateHandler(ShippingPolicy policy, IClock clock) : IRequestHandler<ConsiderDate, ConsiderDateOutcome>
{
    public Task<ConsiderDateOutcome> Handle(ConsiderDate request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var reading = SpokenDateReader.Read(request.Said, request.Slot, policy.Today(now), request.Language);
        var days = policy.PossibleDays(now);
        var meant = reading is SpokenDate.Unsure(var named, _) ? named : reading;
        return Task.FromResult<ConsiderDateOutcome>(meant switch
        {
            SpokenDate.NotADate => new ConsiderDateOutcome.NotUnderstood(days),
            SpokenDate.Day(var day) => Judged(day),
            SpokenDate.Shift shift when request.ShipsOn is { } from => Judged(shift.CountedFrom(from)),
            SpokenDate.Earliest when days is [var soonest, ..] => new ConsiderDateOutcome.Possible(reading, soonest),
            _ => new ConsiderDateOutcome.WhichDay(reading, days.AmongThoseMeantBy(reading)),
        });

        ConsiderDateOutcome Judged(LocalDate day) => policy.Judge(day, now) is var verdict && verdict == DayVerdict.Possible
            ? new ConsiderDateOutcome.Possible(reading, day)
            : new ConsiderDateOutcome.NotPossible(reading, verdict, days.NearestTo(day));
    }
}

/// <summary>The answer to <see cref="ConsiderDate"/>.</summary>
public abstract record ConsiderDateOutcome
{
    ConsiderDateOutcome()
    {
    }

    /// <summary>One day was meant, surely or not, or the soonest, and it can be had. Read it back before anything is changed.</summary>
    /// <param name="Reading">What was said.</param>
    /// <param name="Day">The day it comes to.</param>
    public sealed record Possible(SpokenDate Reading, LocalDate Day) : ConsiderDateOutcome;

    /// <summary>More than one day was meant, or none in particular: ask which.</summary>
    /// <param name="Reading">What was said.</param>
    /// <param name="Days">The days that were meant and can be had or, when none of those can, every day that can.</param>
    public sealed record WhichDay(SpokenDate Reading, ShippingDays Days) : ConsiderDateOutcome;

    /// <summary>One day was meant, and the shipping policy does not allow it.</summary>
    /// <param name="Reading">What was said.</param>
    /// <param name="Verdict">Why not; never <see cref="DayVerdict.Possible"/>.</param>
    /// <param name="Nearest">The nearest days either side that can be had: two, one, or none.</param>
    public sealed record NotPossible(SpokenDate Reading, DayVerdict Verdict, ShippingDays Nearest) : ConsiderDateOutcome;

    /// <summary>What was said names no date.</summary>
    /// <param name="Days">Every day that can be had.</param>
    public sealed record NotUnderstood(ShippingDays Days) : ConsiderDateOutcome;

    /// <summary>The request makes no sense; a sentence for each thing wrong.</summary>
    public sealed record InvalidRequest(ImmutableArray<string> Problems) : ConsiderDateOutcome;
}
