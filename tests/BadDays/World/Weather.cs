using NodaTime;

namespace OrderHotline.BadDays;

/// <summary>How bad a day is: the probability of each thing that can go wrong, each time it can.</summary>
sealed class Weather
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

    /// <summary>The text service answers that it is asked too much.</summary>
    public double ThrottledTexts { get; set; }

    /// <summary>The text service answers with a fault of its own, having taken the text or not.</summary>
    public double FaultyTexts { get; set; }

    /// <summary>The text service gives no answer, having taken the text or not.</summary>
    public double SilentTexts { get; set; }

    /// <summary>A function's answer does not reach Connect, which sends the event again.</summary>
    public double LostReplies { get; set; }

    /// <summary>An event is sent twice at once.</summary>
    public double Twins { get; set; }

    /// <summary>The stream loses a change, or tells of it late, or twice.</summary>
    public double CarelessStream { get; set; }

    /// <summary>A clock steps when it is read.</summary>
    public double ClockSteps { get; set; }

    /// <summary>From when to when the text service is down.</summary>
    public Interval Outage { get; set; } = new(Instant.MinValue, Instant.MinValue);

    public bool IsDown(Instant now) => Outage.Contains(now);

    /// <summary>Each seed has its own bad weather: most days much goes wrong, and on some one thing alone, often.</summary>
    public static Weather Of(Chance chance, Instant start, Duration day)
    {
        var weather = new Weather
        {
            Kills = Badness(0.05),
            SlowTable = Badness(0.3),
            ThrottledTable = Badness(0.2),
            LostRequests = Badness(0.1),
            LostAnswers = Badness(0.2),
            LateWrites = Badness(0.1),
            ThrottledTexts = Badness(0.3),
            FaultyTexts = Badness(0.3),
            SilentTexts = Badness(0.3),
            LostReplies = Badness(0.3),
            Twins = Badness(0.3),
            CarelessStream = Badness(0.5),
            ClockSteps = Badness(0.3),
        };
        if (chance.Of(0.3))
        {
            var from = start + chance.Between(Duration.Zero, day);
            weather.Outage = new Interval(from, from + chance.Between(Duration.FromMinutes(1), day));
        }

        return weather;

        double Badness(double most) => chance.Between(0, 3) switch { 0 => 0, 1 => most / 4, _ => most };
    }

    /// <summary>From now on nothing goes wrong.</summary>
    public void ClearUp()
    {
        Kills = SlowTable = ThrottledTable = LostRequests = LostAnswers = LateWrites = 0;
        ThrottledTexts = FaultyTexts = SilentTexts = LostReplies = Twins = CarelessStream = ClockSteps = 0;
        Outage = new(Instant.MinValue, Instant.MinValue);
    }
}
