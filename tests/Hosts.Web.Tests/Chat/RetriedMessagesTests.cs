using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>A message counts once, however often and wherever it arrives.</summary>
public sealed class RetriedMessagesTests
{
    [Fact]
    public async Task A_yes_that_is_sent_eight_times_at_once_is_one_change_and_one_answer()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        await chat.Say("December 4th");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Chat.Send(client, new { number = chat.Number, state = chat.State, said = "yes" })));

        Assert.All(answers, answer => Assert.Equal(
            (200, "Your order now ships on Friday, December 4th. A text message is on its way. Anything else?"), (answer.Status, answer.Told)));
        Assert.Equal(1, host.Order.Version);
    }

    [Fact]
    public async Task A_yes_whose_answer_was_lost_is_answered_the_same_after_the_cut_off_too()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        host.Clock.Reset(Instant.FromUtc(2026, 11, 25, 7, 50)); // 16:50 in Tokyo: tomorrow's parcels are packed from 17:00 on
        chat = await Chat.Begun(client);
        await chat.Say("tomorrow");
        var yes = new { number = chat.Number, state = chat.State, chosen = "Yes" };
        var first = await Chat.Send(client, yes);

        host.Clock.Advance(Duration.FromMinutes(15));
        var again = await Chat.Send(client, yes);

        Assert.Equal((200, first.Told), (again.Status, again.Told));
        Assert.StartsWith("Your order now ships on Thursday, November 26th.", again.Told, StringComparison.Ordinal);
        Assert.Equal(1, host.Order.Version);
    }

    [Fact]
    public async Task An_old_yes_undoes_nothing_that_was_done_since()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        await chat.Say("December 4th");
        var yes = new { number = chat.Number, state = chat.State, said = "yes" };
        await chat.Say("yes");
        await chat.Say("December 10th");
        await chat.Say("yes");

        var replayed = await Chat.Send(client, yes);

        Assert.StartsWith("Your order has been changed again in the meantime: it now ships on Thursday, December 10th.", replayed.Told, StringComparison.Ordinal);
        Assert.Equal(2, host.Order.Version);
    }

    [Fact]
    public async Task A_yes_to_an_order_that_somebody_else_has_changed_since_changes_nothing()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        await chat.Say("cancel it");
        await client.Reschedule("k1", new { orderId = "201", date = "2026-12-04" });

        await chat.Say("yes");

        Assert.StartsWith("Your order has been changed again in the meantime: it now ships on Friday, December 4th.", chat.Told, StringComparison.Ordinal);
        Assert.Contains("CancelOrder", chat.Choices);
        Assert.IsType<OrderState.Placed>(host.Order.State);
    }

    [Fact]
    public async Task A_message_that_the_store_did_not_take_is_no_loss_and_can_be_sent_again()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var chat = await Chat.Begun(client);
        await chat.Say("cancel it");
        var yes = new { number = chat.Number, state = chat.State, said = "yes" };
        host.Store.BeforeAWrite = () => throw new HttpRequestException("no route");
        var failed = await Chat.Send(client, yes);
        host.Store.BeforeAWrite = () => { };

        var again = await Chat.Send(client, yes);

        Assert.Equal((503, "Unavailable", true), (failed.Status, failed.Name, failed.Message.Headers.RetryAfter is not null));
        Assert.StartsWith("I have cancelled your order.", again.Told, StringComparison.Ordinal);
        Assert.Equal(1, host.Order.Version);
    }

    [Fact]
    public async Task Another_process_that_shares_the_keys_goes_on()
    {
        var keys = Directory.CreateTempSubdirectory().FullName;
        await using var first = await RunningHost.Start(keysFolder: keys);
        var chat = await Chat.Begun(first.Client());
        await chat.Say("December 4th");
        await first.Stop();
        await using var second = await RunningHost.Start(keysFolder: keys, shared: first);

        var answer = await Chat.Send(second.Client(), new { number = chat.Number, state = chat.State, said = "yes" });

        Assert.StartsWith("Your order now ships on Friday, December 4th.", answer.Told, StringComparison.Ordinal);
        Directory.Delete(keys, recursive: true);
    }

    [Fact]
    public async Task A_process_without_the_keys_says_that_the_conversation_is_unknown()
    {
        await using var first = await RunningHost.Start();
        await using var second = await RunningHost.Start(shared: first);
        var chat = await Chat.Begun(first.Client());

        var answer = await Chat.Send(second.Client(), new { number = chat.Number, state = chat.State, said = "yes" });

        Assert.Equal((409, "ConversationUnknown"), (answer.Status, answer.Name));
    }

    [Fact]
    public async Task After_half_an_hour_the_conversation_begins_again_and_a_yes_does_nothing()
    {
        await using var host = await RunningHost.Start();
        var chat = await Chat.Begun(host.Client());
        await chat.Say("cancel it");
        host.Clock.Advance(Duration.FromMinutes(31));

        await chat.Say("yes");

        Assert.StartsWith("It has been a while, so nothing was done with that. Let us begin again. Your order,", chat.Told, StringComparison.Ordinal);
        Assert.Equal((1, 0), (chat.Number, host.Order.Version));
    }
}
