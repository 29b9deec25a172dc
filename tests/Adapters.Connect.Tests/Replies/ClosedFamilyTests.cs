using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>No outcome is without a reply and words, and no reply breaks the rules of replies.</summary>
public sealed class ClosedFamilyTests
{
    static readonly KeyValuePair<string, string>[] Sound =
    [
        new("lambdaResult", "Error"),
        new("outcome", "NoOrder"),
        new("message", "I found no order."),
        new("question", "none"),
        new("canCancel", "False"),
        new("canReschedule", "none"),
        new("earliestDate", "2026-12-01"),
        new("latestDate", "none"),
        new("orderState", "Packing"),
        new("shippingDate", "2026-12-01"),
        new("shippedDate", "none"),
        new("lastChange", "none"),
        new("lastText", "none"),
        new("verification", "Code"),
    ];

    public static TheoryData<string> Languages => ["ja-JP", "en-US"];

    static IEnumerable<object> CancelDecisions => EveryOutcome.OfCancelling
        .Concat(EveryOutcome.CancelledAgain.Select(pair => pair.Again))
        .OfType<CancelOutcome.Decided>()
        .Select(decided => decided.Decision);

    static IEnumerable<object> RescheduleDecisions => EveryOutcome.OfRescheduling
        .Concat(EveryOutcome.RescheduledAgain.Select(pair => pair.Again))
        .OfType<RescheduleOutcome.Decided>()
        .Select(decided => decided.Decision);

    [Fact]
    public void Every_case_of_every_family_is_among_the_examples()
    {
        Assert.Empty(CasesWithoutExample(typeof(LookUpOutcome), EveryOutcome.OfLookingUp));
        Assert.Empty(CasesWithoutExample(typeof(CancelOutcome), EveryOutcome.OfCancelling));
        Assert.Empty(CasesWithoutExample(typeof(RescheduleOutcome), EveryOutcome.OfRescheduling));
        Assert.Empty(CasesWithoutExample(typeof(RequestCodeOutcome), EveryOutcome.OfRequestingACode));
        Assert.Empty(CasesWithoutExample(typeof(VerifyCallerOutcome), EveryOutcome.OfVerifying));
        Assert.Empty(CasesWithoutExample(typeof(VouchForCallerOutcome), EveryOutcome.OfVouching));
        Assert.Empty(CasesWithoutExample(typeof(CancelDecision), CancelDecisions));
        Assert.Empty(CasesWithoutExample(typeof(RescheduleDecision), RescheduleDecisions));
        Assert.Empty(CasesWithoutExample(
            typeof(OrderStanding), [Offer.Nothing.Standing, .. EveryOutcome.OfLookingUp.OfType<LookUpOutcome.OrderFound>().Select(found => found.Offer.Standing)]));
        Assert.Equal(
            Enum.GetValues<DayVerdict>().Except([DayVerdict.Possible]),
            RescheduleDecisions.OfType<RescheduleDecision.DayNotPossible>().Select(refused => refused.Verdict));
    }

