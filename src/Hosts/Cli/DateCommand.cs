using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline date</c>: how a date is read, and what the shipping policy makes of it.</summary>
static class DateCommand
{
    static readonly JsonWriterOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var said = new Argument<string?>("SAID")
        {
            Description = "What the caller says, such as 来週の水曜日 or \"next Wednesday\".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var language = LanguageOption.Meaning(
            "The language that is spoken: ja-JP or en-US. Default: en-US for Latin letters alone, else ja-JP.",
            SpokenDateReader.Hears,
            "ja-JP or en-US");
        var slot = new Option<string?>("--slot")
        {
            Description = "The value of the bot's date slot, such as 2026-11-29 or 2026-W49. It counts only when nothing is said.",
            HelpName = "VALUE",
        };
        var json = new Option<bool>("--json") { Description = "Print the reading and the verdict as one line of JSON." };
        var shipsOn = new Option<string?>("--ships-on")
        {
            Description = "The day the order has, such as 2026-12-02: what \"two days later\" counts from.",
            HelpName = "DAY",
        };
        var table = new Option<FileInfo>("--table")
        {
            Description = "Check a whole table instead: tab-separated columns now, language, said, reads, under a line of headings. "
                + "Prints the rows that do not agree, and how many agreed, were unsure and were wrong.",
            HelpName = "FILE.tsv",
        }.AcceptExistingOnly();
        var (moment, shop) = (new OrderSourceOptions(), new ShopOption());
        var command = shop.AddTo(moment.TakeMoment(new Command(
            "date", "Reads a date the way people say it, and says what the shipping policy makes of it.")
        {
            said,
            language,
            slot,
            shipsOn,
            json,
            table,
        }));
        command.Validators.Add(result =>
        {
            if ((result.GetResult(table) is null) == (result.GetValue(said) is null && result.GetResult(slot) is null))
            {
                result.AddError("Say a date, give a --slot, or check a whole --table.");
            }
        });
        shipsOn.Validators.Add(result =>
        {
            if (result.GetValue(shipsOn) is { } day && Day(day) is null)
            {
                result.AddError($"--ships-on is \"{day}\": it must be a day, such as 2026-12-02.");
            }
        });
        command.SetAction((line, cancellation) => line.GetValue(table) is { } file
            ? Check(file, shop.Read(line).Policy, line.InvocationConfiguration.Output, cancellation)
            : Consider(
                new ConsiderDate(
                    line.GetValue(said),
                    line.GetValue(slot),
                    IsGuessedEnglish(line) ? Language.English : line.GetValue(language),
                    Day(line.GetValue(shipsOn))),
                OrderLine.ForDates(shop.Read(line).Policy, moment.Clock(line)),
                line.GetValue(json),
                IsGuessedEnglish(line) ? "Language en-US, by its letters; --language ja-JP reads it as Japanese" : "",
                line.InvocationConfiguration.Output,
                cancellation));

        bool IsGuessedEnglish(ParseResult line) => line.GetResult(language) is null or { Implicit: true }
            && line.GetValue(said) is { } words && words.Any(char.IsAsciiLetter) && words.All(char.IsAscii);

