using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>How bad a day is: the probability of each thing that can go wrong, each time it can.</summary>
sealed class FaultProfile
{
    /// <summary>A function dies while it waits for an answer, whichever it waits for.</summary>
    public double Kills { get; set; }

    /// <summary>A request to the table is slow, but answered in time.</summary>
    public double SlowTable { get; set; }

    /// <summary>The table answers that it is asked too much.</summary>
    public double ThrottledTable { get; set; }

    /// <summary>A request never reaches the table.</summary>
    public double LostRequests { get; set; }

    /// <summary>The table does what it is asked, and the answer is lost.</summary>
    public double LostAnswers { get; set; }

    /// <summary>The table does what it is asked after whoever asked has given up on that attempt.</summary>
    public double LateWrites { get; set; }

    /// <summary>The message service answers that it is asked too much.</summary>
    public double ThrottledMessages { get; set; }

    /// <summary>The message service answers with a fault of its own, having taken the message or not.</summary>
    public double FaultyMessages { get; set; }

    /// <summary>The message service gives no answer, having taken the message or not.</summary>
    public double UnansweredMessages { get; set; }

    /// <summary>A function's answer does not reach Connect, which sends the event again.</summary>
    public double LostReplies { get; set; }

    /// <summary>An event is sent twice at once.</summary>
    public double DuplicateEvents { get; set; }

    /// <summary>The stream loses a change, or tells of it late, or twice.</summary>
    public double UnreliableStream { get; set; }

    /// <summary>A clock steps when it is read.</summary>
    public double ClockSteps { get; set; }

    /// <summary>From when to when the message service is down.</summary>
    public Interval Outage { get; set; } = new(Instant.MinValue, Instant.MinValue);

    public bool IsDown(Instant now) => Outage.Contains(now);

    /// <summary>Each seed has its own bad faults: most days much goes wrong, and on some one thing alone, often.</summary>
    public static FaultProfile Of(SeededRandom random, Instant start, Duration day)
    {
        var faults = new FaultProfile
        {
            Kills = Badness(0.05),
            SlowTable = Badness(0.3),
            ThrottledTable = Badness(0.2),
            LostRequests = Badness(0.1),
            LostAnswers = Badness(0.2),
            LateWrites = Badness(0.1),
            ThrottledMessages = Badness(0.3),
            FaultyMessages = Badness(0.3),
            UnansweredMessages = Badness(0.3),
            LostReplies = Badness(0.3),
            DuplicateEvents = Badness(0.3),
            UnreliableStream = Badness(0.5),
            ClockSteps = Badness(0.3),
        };
        if (random.Of(0.3))
        {
            var from = start + random.Between(Duration.Zero, day);
            faults.Outage = new Interval(from, from + random.Between(Duration.FromMinutes(1), day));
        }

        return faults;

        double Badness(double most) => random.Between(0, 3) switch { 0 => 0, 1 => most / 4, _ => most };
    }

    /// <summary>From now on nothing goes wrong.</summary>
    public void StopAll()
    {
        Kills = SlowTable = ThrottledTable = LostRequests = LostAnswers = LateWrites = 0;
        ThrottledMessages = FaultyMessages = UnansweredMessages = LostReplies = DuplicateEvents = UnreliableStream = ClockSteps = 0;
        Outage = new(Instant.MinValue, Instant.MinValue);
    }
}
