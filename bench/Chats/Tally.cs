using System.Globalization;

namespace OrderHotline.Bench.Chats;

/// <summary>What came of all messages.</summary>
sealed class Tally
{
    readonly Lock gate = new();
    readonly List<double> answers = [];
    readonly List<double> waits = [];
    int again;

    public int Answered
    {
        get
        {
            lock (gate)
            {
                return answers.Count;
            }
        }
    }

    public int OutOfOrder { get; private set; }

    /// <summary>Counts an answer.</summary>
    /// <param name="answer">How long it took.</param>
    /// <param name="wait">How long the customer waited, sending again included.</param>
    /// <param name="tries">How often the message was sent before.</param>
    /// <param name="isInOrder">Whether it is the answer to this message and no other.</param>
    public void Count(TimeSpan answer, TimeSpan wait, int tries, bool isInOrder)
    {
        lock (gate)
        {
            answers.Add(answer.TotalMilliseconds);
            waits.Add(wait.TotalMilliseconds);
            again += tries;
            OutOfOrder += isInOrder ? 0 : 1;
        }
    }

    public string Table(int customers, double peakMiB, TimeSpan away, int lost, int doubled)
    {
        answers.Sort();
        waits.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"""
            | chats at once | messages answered | sent again | out of order | changes lost | changes doubled | host away s | answer p50 ms | p99 ms | customer waits p99 ms | host peak MiB |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            | {customers} | {answers.Count} | {again} | {OutOfOrder} | {lost} | {doubled} | {away.TotalSeconds:0.0} | {At(answers, 50):0.0} | {At(answers, 99):0} | {At(waits, 99):0} | {peakMiB:0} |
            """);
    }

    static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
