using System.Globalization;
using System.Text;

namespace OrderHotline.Calls.Tests.Understanding;

/// <summary>How many utterances were understood, what each intent was taken for, and which rows went wrong. Those that nobody looks at are
/// counted only: whoever reads them mends the bot by them.</summary>
static class HearingReport
{
    /// <summary>From 0 to 1, the share of what is heard rightly.</summary>
    public static double Share(IEnumerable<HeardWords> hearing) => hearing.Select(heard => heard.IsRight ? 1.0 : 0.0).DefaultIfEmpty(1).Average();

    public static string Write(string language, IReadOnlyList<HeardWords> hearing)
    {
        var text = new StringBuilder();
        Line($"{language}: {Of(hearing)} understood");
        foreach (var part in hearing.GroupBy(heard => (heard.Row.Section, heard.Row.WasLookedAt)))
        {
            Line($"  {part.Key.Section}, {(part.Key.WasLookedAt ? "looked at" : "not looked at")}: {Of(part)}");
        }

        Line($"{"meant",-16}{"rows",6}{"right",7}  taken for");
        foreach (var meant in hearing.GroupBy(heard => heard.Row.Intent))
        {
            var others = meant.Where(heard => !heard.IsRight).CountBy(heard => heard.Intent).OrderByDescending(other => other.Value)
                .ThenBy(other => other.Key, StringComparer.Ordinal)
                .Select(other => $"{other.Key} {other.Value}");
            Line($"{meant.Key,-16}{meant.Count(),6}{meant.Count(heard => heard.IsRight),7}  {string.Join(", ", others)}");
        }

        foreach (var heard in hearing.Where(heard => !heard.IsRight && heard.Row.WasLookedAt))
        {
            Line($"  {heard.Row.Words}: {heard.Row.Intent} was meant, {heard.Intent} heard");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture).TrimEnd());
    }

    static string Of(IEnumerable<HeardWords> some)
    {
        var all = some.ToArray();
        return string.Create(
            CultureInfo.InvariantCulture, $"{all.Count(heard => heard.IsRight)} of {all.Length} ({100 * Share(all):0.0} %)");
    }
}
