using System.Text;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Every wish at every question, by voice and by key: what comes of it, and what is asked next.</summary>
public sealed class EveryWishTests
{
    static readonly string[] Questions = ["Open", "More", "Date", "Confirm", "ConfirmCancel", "CancelOrKeep"];

    static readonly string[] Intents =
    [
        "OrderStatus", "ChangeDate", "CancelOrder", "KeepOrder", "Stop", "AnotherOrder", "ReturnGoods", "ChangeAddress", "Payment",
        "OtherBusiness", "Operator", "Repeat", "Slower", "Yes", "No", "Thanks", "Goodbye", "FallbackIntent", "Greeting",
    ];

    static readonly string[] Keys = ["0", "1", "2", "3", "9", "*", "1203"];

    static readonly string[] Standings = ["Placed", "Packing", "Shipped", "Cancelled", "none"];

    [Fact]
    public async Task What_comes_of_every_wish_at_every_question_is_what_was_approved()
    {
        var table = new StringBuilder();
        foreach (var question in Questions)
        {
            table.Append($"Asked: {question}\n");
            foreach (var intent in Intents)
            {
                table.Append($"  {intent}: {await After(question, call => call.Wants(intent))}\n");
            }

            table.Append($"  a day: {await After(question, call => call.Says("十二月四日"))}\n");
            table.Append($"  silence: {await After(question, call => call.SaysNothing())}\n");
            foreach (var key in Keys)
            {
                table.Append($"  {key}: {await After(question, call => call.Presses(key))}\n");
            }

            table.Append('\n');
        }

        foreach (var standing in Standings)
        {
            table.Append($"The order is: {standing}\n");
            foreach (var intent in new[] { "OrderStatus", "ChangeDate", "CancelOrder", "KeepOrder", "Stop", "FallbackIntent" })
            {
                table.Append($"  {intent}: {await After("Open", call => call.Wants(intent), standing)}\n");
            }

            table.Append($"  a day: {await After("Open", call => call.Says("十二月四日"), standing)}\n\n");
        }

        Approved.Holds(
            "every-wish", table.ToString(), "docs/dialogue.md tells builders of flows what comes of every turn: a change here is one there.");
    }

    [Fact]
    public void Every_intent_of_the_bot_is_in_the_table() =>
        Assert.All(Intents[..^1], intent => Assert.True(BotNames.IsKnown(intent), intent));

    /// <summary>At every question each operation is one turn away by voice.</summary>
    [Theory]
    [InlineData("OrderStatus", "Status")]
    [InlineData("ChangeDate", "Asked")]
    [InlineData("CancelOrder", "ReadBack")]
    [InlineData("KeepOrder", "Kept")]
    [InlineData("Operator", "Operator")]
    [InlineData("ReturnGoods", "Operator")]
    [InlineData("Repeat", "Repeated")]
    [InlineData("Slower", "Repeated")]
    [InlineData("Goodbye", "Goodbye")]
    public async Task Every_operation_can_be_wished_for_at_every_question(string intent, string result)
    {
        // Where a day is asked for or read back, the wish to change it is no news, and neither is the wish to cancel where that is read back.
        foreach (var question in Questions.Where(question => (intent, question) is not
            ("ChangeDate", "Date" or "Confirm") and not ("CancelOrder", "ConfirmCancel")))
        {
            var call = await LexCall.InJapanese().AboutAJacket().Until(question);
            await call.Wants(intent);

            Assert.Equal((question, result), (question, call.Log[^1].Result.ToString()));
        }
    }

    static async Task<string> After(string question, Func<LexCall, Task<string>> turn, string standing = "Placed")
    {
        var call = await LexCall.InJapanese().AboutAJacket(standing, standing == "Shipped" ? "2026-11-24" : "none").Until(question);
        await turn(call);
        var what = call.Last.Action == "Close" ? $"Close {call.Last.Intent}" : call.Last.Action;
        var asked = call.Attributes.GetValueOrDefault("dialogStep");
        return $"{call.Log[^1].Result}, {what}{(asked is null ? "" : $", asks {asked}")}{(call.Last.Day is { } day ? $" {day}" : "")}";
    }
}
