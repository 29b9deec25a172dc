using System.Collections.Concurrent;
using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.Simulation;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>What was seen of a race for one order, by whoever ran it: all that can be known of it from outside the store.</summary>
sealed class RaceTrack(Order before)
{
    readonly ConcurrentQueue<Step> steps = [];
    readonly ConcurrentQueue<Publishing> publishings = [];
    readonly ConcurrentQueue<Attempt> attempts = [];
    long moments;

    /// <summary>The clock of the line stands still; what is seen is put in its order by moments that are nothing but later.</summary>
    public Instant Next() => SampleOrder.Now + Duration.FromTicks(Interlocked.Increment(ref moments));

    public void Saw(Attempt attempt) => attempts.Enqueue(attempt);

    public void Saw(Publishing publishing) => publishings.Enqueue(publishing);

    /// <summary>A change that the store said it took: it was taken a moment before.</summary>
    public void SawStored(OrderChange change, Invocation by) =>
        steps.Enqueue(new Step(Next(), change.Before, change.After, new Writer.Line(by)));

    /// <summary>The race as the rules judge it. Who saw a write last may have been answered first, so the writes are put in the order of
    /// their versions, and every answer may tell of anything that happened in the race.</summary>
    public OrderTrace Over(Order after, bool isDelivered)
    {
        var end = Next();
        foreach (var attempt in attempts)
        {
            attempt.Ended = end;
        }

        return new OrderTrace(
            before,
            [.. steps.OrderBy(step => step.After.Version)],
            after,
            [.. attempts],
            [.. publishings.OrderBy(message => message.HandedAt)],
            isDelivered);
    }
}
