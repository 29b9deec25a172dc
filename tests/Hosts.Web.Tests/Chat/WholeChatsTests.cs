using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Whole chats, to be read as a customer reads them.</summary>
public sealed class WholeChatsTests
{
    const string Changed = "Read it as a customer: this is what is said in a chat.";

    [Fact]
    public async Task In_English_by_writing()
    {
        await using var host = await RunningHost.Start();
        var chat = await Chat.Begun(host.Client());

        await chat.Say("hello");
        await chat.Say("can I move the date?");
        await chat.Say("Friday maybe");
        await chat.Say("no, the Monday after");
        await chat.Say("December 4th");
        await chat.Say("yes please");
        await chat.Say("where is it now");
        await chat.Say("I want to return something");
        await chat.Say("cancel it");
        await chat.Say("hmm");
        await chat.Say("yes, cancel it");
        await chat.Say("that's all, thanks");

        Assert.True(chat.IsOver);
        Assert.IsType<OrderState.Cancelled>(host.Order.State);
        Assert.All(host.Order.History, change => Assert.Equal((Channel.Web, "chat-"), (change.Channel, change.Contact.ToString()[..5])));
        Approved.Holds("english", chat.Transcript, Changed);
    }

    [Fact]
    public async Task In_Japanese_by_buttons_and_writing()
    {
        await using var host = await RunningHost.Start();
        var chat = await Chat.Begun(host.Client(language: "ja"));

        await chat.Choose("OrderStatus");
        await chat.Choose("ChangeDate");
        await chat.Choose("2026-12-01");
        await chat.Choose("AnotherDay");
        await chat.Say("来週の金曜日");
        await chat.Choose("Yes");
        await chat.Say("届け先を変えたいんですが");
        await chat.Choose("CancelOrder");
        await chat.Choose("KeepOrder");
        await chat.Say("やっぱりキャンセルします");
        await chat.Say("はい、お願いします");
        await chat.Choose("Goodbye");

        Assert.True(chat.IsOver);
        Assert.IsType<OrderState.Cancelled>(host.Order.State);
        Approved.Holds("japanese", chat.Transcript, Changed);
    }

    [Fact]
    public async Task In_one_language_and_then_in_the_other()
    {
        await using var host = await RunningHost.Start();
        var chat = await Chat.Begun(host.Client());
        await chat.Say("December 4th");

        await chat.Speak("ja").Ask("Repeat");

        Assert.Equal("12月4日（金）の発送でよろしいでしょうか？", chat.Told);
        await chat.Say("はい");
        Assert.Equal(new(2026, 12, 4), host.Order.ShippingDate);
    }

    [Fact]
    public async Task What_cannot_be_done_is_not_offered()
    {
        await using var host = await RunningHost.Start();
        host.Orders.Put(SampleOrder.Of(SampleOrder.Customer, "201", state: new OrderState.Shipped(SampleOrder.Now)));

        var chat = await Chat.Begun(host.Client());

        Assert.Equal(["OrderStatus", "Operator"], chat.Choices);
        Assert.Equal(["OrderStatus", "Operator", "Goodbye"], (await chat.Say("cancel it")).Choices);
    }

    [Theory]
    [InlineData(1, "An operator can help you by telephone. Anything else?")]
    [InlineData(20, "An operator can help you by telephone. I'm sorry, nobody is on duty right now. Our operators are usually here "
        + "Monday to Friday, 9 a.m. to 6 p.m., and Saturday, 10 a.m. to 5 p.m. Anything else?")]
    public async Task An_operator_is_promised_only_when_one_is_there(int hour, string told)
    {
        await using var host = await RunningHost.Start();
        host.Clock.Reset(NodaTime.Instant.FromUtc(2026, 11, 25, hour, 0));
        var chat = await Chat.Begun(host.Client());

        await chat.Choose("Operator");

        Assert.Equal((told, true), (chat.Told, chat.Last.Body.GetProperty("offersOperator").GetBoolean()));
    }

    [Fact]
    public async Task Who_has_no_order_is_told_so_and_can_ask_for_an_operator()
    {
        await using var host = await RunningHost.Start();

        var chat = await Chat.Begun(host.Client(SampleOrder.Number("+819055556666")));

        Assert.StartsWith("I found no order for your phone number.", chat.Told, StringComparison.Ordinal);
        Assert.Equal(["Operator", "Goodbye"], chat.Choices);
        Assert.True((await chat.Choose("Goodbye")).IsOver);
    }

    [Fact]
    public async Task What_needs_possession_is_not_done_and_no_code_is_promised()
    {
        await using var host = await RunningHost.Start(VerificationPolicy.ByRisk with { Countries = ["+81"], ToCancel = Assurance.Possession });
        var chat = await Chat.Begun(host.Client());

        await chat.Choose("CancelOrder");
        await chat.Choose("Yes");

        Assert.StartsWith("To protect your order, an operator has to look after this.", chat.Told, StringComparison.Ordinal);
        Assert.Equal(0, host.Order.Version);
    }
}
