using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.Tests;

public sealed class VisibleTextTests
{
    // Everything odd, in every neighbourhood that a seeded generator gives it.
    static IEnumerable<string> Texts()
    {
        string[] parts =
        [
            "a", "髙", "👩", @"\", @"\u", @"\u001B", @"\u005C", @"\u0041", "\u001B", "\u0000", "\n", "\r", "\t", "\u009B", "\u2028", "\u202E",
            "\u200B", "\u00AD", "\uFEFF", "\uD83D", "\uDE00", "\u3164", "\U000E0041", " ", "|", " | ", @"\u007C", @"\u0020", "\u3000",
        ];
        var random = new Random(20261201);
        return Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => parts[random.Next(parts.Length)])));
    }

    [Fact]
    public void What_was_escaped_reads_back_as_it_was() => Assert.All(Texts(), text =>
        Assert.Equal(text, VisibleText.Unescaped(VisibleText.Reversible(text))));

    [Fact]
    public void One_line_stays_one_line_and_is_escaped_once() => Assert.All(Texts(), text =>
    {
        var line = VisibleText.OneLine(text);
        Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u202E' or '\u200B' or '\u00AD' or '\uFEFF' or '\u3164');
        Assert.Equal(line, VisibleText.OneLine(line));
        Assert.Equal(line, VisibleText.OneLine(VisibleText.Lines(text)));
    });

    [Fact]
    public void Names_stay_as_they_are_written() =>
        Assert.All(["髙﨑 花", "葛\U000E0100城", "❤\uFE0F", "café", "👩", "100 %\u00A0"], name => Assert.Same(name, VisibleText.OneLine(name)));

    [Fact]
    public void An_order_with_anything_in_its_name_is_written_and_read_again()
    {
        const string Start = "caller: +819012345678\nat: 2026-11-25T10:00+09:00\norder: 100 | {0} | b | ships 2026-11-30 | placed\n";
        Assert.All(Texts(), text =>
        {
            var scenario = ScenarioText.Read("a.call", string.Format(System.Globalization.CultureInfo.InvariantCulture, Start, VisibleText.Field(text)));
            Assert.Equal(text, Assert.Single(scenario.Start.Orders).Item);
            Assert.Equal(ScenarioText.Write(scenario), ScenarioText.Write(ScenarioText.Read("b.call", ScenarioText.Write(scenario))));
            Assert.Equal(text, Assert.Single(ScenarioText.Read("b.call", ScenarioText.Write(scenario)).Start.Orders).Item);
        });
    }
}
