using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Contracts;

/// <summary>What every store of proofs promises, whatever it is made of.</summary>
public abstract class VerificationsContract
{
    static readonly LocalDate Wednesday = new(2026, 11, 25);
    static readonly VerificationSubject AnOrder = new(Customer, Id("20268341"));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A store that holds nothing yet.</summary>
    protected abstract Task<IVerifications> Open();

    [Fact]
    public async Task Of_an_order_for_which_nothing_was_tried_nothing_is_known()
    {
        var store = await Open();

        Assert.Equal(Whole(OrderVerification.NothingTried(AnOrder)), Whole(await store.Of(AnOrder, Cancellation)));
    }

    [Fact]
    public async Task What_was_tried_is_read_back_whole()
    {
        var store = await Open();

        foreach (var tried in Everything(AnOrder))
        {
            Assert.Equal(StoreResult.Stored, await store.Store(tried, Cancellation));
            Assert.Equal(Whole(tried), Whole(await store.Of(AnOrder, Cancellation)));
        }
    }

    [Fact]
    public async Task A_number_without_an_order_is_a_subject_like_any_other()
    {
        var store = await Open();
        var tried = Asked(AnOrder with { Order = null }, "call-1");

        Assert.Equal(StoreResult.Stored, await store.Store(tried, Cancellation));

        Assert.Equal(Whole(tried), Whole(await store.Of(tried.Subject, Cancellation)));
    }

    [Fact]
    public async Task Other_orders_and_other_owners_are_left_alone()
    {
        var store = await Open();
        await store.Store(Asked(AnOrder, "call-1"), Cancellation);

        VerificationSubject[] others = [AnOrder with { Order = null }, AnOrder with { Order = Id("20268342") }, AnOrder with { Owner = SomebodyElse }];
        foreach (var other in others)
        {
            Assert.Equal(0, (await store.Of(other, Cancellation)).Version);
            Assert.Equal(StoreResult.Stored, await store.Store(Asked(other, "call-2"), Cancellation));
        }

        Assert.Equal(Whole(Asked(AnOrder, "call-1")), Whole(await store.Of(AnOrder, Cancellation)));
    }

    [Fact]
    public async Task What_follows_on_another_version_is_not_stored()
    {
        var store = await Open();
        var first = Asked(AnOrder, "call-1");
        var second = Asked(first, "call-2");

        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(second, Cancellation));
        Assert.Equal(0, (await store.Of(AnOrder, Cancellation)).Version);

