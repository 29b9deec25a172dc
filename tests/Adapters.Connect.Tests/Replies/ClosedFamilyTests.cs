using OrderHotline.Application;
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
        new("canCancel", "False"),
        new("canReschedule", "none"),
        new("earliestDate", "2026-12-01"),
        new("latestDate", "none"),
        new("lastChange", "none"),
        new("lastText", "none"),
    ];

    public static TheoryData<Language> Languages => new(Enum.GetValues<Language>());

    [Fact]
    public void Every_case_of_every_family_is_among_the_examples()
    {
        Assert.Empty(CasesWithoutExample(typeof(LookUpOutcome), EveryOutcome.OfLookingUp));
        Assert.Empty(CasesWithoutExample(typeof(CancelOutcome), EveryOutcome.OfCancelling));
        Assert.Empty(CasesWithoutExample(typeof(RescheduleOutcome), EveryOutcome.OfRescheduling));
        Assert.Equal(
            Enum.GetValues<DayVerdict>().Except([DayVerdict.Possible]),
            EveryOutcome.OfRescheduling.OfType<RescheduleOutcome.DayNotPossible>().Select(outcome => outcome.Verdict));
    }

    [Fact]
    public void A_case_without_an_example_is_seen() =>
        Assert.Equal(
            [nameof(CancelOutcome.AlreadyCancelled)],
            CasesWithoutExample(
                typeof(CancelOutcome),
                EveryOutcome.OfCancelling.Where(outcome => outcome is not CancelOutcome.AlreadyCancelled)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reply_keeps_the_rules_of_replies(Language language) =>
        Assert.All(
            EveryOutcome.Replies(language), answer => Assert.Empty(ReplyRules.BrokenBy(answer.Function, answer.Reply)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_of_outcome_is_some_reply(Language language) =>
        Assert.Equal(
            Enum.GetValues<Outcome>(),
            EveryOutcome.Replies(language).Select(answer => answer.Reply.Outcome).Distinct().Order());

    [Fact]
    public void Every_reply_is_worded_in_both_languages() =>
        Assert.All(
            EveryOutcome.Replies(Language.Japanese).Zip(EveryOutcome.Replies(Language.English)),
            pair =>
            {
                Assert.Contains(Message(pair.First.Reply), c => c > '\u3000');
                Assert.DoesNotContain(Message(pair.Second.Reply).Replace("髙﨑 花", "", StringComparison.Ordinal), c => c > '~');
            });

    [Fact]
    public void What_the_line_does_not_know_is_none_and_never_False() =>
        Assert.All(
            EveryOutcome.Replies(Language.Japanese)
                .Where(answer => answer.Reply.Outcome is Outcome.Unavailable or Outcome.InvalidRequest),
            answer => Assert.All(
                answer.Reply.Pairs.Where(pair => pair.Key is not ("lambdaResult" or "outcome" or "message")),
                pair => Assert.Equal("none", pair.Value)));

    [Fact]
    public void A_family_that_grew_behind_the_lines_back_is_a_fault_and_not_a_wrong_answer()
    {
        var possible = new RescheduleOutcome.DayNotPossible(
            DayVerdict.Possible, new Offer(CanCancel: true, CanReschedule: true, ShippingDays.None));

        Assert.Throws<NotSupportedException>(() => OrderReplies.For(possible, Language.Japanese));
        Assert.Throws<NotSupportedException>(() => OrderReplies.Unavailable(ConnectFunction.CancelOrder, (Language)2));
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
    [InlineData("lastChange", "Cancellation")]
    [InlineData("lastText", "Sent")]
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
