using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>A function waits for somebody's answer: the only place where it can be killed, run out of time or be overtaken.</summary>
/// <remarks>Whoever answers runs the function on, at once, to its next wait: that keeps a day on one thread and in one order.</remarks>
sealed class RemoteCall<T>
{
    static readonly Duration LongestAgony = Duration.FromSeconds(3);

    readonly TaskCompletionSource<T> answer = new();
    readonly SimulatedDay day;
    readonly Invocation invocation;
    readonly string what;
    readonly string order;
    readonly bool diesHere;
    readonly CancellationTokenRegistration calledOff;

    public RemoteCall(SimulatedDay day, Invocation invocation, string what, string order, CancellationToken cancellation)
    {
        (this.day, this.invocation, this.what, this.order) = (day, invocation, what, order);
        day.Statistics.Count("waits");
        if (!invocation.IsOver && day.Random.Of(day.Faults.Kills))
        {
            var before = day.Random.Of(0.3);
            day.Statistics.Count($"kill: {(before ? "before" : "during")} {what}");
            if (before)
            {
                Die();
            }
            else
            {
                day.Time.In(day.Random.Between(Duration.Zero, LongestAgony), DieIfStillWaiting);
                diesHere = true;
            }
        }

        if (cancellation.IsCancellationRequested)
        {
            answer.TrySetCanceled(cancellation);
        }

        calledOff = cancellation.Register(() =>
        {
            if (!IsOver)
            {
                day.Events.Write(order, $"{invocation.Name}: no time left for {what}");
                answer.TrySetCanceled(cancellation);
            }
        });
    }

    public Task<T> Answer => answer.Task;

    public bool IsOver => invocation.IsOver || answer.Task.IsCompleted;

    /// <summary>It was called off, or its function died, before anything was sent.</summary>
    public bool IsCalledOff => IsOver;

    /// <summary>Whether the function still hears what it is answered now.</summary>
    public bool IsHeard => !IsOver && !diesHere;

    public void Trouble(string kind)
    {
        invocation.Troubles++;
        day.Statistics.Count($"fault: {what} {kind}");
        day.Events.Write(order, $"{invocation.Name}: {what} is {kind}");
    }

    public void Answered(T result) => End(() => answer.TrySetResult(result));

    public void Failed(Exception fault)
    {
        if (!IsOver)
        {
            invocation.Troubles++;
            day.Events.Write(order, $"{invocation.Name}: {what} fails");
        }

        End(() => answer.TrySetException(fault));
    }

    // Whoever is to die during this call never hears the answer.
    void End(Action tell)
    {
        if (IsOver)
        {
            return;
        }

        if (diesHere)
        {
            Die();
            return;
        }

        calledOff.Dispose();
        tell();
    }

    void DieIfStillWaiting()
    {
        if (!IsOver)
        {
            Die();
        }
    }

    void Die()
    {
        day.Events.Write(order, $"{invocation.Name} dies in {what}");
        calledOff.Dispose();
        invocation.Kill();
    }
}
