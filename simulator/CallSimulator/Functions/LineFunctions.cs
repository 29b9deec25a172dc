using System.Collections.Frozen;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>The line's own functions in this process, over the same JSON as when they are deployed. They take no time of the call,
/// and the time of every decision is the moment of the call.</summary>
public sealed class LineFunctions
{
    // By its exact name: the deployed function is chosen by it too.
    static readonly FrozenDictionary<string, ConnectFunction> Flows =
        Enum.GetValues<ConnectFunction>().ToFrozenDictionary(function => function.ToString(), StringComparer.Ordinal);

    readonly CallClock clock = new();
    readonly CallOperators operators;
    readonly ContactFlowHandler flows;
    readonly ContactFlowHandler verification;
    readonly ContactFlowHandler vouching;
    readonly OrderDialogHandler dialog;

    /// <summary>Opens the line over a shop's orders, on a clock that shows the moment of whichever call asks.</summary>
    /// <param name="ports">Where orders and proofs are, and who carries codes.</param>
    /// <param name="shop">When it ships, which language it speaks, whom it trusts.</param>
    /// <param name="log">Takes one line of JSON an invocation. Must not throw.</param>
    public LineFunctions(LinePorts ports, Shop shop, Action<string> log)
    {
        flows = ForOrders(ports, shop, clock, record => log($"{record.ToLogLine()}"));
        verification = ForVerification(ports, shop, clock, record => log($"{record.ToLogLine()}"));
        operators = new(ports.Operators);
        vouching = ForOperators(ports with { Operators = operators }, shop, clock, record => log($"{record.ToLogLine()}"));
        dialog = new(OrderLine.ForDates(shop.Policy, clock), shop.Words, shop.DeliveryDaysAfterShipping, record => log($"{record.ToLogLine()}"));
    }

    /// <summary>Opens the one function that is named.</summary>
    /// <param name="function">The function.</param>
    /// <param name="ports">Where orders and proofs are, and who carries codes.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="clock">The time of every decision.</param>
    /// <param name="log">Takes one record an event. Must not throw.</param>
    public static ContactFlowHandler Open(
        ConnectFunction function, LinePorts ports, Shop shop, IClock clock, Action<CallRecord> log) =>
        Of<Func<LinePorts, Shop, IClock, Action<CallRecord>, ContactFlowHandler>>(function, ForOrders, ForVerification, ForOperators)(ports, shop, clock, log);

    static T Of<T>(ConnectFunction function, T orders, T verification, T operators) => function switch
    {
        ConnectFunction.RequestCode or ConnectFunction.VerifyCaller => verification,
        ConnectFunction.VouchForCaller => operators,
        _ => orders,
    };

    static ContactFlowHandler ForOperators(LinePorts ports, Shop shop, IClock clock, Action<CallRecord> log) => new(
        OrderLine.ForOperators(ports.Orders, ports.Verifications, ports.Operators, clock), shop.Words, shop.Trusted, log);

    static ContactFlowHandler ForOrders(LinePorts ports, Shop shop, IClock clock, Action<CallRecord> log) => new(
        OrderLine.ForCalls(ports.Orders, ports.Verifications, shop.Verification, shop.Policy, clock), shop.Words, shop.Trusted, log);

    static ContactFlowHandler ForVerification(LinePorts ports, Shop shop, IClock clock, Action<CallRecord> log) => new(
        OrderLine.ForVerification(
            ports.Orders, ports.Verifications, ports.Codes, DeskCodes.Settings(shop), shop.Policy, shop.MessageWords, clock),
        shop.Words, shop.Trusted, log);

    /// <summary>Invokes a function by its name; see <see cref="InvokeFunction"/>. Many calls may do so at once.</summary>
    /// <returns>Failed when there is no such function.</returns>
    public async Task<FunctionAnswer> Invoke(FunctionCall call, CancellationToken cancellation)
    {
        clock.Show(call.At);
        operators.Show(call.WithOperator);
        if (call.Name == OrderDialogHandler.FunctionName)
        {
            return Replied(await dialog.Answer(call.Payload, cancellation).ConfigureAwait(false));
        }

        if (Flows.TryGetValue(call.Name, out var function))
        {
            var serving = Of(function, flows, verification, vouching);
            return Replied((await serving.Answer(function, call.Payload, cancellation).ConfigureAwait(false)).ToJson());
        }

        return new FunctionAnswer.Failed(
            $"There is no function {call.Name}: it must be one of {string.Join(", ", Flows.Keys.Order(StringComparer.Ordinal))} "
                + $"or {OrderDialogHandler.FunctionName}.",
            Duration.Zero)
        {
            IsUnknown = true,
        };
    }

    static FunctionAnswer.Replied Replied(byte[] json) => new(json, Duration.Zero);
}

/// <summary>Shows every invocation its own moment, also when several run at once.</summary>
sealed class CallClock : IClock
{
    readonly AsyncLocal<Instant> now = new();

    public void Show(Instant moment) => now.Value = moment;

    public Instant GetCurrentInstant() => now.Value;
}

/// <summary>Shows every invocation the operator of its own call, also when several run at once.</summary>
sealed class CallOperators(IOperators others) : IOperators
{
    const string OfTheDesk = "operator-of-the-desk";

    readonly AsyncLocal<(string Contact, string First)?> now = new();

    public void Show((string Contact, string First)? connected) => now.Value = connected;

    public Task<OperatorConnection> ConnectedTo(ContactId contact, CancellationToken cancellation) =>
        now.Value is var (with, firstOfAll) && with == contact.ToString() && ContactId.TryParse(firstOfAll, out var first)
            ? Task.FromResult<OperatorConnection>(new OperatorConnection.Connected(OfTheDesk, first))
            : others.ConnectedTo(contact, cancellation);
}
