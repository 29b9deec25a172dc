using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Reads a scenario from its text, line by line.</summary>
sealed class ScenarioReader(string name)
{
    const string Keywords =
        "caller:, at:, flow:, shop:, operators:, session attributes:, order:, function:, action:, loose, heard:, heard exactly:, heard in any order:, pressed:, said:, silent, "
        + "hang up, operator answers, operator transfers to:, never heard:, then:";

    readonly StartReader start = new();
    readonly ImmutableArray<string>.Builder about = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<ScenarioStep>.Builder steps = ImmutableArray.CreateBuilder<ScenarioStep>();
    readonly ImmutableArray<Expectation>.Builder end = ImmutableArray.CreateBuilder<Expectation>();
    MatchMode attention = MatchMode.Strict;
    bool hasEnd;

    public Scenario Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = new ScenarioLine(name, number, 1, lines[number - 1]).Trimmed();
            if (line.StartsWith("#"))
            {
                Remark(line.Behind(1));
            }
            else if (!line.IsEmpty)
            {
                Read(line);
            }
        }

        var beforeTheText = new ScenarioLine(name, 1, 1, "");
        return new(name, start.Whole(beforeTheText), steps.ToImmutable(), end.ToImmutable())
        {
            About = about.ToImmutable(),
            MatchMode = attention,
        };
    }

    void Remark(ScenarioLine words)
    {
        if (steps.Count == 0 && end.Count == 0)
        {
            about.Add(words.Text);
        }
        else
        {
            steps.Add(new ScenarioStep.Remark(words.Text) { Line = words.Number });
        }
    }

    void Read(ScenarioLine line)
    {
        switch (line.Text)
        {
            case "loose":
                attention = MatchMode.Loose;
                return;
            case "silent":
                Do(line, new CallerAct.StaysSilent());
                return;
            case "hang up":
                Do(line, new CallerAct.HangsUp());
                return;
            case "operator answers":
                Do(line, new CallerAct.OperatorAnswers());
                return;
        }

        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw line.Wrong($"\"{line.Text}\" is no line of a scenario: a line begins with one of {Keywords}.");
        }

        Read(line, line.Text[..colon].TrimEnd(), line.Behind(colon + 1));
    }

    void Read(ScenarioLine line, string keyword, ScenarioLine value)
    {
        if (value.IsEmpty)
        {
            throw value.Wrong($"Nothing stands behind \"{keyword}:\".");
        }

        switch (keyword)
        {
            case "heard":
                Step(line, new ScenarioStep.Hears(PlainWords.From(value.Text)));
                break;
            case "heard exactly":
                Step(line, new ScenarioStep.HearsExactly(PlainWords.From(value.Text)));
                break;
            case "heard in any order":
                Step(line, new ScenarioStep.HearsInAnyOrder([.. value.Parts(" / ").Select(Words)]));
                break;
            case "pressed":
                Do(line, new CallerAct.Presses(Keys(value)));
                break;
            case "said":
                Do(line, new CallerAct.Says(value.Text));
                break;
            case "operator transfers to":
                Do(line, new CallerAct.OperatorTransfers(value.Text));
                break;
            case "never heard":
                end.Add(new Expectation.NeverHeard(PlainWords.From(value.Text)) { Line = line.Number });
                break;
            case "then":
                hasEnd = true;
                end.Add(ExpectationReader.Read(value) with { Line = line.Number });
                break;
            default:
                if (!StartReader.Knows(keyword))
                {
                    throw line.Wrong($"\"{keyword}:\" begins no line of a scenario: it must be one of {Keywords}.");
                }

                if (steps.Count > 0 || hasEnd)
                {
                    throw line.Wrong(
                        $"\"{keyword}:\" tells how things stand when it rings: it comes before everything that is heard or done.");
                }

                start.Read(keyword, value);
                break;
        }
    }

    void Do(ScenarioLine line, CallerAct act) => Step(line, new ScenarioStep.Does(act));

    void Step(ScenarioLine line, ScenarioStep step)
    {
        if (hasEnd)
        {
            throw line.Wrong("\"then:\" tells how the call ends: nothing is heard or done after it.");
        }

        steps.Add(step with { Line = line.Number });
    }

    static string Words(ScenarioLine part) =>
        part.IsEmpty ? throw part.Wrong("Nothing stands between two \" / \".") : PlainWords.From(part.Text);

    static string Keys(ScenarioLine value) =>
        value.Text.All(key => char.IsAsciiDigit(key) || key is '*' or '#')
            ? value.Text
            : throw value.Wrong($"\"{value.Text}\" are no keys: they must be 0 to 9, * or #, such as 1203#.");
}
