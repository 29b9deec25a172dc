using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What holds for every dialogue, whatever Lex makes of whatever is said.</summary>
public sealed class DialogProperties
{
    static readonly string[] JapaneseYes = ["はい", "ええ、お願いします"];
    static readonly string[] JapaneseNo = ["いいえ", "違います"];
    static readonly string[] EnglishYes = ["yes", "Yes, please", "that's right"];
    static readonly string[] EnglishNo = ["no", "not that day"];
    static readonly string[] YesToCancelling = ["キャンセルしてください", "cancel it"];
    static readonly string[] YesToMoving = ["変更してください", "move it"];
    static readonly string[] Standings = ["Placed", "Placed", "Placed", "Packing", "Shipped", "Cancelled", "none"];

    static readonly string[] Days =
    [
        "三日", "12月3日", "十二月四日でお願いします", "来週の金曜日", "明日", "いいえ、五日で", "はい、四日で", "三日じゃなくて四日", "できるだけ早く", "1203", "1204#",
        "December 3rd", "next Friday", "no, the fourth", "yes, on the 5th", "as soon as possible", "tomorrow",
    ];

    static readonly string[] Others =
    [
        "来週", "週末", "昨日", "元日", "三日か四日", "next week", "the weekend", "yesterday", "日付を変えたい", "I want to change the date", "ジャケット",
        "はい、ちょっと待って", "結構です", "", " ", "0", "1", "2", "9", "#", "1340", "99999999", "+819012345678",
        .. YesToCancelling, .. YesToMoving, .. HostileTexts.Known,
    ];

    static readonly string[] Intents =
    [
        "ChangeDate", "ChangeDate", "ChangeDate", "ChangeDate", "ChangeDate", "ChangeDate", "FallbackIntent", "FallbackIntent", "FallbackIntent",
        "CancelOrder", "CancelOrder", "CancelOrder", "Yes", "No", "Stop", "KeepOrder", "OrderStatus", "Repeat", "Slower", "Thanks", "Operator",
        "ReturnGoods", "Greeting",
    ];

    static readonly string?[] Slots =
        [null, null, null, "2026-11-29", "2026-12-03", "2026-12-04", "2027-12-03", "2026-W49", "", "</speak>"];

    [Fact]
    public async Task Only_what_the_message_before_read_back_is_ever_fulfilled_and_only_by_a_yes()
    {
        var chance = new Random(20261201);
        var (fulfilled, unchanged, cancelled) = (0, 0, 0);
        for (var i = 0; i < 2_000; i++)
        {
            var call = ACall(chance);
            for (var turns = chance.Next(1, 12); turns > 0; turns--)
            {
                var before = call.Log.Count == 0 ? null : call.Last;
                var turn = ATurn(chance, call.Language);
                await call.Turn(turn, ASlot(chance));
                if (call.Last is { Intent: "CancelOrder", State: "Fulfilled" })
                {
                    Assert.NotNull(before);
                    Assert.Equal(("ConfirmIntent", "CancelOrder", "Confirmed"), (before.Action, before.Intent, call.Last.Result));
                    Assert.True(IsAYes(turn, call.Language, "CancelOrder"), turn.Transcript);
                    Assert.False(IsADay(turn, call.Language), turn.Transcript);
                    cancelled++;
                }

                if (call.Last is { Intent: "ChangeDate", State: "Fulfilled" } done)
                {
                    Assert.NotNull(before);
                    Assert.Equal(("ConfirmIntent", done.Day), (before.Action, before.Day));
                    AssertReadsBack(before);
                    Assert.True(IsAYes(turn, call.Language, "ChangeDate"), turn.Transcript);
                    Assert.True(done.Result is "Confirmed" or "Unchanged", done.Result);
                    fulfilled++;
                    unchanged += done.Result == "Unchanged" ? 1 : 0;
                }

                Assert.False(call.Log[^1].Result is DialogResult.Unavailable or DialogResult.InvalidRequest);
                AssertNothingSaidIsLogged(call.Log[^1], turn.Transcript!);
            }
        }

        Assert.InRange(fulfilled, 100, 2_000);
        Assert.InRange(cancelled, 50, 2_000);
        Assert.InRange(unchanged, 1, fulfilled / 2);
    }

    [Fact]
    public async Task An_order_that_can_be_changed_no_more_is_never_asked_about_and_keys_are_told_once()
    {
        var chance = new Random(20261203);
        for (var i = 0; i < 1_000; i++)
        {
            var call = ACall(chance).With("orderState", Any(["Packing", "Shipped", "Cancelled"], chance)).With("shippedDate", "2026-11-24");
            var told = 0;
            for (var turns = chance.Next(1, 12); turns > 0; turns--)
            {
                var turn = ATurn(chance, call.Language) with { Source = "DialogCodeHook" };
                await call.Turn(turn, ASlot(chance));
                if (call.Last.Action == "Close")
                {
                    break;
                }

                Assert.True(call.Last.Action is "ElicitIntent" or "Delegate", call.Last.ToString());
                told += call.Log[^1].Result is not (DialogResult.Repeated or DialogResult.Helped)
                    && Spoken.All.Any(words => call.Last.Message.Contains(words.Say(LinePhrases.OperatorOnly), StringComparison.Ordinal)) ? 1 : 0;
            }

            Assert.InRange(told, 0, 1);
        }
    }

