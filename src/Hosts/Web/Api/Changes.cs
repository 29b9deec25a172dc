using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The order to cancel.</summary>
/// <param name="OrderId">The order's id, as a look-up tells it.</param>
sealed record CancelBody(string OrderId);

/// <summary>The order to move, and where to.</summary>
/// <param name="OrderId">The order's id, as a look-up tells it.</param>
/// <param name="Said">The day in the customer's own words. A sure day is taken; a vague one is answered with the days that were meant.</param>
/// <param name="Date">Or as a calendar gives it.</param>
sealed record RescheduleBody(string OrderId, string? Said = null, DateOnly? Date = null);

/// <summary>Cancels an order, or moves its shipping date. Both take a key, by which a retry is known however late it comes, and a condition.</summary>
static class Changes
{
    public static void MapChanges(this RouteGroupBuilder order)
    {
        Described(order.MapPost("cancel", Cancel), "cancelOrder", "Cancels an order");
        Described(order.MapPost("reschedule", Reschedule), "rescheduleOrder", "Moves the shipping date of an order")
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.MediaType);
    }

    static RouteHandlerBuilder Described(RouteHandlerBuilder change, string name, string summary)
    {
        change.WithName(name).WithSummary(summary).Produces<OrderAnswer>();
        foreach (var status in new[]
        {
            StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
            StatusCodes.Status412PreconditionFailed,
        })
        {
            change.Produces<Problem>(status, Problem.MediaType);
        }

        return change;
    }

    static async Task<IResult> Cancel(
        HttpContext http,
        Customer customer,
        CancelBody body,
        [FromHeader(Name = WishKey.Header), Description(KeyIs)] string? key,
        [FromHeader(Name = "If-Match"), Description(ConditionIs)] string? ifMatch,
        ChangeLine line,
        RecentKeys keys,
        LineWords words,
        CancellationToken cancellation)
    {
        var wish = Wish(http, customer, keys, WishKey.ToCancel(body.OrderId));
        var answer = OrderId.TryParse(body.OrderId, out var id)
            ? await line.Cancel(customer, id, wish, ChangeCondition.Read(http.Request), cancellation)
            : new CancelOutcome.NoOrder();
        return OrderResult.For(answer, words.In(customer.Language));
    }

    static async Task<IResult> Reschedule(
        HttpContext http,
        Customer customer,
        RescheduleBody body,
        [FromHeader(Name = WishKey.Header), Description(KeyIs)] string? key,
        [FromHeader(Name = "If-Match"), Description(ConditionIs)] string? ifMatch,
        ChangeLine line,
        RecentKeys keys,
        LineWords words,
        CancellationToken cancellation)
    {
        var day = new DayAsked(body.Said, body.Date).Checked();
        var wish = Wish(http, customer, keys, WishKey.ToReschedule(body.OrderId, day));
        var answer = OrderId.TryParse(body.OrderId, out var id)
            ? await line.Reschedule(customer, id, day, wish, ChangeCondition.Read(http.Request), cancellation)
            : new RescheduleOutcome.NoOrder();
        return OrderResult.For(answer, words.In(customer.Language));
    }

    const string KeyIs = "Made anew for each wish, such as a UUID, and sent again with each retry of it. The same key with another wish is refused.";
    const string ConditionIs = "The ETag of the order as the customer saw it: nothing is changed where it is another by now. A retry of a wish that was granted is answered without it.";

    static WishKey Wish(HttpContext http, Customer customer, RecentKeys keys, string wish)
    {
        var key = WishKey.Read(http.Request, wish);
        RequestRecord.Of(http).Contact = key.Contact;
        if (customer.Caller is Caller.Identified(var number))
        {
            keys.Take(number, key);
        }

        return key;
    }
}
