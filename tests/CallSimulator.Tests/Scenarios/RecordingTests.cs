using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Contracts;
using static OrderHotline.CallSimulator.Tests.Deployed;

namespace OrderHotline.CallSimulator.Tests;

/// <summary>A call that is written down while it is played passes at once, and no longer when any line of it is another.</summary>
public sealed class RecordingTests
{
    static readonly CallerAct[] MovesTheDate = [Silence, Press("1"), Say("来週の水曜日"), Say("はい"), Silence];

    [Fact]
    public async Task A_recorded_call_tells_every_prompt_every_act_and_what_came_of_it()
    {
        var text = ScenarioText.Write(await Record(Start, MovesTheDate));

        Assert.Equal(
            """
            caller: +819012345678
            at: 2026-11-25T10:00+09:00
            order: 100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed

            heard exactly: お電話ありがとうございます。
            heard exactly: For English, press 2.
            silent

            heard exactly: Jacketは十一月三十日、月曜日に発送します。ご用件をどうぞ。
            pressed: 1

            heard exactly: かしこまりました。何日の発送にいたしましょうか？
            said: 来週の水曜日

            heard exactly: 十二月二日、水曜日の発送でよろしいでしょうか？
            said: はい

            heard exactly: 十二月二日、水曜日の発送に変更しました。
            heard exactly: 確認のメッセージをお送りします。ほかにご用件はございますか？
            silent

            heard exactly: お電話ありがとうございました。失礼いたします。

            then: order 100 | Jacket | 髙﨑 花 | ships 2026-12-02 | placed | +819012345678 | 1 change | instead of 2026-11-30
            then: 1 text owed
            then: text says 発送日を2026年12月2日（水）に変更しました。 / 商品名: Jacket / 注文番号: 100
            then: the line hung up at 2026-11-25T10:00:05+09:00

            """,
            text);
        await Passes(text);
    }

    public static TheoryData<string> Calls => [.. Recorded.Keys];

    static IReadOnlyDictionary<string, (ScenarioStart Start, CallerAct[] Acts)> Recorded { get; } =
        new Dictionary<string, (ScenarioStart, CallerAct[])>
        {
            ["moves the date"] = (Start, MovesTheDate),
            ["cancels, in English"] = (Start, [Press("2"), Press("2"), Press("1"), Silence]),
            ["keys a date and hangs up"] = (Start, [Silence, Press("1"), Press("1203#"), new CallerAct.HangsUp()]),
            ["an operator"] = (Start, [Silence, Press("3"), new CallerAct.OperatorAnswers()]),
            ["called back at night"] = (Start with { At = Start.At + Duration.FromHours(12) }, [Silence, Press("3"), Press("1")]),
            ["a full queue"] = (Start with { Operators = new OperatorsFound.Full() }, [Press("0"), Press("2")]),
            ["others wait"] = (Start with { Operators = new OperatorsFound.Waiting(3) }, [Press("0"), new CallerAct.HangsUp()]),
            ["a cancellation that is retried"] = (
                Start with { Faults = [new("CancelOrder", FaultKind.FailsAfterItsWork, OnCall: 1)] },
                [Silence, Press("2"), Press("1"), Silence]),
            ["a cancelled and a later order"] = (
                Start with { Orders = [Order with { Id = SampleOrder.Id("99"), Standing = OrderStatus.Cancelled }, Order] },
                MovesTheDate),
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_recorded_call_passes_and_after_any_one_line_is_changed_it_fails_with_words(string call)
    {
        var text = ScenarioText.Write(await Record(Recorded[call].Start, Recorded[call].Acts));
        await Passes(text);

        var lines = text.TrimEnd('\n').Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            foreach (var other in Changes(lines[number]))
            {
                var all = lines.ToImmutableArray();
                var changed = string.Join('\n', other is null ? all.RemoveAt(number) : all.SetItem(number, other));
                var words = await Failure(changed);
                Assert.False(words.Length == 0, $"It still passes with \"{other ?? "nothing"}\" instead of \"{lines[number]}\".");
                Assert.Contains("x.call", words, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_makes_no_difference_is_not_written()
    {
        var start = Start with
        {
            Operators = new OperatorsFound.Closed(),
            Faults = [new("CancelOrder", FaultKind.Fails), new("OrderTableRead", FaultKind.Fails, OnCall: 2)],
        };

        var recorded = await Record(start, Silence, new CallerAct.OperatorAnswers(), Press("1"), new CallerAct.HangsUp(), Press("1"));

        Assert.IsType<OperatorsFound.AsDeployed>(recorded.Start.Operators);
        Assert.Empty(recorded.Start.Faults);
        Assert.Equal(3, recorded.Steps.OfType<ScenarioStep.Does>().Count());
        await Passes(ScenarioText.Write(recorded));
    }

    /// <summary>The line left out, and the line with something else in each place where something can be.</summary>
    static IEnumerable<string?> Changes(string line)
    {
        if (line.Length == 0)
        {
            yield break;
        }

        yield return null;
        yield return line switch
        {
            "silent" => "hang up",
            "hang up" or "operator answers" => "pressed: 9",
            _ when line.StartsWith("pressed: ", StringComparison.Ordinal) => "pressed: 7",
            _ when line.StartsWith("said: ", StringComparison.Ordinal) => "said: キャンセルしたい",
            _ when line.StartsWith("heard exactly: ", StringComparison.Ordinal) => line + "！",
            _ => null,
        };

        // Another digit wherever there is one: dates, numbers, ids, counts.
        for (var at = 0; at < line.Length; at++)
        {
            if (char.IsAsciiDigit(line[at]) && !line.StartsWith("at: ", StringComparison.Ordinal))
            {
                yield return $"{line[..at]}{(char)('0' + ((line[at] - '0' + 1) % 10))}{line[(at + 1)..]}";
            }
        }

        if (line.StartsWith("at: ", StringComparison.Ordinal))
        {
            yield return line.Replace(":00+", ":01+", StringComparison.Ordinal);
            yield return line.Replace("2026-11", "2026-10", StringComparison.Ordinal);
        }
    }

    static async Task<string> Failure(string text)
    {
        try
        {
            return await Run(text) is ScenarioResult.Diverged(_, var difference) ? difference.Explain("x.call", text) : "";
        }
        catch (Exception refused) when (refused is ScenarioFormatException or InvalidDataException)
        {
            return refused.Message;
        }
    }
}
