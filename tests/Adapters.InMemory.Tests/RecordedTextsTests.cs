using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class RecordedTextsTests : TextMessagesContract
{
    readonly RecordedTexts recorded = new();

    protected override ITextMessages Texts => recorded;

    protected override IReadOnlyList<(string To, string Body)> Taken => [.. recorded.Sent.Select(text => (text.To.ToE164(), text.Body))];

    protected override void OptOut(PhoneNumber customer) => recorded.OptOut(customer);

    [Fact]
    public async Task What_was_sent_so_far_is_a_picture_that_does_not_change()
    {
        await recorded.Send(SampleOrder.Customer, "first", Cancellation);
        var sent = recorded.Sent;
        await recorded.Send(SampleOrder.Customer, "second", Cancellation);

        Assert.Single(sent);
        Assert.Equal(2, recorded.Sent.Length);
    }
}
