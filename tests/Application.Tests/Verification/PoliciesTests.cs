using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Application.Tests.VerifyingShop;

namespace OrderHotline.Application.Tests;

/// <summary>What a caller is told and may do, by what the caller has proved.</summary>
public sealed class PoliciesTests
{
    static readonly PhoneNumber Foreign = SampleOrder.Number("+14155550100");

    static VerificationPolicy Strict => ByRisk with { ToTell = Assurance.Factor, ToTellNameAndItem = Assurance.Factor };

    static WayToVerify WayOf(LookUpOutcome answer) => Assert.IsType<LookUpOutcome.VerificationNeeded>(answer).Way;

    static WayToVerify WayOf(CancelOutcome answer) => Assert.IsType<CancelOutcome.VerificationNeeded>(answer).Way;

    static WayToVerify WayOf(RescheduleOutcome answer) => Assert.IsType<RescheduleOutcome.VerificationNeeded>(answer).Way;

    [Fact]
    public async Task Without_a_policy_everything_is_done_for_a_number_as_in_the_demo()
    {
        var shop = new VerifyingShop(VerificationPolicy.None);

        (await shop.Reschedule()).Decided<RescheduleDecision.Rescheduled>();
        (await shop.Cancel("call-2")).Decided<CancelDecision.Cancelled>();

        Assert.Equal([Assurance.Number, Assurance.Number], shop.Only.History.Select(change => change.Assurance));
        Assert.Empty(shop.Proofs.All());
    }

