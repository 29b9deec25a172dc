using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>The true time of a world, and all that is still to happen in it, one thing after another on one thread.</summary>
sealed class VirtualTime(Instant start)
{
    readonly PriorityQueue<Action, (Instant At, long Turn)> agenda = new();
    long turn;

    public Instant Now { get; private set; } = start;

    public void In(Duration delay, Action happens) => At(Now + delay, happens);

    public void At(Instant moment, Action happens) => agenda.Enqueue(happens, (moment, turn++));

    /// <summary>Lets everything happen until a moment.</summary>
    public void RunUntil(Instant end)
    {
        while (agenda.TryPeek(out var happens, out var when) && when.At <= end)
        {
            agenda.Dequeue();
            Now = Instant.Max(Now, when.At);
            happens();
        }

        Now = end;
    }
}
