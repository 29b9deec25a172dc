using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>The customer's latest order.</summary>
static class LookUp
{
    // Nothing is proved over HTTP, so there is no contact under which a proof would be found.
    static readonly ContactId NoProofs = ContactId.TryParse("web", out var contact) ? contact : default;

    public static void MapLookUp(this RouteGroupBuilder order) => order.MapGet("", Handle)
        .WithName("lookUpOrder")
        .WithSummary("The customer's latest order")
        .Produces<OrderAnswer>()
        .Produces<Problem>(StatusCodes.Status403Forbidden, Problem.MediaType)
        .Produces<Problem>(StatusCodes.Status404NotFound, Problem.MediaType);

    /// <summary>Asks for it.</summary>
    public static Task<LookUpOutcome> Ask(ICallLine line, Customer customer, CancellationToken cancellation) =>
        line.Send(new LookUpOrder(customer.Caller, NoProofs, customer.Channel), cancellation);

    static async Task<IResult> Handle(Customer customer, ICallLine line, LineWords words, CancellationToken cancellation) => OrderResult.For(
        await Ask(line, customer, cancellation), words.In(customer.Language));
}
