using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Bench.SpokenDates;

/// <summary>What one reading costs, from the shortest to the longest kind of answer. Each stands beside the same yardstick, the parsing
/// of one ISO date, so that the ratios hold on any machine.</summary>
[MemoryDiagnoser]
public class Readings
{
    static readonly LocalDate Today = new(2026, 11, 25);

    [Benchmark(Baseline = true, Description = "yardstick: one ISO date parsed")]
    public bool Yardstick() => LocalDatePattern.Iso.Parse("2026-12-03").Success;

    [Benchmark(Description = "明日")]
    public SpokenDate Word() => Japanese("明日");

    [Benchmark(Description = "十二月三日")]
    public SpokenDate MonthAndDay() => Japanese("十二月三日");

    [Benchmark(Description = "えっと、来週の水曜日でお願いします")]
    public SpokenDate Polite() => Japanese("えっと、来週の水曜日でお願いします");

    [Benchmark(Description = "明日じゃなくて明後日")]
    public SpokenDate Correction() => Japanese("明日じゃなくて明後日");

    [Benchmark(Description = "一週間後ろにずらしてください")]
    public SpokenDate Shift() => Japanese("一週間後ろにずらしてください");

    [Benchmark(Description = "not Monday and not Tuesday, Wednesday please")]
    public SpokenDate Refusal() => English("not Monday and not Tuesday, Wednesday please");

    [Benchmark(Description = "next Friday")]
    public SpokenDate NextFriday() => English("next Friday");

    [Benchmark(Description = "um, tomorrow afternoon please")]
    public SpokenDate Hesitation() => English("um, tomorrow afternoon please");

    [Benchmark(Description = "1,024 characters that name no date")]
    public SpokenDate NoDateAtLength() => English(LongText);

    static readonly string LongText = string.Concat(Enumerable.Repeat("the jacket ", 94))[..1_024];

    static SpokenDate Japanese(string said) => SpokenDateReader.Read(said, null, Today, Language.Japanese);

    static SpokenDate English(string said) => SpokenDateReader.Read(said, null, Today, Language.English);
}
