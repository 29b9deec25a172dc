using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OrderHotline.Simulation;

/// <summary>What to run: <c>--seeds 10000 --from 1</c>, or <c>--seed 4711</c> for one with all that happened.</summary>
/// <param name="First">The first seed.</param>
/// <param name="Seeds">How many.</param>
/// <param name="IsOne">Whether everything that happens is to be printed.</param>
/// <param name="IsHourLongOutage">Whether it is the hour without a message service instead.</param>
/// <param name="Settings">The world.</param>
sealed record TrialOptions(ulong First, int Seeds, bool IsOne, bool IsHourLongOutage, DaySettings Settings)
{
    public static bool TryRead(string[] args, [NotNullWhen(true)] out TrialOptions? options, out string problem)
    {
        options = new TrialOptions(First: 1, Seeds: 10_000, IsOne: false, IsHourLongOutage: false, new DaySettings());
        problem = "";
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--broken-table")
            {
                options = options with { Settings = options.Settings with { TableComparesFirstAndWritesLater = true } };
                continue;
            }

            if (args[at] == "--hour-of-silence")
            {
                options = options with { IsHourLongOutage = true };
                continue;
            }

            var value = at + 1 < args.Length
                && ulong.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            switch (args[at])
            {
                case "--seeds" when value is > 0 and <= int.MaxValue:
                    options = options with { Seeds = (int)value };
                    break;
                case "--from" when value > 0:
                    options = options with { First = value };
                    break;
                case "--seed" when value > 0:
                    options = options with { First = value, Seeds = 1, IsOne = true };
                    break;
                default:
                    problem = $"{args[at]} is no option, or its value is no whole number from 1.";
                    options = null;
                    return false;
            }

            at++;
        }

        return true;
    }
}
