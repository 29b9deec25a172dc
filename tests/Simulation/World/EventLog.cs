using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Simulation;

/// <summary>Everything that happened on a day, line by line, and a hash of it that is the same wherever the day is run again.</summary>
sealed class EventLog(VirtualTime time)
{
    static readonly InstantPattern Clock = InstantPattern.CreateWithInvariantCulture("HH:mm:ss.fff");

    readonly List<(Instant At, string Order, string Line)> lines = [];

    /// <summary>FNV-1a of every line.</summary>
    public ulong Hash { get; private set; } = 14_695_981_039_346_656_037;

    /// <param name="order">The order it is about; empty for none.</param>
    /// <param name="line">What happened.</param>
    public void Write(string order, string line)
    {
        lines.Add((time.Now, order, line));
        Mix(time.Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
        Mix(order);
        Mix(line);
    }

    /// <summary>The lines about one order, with the true time in UTC; about all when there is none.</summary>
    public IEnumerable<string> About(string order) => lines
        .Where(line => order.Length == 0 || line.Order == order)
        .Select(line => $"{Clock.Format(line.At)}  {line.Order,-5} {line.Line}");

    void Mix(string message)
    {
        foreach (var c in message)
        {
            Hash = unchecked((Hash ^ c) * 1_099_511_628_211);
        }
    }
}
