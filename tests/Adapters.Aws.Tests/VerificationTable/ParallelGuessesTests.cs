using System.Globalization;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>Guesses at the same moment, on a table where nothing but its conditions puts them in order.</summary>
public sealed class ParallelGuessesTests(Dynalite dynalite)
{
    const int Guessers = 8;

    static readonly ContactId Call = Contact("call-1").Id;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_eight_wrong_codes_at_once_three_are_counted_and_nobody_is_verified()
    {
        using var table = await ProofTable.Create(dynalite);
        var messages = new RecordedMessages();
        var line = Open(table.Verifications, messages);
        await line.Send(new RequestCode(new Caller.Identified(Customer), OrderId: null, Operation.Cancel, Call, Language.English), Cancellation);
        var code = CodeIn(Assert.Single(messages.Sent).Body);

        var answers = await Task.WhenAll(Enumerable.Range(1, Guessers).Select(guess => Task.Run(() => KeyIn(line, Wrong(code, guess)), Cancellation)));

        Assert.Equal(2, answers.Count(answer => answer is VerifyCallerOutcome.Wrong));
        Assert.Equal(Guessers - 2, answers.Count(answer => answer is VerifyCallerOutcome.Locked));
        var call = Assert.Single((await table.Verifications.Of(new VerificationSubject(Customer, Id("20268341")), Cancellation)).Contacts);
        Assert.Equal((3, null), (call.WrongAttempts.Length, call.Pending));
        Assert.IsType<VerifyCallerOutcome.Locked>(await KeyIn(line, code));
    }

    [Fact]
    public async Task Of_eight_wrong_ends_at_once_in_eight_calls_three_are_counted()
    {
        using var table = await ProofTable.Create(dynalite);
        var line = Open(table.Verifications, new RecordedMessages());

        var answers = await Task.WhenAll(Enumerable.Range(1, Guessers).Select(guess => Task.Run(
            () => line.Send(
                new VerifyCaller(
                    new Caller.Identified(Customer), OrderId: null, Operation.Reschedule, Contact($"call-{guess}").Id, Code: null,
                    guess.ToString("D4", CultureInfo.InvariantCulture)),
                Cancellation),
            Cancellation)));

        Assert.Equal(3, answers.Count(answer => answer is VerifyCallerOutcome.Wrong));
        Assert.Equal(Guessers - 3, answers.Count(answer => answer is VerifyCallerOutcome.Expired));
    }

    [Fact]
    public async Task A_code_that_is_asked_for_eight_times_at_once_is_one_code()
    {
        using var table = await ProofTable.Create(dynalite);
        var messages = new RecordedMessages();
        var line = Open(table.Verifications, messages);
        var asking = new RequestCode(new Caller.Identified(Customer), OrderId: null, Operation.Cancel, Call, Language.English);

        await Task.WhenAll(Enumerable.Range(0, Guessers).Select(_ => Task.Run(() => line.Send(asking, Cancellation), Cancellation)));

        // Who meets a code that nobody knows to have been sent sends it, too; it is the same, and counts once.
        Assert.Single(messages.Sent.Select(message => message.Body).Distinct());
        Assert.Single((await table.Verifications.Of(new VerificationSubject(Customer, Id("20268341")), Cancellation)).CodesSent);
    }

    static IVerificationLine Open(IVerifications verifications, RecordedMessages messages)
    {
        var orders = new InMemoryOrders();
        orders.Put(Of(Customer, "20268341"));
        var policy = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true };
        var key = new CodeKey("k1", Enumerable.Repeat((byte)7, CodeKey.ShortestSecret).ToArray());
        return OrderLine.ForVerification(
            orders, verifications, messages, new VerificationSettings(policy, new CodeKeys(key), "Tokei Kobo", () => $"{Guid.NewGuid():N}"), Policy,
            MessageWords.Standard, new FakeClock(Now));
    }

    static Task<VerifyCallerOutcome> KeyIn(IVerificationLine line, string code) => line.Send(
        new VerifyCaller(new Caller.Identified(Customer), OrderId: null, Operation.Cancel, Call, code, LastFour: null), Cancellation);

    static string CodeIn(string body) => body.Split(' ').First(word => word.Length == OneTimeCode.Length && word.All(char.IsAsciiDigit));

    static string Wrong(string code, int guess) =>
        ((int.Parse(code, CultureInfo.InvariantCulture) + guess) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
}