        return command;
    }

    static async Task<int> Check(FileInfo file, ShippingPolicy policy, TextWriter output, CancellationToken cancellation)
    {
        var rows = SpokenDateTable.Read(file.Name, policy, await InputFile.Lines(file.FullName, cancellation)).ToList();
        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{file.Name} has no row under its line of headings: nothing was checked.");
        }

        foreach (var row in rows.Where(row => row.Verdict != RowVerdict.Agreed))
        {
            await output.WriteLineAsync(
                $"line {row.Line}, {InWords(row.Verdict)}: {row.Said} reads {Noted(row.Reading)}; the table has {row.Expected}");
        }

        var wrong = Count(RowVerdict.Wrong);
        await output.WriteLineAsync(
            $"{rows.Count} rows: {Count(RowVerdict.Agreed)} agreed, {Count(RowVerdict.Unsure)} unsure, {wrong} wrong. "
            + $"Days and shifts agreed {Agreed(expectsADay: true)}, all others {Agreed(expectsADay: false)}.");
        return wrong == 0 ? ExitCodes.Ok : ExitCodes.CheckFailed;

        int Count(RowVerdict verdict) => rows.Count(row => row.Verdict == verdict);

        string Agreed(bool expectsADay)
        {
            var such = rows.Where(row => row.ExpectsADay == expectsADay).ToList();
            return $"{such.Count(row => row.Verdict == RowVerdict.Agreed)} of {such.Count}";
        }
    }

    static string InWords(RowVerdict verdict) => verdict == RowVerdict.Wrong ? "wrong" : "unsure";

    static string Noted(SpokenDate reading) => reading is SpokenDate.Unsure(var meant, var words)
        ? $"{meant}, unsure for {Quoted(words)}"
        : reading.ToString();

    static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    static async Task<int> Consider(ConsiderDate request, IDateLine orderLine, bool json, string guess, TextWriter output, CancellationToken cancellation)
    {
        var outcome = await orderLine.Send(request, cancellation);
        (SpokenDate reading, string verdict, IReadOnlyList<LocalDate> days) = outcome switch
        {
            ConsiderDateOutcome.Possible(var read, var day) => (read, "Possible", (IReadOnlyList<LocalDate>)[day]),
            ConsiderDateOutcome.WhichDay(var read, var possible) => (read, "WhichDay", possible),
            ConsiderDateOutcome.NotPossible(var read, var why, var nearest) => (read, why.ToString(), nearest),
            ConsiderDateOutcome.NotUnderstood(var possible) => (new SpokenDate.NotADate(), "NotUnderstood", possible),
            _ => throw new NotSupportedException($"No words for {outcome.GetType().Name}."),
        };
        var (meant, words) = reading is SpokenDate.Unsure(var named, var unknown) ? (named, unknown) : (reading, []);
        var iso = days.Select(LocalDatePattern.Iso.Format).ToList();
        if (json)
        {
            await output.WriteLineAsync(Json(meant, words, verdict, iso));
            return 0;
        }

        await output.WriteLineAsync($"Reads    {meant}");
        await output.WriteLineAsync($"Verdict  {InWords(outcome)}{Listed(iso)}");
        if (guess.Length > 0)
        {
            await output.WriteLineAsync(guess);
        }

        await output.WriteLineAsync($"Sure     {(words.IsEmpty ? "yes" : $"no, for {Quoted(words)}")}");
        return 0;
    }

    static string InWords(ConsiderDateOutcome outcome) => outcome switch
    {
        ConsiderDateOutcome.Possible => "can be had: ",
        ConsiderDateOutcome.WhichDay => "ask which day: ",
        ConsiderDateOutcome.NotPossible(_, DayVerdict.InThePast, _) => "has passed; the nearest: ",
        ConsiderDateOutcome.NotPossible(_, DayVerdict.TooSoon, _) => "too soon; the nearest: ",
        ConsiderDateOutcome.NotPossible(_, DayVerdict.TooFar, _) => "too far ahead; the nearest: ",
        ConsiderDateOutcome.NotPossible => "nothing ships then; the nearest: ",
        _ => "no date, ask again: ",
    };

    // A month of days is told by its ends.
    static string Listed(List<string> days) =>
        days.Count == 0 ? "no day" : days.Count <= 7 ? string.Join(", ", days) : $"{days[0]} to {days[^1]}, {days.Count} days";

    static string Json(SpokenDate meant, ImmutableArray<string> unsure, string verdict, IEnumerable<string> days)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, AsIs))
        {
            writer.WriteStartObject();
            writer.WriteString("reads", meant.ToString());
            writer.WriteString("verdict", verdict);
            writer.WriteStartArray("days");
            foreach (var day in days)
            {
                writer.WriteStringValue(day);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("sure", unsure.IsEmpty);
            writer.WriteStartArray("unsureFor");
            foreach (var word in unsure)
            {
                writer.WriteStringValue(word);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(json.ToArray());
    }
}