        await store.Store(first, Cancellation);
        await store.Store(second, Cancellation);
        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(Asked(first, "call-3"), Cancellation));
        Assert.Equal(StoreResult.ChangedMeanwhile, await store.Store(Asked(AnOrder, "call-3"), Cancellation));
        Assert.Equal(Whole(second), Whole(await store.Of(AnOrder, Cancellation)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_several_that_follow_on_the_same_version_exactly_one_is_stored(int versions)
    {
        var store = await Open();
        var before = OrderVerification.NothingTried(AnOrder);
        if (versions > 0)
        {
            before = Asked(AnOrder, "call-0");
            await store.Store(before, Cancellation);
        }

        OrderVerification[] next = [.. Enumerable.Range(1, 8).Select(call => Asked(before, $"call-{call}"))];
        var results = await Task.WhenAll(next.Select(tried => Task.Run(() => store.Store(tried, Cancellation), Cancellation)));

        var stored = Assert.Single(next.Zip(results), tried => tried.Second is StoreResult.Stored).First;
        Assert.Equal(Whole(stored), Whole(await store.Of(AnOrder, Cancellation)));
    }

    [Fact]
    public async Task What_has_long_expired_is_still_read_as_it_is()
    {
        var store = await Open();
        var old = Asked(AnOrder, "call-1", Now - Duration.FromDays(400));

        await store.Store(old, Cancellation);

        Assert.Equal(Whole(old), Whole(await store.Of(AnOrder, Cancellation)));
    }

    [Fact]
    public async Task As_many_codes_are_taken_on_a_day_as_there_are()
    {
        var store = await Open();

        Assert.Equal(CodeBudget.Taken, await store.TakeCode(Wednesday, 2, Cancellation));
        Assert.Equal(CodeBudget.Taken, await store.TakeCode(Wednesday, 2, Cancellation));
        Assert.Equal(CodeBudget.UsedUp, await store.TakeCode(Wednesday, 2, Cancellation));
        Assert.Equal(CodeBudget.UsedUp, await store.TakeCode(Wednesday, 1, Cancellation));
        Assert.Equal(CodeBudget.Taken, await store.TakeCode(Wednesday, 3, Cancellation)); // the shop has raised it meanwhile
    }

    [Fact]
    public async Task Each_day_has_codes_of_its_own()
    {
        var store = await Open();
        await store.TakeCode(Wednesday, 1, Cancellation);

        Assert.Equal(CodeBudget.Taken, await store.TakeCode(Wednesday.PlusDays(1), 1, Cancellation));
        Assert.Equal(CodeBudget.UsedUp, await store.TakeCode(Wednesday, 1, Cancellation));
    }

    [Fact]
    public async Task Of_many_who_take_a_code_at_once_no_more_get_one_than_there_are()
    {
        var store = await Open();

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => store.TakeCode(Wednesday, 5, Cancellation), Cancellation)));

        Assert.Equal(5, taken.Count(budget => budget is CodeBudget.Taken));
    }

    [Fact]
    public async Task Codes_and_proofs_do_not_get_in_each_others_way()
    {
        var store = await Open();
        await store.TakeCode(Wednesday, 1, Cancellation);

        Assert.Equal(StoreResult.Stored, await store.Store(Asked(AnOrder, "call-1"), Cancellation));
        Assert.Equal(CodeBudget.UsedUp, await store.TakeCode(Wednesday, 1, Cancellation));
    }

    [Fact]
    public async Task Who_has_hung_up_gets_no_answer()
    {
        var store = await Open();
        var hungUp = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Of(AnOrder, hungUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Store(Asked(AnOrder, "call-1"), hungUp));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TakeCode(Wednesday, 1, hungUp));
    }

    /// <summary>Everything that can be known of an order, version by version.</summary>
    protected static IEnumerable<OrderVerification> Everything(VerificationSubject subject)
    {
        var tried = Asked(subject, "4a573372-1f28-4e26-b97b-XXXXXXXXXXX");
        yield return tried;

        var call = tried.Contacts[0];
        yield return tried = Stored(tried.NoteSending(call.Pending!, isTaken: true, Now + Duration.FromMilliseconds(1)));
        yield return tried = Stored(tried.TryCode(call.Contact, Operation.Cancel, _ => false, ["A1"], Now) as VerificationDecision.Wrong);
        yield return tried = Stored(tried.TryCode(call.Contact, Operation.Cancel, _ => false, ["B2"], Now) as VerificationDecision.Wrong);
        yield return tried = Assert.IsType<VerificationDecision.Verified>(tried.TryCode(call.Contact, Operation.Cancel, _ => true, ["C3"], Now)).After;
        yield return tried = Stored(tried.TryFactor(Call("call-2"), Operation.Reschedule, isRight: false, ["D4"], Now) as VerificationDecision.Wrong);
        yield return tried = Assert.IsType<VerificationDecision.Verified>(tried.TryFactor(Call("call-3"), Operation.TellNameAndItem, isRight: true, ["E5"], Now)).After;
        yield return tried = Asked(tried, "call-4", isAllowed: false);
        yield return tried = Asked(tried, "call-5");
        yield return Stored(tried.NoteSending(tried.Contacts[^1].Pending!, isTaken: false, Now));
    }

    /// <summary>After a call has asked for a code.</summary>
    protected static OrderVerification Asked(OrderVerification before, string call, Instant? at = null, bool isAllowed = true) =>
        Assert.IsType<CodeRequestDecision.NewCode>(before.RequestCode(Call(call), Operation.Cancel, isAllowed, "5EED", "k1", at ?? Now)).After;

    /// <inheritdoc cref="Asked(OrderVerification, string, Instant?, bool)"/>
    protected static OrderVerification Asked(VerificationSubject subject, string call, Instant? at = null) =>
        Asked(OrderVerification.NothingTried(subject), call, at);

    /// <summary>Everything a store must keep, as text that can be compared.</summary>
    protected static string Whole(OrderVerification tried) => string.Join('\n',
    [
        $"{tried.Subject.Key} {tried.Version} {string.Join(' ', tried.CodesSent)} {string.Join(' ', tried.WrongFactors)}",
        .. tried.Contacts.Select(call => $"{call.Contact} {call.LatestAt} {call.Reached} {call.Pending} {string.Join(' ', call.WrongAttempts)}"),
    ]);

    static ContactId Call(string id) => Contact(id).Id;

    static OrderVerification Stored(VerificationDecision.Wrong? decision) => Stored(decision?.After);

    static OrderVerification Stored(OrderVerification? next)
    {
        Assert.NotNull(next);
        return next;
    }
}
