using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Adapters.InMemory.Tests;

public sealed class InMemoryVerificationsTests : VerificationsContract
{
    protected override Task<IVerifications> Open() => Task.FromResult<IVerifications>(new InMemoryVerifications());

    [Fact]
    public async Task Everything_that_is_kept_is_listed()
    {
        var store = new InMemoryVerifications();
        Assert.Empty(store.All());

        var tried = Asked(new VerificationSubject(Customer, Id("1")), "call-1");
        await store.Store(tried, Cancellation);

        Assert.Equal([tried], store.All());
    }

    [Fact]
    public async Task What_was_kept_elsewhere_is_taken_in_as_it_is_and_replaces_what_is_there()
    {
        var store = new InMemoryVerifications();
        var subject = new VerificationSubject(Customer, Id("1"));
        await store.Store(Asked(subject, "call-1"), Cancellation);
        var kept = Asked(subject, "call-2") with { Version = 7 };

        store.Put(kept);

        Assert.Equal([kept], store.All());
        Assert.Equal(StoreResult.Stored, await store.Store(Asked(kept, "call-3"), Cancellation));
    }
}