    [Fact]
    public void A_case_without_an_example_is_seen() =>
        Assert.Equal(
            [nameof(CancelDecision.AlreadyCancelled)],
            CasesWithoutExample(
                typeof(CancelDecision), CancelDecisions.Where(decision => decision is not CancelDecision.AlreadyCancelled)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_wish_that_was_granted_before_is_answered_as_it_was_then(string language)
    {
        Assert.All(EveryOutcome.CancelledAgain, pair => Assert.Equal(
            OrderReplies.For(pair.Now, Spoken.In(language)).Pairs, OrderReplies.For(pair.Again, Spoken.In(language)).Pairs));
        Assert.All(EveryOutcome.RescheduledAgain, pair => Assert.Equal(
            OrderReplies.For(pair.Now, Spoken.In(language)).Pairs, OrderReplies.For(pair.Again, Spoken.In(language)).Pairs));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_reply_that_is_about_an_order_says_what_the_line_did_to_it_last_whatever_the_outcome(string language) =>
        Assert.All(
            EveryOutcome.OfRescheduling.OfType<RescheduleOutcome.Decided>().Where(decided => decided.Order.History.Length > 0),
            decided =>
            {
                var reply = OrderReplies.For(decided, Spoken.In(language));
                Assert.NotEqual("none", reply.Value("lastChange"));
                Assert.Equal(decided.Order.Owner.MayTakeTexts, reply.Value("lastText") != "none");
            });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reply_keeps_the_rules_of_replies(string language) =>
        Assert.All(
            EveryOutcome.Replies(Spoken.In(language)), answer => Assert.Empty(ReplyRules.BrokenBy(answer.Function, answer.Reply)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_of_outcome_is_some_reply(string language) =>
        Assert.Equal(
            Enum.GetValues<Outcome>(),
            EveryOutcome.Replies(Spoken.In(language)).Select(answer => answer.Reply.Outcome).Distinct().Order());

    [Fact]
    public void Every_reply_is_worded_in_both_languages() =>
        Assert.All(
            EveryOutcome.Replies(Spoken.Japanese).Zip(EveryOutcome.Replies(Spoken.English)),
            pair =>
            {
                Assert.Contains(Message(pair.First.Reply), c => c > '\u3000');
                Assert.DoesNotContain(Message(pair.Second.Reply).Replace("髙﨑 花", "", StringComparison.Ordinal), c => c > '~');
            });

    [Fact]
    public void What_the_line_does_not_know_is_none_and_never_False() =>
        Assert.All(
            EveryOutcome.Replies(Spoken.Japanese)
                .Where(answer => answer.Reply.Outcome is Outcome.Unavailable or Outcome.InvalidRequest),
            answer => Assert.All(
                answer.Reply.Pairs.Where(pair => pair.Key is not ("lambdaResult" or "outcome" or "message")),
                pair => Assert.Equal("none", pair.Value)));

    /// <summary>An outage says nothing of an order, and no order is not one of which nothing is known.</summary>
    [Fact]
    public void A_reply_that_is_about_an_order_says_how_it_stands_and_when_it_ships_and_no_other_does() =>
        Assert.All(
            EveryOutcome.RepliesAboutOrders(Spoken.Japanese),
            answer =>
            {
                var isAboutAnOrder = answer.Reply.Outcome is not (Outcome.NoOrder or Outcome.VerificationNeeded or Outcome.CallerUnidentified or Outcome.InvalidRequest or Outcome.Unavailable);
                Assert.Equal((answer.Case, isAboutAnOrder), (answer.Case, answer.Reply.Value("orderState") != "none"));
                Assert.Equal((answer.Case, isAboutAnOrder), (answer.Case, answer.Reply.Value("shippingDate") != "none"));
                Assert.Equal(
                    (answer.Case, answer.Reply.Value("orderState") == "Shipped"), (answer.Case, answer.Reply.Value("shippedDate") != "none"));
            });

    [Fact]
    public void What_leaves_nothing_to_settle_is_followed_by_a_question_and_what_does_is_not() =>
        Assert.All(
            EveryOutcome.RepliesAboutOrders(Spoken.English),
            answer => Assert.Equal(
                (answer.Case, answer.Reply.Outcome switch
                {
                    Outcome.Cancelled or Outcome.Rescheduled when answer.Case.Contains("no texts", StringComparison.Ordinal) => "Anything else?",
                    Outcome.Cancelled or Outcome.Rescheduled => "A text message is on its way. Anything else?",
                    Outcome.AlreadyCancelled or Outcome.Unchanged or Outcome.ChangedMeanwhile or Outcome.TooLateToCancel or Outcome.TooLateToReschedule
                        or Outcome.OrderIsCancelled => "Anything else?",
                    _ => "none",
                }),
                (answer.Case, answer.Reply.Value("question"))));

    [Fact]
    public void How_to_be_verified_is_told_where_that_is_what_is_needed_and_nowhere_else() =>
        Assert.All(
            EveryOutcome.RepliesAboutOrders(Spoken.English),
            answer => Assert.Equal((answer.Case, answer.Reply.Outcome is Outcome.VerificationNeeded), (answer.Case, answer.Reply.Value("verification") != "none")));

    [Fact]
    public void Only_an_order_that_may_be_changed_is_one_that_is_placed() =>
        Assert.All(
            EveryOutcome.RepliesAboutOrders(Spoken.Japanese),
            answer => Assert.True(
                answer.Reply.Value("orderState") is "Placed" || answer.Reply.Value("canCancel") is not "True", answer.Case));

    [Fact]
    public void A_standing_has_one_name_and_is_read_back_from_it()
    {
        OrderStanding[] all =
        [
            new OrderStanding.Placed(), new OrderStanding.Packing(), new OrderStanding.Shipped(new(2026, 11, 24)), new OrderStanding.Cancelled(),
            new OrderStanding.NoOrder(),
        ];

        Assert.Equal(StandingNames.All, all.Select(StandingNames.Of));
        Assert.All(all, standing => Assert.Equal(standing, StandingNames.Read(StandingNames.Of(standing), new(2026, 11, 24))));
        Assert.All(
            new[] { null, "", "placed", "Shipped", "WithCarrier" },
            name => Assert.Equal(new OrderStanding.NoOrder(), StandingNames.Read(name, shippedOn: null)));
    }

    [Fact]
    public void A_family_that_grew_behind_the_lines_back_is_a_fault_and_not_a_wrong_answer()
    {
        var possible = new RescheduleOutcome.Decided(
            new RescheduleDecision.DayNotPossible(DayVerdict.Possible), SampleOrder.Of(SampleOrder.Customer, "1"), Offer.Nothing);

        Assert.Throws<NotSupportedException>(() => OrderReplies.For(possible, Spoken.Japanese));
    }

    [Fact]
    public void A_sound_reply_breaks_no_rule() => Assert.Empty(ReplyRules.BrokenBy(ConnectFunction.CancelOrder, Sound));

    [Theory]
    [InlineData("lambdaResult", "success")]
    [InlineData("lambdaResult", "none")]
    [InlineData("outcome", "Vanished")]
    [InlineData("message", "")]
    [InlineData("message", "R&D")]
    [InlineData("message", "A text message was sent.")]
    [InlineData("canCancel", "true")]
    [InlineData("canReschedule", "")]
    [InlineData("earliestDate", "01.12.2026")]
    [InlineData("latestDate", "2026-02-30")]
    [InlineData("question", "")]
    [InlineData("question", "Anything <else>?")]
    [InlineData("orderState", "WithCarrier")]
    [InlineData("orderState", "")]
    [InlineData("shippingDate", "soon")]
    [InlineData("shippedDate", "True")]
    [InlineData("lastChange", "Cancellation")]
    [InlineData("lastText", "Sent")]
    [InlineData("verification", "code")]
    [InlineData("verification", "")]
    public void A_value_no_flow_can_branch_on_is_seen(string key, string value) =>
        Assert.Contains(
            ReplyRules.BrokenBy(
                ConnectFunction.CancelOrder,
                [.. Sound.Select(pair => pair.Key == key ? KeyValuePair.Create(key, value) : pair)]),
            broken => broken.StartsWith(key, StringComparison.Ordinal));

    [Fact]
    public void A_key_too_many_too_few_or_given_twice_is_seen()
    {
        string[] broken = ["the keys of CancelOrder"];

        Assert.Equal(broken, ReplyRules.BrokenBy(ConnectFunction.CancelOrder, [.. Sound, new("isCancel", "True")]));
        Assert.Equal(broken, ReplyRules.BrokenBy(ConnectFunction.CancelOrder, Sound[1..]));
        Assert.Equal(broken, ReplyRules.BrokenBy(ConnectFunction.CancelOrder, [.. Sound, Sound[0]]));
        Assert.Equal(["the keys of OrderTableRead"], ReplyRules.BrokenBy(ConnectFunction.OrderTableRead, Sound));
    }

    [Fact]
    public void A_reply_that_says_one_thing_and_writes_another_is_seen()
    {
        var twoOutcomes = new Reply(Outcome.Cancelled);
        var tooLong = new Reply(Outcome.NoOrder).With("canReschedule", new string('x', ReplyRules.FarBelowTheLimit));
        foreach (var (key, value) in Sound)
        {
            twoOutcomes.With(key, value);
            tooLong.With(key, value);
        }

        Assert.Equal(["two outcomes"], ReplyRules.BrokenBy(ConnectFunction.CancelOrder, twoOutcomes));
        Assert.Contains(
            ReplyRules.BrokenBy(ConnectFunction.CancelOrder, tooLong),
            broken => broken.EndsWith("bytes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_without_a_value_carries_none() =>
        Assert.Equal([KeyValuePair.Create("customerName", "none")], new Reply(Outcome.OrderFound).With("customerName", "").Pairs);

    static IEnumerable<string> CasesWithoutExample(Type family, IEnumerable<object> examples) =>
        family.GetNestedTypes().Except(examples.Select(example => example.GetType())).Select(@case => @case.Name);

    static string Message(Reply reply) => reply.Value("message");
}
