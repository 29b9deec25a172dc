using System.Collections.Frozen;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.CallSimulator.Functions;

/// <summary>The line's own functions in this process, over the same JSON as when they are deployed. They take no time of the call,
/// and the time of every decision is the moment of the call.</summary>
public sealed class LineFunctions
{
    // By its exact name: the deployed function is chosen by it too.
    static readonly FrozenDictionary<string, ConnectFunction> Flows =
        Enum.GetValues<ConnectFunction>().ToFrozenDictionary(function => function.ToString(), StringComparer.Ordinal);

    readonly CallClock clock = new();
    readonly ContactFlowHandler flows;
    readonly ContactFlowHandler verification;
    readonly OrderDialogHandler dialog;

    /// <summary>Opens the line over a shop's orders, on a clock that shows the moment of whichever call asks.</summary>
    /// <param name="ports">Where orders and proofs are, and who carries codes.</param>
    /// <param name="shop">When it ships, which language it speaks, whom it trusts.</param>
    /// <param name="log">Takes one line of JSON an invocation. Must not throw.</param>
    public LineFunctions(LinePorts ports, Shop shop, Action<string> log)
    {
        flows = ForOrders(ports, shop, clock, record => log(record.ToLogLine()));
        verification = ForVerification(ports, shop, clock, record => log(record.ToLogLine()));
        dialog = new(OrderLine.ForDates(shop.Policy, clock), shop.Words, shop.DeliveryDaysAfterShipping, record => log(record.ToLogLine()));
    }

    /// <summary>Opens the one function that is named.</summary>
    /// <param name="function">The function.</param>
    /// <param name="ports">Where orders and proofs are, and who carries codes.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="clock">The time of every decision.</param>
    /// <param name="log">Takes one record an event. Must not throw.</param>
    public static ContactFlowHandler Open(
        ConnectFunction function, LinePorts ports, Shop shop, IClock clock, Action<CallRecord> log) =>
        IsOfVerification(function) ? ForVerification(ports, shop, clock, log) : ForOrders(ports, shop, clock, log);

    static bool IsOfVerification(ConnectFunction function) => function is ConnectFunction.RequestCode or ConnectFunction.VerifyCaller;

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
        if (call.Name == OrderDialogHandler.FunctionName)
        {
            return Replied(await dialog.Answer(call.Payload, cancellation).ConfigureAwait(false));
        }

        if (Flows.TryGetValue(call.Name, out var function))
        {
            var serving = IsOfVerification(function) ? verification : flows;
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
