using NodaTime;
using OrderHotline.Domain;
using static OrderHotline.Simulation.Tests.SampleDay;

namespace OrderHotline.Simulation.Tests;

/// <summary>Every rule finds what it forbids.</summary>
public sealed class PlantedFaultTests
{
    static readonly LocalDate Sunday = new(2026, 11, 29);
    static readonly LocalDate Monday = new(2026, 11, 30);
    static readonly LocalDate Tuesday = new(2026, 12, 1);

    public static TheoryData<string> Planted => [.. Faults.Keys];

    static Dictionary<string, Func<OrderTrace, OrderTrace>> Faults { get; } = new()
    {
        ["Every write follows the one before it"] = day => Replaced(day, 3, step => step with { Before = AnOrder }),
        ["A change, its entry and its message are one write"] = day =>
            Replaced(day, 0, step => step with { After = With(AnOrder, date: Monday, entry: step.After.History[0]) }),
        ["A cancelled order stays cancelled and is not moved"] = day => Further(day, Moved(day.Last, Tuesday, "contact-1", Ten)),
        ["What is with the carrier is not changed"] = day =>
            Replaced(day, 0, step => step with { Before = With(AnOrder, new OrderState.Shipped(Ten)) }),
        ["A new date is one on which the shop ships"] = day =>
            Replaced(day, 0, step => step with { After = Moved(AnOrder, Sunday, "contact-1", Ten) }),
        ["Nothing but state, date, history and messages is written"] = day =>
            Replaced(day, 1, step => step with { After = With(step.Before, item: "another") }),
        ["An order remembers 20 changes and messages, and owes 2 messages at most"] = day => Further(
            day, With(day.Last, outbox: day.Last.Outbox with { Settled = [.. Enumerable.Repeat(day.Last.Outbox.Settled[0], 21)] })),

        ["Every change is the wish of a caller, and no other"] = day => Replaced(
            day, 0, step => step with { By = Asked(Attempt(ToMove with { Day = "2026-12-01" }, 0)) }),
        ["Only the number that owns an order changes it"] = day =>
            Replaced(day, 0, step => step with { By = Asked(Attempt(ToMove with { Caller = Shop.Number(99) }, 0)) }),
        ["A change is dated when it was decided"] = day => Replaced(
            day, 0, step => step with { After = Moved(AnOrder, Monday, "contact-1", Ten - Duration.FromMinutes(1)) }),
        ["A wish is granted once"] = day => Replaced(day, 3, step => step with { By = day.Steps[0].By }),
        ["A wish that was granted is answered so as long as it is true"] = day =>
            day with { Attempts = [.. day.Attempts, Answer(Attempt(ToMove, 9), Decided(new RescheduleDecision.Unchanged()), 10)] },

        ["A reply claims nothing that is not stored"] = day =>
            day with { Attempts = [.. day.Attempts, Answer(Attempt(ToCancel, 9), Decided(new CancelDecision.AlreadyCancelled()), 10)] },
        ["Success is true at that moment"] = day => day with
        {
            Attempts =
            [
                .. day.Attempts,
                Answer(
                    Attempt(ToMove, 90),
                    Decided(new RescheduleDecision.Rescheduled(new OrderChange(AnOrder, Moved(AnOrder, Monday, "contact-1", Ten)))),
                    91),
            ],
        },
        ["A refusal has its reason"] = day =>
            day with { Attempts = [.. day.Attempts, Answer(Attempt(ToCancel, 9), Decided(new CancelDecision.TooLateToCancel()), 10)] },
        ["No caller is told of an order that is not theirs"] = day => day with
        {
            Attempts =
            [
                .. day.Attempts,
                Answer(Attempt(ToCancel with { Caller = Shop.Number(99) }, 90), Decided(new CancelDecision.AlreadyCancelled()), 91),
            ],
        },
        ["The line is at fault only when something went wrong"] = day =>
            day with { Attempts = [.. day.Attempts, Answer(Attempt(ToCancel, 9), new TimeoutException(), 10)] },

        ["After recovery nothing is owed"] = day => day with
        {
            Steps = [day.Steps[0]],
            Last = day.Steps[0].After,
            Attempts = [day.Attempts[0]],
            Publishings = [],
        },
        ["Every message is taken, refused for good or overtaken by a later one"] = day => Replaced(
            day, 5, step => step with { After = With(step.Before, outbox: day.Steps[2].After.Outbox) }),
        ["What is noted of a message is what the service said"] = day => Republished(day, 1, message => message.MessageId = "message-3"),
        ["A message is handed over again only when the time before was in doubt"] = day =>
            day with { Publishings = [.. day.Publishings, Copy(day.Publishings[1])] },
        ["No message is taken more often than its doubts say"] = day =>
            Republished(day with { Publishings = [.. day.Publishings, Copy(day.Publishings[1])] }, 1, message => message.Heard = Heard.Nothing),
        ["The messages of an order are taken in the order of its changes"] = day =>
            Republished(day, 0, message => message.TakenAt = Ten + Duration.FromHours(1)),
        ["A message says what was changed"] = day =>
            day with { Publishings = [Copy(day.Publishings[0], day.Publishings[1].Body), day.Publishings[1]] },
        ["The last message tells how things stand"] = day =>
            day with { Publishings = [day.Publishings[0], Copy(day.Publishings[1], day.Publishings[0].Body)] },
    };

    [Fact]
    public void A_good_day_breaks_no_rule() => Assert.Empty(InvariantChecker.ForTheShop.Check(Good()));

    [Fact]
    public void Every_rule_has_its_planted_fault() =>
        Assert.Equal(
            InvariantChecker.Rules.Except([.. ProofRules.All, .. ProofReplyRules.All]).Select(rule => rule.Sentence).Order(StringComparer.Ordinal),
            Faults.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Planted))]
    public void The_rule_finds_what_it_forbids(string rule)
    {
        var violations = InvariantChecker.ForTheShop.Check(Faults[rule](Good())).ToList();

        Assert.Contains(rule, violations.Select(violation => violation.Rule));
    }

    [Theory]
    [InlineData("+819010000037 called.")]
    [InlineData("09010000037 called.")]
    [InlineData("青いジャケット11番 is gone.")]
    [InlineData("髙﨑 花1世 is angry.")]
    public void A_log_line_with_personal_data_is_found(string line) =>
        Assert.Single(LogRules.Check(["{}", line], [AnOrder]));

    static OrderTrace Replaced(OrderTrace day, int number, Func<Step, Step> fault) =>
        day with { Steps = [.. day.Steps.Select((step, at) => at == number ? fault(step) : step)] };

    static OrderTrace Further(OrderTrace day, Order after) => day with
    {
        Steps = [.. day.Steps, new Step(Ten + Duration.FromMinutes(5), day.Last, after, day.Steps[^1].By)],
        Last = after,
    };

    static OrderTrace Republished(OrderTrace day, int number, Action<Publishing> fault)
    {
        fault(day.Publishings[number]);
        return day;
    }

    static Publishing Copy(Publishing message, string? body = null) =>
        new(message.To, message.Order, message.Number, body ?? message.Body, message.HandedAt + Duration.FromSeconds(body is null ? 30 : 0), message.By)
        {
            TakenAt = message.TakenAt + Duration.FromSeconds(body is null ? 30 : 0),
            MessageId = body is null ? "message-9" : message.MessageId,
            Heard = message.Heard,
        };

    static Writer.Line Asked(Attempt attempt) => new(new Invocation("function 9") { Asked = attempt });
}
