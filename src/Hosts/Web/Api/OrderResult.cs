using System.Diagnostics;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The one map from what happened to what a client reads. Who ordered what is told by a look-up alone, which knows what the customer
/// has proved for that.</summary>
sealed class OrderResult : IResult
{
    readonly Outcome outcome;
    readonly Language language;
    readonly IResult body;
    readonly Order? order;

    OrderResult(Outcome outcome, Language language, IResult body, Order? order) =>
        (this.outcome, this.language, this.body, this.order) = (outcome, language, body, order);

    public static OrderResult For(LookUpOutcome answer, PhraseBook book)
    {
        var words = new OutcomeWords(book);
        return answer switch
        {
            LookUpOutcome.OrderFound(var order, var offer) => Told(answer.Name(), words.Status(order, offer), order, offer, book.Language),
            LookUpOutcome.VerificationNeeded(var way) => Refused(answer.Name(), words.For(answer), book.Language, way),
            _ => Refused(answer.Name(), words.For(answer), book.Language),
        };
    }

    public static OrderResult For(CancelOutcome answer, PhraseBook book)
    {
        var message = new OutcomeWords(book).For(answer);
        return answer switch
        {
            CancelOutcome.Decided(_, var order, var offer) => Told(answer.Name(), message, order.WithoutNameAndItem(), offer, book.Language),
            CancelOutcome.VerificationNeeded(var way) => Refused(answer.Name(), message, book.Language, way),
            _ => Refused(answer.Name(), message, book.Language),
        };
    }

    public static OrderResult For(RescheduleOutcome answer, PhraseBook book)
    {
        var message = new OutcomeWords(book).For(answer);
        return answer switch
        {
            RescheduleOutcome.Decided(_, var order, var offer) => Told(answer.Name(), message, order.WithoutNameAndItem(), offer, book.Language),
            RescheduleOutcome.VerificationNeeded(var way) => Refused(answer.Name(), message, book.Language, way),
            _ => Refused(answer.Name(), message, book.Language),
        };
    }

    /// <summary>A refusal that tells of no order.</summary>
    public static OrderResult Refused(Outcome outcome, string message, Language language, WayToVerify? way = null) => new(
        outcome, language, Problem.Named($"{outcome}", StatusOf(outcome), message, problem => problem with { Verification = way }), order: null);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        RequestRecord.Of(httpContext).Outcome = $"{outcome}";
        httpContext.Response.Headers.ContentLanguage = language.ToString();
        if (order is not null)
        {
            httpContext.Response.Headers.ETag = OrderTag.Of(order).ToString();
        }

        return body.ExecuteAsync(httpContext);
    }

    static OrderResult Told(Outcome outcome, string message, Order order, Offer offer, Language language)
    {
        var seen = OrderSeen.From(order, offer);
        var status = StatusOf(outcome);
        return new(
            outcome,
            language,
            status == StatusCodes.Status200OK
                ? TypedResults.Json(new OrderAnswer(outcome, message, seen))
                : Problem.Named($"{outcome}", status, message, problem => problem with { Order = seen }),
            order);
    }

    static int StatusOf(Outcome outcome) => OutcomeStatus.Of(outcome) ?? throw new UnreachableException($"Nothing here comes to {outcome}.");
}
