using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.Contracts;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>A conversation with a bot. It is Wednesday, 25 November 2026, ten o'clock in Tokyo.</summary>
sealed class BotCall
{
    public static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    readonly LocalLex lex;
    BotSession session;

    BotCall(string locale, BotDefinition bot, InvokeFunction hook, DateTimeZone? zone)
    {
        session = new("5ca32fbd-8f92-46af-92a5-6b0f970f0efe", locale, ImmutableDictionary<string, string>.Empty);
        lex = new(
            bot,
            (call, cancellation) =>
            {
                Calls.Add(call);
                return hook(call, cancellation);
            },
            OrderDialogHandler.FunctionName,
            zone ?? Tokyo);
    }

    /// <summary>What the code hook was called with.</summary>
    public List<FunctionCall> Calls { get; } = [];

    public BotStep Last { get; private set; } = new BotStep.Broke("Nothing was said yet.", Duration.Zero);

    public ImmutableDictionary<string, string> Attributes => session.Attributes;

    /// <summary>The last event that the code hook had.</summary>
    public JsonNode Event => JsonNode.Parse(Calls[^1].Payload.Span)!;

    /// <summary>What the code hook was told to be in the slot.</summary>
    public string? SlotAsHeard =>
        (string?)Event["sessionState"]!["intent"]!["slots"]!["ShippingDate"]?["value"]!["interpretedValue"];

    /// <summary>The deployed bot with the order line as its code hook.</summary>
    public static BotCall WithTheLine(string locale, DateTimeZone? zone = null) =>
        new(locale, OrderBot.Definition, OrderLineHook(), zone);

    /// <summary>The deployed bot with another code hook.</summary>
    public static BotCall WithHook(string answer, string locale = "ja_JP") => WithHook(
        (_, _) => Task.FromResult<FunctionAnswer>(
            new FunctionAnswer.Replied(System.Text.Encoding.UTF8.GetBytes(answer), Duration.FromMilliseconds(20))),
        locale);

    public static BotCall WithHook(InvokeFunction hook, string locale = "ja_JP") => new(locale, OrderBot.Definition, hook, zone: null);

    /// <summary>Another bot with another code hook.</summary>
    public static BotCall With(BotDefinition bot, InvokeFunction hook, string locale = "ja_JP") => new(locale, bot, hook, zone: null);

    public BotCall Passing(string attribute, string value)
    {
        session = session with { Attributes = session.Attributes.SetItem(attribute, value) };
        return this;
    }

    /// <summary>The flow has told of the order and has asked its open question, as the bot's first words.</summary>
    public BotCall AskedByTheFlow(string question) => Passing("dialogStep", "Open").Passing("dialogMessage", question)
        .Passing("orderedItem", "Jacket").Passing("orderState", "Placed").Passing("shippingDate", "2026-11-30");

    /// <summary>The flow has told why a day cannot be had and has asked for another, as the bot's first words.</summary>
    public BotCall AskedForADay(string question) => AskedByTheFlow(question).Passing("dialogStep", "Date");

    public Task<string> Says(string words) => Does(new BotInput.Said(words));

    public Task<string> Presses(string keys) => Does(new BotInput.Keyed(keys));

    public Task<string> SaysNothing() => Does(new BotInput.Silence());

    /// <summary>The step in one line.</summary>
    async Task<string> Does(BotInput input)
    {
        Last = await lex.Ask(session, input, SampleOrder.Now, TestContext.Current.CancellationToken);
        session = Last switch
        {
            BotStep.Asks asks => asks.Session,
            BotStep.Ended ended => ended.Session,
            _ => session,
        };
        var what = Last switch
        {
            BotStep.Asks { Session.AwaitsConfirmation: true } => "Asks for a yes",
            BotStep.Asks asks => $"Asks for {asks.Session.SlotToElicit ?? "an intent"}",
            BotStep.Ended(_, var intent, _, _) => string.Join(
                ' ', [$"Ended {intent.Name} {intent.State}", .. intent.Slots.Values.Select(slot => slot?.Interpreted).OfType<string>()]),
            _ => $"Broke: {((BotStep.Broke)Last).Reason}",
        };
        return Last.Messages.IsEmpty ? what : $"{what}: {string.Join(' ', Last.Messages)}";
    }

    static InvokeFunction OrderLineHook()
    {
        var line = OrderLine.ForDates(SampleOrder.Policy, new FakeClock(SampleOrder.Now));
        var dialog = new OrderDialogHandler(line, LinePhrases.Standard, deliveryDays: null, _ => { });
        return async (call, cancellation) => call.Name == OrderDialogHandler.FunctionName
            ? new FunctionAnswer.Replied(await dialog.Answer(call.Payload, cancellation), Duration.FromMilliseconds(20))
            : new FunctionAnswer.Failed($"There is no {call.Name}.", Duration.Zero);
    }
}
