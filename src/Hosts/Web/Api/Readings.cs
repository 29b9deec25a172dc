using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>A day that is asked about.</summary>
/// <param name="Said">In the customer's own words: "next Friday", "二日後". They are read in the language of the request.</param>
/// <param name="Date">Or as a calendar gives it.</param>
sealed record DayAsked(string? Said = null, DateOnly? Date = null)
{
    /// <summary>How many characters are read: as many as an order's history keeps whole, by which a retry is known.</summary>
    public const int LongestSaid = Change.MaxHeardLength - 1;

    /// <summary>The calendar's day as the line reads it; null where there are words.</summary>
    [JsonIgnore]
    public string? Slot => Date is { } date ? LocalDatePattern.Iso.Format(LocalDate.FromDateOnly(date)) : null;

    /// <exception cref="RefusedException">Not one of the two is there, or the words are too many.</exception>
    public DayAsked Checked() =>
        Said is null == Date is null ? throw new RefusedException(Refusal.InvalidRequest, "Send either said, the customer's words for the day, or date, such as 2026-12-04.")
        : Said is { Length: > LongestSaid } ? throw new RefusedException(Refusal.InvalidRequest, $"said is too long: {LongestSaid} characters are read.")
        : this;
}

/// <summary>What is made of a wish for a day. Nothing was changed.</summary>
/// <param name="Verdict">Whether it can be had.</param>
/// <param name="Message">The question to ask the customer next, in the language of the answer: the day read back, or which of some days.</param>
/// <param name="Day">The one day that was meant and can be had; null for any other verdict.</param>
/// <param name="Why">Why the day that was meant cannot be had.</param>
/// <param name="Days">The days to choose from instead; none where there is one day.</param>
sealed record DayReading(DayReadingVerdict Verdict, string Message, DateOnly? Day, DayVerdict? Why, IReadOnlyList<DateOnly> Days)
{
    public static DayReading From(ConsiderDateOutcome outcome, LocalDate? shipsOn, PhraseBook book)
    {
        var message = new OutcomeWords(book).For(outcome, shipsOn);
        return outcome switch
        {
            ConsiderDateOutcome.Possible(_, var day) => new(DayReadingVerdict.Possible, message, day.ToDateOnly(), Why: null, []),
            ConsiderDateOutcome.WhichDay(_, var days) => new(DayReadingVerdict.WhichDay, message, Day: null, Why: null, All(days)),
            ConsiderDateOutcome.NotPossible(_, var why, var nearest) => new(DayReadingVerdict.NotPossible, message, Day: null, why, All(nearest)),
            ConsiderDateOutcome.NotUnderstood(var days) => new(DayReadingVerdict.NotUnderstood, message, Day: null, Why: null, All(days)),
            ConsiderDateOutcome.InvalidRequest(var problems) => throw new InvalidOperationException(string.Join(' ', problems)),
            _ => throw new NotSupportedException($"No reading for {outcome.GetType().Name}."),
        };
    }

    static IReadOnlyList<DateOnly> All(ShippingDays days) => [.. days.Select(day => day.ToDateOnly())];
}

/// <summary>Whether a day that was wished for can be had.</summary>
enum DayReadingVerdict
{
    /// <summary>One day was meant, and it can be had: read it back.</summary>
    Possible,

    /// <summary>More than one was meant: ask which.</summary>
    WhichDay,

    /// <summary>One was meant, and it cannot be had.</summary>
    NotPossible,

    /// <summary>What was said names no day.</summary>
    NotUnderstood,
}

/// <summary>What the shop makes of words for a day, before anything is changed. "Two days later" counts from the day that the customer's latest
/// order has.</summary>
static class Readings
{
    public static void MapReadings(this RouteGroupBuilder order) => order.MapPost("date-readings", Handle)
        .WithName("readDate")
        .WithSummary("What the shop makes of words for a day; changes nothing")
        .Produces<DayReading>()
        .Produces<Problem>(StatusCodes.Status400BadRequest, Problem.MediaType);

    /// <summary>Asks for it.</summary>
    public static async Task<DayReading> Ask(
        DayAsked asked, Customer customer, PhraseBook book, ICallLine line, IDateLine dates, CancellationToken cancellation)
    {
        var shipsOn = await LookUp.Ask(line, customer, cancellation) is LookUpOutcome.OrderFound(var order, _) ? order.ShippingDate : default(LocalDate?);
        return DayReading.From(await dates.Send(new ConsiderDate(asked.Said, asked.Slot, book.Language, shipsOn), cancellation), shipsOn, book);
    }

    static async Task<IResult> Handle(
        HttpContext http, Customer customer, DayAsked body, ICallLine line, IDateLine dates, LineWords words, CancellationToken cancellation)
    {
        var reading = await Ask(body.Checked(), customer, words.In(customer.Language), line, dates, cancellation);
        RequestRecord.Of(http).Outcome = $"{reading.Verdict}";
        http.Response.Headers.ContentLanguage = customer.Language.ToString();
        return TypedResults.Ok(reading);
    }
}
