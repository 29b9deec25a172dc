using MediatR;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.BadDays;

/// <summary>One run of a function, from its event to its answer, its end of time or its death.</summary>
sealed class Invocation(string name) : IDisposable
{
    readonly CancellationTokenSource time = new();

    public string Name { get; } = name;

    /// <summary>It has answered or died: what is answered to it from now on reaches nobody. What it asked before is still done.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What its death brings about.</summary>
    public Action? Died { get; init; }

    /// <summary>How much went wrong for it, its end of time included.</summary>
    public int Troubles { get; set; }

    /// <summary>It died before it could answer.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>The orders about which a request of it was given up, and when last: what came of that it does not know.</summary>
    public Dictionary<OrderId, Instant> GivenUp { get; } = [];

    /// <summary>The wish it was asked, if a flow asked it.</summary>
    public Attempt? Asked { get; init; }

    /// <summary>The text that it is about to send for an order, by the claim that it has made or found.</summary>
    public Dictionary<OrderId, int> Claimed { get; } = [];

    public CancellationToken Cancellation => time.Token;

    public void End() => IsOver = true;

    public void Kill()
    {
        if (!IsOver)
        {
            IsOver = WasKilled = true;
            Died?.Invoke();
        }
    }

    public void TimeIsUp()
    {
        if (!IsOver)
        {
            Troubles++;
            time.Cancel();
        }
    }

    public void Dispose() => time.Dispose();

    public override string ToString() => Name;
}

/// <summary>A machine that runs one invocation at a time, with a clock of its own and the line as the hosts open it.</summary>
sealed class FunctionInstance
{
    public FunctionInstance(BadDay day)
    {
        var orders = new TableClient(day, this);
        Line = OrderLine.Open(
            orders,
            orders,
            new TextClient(day, this),
            Shop.Policy,
            new FunctionClock(day.Time, day.Chance, day.Weather, day.Settings.ClocksAreOff));
        Flows = new ContactFlowHandler(Line, Language.Japanese, record => day.Log.Add(record.ToLogLine()));
    }

    public IMediator Line { get; }

    public ContactFlowHandler Flows { get; }

    /// <summary>What it is at; null when it has nothing to do.</summary>
    public Invocation? Running { get; set; }
}

/// <summary>The machines of all functions: an idle one is used again, a dead one never.</summary>
sealed class FunctionInstances(BadDay day)
{
    readonly List<FunctionInstance> idle = [];

    /// <summary>Runs something on a machine of its own.</summary>
    /// <param name="name">What it is called in the diary.</param>
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
        day.Figures.Count("invocations");
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
