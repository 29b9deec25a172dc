using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Contracts;

/// <summary>What every service that carries messages promises, whatever carries them.</summary>
public abstract class MessageSenderContract
{
    const string Body = "発送日を2026年12月3日（木）に変更しました。\n商品名: コーヒー豆 & <髙﨑> 😀\n注文番号: 1";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IMessageSender Sender { get; }

    /// <summary>From now on this customer wants no messages.</summary>
    protected abstract void OptOut(PhoneNumber customer);

    /// <summary>The messages that were taken, whole, with their numbers.</summary>
    protected abstract IReadOnlyList<(string To, string Body)> Taken { get; }

    [Fact]
    public async Task A_message_that_is_taken_has_an_id_and_is_taken_whole()
    {
        var receipt = await Sender.Send(SampleOrder.Customer, Body, Cancellation);

        Assert.NotEmpty(Assert.IsType<MessageReceipt.Accepted>(receipt).MessageId);
        Assert.Equal([(SampleOrder.Customer.ToE164(), Body)], Taken);
    }

    [Fact]
    public async Task Messages_are_taken_in_the_order_in_which_they_are_sent()
    {
        await Sender.Send(SampleOrder.Customer, "first", Cancellation);
        await Sender.Send(SampleOrder.SomebodyElse, "second", Cancellation);

        Assert.Equal(["first", "second"], Taken.Select(message => message.Body));
    }

    [Fact]
    public async Task A_customer_who_wants_no_messages_gets_none_and_the_refusal_says_why()
    {
        OptOut(SampleOrder.Customer);

        var receipt = await Sender.Send(SampleOrder.Customer, Body, Cancellation);

        Assert.Equal("OptedOut", Assert.IsType<MessageReceipt.Refused>(receipt).Reason);
        Assert.Empty(Taken);
    }

    [Fact]
    public async Task A_message_that_was_called_off_is_not_sent()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Sender.Send(SampleOrder.Customer, Body, new CancellationToken(canceled: true)));
        Assert.Empty(Taken);
    }
}
