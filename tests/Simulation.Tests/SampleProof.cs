using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Simulation.Tests.SampleDay;

namespace OrderHotline.Simulation.Tests;

/// <summary>A day on which a caller is asked for a code before an order is cancelled, mistypes it, keys it in, and cancels. Each test plants a
/// fault in it.</summary>
static class SampleProof
{
    public const string Digits = "314159";
    public const string Mistyped = "314195";
    public const string Call = "contact-1";

    public static readonly Order Asked = Shop.Order(customer: 1, number: 11, shipsIn: 2, prefix: "A700");
    public static readonly VerificationPolicy Policy = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true };
    public static readonly Wish ToCancelIt = new(1, Call, Asked.Owner, ConnectFunction.CancelOrder, Day: "", Words: "");

    public static Wish ForACode { get; } = ToCancelIt with { Number = 101, Function = ConnectFunction.RequestCode, For = ConnectFunction.CancelOrder };

    public static OrderTrace Good()
    {
        var (refused, asking) = (Answer(Attempt(ToCancelIt, 0), new CancelOutcome.VerificationNeeded(WayToVerify.Code), 1), Attempt(ForACode, 5));
        var (wrong, right) = (Attempt(KeyedIn(Mistyped, 102), 20), Attempt(KeyedIn(Digits, 103), 30));
        var cancelling = Attempt(ToCancelIt with { Number = 2 }, 40);
        var (sender, code) = (new Invocation("function 2") { Asked = asking }, Code(5));
        List<ProofStep> steps = [];
        Store(5, sender, call => call with { Pending = code });
        Store(8, sender, call => call with { Pending = code with { Sending = CodeSending.Sent } });
        Store(21, new Invocation("function 3") { Asked = wrong }, call => call with { WrongAttempts = ["F1"] });
        Store(31, new Invocation("function 4") { Asked = right }, call => call with { Pending = null, Reached = Reached(Assurance.Possession, 30) });
        Answer(asking, new RequestCodeOutcome.Requested(), 9);
        Answer(wrong, new VerifyCallerOutcome.Wrong(), 22);
        Answer(right, new VerifyCallerOutcome.Verified(), 32);

        var cancelled = With(
            Asked,
            new OrderState.Cancelled(),
            entry: new Change.Cancellation(Ten + Seconds(40), Contact(Call), Channel.Voice) { Assurance = Assurance.Possession },
            outbox: Asked.Outbox with { Owed = [new OwedMessage.Cancellation(1, Language.English, Ten + Seconds(40))] });
        var change = new Step(Ten + Seconds(41), Asked, cancelled, new Writer.Line(new Invocation("function 5") { Asked = cancelling }));
        Answer(cancelling, Decided(new CancelDecision.Cancelled(new OrderChange(Asked, cancelled))), 42);
        return new OrderTrace(Asked, [change], cancelled, [refused, asking, wrong, right, cancelling], [], IsRecovered: false)
        {
            Proofs = new ProofTrace(Policy, steps, [Message(Digits, 6, sender)]),
        };

        void Store(int second, Invocation by, Func<ContactVerification, ContactVerification> does) =>
            steps.Add(Following(steps.Count == 0 ? OrderVerification.NothingTried(new(Asked.Owner, Asked.Id)) : steps[^1].After, second, by, does));
    }

    /// <summary>The next version of what was tried.</summary>
    public static ProofStep Following(
        OrderVerification before, int second, Invocation by, Func<ContactVerification, ContactVerification> does) => new(
        Ten + Seconds(second),
        before,
        before with
        {
            Version = before.Version + 1,
            Contacts = [does(before.Contacts.FirstOrDefault() ?? ContactVerification.Of(Contact(Call)) with { LatestAt = Ten })],
        },
        by);

    public static Wish KeyedIn(string digits, int number) =>
        ToCancelIt with { Number = number, Function = ConnectFunction.VerifyCaller, For = ConnectFunction.CancelOrder, Code = digits };

    public static ReachedAssurance Reached(Assurance assurance, int second) => new(assurance, Operation.Cancel, Ten + Seconds(second));

    public static Publishing Message(string digits, int second, Invocation by, PhoneNumber? to = null) => new(
        to ?? Asked.Owner, Asked.Id, number: 0, $"Tokei Kobo: {digits} is your code to CANCEL order {Asked.Id}.", Ten + Seconds(second), by)
    {
        TakenAt = Ten + Seconds(second + 1),
        MessageId = "code-1",
        Heard = Heard.Accepted,
    };

    static PendingCode Code(int second) => new(Contact(Call), Operation.Cancel, "nonce", "k1", Ten + Seconds(second), CodeSending.Owed);
}
