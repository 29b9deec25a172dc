using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Application.Tests.VerifyingShop;

namespace OrderHotline.Application.Tests;

public sealed class RequestingACodeTests
{
    static readonly Duration AfterTheRetries = PendingCode.RetryWindow;

    static async Task IsRequested(Task<RequestCodeOutcome> answer) => Assert.IsType<RequestCodeOutcome.Requested>(await answer);

    [Fact]
    public async Task A_code_goes_to_the_number_on_the_order_and_says_whose_it_is_and_what_for()
    {
        var shop = new VerifyingShop();

        await IsRequested(shop.RequestCode());

        var message = Assert.Single(shop.Service.Recorded.Sent);
        Assert.Equal(SampleOrder.Customer, message.To);
        Assert.StartsWith("Tokei Kobo: ", message.Body, StringComparison.Ordinal);
        Assert.Contains($"to CANCEL order {Number}", message.Body, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{6}$", shop.LatestCode);
    }

    [Fact]
    public async Task A_code_is_stored_nowhere()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        var stored = Assert.Single(shop.Proofs.All());

        Assert.DoesNotContain(shop.LatestCode, $"{stored} {string.Join(' ', stored.Contacts)}", StringComparison.Ordinal);
        Assert.Equal(CodeSending.Sent, stored.Contacts[0].Pending?.Sending);
    }

    [Fact]
    public async Task The_same_event_again_sends_no_second_code()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        await IsRequested(shop.RequestCode());

