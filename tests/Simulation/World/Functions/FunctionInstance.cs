using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>A machine that runs one invocation at a time, with a clock of its own and the line as the hosts open it.</summary>
sealed class FunctionInstance
{
    public FunctionInstance(SimulatedDay day)
    {
        var orders = new TableClient(day, this);
        var clock = new FunctionClock(day.Time, day.Random, day.Faults, day.Settings.ClocksAreOff);
        Deliveries = OrderLine.ForDeliveries(orders, orders, new MessageClient(day, this), MessageWords.Standard, clock);
        Flows = new ContactFlowHandler(
            OrderLine.ForCalls(orders, Shop.Policy, clock), LinePhrases.Standard, TrustedChannels.None, record => day.Log.Add(record.ToLogLine()));
    }

    public IDeliveryLine Deliveries { get; }

    public ContactFlowHandler Flows { get; }

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
