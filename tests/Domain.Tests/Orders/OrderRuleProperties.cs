using FsCheck.Fluent;

namespace OrderHotline.Domain.Tests;

public sealed class OrderRuleProperties
{
    [Fact]
    public void Whatever_is_wished_for_and_whenever_no_rule_is_broken() =>
        ForEvery.Value(
            Stories.All,
            story => Assert.Empty(OrderRules.BrokenIn(story, story.Told(Story.AsTheDomainDecides))),
            Stories.Shorter,
            tests: 5000);

    [Theory]
    [InlineData("reschedules a cancelled order", OrderRules.CancelledForGood)]
    [InlineData("cancels a cancelled order", OrderRules.CancelledOnce)]
    [InlineData("changes a shipped order", OrderRules.WithTheCarrier)]
    [InlineData("overlooks the cut-off", OrderRules.WithTheCarrier)]
    [InlineData("overlooks the cut-off", OrderRules.PossibleDay)]
    [InlineData("ships on closed days", OrderRules.PossibleDay)]
    [InlineData("looks a day too far ahead", OrderRules.PossibleDay)]
    [InlineData("lives by UTC", OrderRules.WithTheCarrier)]
    [InlineData("lives by UTC", OrderRules.PossibleDay)]
    [InlineData("moves to the first day of a vague answer", OrderRules.VagueDate)]
    [InlineData("moves a day beside the one that was said", OrderRules.VagueDate)]
    [InlineData("moves to the date the order has", OrderRules.SameDate)]
    [InlineData("forgets the message", OrderRules.OneMessage)]
    [InlineData("owes the message twice", OrderRules.OneMessage)]
    [InlineData("owes what was overtaken", OrderRules.OneMessage)]
    [InlineData("drops the message under way", OrderRules.OneMessage)]
    [InlineData("breaks the claim", OrderRules.OneMessage)]
    [InlineData("forgets what was overtaken", OrderRules.OneMessage)]
    [InlineData("forgets the history entry", OrderRules.OneEntry)]
    [InlineData("forgets the version", OrderRules.OneVersion)]
    [InlineData("forgets what was granted", OrderRules.SameAnswer)]
    [InlineData("repeats what it said whatever has happened since", OrderRules.TrueAnswer)]
    [InlineData("takes every later wish for a retry", OrderRules.RetryOfAnother)]
    [InlineData("refuses everybody", OrderRules.NoReason)]
    [InlineData("understands nobody", OrderRules.NoReason)]
    public void A_decision_that_breaks_a_rule_is_convicted(string decision, string rule)
    {
        var decide = BrokenDecisions.ByWhatTheyDo[decision];
        var stories = Stories.All.Sample(size: 50, seed: ForEvery.Seed, numberOfSamples: 1000);

        Assert.Contains(rule, stories.SelectMany(story => OrderRules.BrokenIn(story, story.Told(decide))));
    }

    [Fact]
    public void The_stories_come_to_every_answer_there_is()
    {
        var given = Stories.All.Sample(size: 50, seed: ForEvery.Seed, numberOfSamples: 1000)
            .SelectMany(story => story.Told(Story.AsTheDomainDecides))
            .Select(step => step.Decision.GetType());
        var possible = typeof(CancelDecision).GetNestedTypes().Concat(typeof(RescheduleDecision).GetNestedTypes());

        Assert.Equal(possible.Select(type => type.Name).Order(), given.Distinct().Select(type => type.Name).Order());
    }

    [Fact]
    public void What_may_be_done_is_what_is_then_granted() =>
        ForEvery.Value(
            from policy in Stories.Policies
            from order in Stories.Orders
            from now in Stories.Beginnings(policy)
            select (policy, order, now),
            situation =>
            {
                var (policy, order, now) = situation;
                var may = order.OfferAt(now, policy);
                var granted = Enumerable.Range(-3, policy.LatestDaysAhead + 6)
                    .Select(ahead => policy.Today(now).PlusDays(ahead))
                    .Where(day => order.Reschedule(Samples.ToMoveTo(new SpokenDate.Day(day)), now, policy)
                        is RescheduleDecision.Rescheduled)
                    .ToList();

                Assert.Equal(may.CanCancel, order.Cancel(Samples.ToCancel(), now, policy) is CancelDecision.Cancelled);
                Assert.Equal(may.CanReschedule, granted.Count > 0);
                Assert.Equal(may.Days.Where(day => day != order.ShippingDate), granted);
            });

    [Fact]
    public void Every_generated_policy_is_one_a_shop_can_work_by() =>
        ForEvery.Value(Stories.Policies, policy => Assert.Empty(policy.Problems()));

    [Fact]
    public void The_possible_days_are_those_that_are_judged_possible_and_those_the_calendar_counts() =>
        ForEvery.Value(
            from policy in Stories.Policies
            from now in Stories.Beginnings(policy)
            select (policy, now),
            situation =>
            {
                var (policy, now) = situation;
                var days = Enumerable.Range(-3, policy.LatestDaysAhead + 6).Select(ahead => policy.Today(now).PlusDays(ahead));

                Assert.Equal(new ShopCalendar(policy).PossibleDays(now), policy.PossibleDays(now));
                Assert.Equal(days.Where(day => policy.Judge(day, now) is DayVerdict.Possible), policy.PossibleDays(now));
            });
}
