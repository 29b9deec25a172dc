using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>A machine that runs one invocation at a time, with a clock of its own and the line as the hosts open it.</summary>
sealed class FunctionInstance
{
    readonly ContactFlowHandler flows;
    readonly ContactFlowHandler? verification;
    readonly AskingShop? asks;
    readonly int settings;

    public FunctionInstance(SimulatedDay day)
    {
        var orders = new TableClient(day, this);
        var clock = new FunctionClock(day.Time, day.Random, day.Faults, day.Settings.ClocksAreOff);
        var messages = new MessageClient(day, this, MessageClient.Messages, day.Publishings, Shop.OrderNamedIn);
        Deliveries = OrderLine.ForDeliveries(orders, orders, messages, MessageWords.Standard, clock);
        if (day.Asks is not { } asks)
        {
            flows = Handler(OrderLine.ForCalls(orders, Shop.Policy, clock));
            return;
        }

        (this.asks, settings) = (asks, asks.SettingsAt(day.Time.Now));
        var proofs = day.Settings.SpoilProofs(new ProofTableClient(day, this));
        var codes = new MessageClient(day, this, MessageClient.Codes, day.Codes, day.OrderOfCode);
        var verifying = asks.Verification(day.Time.Now, () => $"{day.Random.Id():N}");
        flows = Handler(OrderLine.ForCalls(orders, proofs, asks.Policy, Shop.Policy, clock));
        verification = new(
            OrderLine.ForVerification(orders, proofs, codes, verifying, Shop.Policy, MessageWords.Standard, clock),
            LinePhrases.Standard,
            TrustedChannels.None,
            Log);

        ContactFlowHandler Handler(ICallLine line) => new(line, LinePhrases.Standard, TrustedChannels.None, Log);

        void Log(CallRecord record) => day.Log.Add(record.ToLogLine().ToString());
    }

    public IDeliveryLine Deliveries { get; }

    /// <summary>The handler of what flows ask.</summary>
    public ContactFlowHandler Serving(ConnectFunction function) =>
        function is ConnectFunction.RequestCode or ConnectFunction.VerifyCaller ? verification! : flows;

    /// <summary>Whether it is in use no more: it started with settings that have changed since.</summary>
    public bool IsOutdated(Instant now) => asks is not null && asks.SettingsAt(now - AskingShop.SettingsAreOld) > settings;

    /// <summary>What it is at; null when it has nothing to do.</summary>
    public Invocation? Running { get; set; }
}

/// <summary>The machines of all functions: an idle one is used again, a dead one never.</summary>
sealed class FunctionInstances(SimulatedDay day)
{
    readonly List<FunctionInstance> idle = [];

    /// <summary>Runs something on a machine of its own.</summary>
    /// <param name="name">What it is called in the events.</param>
    /// <param name="longest">When its time is up.</param>
    /// <param name="work">What it does; may throw.</param>
    /// <param name="ended">What comes of it, unless it dies.</param>
    /// <param name="died">What its death brings about.</param>
    /// <param name="asked">The wish it is asked, if a flow asks it.</param>
    public Invocation Run<T>(
        string name,
        Duration longest,
        Func<FunctionInstance, Invocation, Task<T>> work,
        Action<Invocation, T?, Exception?> ended,
        Action? died = null,
        Attempt? asked = null)
    {
        day.Statistics.Count("invocations");
        idle.RemoveAll(machine => machine.IsOutdated(day.Time.Now));
        var instance = idle.Count > 0 ? idle[^1] : new FunctionInstance(day);
        if (idle.Count > 0)
        {
            idle.RemoveAt(idle.Count - 1);
        }

        var invocation = instance.Running = new Invocation(name) { Died = died, Asked = asked };
        day.Time.In(longest, invocation.TimeIsUp);
        _ = Finish();
        return invocation;

        async Task Finish()
        {
            T? answer = default;
            Exception? fault = null;
            try
            {
                answer = await work(instance, invocation);
            }
#pragma warning disable CA1031 // Whatever leaves a function is its answer.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                fault = thrown;
            }

            invocation.End();
            instance.Running = null;
            idle.Add(instance);
            ended(invocation, answer, fault);
        }
    }
}
