using NodaTime;
using static OrderHotline.Domain.Tests.Proofs;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class VerificationPolicyTests
{
    static readonly PhoneNumber Mobile = Number("+819012345678");
    static readonly PhoneNumber Landline = Number("+81312345678");
    static readonly PhoneNumber Foreign = Number("+14155550100");
    static readonly Operation[] All = Enum.GetValues<Operation>();

    static readonly VerificationPolicy ByRisk = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true };

    static Order An(string id = "20268341", PhoneNumber? owner = null, Instant? placedAt = null, Instant? phoneChangedAt = null) => new(
        OrderNumber(id), owner ?? Mobile, "green tea", "Sato Hanako", Day("2026-12-10"), new OrderState.Placed(),
        placedAt ?? (Now - Duration.FromDays(1)), phoneChangedAt: phoneChangedAt);

    static WayToVerify WayTo(
        Operation operation, Order? order = null, OrderVerification? tried = null, VerificationPolicy? policy = null, OrderStanding? standing = null) =>
        (policy ?? ByRisk).WayTo(operation, order ?? An(), standing ?? new OrderStanding.Placed(), tried ?? Nothing, Call(), Now);

    [Fact]
    public void Without_a_policy_the_number_does_for_everything_whatever_the_order()
    {
        Assert.False(VerificationPolicy.None.IsOn);
        Order[] orders = [An(), An(owner: Foreign), An(placedAt: default(Instant)), An(phoneChangedAt: Now)];
        Assert.All(orders, order => Assert.All(All, operation => Assert.Equal(Assurance.Number, VerificationPolicy.None.NeededFor(operation, order, Now))));
        Assert.False(VerificationPolicy.None.HidesWhetherThereIsAnOrderFrom(Foreign, Assurance.Number));
    }

    [Fact]
    public void A_login_is_a_factor_and_the_sender_of_a_text_is_none()
    {
        Channel[] withALogin = [Channel.Chat, Channel.Web, Channel.WebRtc];

        Assert.All(Enum.GetValues<Channel>(), channel => Assert.Equal(
            withALogin.Contains(channel) ? Assurance.Factor : Assurance.Number, VerificationPolicy.WithoutProof(channel)));
    }

    [Fact]
    public void The_end_of_an_orders_number_proves_what_needs_a_factor_and_nothing_that_needs_more()
    {
        Assert.True(ByRisk.IsProvedByTheEnd("8341", An(), Operation.Reschedule, Now));
        Assert.All(["8342", "", "341", "20268341", "８３４１"], wrong => Assert.False(ByRisk.IsProvedByTheEnd(wrong, An(), Operation.Reschedule, Now)));
        Assert.False(ByRisk.IsProvedByTheEnd("8341", An(), Operation.Cancel, Now));
        Assert.False(ByRisk.IsProvedByTheEnd("8341", An(phoneChangedAt: Now), Operation.Reschedule, Now));
        Assert.False((ByRisk with { OrderNumbersCannotBeGuessed = false }).IsProvedByTheEnd("8341", An(), Operation.Reschedule, Now));
    }

    [Theory]
    [InlineData(Operation.Tell, Assurance.Number)]
    [InlineData(Operation.TellNameAndItem, Assurance.Number)]
    [InlineData(Operation.Reschedule, Assurance.Factor)]
    [InlineData(Operation.Cancel, Assurance.Possession)]
    public void By_risk_more_is_asked_for_what_risks_more(Operation operation, Assurance needed)
    {
        Assert.True(ByRisk.IsOn);
        Assert.Equal(needed, ByRisk.NeededFor(operation, An(), Now));
    }

    [Fact]
    public void A_shop_says_for_itself_what_each_operation_needs()
    {
        var strict = ByRisk with { ToTell = Assurance.Factor, ToTellNameAndItem = Assurance.Factor, ToReschedule = Assurance.Possession };

        Assert.Equal(
            [Assurance.Factor, Assurance.Factor, Assurance.Possession, Assurance.Possession], All.Select(operation => strict.NeededFor(operation, An(), Now)));
    }

    [Fact]
    public void There_is_nothing_to_ask_for_an_operation_that_there_is_not() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByRisk.NeededFor((Operation)4, An(), Now));

    [Fact]
    public void After_a_suspicious_sign_everything_needs_possession()
    {
        var old = Duration.FromDays(180);
        Order[] suspicious =
        [
            An(owner: Foreign),
            An(placedAt: default(Instant)),
            An(placedAt: Now - old - Duration.Epsilon),
            An(phoneChangedAt: Now - Duration.FromDays(7) + Duration.Epsilon),
            An(phoneChangedAt: Now + Duration.FromSeconds(5)),
        ];
        Assert.All(suspicious, order => Assert.All(All, operation => Assert.Equal(Assurance.Possession, ByRisk.NeededFor(operation, order, Now))));

        Order[] usual = [An(placedAt: Now - old), An(phoneChangedAt: Now - Duration.FromDays(7))];
        Assert.All(usual, order => Assert.Equal(Assurance.Number, ByRisk.NeededFor(Operation.Tell, order, Now)));
    }

    [Theory]
    [InlineData("20268341", Operation.Reschedule, true)]
    [InlineData("20268341", Operation.TellNameAndItem, true)]
    [InlineData("20268341", Operation.Cancel, false)]
    [InlineData("2026834", Operation.Reschedule, false)]
    [InlineData("ABCD-834A", Operation.Reschedule, false)]
    [InlineData("ABCD-8341", Operation.Reschedule, true)]
    public void The_end_of_a_long_number_is_a_factor_where_it_can_be_keyed_in_and_nothing_is_cancelled(string id, Operation operation, bool hasOne)
    {
        Assert.Equal(hasOne, ByRisk.HasAFactor(OrderNumber(id), operation));
        Assert.False((ByRisk with { OrderNumbersCannotBeGuessed = false }).HasAFactor(OrderNumber(id), operation));
    }

    [Fact]
    public void A_code_is_sent_only_for_an_order_that_can_still_be_changed_to_a_number_at_home_that_takes_texts()
    {
        Assert.True(ByRisk.AllowsACodeFor(An(), new OrderStanding.Placed()));
        OrderStanding[] others = [new OrderStanding.Packing(), new OrderStanding.Cancelled(), new OrderStanding.Shipped(Day("2026-12-01")), new OrderStanding.NoOrder()];
        Assert.All(others, standing => Assert.False(ByRisk.AllowsACodeFor(An(), standing)));
        Assert.False(ByRisk.AllowsACodeFor(An(owner: Landline), new OrderStanding.Placed()));
        Assert.False(ByRisk.AllowsACodeFor(An(owner: Foreign), new OrderStanding.Placed()));
        Assert.False((ByRisk with { Countries = [] }).AllowsACodeFor(An(), new OrderStanding.Placed()));
        Assert.True((ByRisk with { Countries = ["+81", "+1"] }).AllowsACodeFor(An(owner: Foreign), new OrderStanding.Placed()));
    }

    [Fact]
    public void The_end_of_the_number_is_asked_for_before_a_code_and_an_operator_is_the_last_way()
    {
        Assert.Equal(WayToVerify.LastFour, WayTo(Operation.Reschedule));
        Assert.Equal(WayToVerify.Code, WayTo(Operation.Cancel));
        Assert.Equal(WayToVerify.Code, WayTo(Operation.Reschedule, policy: ByRisk with { ToReschedule = Assurance.Possession }));
        Assert.Equal(WayToVerify.Code, WayTo(Operation.Reschedule, An(phoneChangedAt: Now)));
        Assert.Equal(WayToVerify.Code, WayTo(Operation.Reschedule, An("100")));
        Assert.Equal(WayToVerify.Operator, WayTo(Operation.Cancel, An(owner: Landline)));
        Assert.Equal(WayToVerify.LastFour, WayTo(Operation.Reschedule, An(owner: Landline)));
        Assert.Equal(WayToVerify.Operator, WayTo(Operation.Cancel, standing: new OrderStanding.Packing()));
    }

    [Fact]
    public void A_locked_call_is_an_operators_and_a_locked_factor_leaves_the_code()
    {
        Assert.Equal(WayToVerify.Operator, WayTo(Operation.Reschedule, tried: Nothing.AfterACode().AfterWrongCodes(3)));
        Assert.Equal(WayToVerify.Code, WayTo(Operation.Reschedule, tried: Nothing.AfterWrongFactors(3, "somebody-else")));
    }

    [Fact]
    public void Whether_a_number_has_an_order_is_hidden_from_who_may_not_hear_of_it()
    {
        Assert.False(ByRisk.HidesWhetherThereIsAnOrderFrom(Mobile, Assurance.Number));
        Assert.True(ByRisk.HidesWhetherThereIsAnOrderFrom(Foreign, Assurance.Number));
        Assert.True(ByRisk.HidesWhetherThereIsAnOrderFrom(Foreign, Assurance.Factor));
        Assert.False(ByRisk.HidesWhetherThereIsAnOrderFrom(Foreign, Assurance.Possession));

        var strict = ByRisk with { ToTell = Assurance.Factor };
        Assert.True(strict.HidesWhetherThereIsAnOrderFrom(Mobile, Assurance.Number));
        Assert.False(strict.HidesWhetherThereIsAnOrderFrom(Mobile, Assurance.Factor));
    }

    [Fact]
    public void A_number_alone_shows_whether_it_could_have_a_code()
    {
        Assert.Equal(WayToVerify.Code, ByRisk.WayForANumberAlone(Mobile));
        Assert.Equal(WayToVerify.Operator, ByRisk.WayForANumberAlone(Landline));
        Assert.Equal(WayToVerify.Operator, ByRisk.WayForANumberAlone(Foreign));
    }

    [Fact]
    public void An_order_is_told_without_name_and_item_and_with_everything_else()
    {
        var order = An(phoneChangedAt: Now).After(ToMoveTo("2026-12-11"));
        var told = order.WithoutNameAndItem();

        Assert.Equal(("", ""), (told.CustomerName, told.Item));
        Assert.Equal(
            (order.Id, order.Owner, order.ShippingDate, order.State, order.PlacedAt, order.Version, order.History, order.Outbox, order.PhoneChangedAt),
            (told.Id, told.Owner, told.ShippingDate, told.State, told.PlacedAt, told.Version, told.History, told.Outbox, told.PhoneChangedAt));
    }

    [Fact]
    public void A_change_remembers_what_was_proved_for_it()
    {
        Assert.Equal(Assurance.Number, PlacedOrder().After(ToCancel()).History[^1].Assurance);
        Assert.Equal(Assurance.Possession, PlacedOrder().After(ToCancel().ProvedBy(Assurance.Possession)).History[^1].Assurance);
        Assert.Equal(Assurance.Factor, PlacedOrder().After(ToMoveTo("2026-12-11").ProvedBy(Assurance.Factor)).History[^1].Assurance);
    }

    [Fact]
    public void What_was_proved_changes_nothing_about_a_wish()
    {
        var wish = new Wish.ToReschedule(Contact("call-1"), new SpokenDate.Day(Day("2026-12-11")), "the eleventh").ProvedBy(Assurance.Factor);

        Assert.Equal((Call(), "the eleventh", new SpokenDate.Day(Day("2026-12-11"))), (wish.Contact.Id, wish.Heard, wish.Date));
    }
}