    [Fact]
    public async Task Whatever_stands_in_the_session_the_answer_is_well_formed_and_safe_to_speak()
    {
        string[] attributes =
        [
            "dialogStep", "dialogDay", "dialogFailures", "dialogMessage", "dialogKeypad", "dialogPace", "dialogResult", "handOverReason", "orderedItem",
            "spokenItem", "orderId", "orderState", "shippingDate", "shippedDate", "lastChange",
        ];
        string[] values =
        [
            "Date", "More", "ConfirmCancel", "CancelOrKeep", "Confirm", "Confirm", "slow", "Placed", "Shipped", "Packing", "Cancelled", "2026-12-03", "2026-12-03", "0001-01-01", "9999-12-31", "2", "-1", "99999999999",
            "none", .. Days, .. Others,
        ];
        var chance = new Random(20261202);
        for (var i = 0; i < 2_000; i++)
        {
            var call = ACall(chance);
            foreach (var attribute in attributes.Where(_ => chance.Next(3) > 0))
            {
                call.With(attribute, WholeCharacters(Any(values, chance)));
            }

            await call.Turn(ATurn(chance, call.Language), ASlot(chance));

            Assert.NotEqual(DialogResult.Unavailable, Assert.Single(call.Log).Result);
        }
    }

    static LexCall ACall(Random chance)
    {
        var call = chance.Next(2) == 0 ? LexCall.InJapanese() : LexCall.InEnglish();
        return call
            .With("orderedItem", WholeCharacters(Any(HostileTexts.Known, chance)))
            .With("orderState", Any(Standings, chance))
            .With("shippedDate", chance.Next(2) == 0 ? "2026-11-24" : "none")
            .With("shippingDate", chance.Next(4) == 0 ? "2026-12-03" : "none");
    }

    static LexTurnEvent ATurn(Random chance, Language language) => new()
    {
        Intent = Any(Intents, chance),
        Transcript = WholeCharacters(Words(chance, language)),
        Confirmation = Any(["None", "None", "Confirmed", "Denied", "???"], chance),
        InputMode = Any(["Speech", "Speech", "DTMF", "Text"], chance),
        Source = Any(["DialogCodeHook", "DialogCodeHook", "FulfillmentCodeHook"], chance),
    };

    static string Words(Random chance, Language language) => (chance.Next(8), language == Language.Japanese) switch
    {
        (0 or 1, true) => Any(JapaneseYes, chance),
        (0 or 1, _) => Any(EnglishYes, chance),
        (2, true) => Any(JapaneseNo, chance),
        (2, _) => Any(EnglishNo, chance),
        (3 or 4 or 5, _) => Any(Days, chance),
        _ => Any(Others, chance),
    };

    static System.Text.Json.Nodes.JsonObject? ASlot(Random chance) =>
        Any(Slots, chance) is { } value ? LexTurnEvent.Filled(Any(Days, chance), value) : null;

    static bool IsAYes(LexTurnEvent turn, Language language, string pending) =>
        !(language == Language.Japanese ? JapaneseNo : EnglishNo).Contains(turn.Transcript)
        && ((language == Language.Japanese ? JapaneseYes : EnglishYes).Contains(turn.Transcript)
            || (pending == "CancelOrder" ? YesToCancelling : YesToMoving).Contains(turn.Transcript)
            || (turn.InputMode == "DTMF" ? turn.Transcript is "1" or "1#" : turn.Intent == "Yes" || (turn.Confirmation == "Confirmed" && turn.Intent == pending)));

    // In the other language it is none.
    static bool IsADay(LexTurnEvent turn, Language language) =>
        Days.Contains(turn.Transcript) && turn.Transcript!.Any(c => c > '~') == (language == Language.Japanese);

    static void AssertReadsBack(LexReply question)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(question.Day!).Value;
        Assert.True(
            Spoken.All.Any(words => question.Message.Contains(new DateWords(words).Day(day), StringComparison.Ordinal)),
            question.Message);
    }

    static void AssertNothingSaidIsLogged(DialogRecord record, string said)
    {
        if (said.Trim().Length >= 3)
        {
            Assert.DoesNotContain(said.Trim(), record.ToLogLine().ToString(), StringComparison.Ordinal);
        }
    }

    static T Any<T>(T[] values, Random chance) => values[chance.Next(values.Length)];

    // Half a character is no JSON; MalformedTurnTests has those.
    static string WholeCharacters(string text) => string.Concat(text.EnumerateRunes());
}