        Assert.Single(shop.Service.Recorded.Sent);
    }

    [Fact]
    public async Task An_outage_of_the_service_is_no_answer_and_the_retry_sends_the_same_code()
    {
        var shop = new VerifyingShop();
        shop.Service.LosesAnswers = true;
        await Assert.ThrowsAsync<TimeoutException>(() => shop.RequestCode());
        var first = shop.LatestCode;

        shop.Service.LosesAnswers = false;
        await IsRequested(shop.RequestCode());

        Assert.Equal(2, shop.Service.Recorded.Sent.Length);
        Assert.Equal(first, shop.LatestCode);
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(first));
    }

    [Fact]
    public async Task A_fault_that_repeats_the_message_does_not_carry_the_code_into_the_log()
    {
        var shop = new VerifyingShop();
        shop.Service.RepeatsMessagesInFaults = true;

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RequestCode());

        Assert.Contains(nameof(HttpRequestException), fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(shop.LatestCode, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_service_did_not_take_is_no_answer_and_sent_by_the_retry()
    {
        var shop = new VerifyingShop();
        shop.Service.Answers = new MessageReceipt.NotTaken("Throttled", $"{SampleOrder.Customer.ToE164()} is throttled");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RequestCode());
        Assert.Contains("Throttled", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleOrder.Customer.ToE164(), fault.ToString(), StringComparison.Ordinal);

        shop.Service.Answers = null;
        await IsRequested(shop.RequestCode());

        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));
    }

    [Fact]
    public async Task To_a_number_that_has_opted_out_the_same_is_said_and_its_code_is_worth_nothing()
    {
        var shop = new VerifyingShop();
        shop.Service.Recorded.OptOut(SampleOrder.Customer);

        await IsRequested(shop.RequestCode());

        Assert.Empty(shop.Service.Recorded.Sent);
        var stored = Assert.Single(shop.Proofs.All());
        Assert.Equal(CodeSending.Decoy, stored.Contacts[0].Pending?.Sending);
        var code = OneTimeCode.Derive(Key("k1"), stored.Subject, stored.Contacts[0].Pending!).ToDigits();
        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(code));
    }

    public static TheoryData<string> NoCodes => ["no order", "an order being packed", "a cancelled order", "a landline", "somebody else's order"];

    [Theory]
    [MemberData(nameof(NoCodes))]
    public async Task Where_none_may_be_sent_the_same_is_said_and_nothing_is(string why)
    {
        var landline = SampleOrder.Number("+81312345678");
        var shop = new VerifyingShop(policy: null, why switch
        {
            "an order being packed" => new Order(
                SampleOrder.Id(Number), SampleOrder.Customer, "Jacket", "髙﨑 花", new LocalDate(2026, 11, 25), new OrderState.Placed(), SampleOrder.Now),
            "a cancelled order" => AnOrder(state: new OrderState.Cancelled()),
            "a landline" => AnOrder(owner: landline),
            _ => AnOrder(owner: SampleOrder.SomebodyElse),
        });
        var caller = why == "a landline" ? landline : SampleOrder.Customer;

        await IsRequested(shop.RequestCode(number: caller, orderId: why == "somebody else's order" ? Number : null));

        Assert.Empty(shop.Service.Recorded.Sent);
        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn("123456", number: caller, orderId: why == "somebody else's order" ? Number : null));
        Assert.Equal(CodeBudget.Taken, await shop.Proofs.TakeCode(new LocalDate(2026, 11, 25), 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Three_codes_are_sent_for_an_order_a_day_and_then_the_same_is_said()
    {
        var shop = new VerifyingShop();
        for (var call = 1; call <= 5; call++)
        {
            await IsRequested(shop.RequestCode(contact: $"call-{call}"));
        }

        Assert.Equal(3, shop.Service.Recorded.Sent.Length);

        shop.Clock.MoveOn(OrderVerification.Window);
        await IsRequested(shop.RequestCode(contact: "call-6"));
        Assert.Equal(4, shop.Service.Recorded.Sent.Length);
    }

    [Fact]
    public async Task A_shop_sends_no_more_codes_a_day_than_it_wants_to_pay_for_and_says_the_same()
    {
        var shop = new VerifyingShop(ByRisk with { CodesADay = 2 }, AnOrder(), AnOrder(owner: SampleOrder.SomebodyElse));
        await shop.RequestCode();
        await shop.RequestCode(contact: "call-2");

        await IsRequested(shop.RequestCode(contact: "call-3", number: SampleOrder.SomebodyElse));
        Assert.Equal(2, shop.Service.Recorded.Sent.Length);

        shop.Clock.MoveOn(Duration.FromDays(1));
        await IsRequested(shop.RequestCode(contact: "call-4", number: SampleOrder.SomebodyElse));
        Assert.Equal(3, shop.Service.Recorded.Sent.Length);
    }

    [Fact]
    public async Task A_call_that_has_failed_too_often_is_told_so_and_sent_nothing()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        for (var guess = 1; guess <= 3; guess++)
        {
            await shop.KeyIn(shop.WrongCode(guess));
        }

        shop.Clock.MoveOn(AfterTheRetries);

        Assert.IsType<RequestCodeOutcome.Locked>(await shop.RequestCode());
        Assert.Single(shop.Service.Recorded.Sent);
    }

    [Fact]
    public async Task Two_calls_that_ask_at_once_get_a_code_each_and_neither_is_lost()
    {
        var shop = new VerifyingShop(ByRisk with { CodesADay = 2 });
        shop.Ports.BeforeTheNextProof = () => shop.RequestCode(contact: "call-2");

        await IsRequested(shop.RequestCode(contact: "call-1"));

        Assert.Equal(2, shop.Service.Recorded.Sent.Length);
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode, contact: "call-1"));
        Assert.Equal(CodeBudget.UsedUp, await shop.Proofs.TakeCode(new LocalDate(2026, 11, 25), 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_request_that_loses_a_race_takes_one_of_the_shops_codes_and_no_more()
    {
        var shop = new VerifyingShop();
        shop.Ports.BeforeTheNextProof = () => shop.KeyInTheEnd("0000", contact: "call-2");

        var requests = await shop.Ports.Of(() => shop.RequestCode());

        Assert.Equal(1, requests[CountedPorts.Request.TakeACode]);
        Assert.Single(shop.Service.Recorded.Sent);
    }

    [Fact]
    public async Task A_request_that_meets_its_own_write_sends_its_code_once()
    {
        var shop = new VerifyingShop();
        shop.Ports.MeetsItsOwnWrite = true;

        await IsRequested(shop.RequestCode());

        Assert.Single(shop.Service.Recorded.Sent);
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));
    }

    [Fact]
    public async Task A_code_under_way_whose_key_is_gone_is_not_sent_again_and_nobody_is_told_that_it_was()
    {
        var shop = new VerifyingShop();
        shop.Service.LosesAnswers = true;
        await Assert.ThrowsAsync<TimeoutException>(() => shop.RequestCode());
        shop.Service.LosesAnswers = false;

        shop.Rotate(Key("k2"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => shop.RequestCode());
    }
}
