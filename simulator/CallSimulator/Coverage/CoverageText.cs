using System.Globalization;
using System.Text;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Coverage;

/// <summary>Coverage for people: a table, and below it everything that is missing.</summary>
public static class CoverageText
{
    /// <summary>The table and the lists, lines of plain text.</summary>
    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        text.Append("language      actions          branches          intents      cannot be taken\n");
        foreach (var language in report.Languages)
        {
            text.Append(language.PadRight(10))
                .Append(Share(report.ActionsIn(language)))
                .Append(Share(report.BranchesIn(language)))
                .Append(Share(report.IntentsIn(language)))
                .Append(CultureInfo.InvariantCulture, $"   {report.BranchesIn(language).Unreachable} branches\n");
        }

        foreach (var language in report.Languages)
        {
            Append(text, $"Never taken in {language}:", MissingIn(report, language));
        }

        Append(text, "Wrong:", report.Mistakes);
        return text.ToString();
    }

    static IEnumerable<string> MissingIn(CoverageReport report, string language)
    {
        foreach (var action in report.Branches.GroupBy(branch => (branch.Branch.Flow, branch.Branch.Action)))
        {
            var missing = action
                .Where(branch => branch.ByLanguage[language] == CoverageState.Missing)
                .Select(branch => branch.Branch.Name)
                .ToList();
            if (missing.Count > 0)
            {
                var ran = action.Any(branch => branch.ByLanguage[language] == CoverageState.Taken) ? "" : " (never ran)";
                yield return $"{action.Key.Flow}/{action.Key.Action}{ran}: {string.Join(", ", missing)}";
            }
        }

        foreach (var intent in report.Intents.Where(intent => intent.Language == language && intent.CoverageState == CoverageState.Missing))
        {
            yield return $"intent {intent.Name}";
        }
    }

    static string Share(CoverageShare share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Taken,5} of {share.Reachable,-4}{share.Percent,4}%");

    static void Append(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Append('\n').Append(title).Append('\n');
            all.ForEach(line => text.Append("  ").Append(VisibleText.OneLine(line)).Append('\n'));
        }
    }
}
