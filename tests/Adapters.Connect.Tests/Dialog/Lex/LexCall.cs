using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>A call in which Lex asks the line after every turn and carries the session from one to the next. It is Wednesday,
/// 25 November 2026, ten o'clock.</summary>
sealed class LexCall
{
    readonly string locale;
    readonly ShippingPolicy policy;
    readonly int? deliveryDays;
    OrderDialogHandler handler;

    LexCall(string locale, ShippingPolicy? policy = null, int? deliveryDays = null)
    {
        this.locale = locale;
        this.policy = policy ?? SampleOrder.Policy;
        this.deliveryDays = deliveryDays;
        handler = At(SampleOrder.Now);
    }

    public Language Language => locale.StartsWith("en", StringComparison.Ordinal) ? Language.English : Language.Japanese;

    public List<DialogRecord> Log { get; } = [];

    public Dictionary<string, string> Attributes { get; private set; } = [];

    public JsonObject Slots { get; private set; } = new() { ["ShippingDate"] = null };

    public LexReply Last { get; private set; } = new("{}"u8.ToArray());

    public static LexCall InJapanese(ShippingPolicy? policy = null, int? deliveryDays = null) => new("ja_JP", policy, deliveryDays);

    public static LexCall InEnglish(ShippingPolicy? policy = null, int? deliveryDays = null) => new("en_US", policy, deliveryDays);

    public static LexCall In(string locale) => new(locale);

    /// <summary>The call of the customer of the jacket that ships on Monday, 30 November, as the flow hands it over.</summary>
    public LexCall AboutAJacket(string state = "Placed", string shippedOn = "none", string lastChange = "none") => this
        .With("orderedItem", "Jacket")
        .With("spokenItem", "none")
        .With("orderId", "100")
        .With("orderState", state)
        .With("shippingDate", "2026-11-30")
        .With("shippedDate", shippedOn)
        .With("lastChange", lastChange);

    /// <summary>Goes on until this question is asked.</summary>
    public async Task<LexCall> Until(string question)
    {
        switch (question)
        {
            case "More":
                await Wants("KeepOrder");
                break;
            case "Date":
                await Wants("ChangeDate");
                break;
            case "Confirm":
                await Wants("ChangeDate", Language == Language.Japanese ? "十二月三日" : "December 3rd");
                break;
            case "ConfirmCancel":
                await Wants("CancelOrder");
                break;
            case "CancelOrKeep":
                await Wants("Stop");
                break;
        }

        Assert.Equal(question, Attributes.GetValueOrDefault("dialogStep", "Open"));
        return this;
    }

    public LexCall With(string attribute, string value)
    {
        Attributes[attribute] = value;
        return this;
    }

    public LexCall WithSlot(string name, JsonNode? slot)
    {
        Slots[name] = slot;
        return this;
    }

    /// <summary>Lex takes it for the wish to change the date or for the date that was asked for.</summary>
    public Task<string> Says(string words, string? slot = null, string? heard = null) =>
        Turn(new() { Transcript = words }, slot is null ? null : LexTurnEvent.Filled(heard ?? words, slot));

    /// <summary>Lex takes it for a yes to what it was told to have confirmed.</summary>
    public Task<string> SaysYes(string words) => Turn(new() { Transcript = words, Intent = Pending, Confirmation = "Confirmed" });

    /// <summary>Lex takes it for a no to that.</summary>
    public Task<string> SaysNo(string words) => Turn(new() { Transcript = words, Intent = Pending, Confirmation = "Denied" });

    /// <summary>Lex can make nothing of it.</summary>
    public Task<string> Mumbles(string words) => Turn(new() { Transcript = words, Intent = "FallbackIntent" });

    public Task<string> SaysNothing() => Turn(new() { Transcript = "", Intent = "FallbackIntent" });

    public Task<string> Presses(string keys, string? slot = null) => Turn(
        new() { Transcript = keys, Keys = keys, InputMode = "DTMF" }, slot is null ? null : LexTurnEvent.Filled(keys, slot));

    /// <summary>Lex takes it for another intent.</summary>
    public Task<string> Wants(string intent, string words = "…") => Turn(new() { Transcript = words, Intent = intent });

    public async Task<string> Turn(LexTurnEvent turn, JsonNode? slot = null)
    {
        var slots = Slots.DeepClone().AsObject();
        if (slot is not null)
        {
            slots["ShippingDate"] = slot;
        }

        Last = await Answer((turn with { Slots = slots, Attributes = Attributes, Locale = locale }).ToJson());
        Attributes = new(Last.Attributes);
        if (Last.Intent == "ChangeDate")
        {
            Slots = Last.Slots.DeepClone().AsObject();
        }

        return Last.ToString();
    }

    public async Task<LexReply> Answer(byte[] json)
    {
        var reply = new LexReply(await AnswerAsItIs(json));
        Assert.Empty(reply.Flaws());
        return reply;
    }

    public Task<byte[]> AnswerAsItIs(byte[] json) => handler.Answer(json, TestContext.Current.CancellationToken);

    public void TimePassesUntil(Instant now) => handler = At(now);

    string Pending => Log.Count > 0 && Last.Action == "ConfirmIntent" ? Last.Intent : "ChangeDate";

    OrderDialogHandler At(Instant now) => new(
        OrderLine.ForDates(policy, new FakeClock(now)), LinePhrases.Standard, deliveryDays, Log.Add);
}
