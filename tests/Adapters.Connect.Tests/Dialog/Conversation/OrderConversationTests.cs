using System.Collections.Immutable;
using System.Text;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The dialogue with a customer who writes or chooses.</summary>
public sealed class OrderConversationTests
{
    static readonly LocalDate Today = new(2026, 11, 25);

    static readonly BotSamples Samples = BotSamples.Read(
    [
        Encoding.UTF8.GetBytes("""
            {
              "LocaleId": "en_US", "NluConfidenceThreshold": 0.4,
              "Intents": [
                { "Name": "ChangeDate", "Slots": [{ "Name": "ShippingDate" }],
                  "SampleUtterances": [{ "Utterance": "change the date" }, { "Utterance": "{ShippingDate} please" }] },
                { "Name": "CancelOrder", "SampleUtterances": [{ "Utterance": "cancel my order" }] },
                { "Name": "Yes", "SampleUtterances": [{ "Utterance": "mm hmm" }] },
                { "Name": "Weather", "SampleUtterances": [{ "Utterance": "will it rain" }] }
              ]
            }
            """),
    ]);

    static readonly OrderConversation Conversation = new(
        OrderLine.ForDates(SampleOrder.Policy, new FakeClock(SampleOrder.Now)), LinePhrases.Standard, deliveryDays: null, Samples);

    public static TheoryData<string, string[]> Offered => new()
    {
        { "placed", ["ChangeDate", "CancelOrder", "OrderStatus", "Operator"] },
        { "shipped", ["OrderStatus", "Operator"] },
        { "cancelled", ["OrderStatus", "Operator"] },
    };

    [Theory]
    [MemberData(nameof(Offered))]
    public void What_can_be_chosen_first_is_what_can_be_done(string state, string[] offered)
    {
        var begun = Assert.IsType<ConversationMove.Asks>(Conversation.Begin(Found(state), Language.English));

        Assert.Equal(offered, begun.Choices.Select(choice => $"{choice.Kind}"));
    }

    [Fact]
    public async Task Whatever_is_offered_on_the_way_to_a_change_is_no_wish_that_is_refused()
    {
        var begun = Assert.IsType<ConversationMove.Asks>(Conversation.Begin(Found("placed"), Language.English));
        var open = new Queue<ConversationMove.Asks>([begun]);
        var seen = new HashSet<(string, LocalDate?)>();
        while (open.TryDequeue(out var at))
        {
            foreach (var choice in at.Choices)
            {
                var next = await Next(at, new CustomerAct.Chose(choice));
                Assert.DoesNotContain("Sorry", (next as ConversationMove.Asks)?.Words ?? "", StringComparison.Ordinal);
                if (next is ConversationMove.Asks asks && seen.Add((asks.Point.Step, asks.Point.Day)))
                {
                    open.Enqueue(asks);
                }
            }
        }

        Assert.Contains(seen, point => point.Item1 == "ConfirmCancel");
    }

    [Fact]
    public async Task A_day_that_is_chosen_is_read_back_and_moved_on_a_yes_alone()
    {
        var asked = Assert.IsType<ConversationMove.Asks>(await Next(Begun(), Choosing(ChoiceKind.Day, new(2026, 12, 4))));

        Assert.Equal("Shipping on Friday, December 4th, is that right?", asked.Words);
        Assert.Equal(new ConversationMove.Moves(new(2026, 12, 4)), await Next(asked, Choosing(ChoiceKind.Yes)));
        Assert.Equal("Date", Assert.IsType<ConversationMove.Asks>(await Next(asked, Choosing(ChoiceKind.AnotherDay))).Point.Step);
    }

    [Theory]
    [InlineData("hmm", false)]
    [InlineData("m hmm", false)]
    [InlineData("mm hmm", true)]
    [InlineData("yes, please", true)]
    public async Task What_is_only_like_a_yes_is_none(string said, bool cancels)
    {
        var asked = Assert.IsType<ConversationMove.Asks>(await Next(Begun(), Choosing(ChoiceKind.CancelOrder)));

        Assert.Equal(cancels, await Next(asked, new CustomerAct.Wrote(said)) is ConversationMove.Cancels);
    }

    [Fact]
    public async Task Who_is_asked_the_same_again_chooses_from_the_same_days()
    {
        var asked = Assert.IsType<ConversationMove.Asks>(await Next(Begun(), new CustomerAct.Wrote("December 3rd or 4th")));
        var again = Assert.IsType<ConversationMove.Asks>(await Next(asked, new CustomerAct.Wrote("well")));

        Assert.Equal(DaysOf(asked), DaysOf(again));
        Assert.Equal([new(2026, 12, 3), new(2026, 12, 4)], DaysOf(again));
    }

    [Fact]
    public async Task An_intent_of_the_bot_that_is_none_of_the_lines_is_not_understood() =>
        Assert.StartsWith("Sorry", Assert.IsType<ConversationMove.Asks>(await Next(Begun(), new CustomerAct.Wrote("will it rain"))).Words, StringComparison.Ordinal);

    [Fact]
    public async Task In_a_language_without_samples_a_yes_and_a_day_are_still_heard()
    {
        var asked = Assert.IsType<ConversationMove.Asks>(await Conversation.Next(
            Begun().Point, new CustomerAct.Wrote("12月4日"), Found("placed"), Language.Japanese, Today, TestContext.Current.CancellationToken));

        Assert.IsType<ConversationMove.Moves>(await Conversation.Next(
            asked.Point, new CustomerAct.Wrote("はい"), Found("placed"), Language.Japanese, Today, TestContext.Current.CancellationToken));
    }

    static ConversationMove.Asks Begun() => Assert.IsType<ConversationMove.Asks>(Conversation.Begin(Found("placed"), Language.English));

    static CustomerAct.Chose Choosing(ChoiceKind kind, LocalDate? day = null) => new(new(kind, day));

    static ImmutableArray<LocalDate?> DaysOf(ConversationMove.Asks asks) =>
        [.. asks.Choices.Where(choice => choice.Kind is ChoiceKind.Day).Select(choice => choice.Day)];

    static Task<ConversationMove> Next(ConversationMove.Asks at, CustomerAct act) =>
        Conversation.Next(at.Point, act, Found("placed"), Language.English, Today, TestContext.Current.CancellationToken);

    static LookUpOutcome.OrderFound Found(string state)
    {
        var order = SampleOrder.Of(SampleOrder.Customer, "201", state: state switch
        {
            "shipped" => new OrderState.Shipped(SampleOrder.Now),
            "cancelled" => new OrderState.Cancelled(),
            _ => new OrderState.Placed(),
        });
        return new(order, order.OfferAt(SampleOrder.Now, SampleOrder.Policy));
    }
}
