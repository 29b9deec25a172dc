using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

public sealed class InvalidRequestTests
{
    public static TheoryData<string?> NoContactIds => [(string?)null, "", " ", "two words", "line\nbreak", new string('c', 129)];

    public static TheoryData<string> NoOrderIds => [" ", "$.External.orderId", "<1>", new string('1', 65)];

    [Theory]
    [MemberData(nameof(NoContactIds))]
    public async Task A_change_without_a_contact_cannot_be_told_from_its_retry_and_is_refused(string? contact)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Says("ContactId", Assert.IsType<CancelOutcome.InvalidRequest>(await shop.Cancel(contact: contact)).Problems);
        Says("ContactId", Assert.IsType<RescheduleOutcome.InvalidRequest>(await shop.Reschedule("2026-12-04", contact: contact)).Problems);
        Assert.Equal(0, shop.Only.Version);
    }

    [Theory]
    [MemberData(nameof(NoOrderIds))]
    public async Task What_is_no_order_id_is_refused_and_not_repeated(string orderId)
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        var problems = Assert.IsType<CancelOutcome.InvalidRequest>(await shop.Cancel(orderId)).Problems;

        Says("orderId", problems);
        Assert.All(problems, problem => Assert.True(orderId == " " || !problem.Contains(orderId, StringComparison.Ordinal)));
        Says("orderId", Assert.IsType<RescheduleOutcome.InvalidRequest>(await shop.Reschedule("2026-12-04", orderId: orderId)).Problems);
    }

    [Fact]
    public async Task A_wish_without_any_date_is_a_fault_of_the_flow()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Says("shippingDate", Assert.IsType<RescheduleOutcome.InvalidRequest>(await shop.Reschedule(null)).Problems);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var shop = new ShopLine();

        var wrong = new RescheduleOrder(null!, "<>", null, Channel.Voice, Language.English, null, null);
        var problems = Assert.IsType<RescheduleOutcome.InvalidRequest>(
            await shop.Line.Send(wrong, TestContext.Current.CancellationToken)).Problems;

        Assert.Equal(4, problems.Length);
        Assert.All<string>(["Caller", "orderId", "ContactId", "shippingDate"], word => Says(word, problems));
    }

    [Fact]
    public async Task A_request_that_does_not_say_who_is_calling_is_refused()
    {
        using var shop = new ShopLine();

        var outcome = await shop.Line.Send(new LookUpOrder(null!), TestContext.Current.CancellationToken);

        Says("Caller", Assert.IsType<LookUpOutcome.InvalidRequest>(outcome).Problems);
    }

    [Fact]
    public async Task Messages_are_delivered_order_by_order()
    {
        using var shop = new ShopLine();

        var outcome = await shop.Line.Send(new DeliverOutbox(null!, Delivery()), TestContext.Current.CancellationToken);

        Says("Order is missing", Assert.IsType<DeliveryOutcome.InvalidRequest>(outcome).Problems);
    }

    static void Says(string word, IEnumerable<string> problems) =>
        Assert.Contains(problems, problem => problem.Contains(word, StringComparison.Ordinal));
}