    [Fact]
    public async Task By_risk_a_number_hears_of_the_order_and_changes_nothing()
    {
        var shop = new VerifyingShop();

        Assert.Equal("Jacket", Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp()).Order.Item);
        Assert.Equal(WayToVerify.LastFour, WayOf(await shop.Reschedule()));
        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel()));
        Assert.Equal(0, shop.Only.Version);
    }

    [Fact]
    public async Task What_changes_nothing_needs_no_more_than_telling_does()
    {
        var shop = new VerifyingShop();

        (await shop.Reschedule("2026-11-30")).Decided<RescheduleDecision.Unchanged>();
        (await shop.Reschedule("2026-11-01")).Decided<RescheduleDecision.DayNotPossible>();
    }

    [Fact]
    public async Task The_end_of_the_number_lets_a_caller_move_and_not_cancel_and_the_history_says_so()
    {
        var shop = new VerifyingShop();

        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyInTheEnd());
        (await shop.Reschedule()).Decided<RescheduleDecision.Rescheduled>();

        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel()));
        Assert.Equal(Assurance.Factor, Assert.Single(shop.Only.History).Assurance);
    }

    [Fact]
    public async Task A_code_lets_a_caller_cancel_and_the_history_says_so()
    {
        var shop = new VerifyingShop();

        await shop.Prove();
        (await shop.Cancel()).Decided<CancelDecision.Cancelled>();

        Assert.Equal(Assurance.Possession, Assert.Single(shop.Only.History).Assurance);
    }

    [Fact]
    public async Task A_proof_counts_in_its_call_alone_and_stays_when_the_call_is_transferred()
    {
        var shop = new VerifyingShop();
        await shop.Prove();

        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel("call-2")));
        (await shop.Cancel("call-3", first: "call-1")).Decided<CancelDecision.Cancelled>();
    }

    [Fact]
    public async Task A_proof_counts_for_its_order_alone()
    {
        var shop = new VerifyingShop(policy: null, AnOrder(), AnOrder("20261112", placedAt: SampleOrder.Now - Duration.FromDays(1)));
        await shop.Prove();

        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel(orderId: "20261112")));
        (await shop.Cancel(orderId: Number)).Decided<CancelDecision.Cancelled>();
    }

    [Fact]
    public async Task A_proof_counts_for_an_hour()
    {
        var shop = new VerifyingShop();
        await shop.Prove();

        shop.Clock.MoveOn(ReachedAssurance.Life);

        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel()));
    }

    [Fact]
    public async Task A_login_is_a_factor_and_no_possession()
    {
        var shop = new VerifyingShop();

        (await shop.Reschedule(channel: Channel.Web)).Decided<RescheduleDecision.Rescheduled>();

        Assert.Equal(Assurance.Factor, shop.Only.History[^1].Assurance);
        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel(channel: Channel.Web)));
        Assert.Equal(WayToVerify.LastFour, WayOf(await shop.Reschedule("2026-12-07", "call-2", channel: Channel.Other)));
    }

    public static TheoryData<string> Suspicious => ["an old order", "an order of nobody knows when", "a new number"];

    [Theory]
    [MemberData(nameof(Suspicious))]
    public async Task After_a_suspicious_sign_nothing_is_told_without_a_code(string sign)
    {
        var shop = new VerifyingShop(policy: null, sign switch
        {
            "an old order" => AnOrder(placedAt: SampleOrder.Now - Duration.FromDays(181)),
            "an order of nobody knows when" => AnOrder(placedAt: NodaConstants.UnixEpoch),
            _ => AnOrder(phoneChangedAt: SampleOrder.Now - Duration.FromDays(6)),
        });

        Assert.Equal(WayToVerify.Code, WayOf(await shop.LookUp()));
        Assert.Equal(WayToVerify.Code, WayOf(await shop.Reschedule("2026-11-30")));
        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyInTheEnd());

        await shop.Prove(Operation.Reschedule);
        Assert.Equal("Jacket", Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp()).Order.Item);
        (await shop.Reschedule()).Decided<RescheduleDecision.Rescheduled>();
    }

    [Fact]
    public async Task A_foreign_number_is_an_operators_and_is_sent_nothing()
    {
        var shop = new VerifyingShop(policy: null, AnOrder(owner: Foreign));

        Assert.Equal(WayToVerify.Operator, WayOf(await shop.LookUp(number: Foreign)));
        Assert.Equal(WayToVerify.Operator, WayOf(await shop.Cancel(number: Foreign)));
        Assert.IsType<RequestCodeOutcome.Requested>(await shop.RequestCode(number: Foreign));
        Assert.Empty(shop.Service.Recorded.Sent);
    }

    [Fact]
    public async Task Name_and_item_are_left_out_where_they_need_more_than_the_rest()
    {
        var shop = new VerifyingShop(ByRisk with { ToTellNameAndItem = Assurance.Factor });

        var told = Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp()).Order;
        Assert.Equal(("", "", Number), (told.Item, told.CustomerName, told.Id.ToString()));

        await shop.KeyInTheEnd(operation: Operation.TellNameAndItem);
        Assert.Equal("Jacket", Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp()).Order.Item);
    }

    // Whatever is asked, in whatever order: who may not hear of an order must not find out that there is one.
    [Fact]
    public async Task No_order_and_a_hidden_one_are_answered_alike_all_along()
    {
        Assert.Equal(await Conversation(AnOrder()), await Conversation(AnOrder(owner: SampleOrder.SomebodyElse)));
        Assert.Equal(await Conversation(AnOrder(owner: Foreign), Foreign), await Conversation(AnOrder(), Foreign));

        static async Task<string> Conversation(Order order, PhoneNumber? number = null)
        {
            var shop = new VerifyingShop(Strict, order);
            List<object> heard =
            [
                await shop.LookUp(number: number), await shop.Cancel(number: number), await shop.Reschedule(number: number),
                await shop.KeyIn("111111", number: number), await shop.KeyInTheEnd("0001", number: number),
                await shop.RequestCode(number: number), await shop.RequestCode(number: number),
                await shop.KeyIn(shop.WrongCode(1), number: number), await shop.LookUp(number: number),
                await shop.KeyIn(shop.WrongCode(2), number: number), await shop.LookUp(number: number),
                await shop.Cancel(number: number), await shop.Reschedule(number: number),
                await shop.RequestCode(number: number), await shop.KeyIn("222222", number: number),
                await shop.LookUp("call-2", number), await shop.KeyInTheEnd("0002", contact: "call-3", number: number),
            ];
            return string.Join('\n', heard);
        }
    }

    [Fact]
    public async Task An_order_that_is_told_to_nobody_is_told_after_a_code()
    {
        var shop = new VerifyingShop(Strict);

        Assert.Equal(WayToVerify.Code, WayOf(await shop.LookUp()));
        await shop.Prove(Operation.TellNameAndItem);

        Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp());
        Assert.Equal(WayToVerify.Code, WayOf(await shop.Cancel()));
    }

    [Fact]
    public async Task The_same_wish_again_gets_the_same_answer_and_needs_no_second_proof()
    {
        var shop = new VerifyingShop();
        await shop.Prove();
        (await shop.Cancel()).Decided<CancelDecision.Cancelled>();

        (await shop.Cancel()).Decided<CancelDecision.CancelledByThisWish>();
        Assert.Single(shop.Only.History);
    }

    [Fact]
    public async Task Where_proofs_are_out_of_reach_nothing_is_done_and_an_ordinary_look_up_goes_on()
    {
        var shop = new VerifyingShop();
        await shop.Prove();
        shop.Ports.ProofsAreOutOfReach = true;

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Cancel());
        Assert.Equal(0, shop.Only.Version);
        Assert.IsType<LookUpOutcome.OrderFound>(await shop.LookUp());
    }

    [Fact]
    public async Task An_unidentified_caller_is_sent_nothing_and_proves_nothing()
    {
        var shop = new VerifyingShop();
        var line = OrderLine.ForVerification(
            shop.Ports, shop.Ports, shop.Ports, new VerificationSettings(ByRisk, new CodeKeys(Key("k1")), "Tokei Kobo", () => "n"), SampleOrder.Policy,
            MessageWords.Standard, shop.Clock);
        var nobody = Caller.At("anonymous");
        var call = SampleOrder.Contact("call-1").Id;

        Assert.IsType<RequestCodeOutcome.CallerUnidentified>(await line.Send(
            new RequestCode(nobody, null, Operation.Cancel, call, Language.English), TestContext.Current.CancellationToken));
        Assert.IsType<VerifyCallerOutcome.CallerUnidentified>(await line.Send(
            new VerifyCaller(nobody, null, Operation.Cancel, call, "123456", null), TestContext.Current.CancellationToken));
        Assert.Empty(shop.Proofs.All());
    }
}
