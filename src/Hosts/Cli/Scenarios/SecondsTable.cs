using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.CallSimulator.Timing;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline run --seconds</c>: how long each call takes its caller, by estimate.</summary>
static class SecondsTable
{
    const string Nothing = "-";

    static readonly string[] Heads = ["may act", "announced", "in all", "turns"];

    /// <summary>The table, a line a call.</summary>
    public static string Write(IReadOnlyCollection<(string File, PlayedCall Call)> calls)
    {
        var width = calls.Select(call => call.File.Length).Append(0).Max();
        var table = new StringBuilder().Append(' ', width);
        foreach (var head in Heads)
        {
            table.Append(CultureInfo.InvariantCulture, $"  {head,9}");
        }

        foreach (var (file, call) in calls)
        {
            var times = TimesOf(call);
            table.Append('\n').Append(file.PadRight(width));
            foreach (var column in (string[])[Seconds(times.UntilTheCallerMayAct), Seconds(times.UntilAChangeIsAnnounced), Seconds(times.InAll), $"{times.Turns}"])
            {
                table.Append(CultureInfo.InvariantCulture, $"  {column,9}");
            }
        }

        return table.Append('\n').ToString();
    }

    /// <summary>The same of one call, in seconds; null for what did not come about.</summary>
    public static void Write(Utf8JsonWriter json, PlayedCall call)
    {
        var times = TimesOf(call);
        json.WriteStartObject("seconds");
        Write("untilTheCallerMayAct", times.UntilTheCallerMayAct);
        Write("untilAChangeIsAnnounced", times.UntilAChangeIsAnnounced);
        Write("inAll", times.InAll);
        json.WriteNumber("turns", times.Turns);
        json.WriteEndObject();

        void Write(string name, Duration? time)
        {
            if (time is { } known)
            {
                json.WriteNumber(name, Math.Round(known.TotalSeconds, 1));
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }

    static CallTimes TimesOf(PlayedCall call) => CallTimes.Of(call.Start.At, call.Events);

    static string Seconds(Duration? time) =>
        time is { } known ? known.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : Nothing;
}
