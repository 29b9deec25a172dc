using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class KeyBufferTests
{
    static readonly string[] Ends = [Say("read", "stored $.StoredCustomerInput", "bye"), .. End("one", "two", "error")];

    [Fact]
    public async Task Keys_are_kept_for_the_next_question_and_its_words_are_not_heard()
    {
        var call = await Keeping(Ask("first", "second"), Ask("second", "one"), Ends).Call(Press("12"));

        Assert.Equal(["first", "two"], call.Heard);
        Assert.Equal(["Keys pressed ahead answer at once: the words are not heard."], call.Notes);
    }

    [Fact]
    public async Task A_question_takes_one_key_and_the_others_wait_for_theirs()
    {
        var call = await Keeping(Ask("first", "second"), Ask("second", "third"), Ask("third", "fourth"), Ask("fourth", "one"), Ends)
            .Call(Press("111"));

        Assert.Equal(["first", "fourth"], call.Heard);
        Assert.IsType<CallWaiting.ForKey>(call.State.Waiting);
        Assert.Equal("", call.State.KeyBuffer);
    }

    [Fact]
    public async Task Keys_that_complete_an_entry_are_stored_unheard_and_the_rest_is_kept()
    {
        var call = await Keeping(
                Ask("first", "store"), Store("say"), [Say("say", "[$.StoredCustomerInput]", "last")], Ask("last", "one"), Ends)
            .Call(Press("112341"));

        Assert.Equal(["first", "[1234]", "one"], call.Heard);
        Assert.Equal(Duration.Zero, call.Elapsed);
    }

    [Fact]
    public async Task Keys_that_only_begin_an_entry_leave_the_time_between_two_keys_for_the_others()
    {
        var call = await Keeping(Ask("first", "store"), Store("read"), Ends).Call(Press("112"));

        Assert.Equal(["first", "Keys?"], call.Heard);
        Assert.Equal(new CallWaiting.ForDigits(2, Duration.FromSeconds(2)), call.State.Waiting);
    }

    [Fact]
    public async Task An_entry_begun_ahead_is_completed_or_stored_as_it_is()
    {
        var (completed, left) = (Keeping(Ask("first", "store"), Store("read"), Ends), Keeping(Ask("first", "store"), Store("read"), Ends));

        Assert.Equal("stored 1234", (await completed.Call(Press("112"), Press("34"))).Heard.Last());
        Assert.Equal("stored 12", (await left.Call(Press("112"), new CallerAct.StaysSilent())).Heard.Last());
        Assert.Equal((Duration.Zero, Duration.FromSeconds(2)), (completed.Elapsed, left.Elapsed));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(32, "2 keys pressed ahead are lost: no more than 30 are kept.")]
    public async Task No_more_than_30_keys_are_kept(int ahead, params string[] notes)
    {
        var call = await Keeping(Ask("first", "stop"), Stop(""" "StoreInput":"True", """), Ends).Call(Press(new('1', 1 + ahead)));

        Assert.Equal($"stored {new string('1', 30)}", call.Heard.Last());
        Assert.Equal(notes, call.Notes);
    }

    [Fact]
    public async Task Stopping_clears_what_is_there_and_loses_what_follows()
    {
        var call = await Keeping(
                Ask("first", "stop"), Stop("", "second"), Ask("second", "third"), Ask("third", "one"), Ends)
            .Call(Press("12"), Press("11"));

        Assert.Equal(["first", "second", "third"], call.Heard);
        Assert.Equal(
            [
                "A key pressed ahead is lost: the flow clears the buffer.",
                "A key pressed ahead is lost: nobody has asked yet, and no flow has Connect keep them.",
            ],
            call.Notes);
    }

    [Fact]
    public async Task Stopping_can_store_what_is_there()
    {
        var call = await Keeping(Ask("first", "stop"), Stop(""" "StoreInput":"true", """), Ends)
            .Call(Press("1987"));

        Assert.Equal("stored 987", call.Heard.Last());
        Assert.Null(call.State.KeyBuffer);
    }

    [Fact]
    public async Task Starting_once_more_forgets_nothing()
    {
        var call = await Keeping(
            Ask("first", "again"),
            [Action("again", "GetParticipantInput", """{"EnableDTMFBuffer":"true"}""", ("next", "second"))],
            Ask("second", "one"),
            Ends).Call(Press("12"));

        Assert.Equal("two", call.Heard.Last());
    }

    [Fact]
    public async Task A_bot_gets_no_key_that_was_pressed_before_it_asked()
    {
        var call = await WithABot().Call(Press("12#"));

        Assert.Equal(["first", "What?"], call.Heard);
        Assert.Equal(["2 keys pressed ahead are lost: a bot gets none."], call.Notes);
    }

    [Fact]
    public async Task What_is_pressed_after_an_entry_to_a_bot_is_for_the_next_question_and_no_bot()
    {
        var call = await WithABot().Call(Press("1"), Press("7#2"), Press("8#"));

        Assert.Equal(["first", "What?", "7?", "two"], call.Heard);
    }

    [Fact]
    public async Task A_queue_and_an_operator_clear_what_is_there_and_keys_in_a_queue_are_kept()
    {
        string[] queue =
        [
            Action("queue", "UpdateContactTargetQueue", """{"QueueId":"Desk"}""", ("next", "transfer"), ("!NoMatchingError", "error")),
            Action("transfer", "TransferContactToQueue", "{}", ("!NoMatchingError", "error")),
        ];
        var call = Keeping(Ask("first", "queue"), queue, Ends);

        Assert.Equal("", (await call.Call(Press("12"))).State.KeyBuffer);
        Assert.Equal(["A key pressed ahead is lost: the call goes into a queue."], call.Notes.Where(note => note.Contains("key")));
        Assert.Equal("34", (await call.Call(Press("1"), Press("3"), Press("4"))).State.KeyBuffer);
        Assert.Equal("", (await call.Call(Press("1"), Press("3"), new CallerAct.OperatorAnswers())).State.KeyBuffer);
    }

    static CallerAct.Presses Press(string keys) => new(keys);

    static Rehearsal Keeping(params string[][] actions) => new(
    [
        Action("start", "GetParticipantInput", """{"EnableDTMFBuffer":"True"}""", ("next", "first"), ("!NoMatchingError", "error")),
        .. actions.SelectMany(some => some),
    ]);

    static string[] Ask(string question, string next) =>
    [
        Action(
            question,
            "GetParticipantInput",
            $$"""{"StoreInput":"False","Text":"{{question}}"}""",
            ("1", next),
            ("2", "two"),
            ("!NoMatchingCondition", "error")),
    ];

    static string[] Stop(string also, string next = "read") =>
    [
        Action(
            "stop",
            "GetParticipantInput",
            $$"""{ {{also}} "EnableDTMFBuffer":"false"}""",
            ("next", next),
            ("!NoMatchingError", "error")),
    ];

    static string[] Store(string next) =>
    [
        Action(
            "store",
            "GetParticipantInput",
            """
            {
                "StoreInput": "True",
                "InputTimeLimitSeconds": "6",
                "Text": "Keys?",
                "InputValidation": { "CustomValidation": { "MaximumLength": "4" } },
                "DTMFConfiguration": { "InterdigitTimeLimitSeconds": "2" }
            }
            """,
            ("next", next),
            ("!NoMatchingError", "error")),
    ];

    // Asks again after 7, and is done after anything else.
    static Rehearsal WithABot()
    {
        string[] bot =
        [
            Action(
                "bot",
                "ConnectParticipantWithLexBot",
                """{"Text":"What?","LexV2Bot":{"AliasArn":"${OrderBotAlias.Arn}"}}""",
                ("Done", "second"),
                ("!NoMatchingError", "error")),
        ];
        var call = Keeping(Ask("first", "bot"), bot, Ask("second", "one"), Ends);
        call.Bots["OrderBotAlias"] = (session, input, _, _) => Task.FromResult<BotStep>(input is BotInput.Keyed("7")
            ? new BotStep.Asks(session, ["7?"], Duration.Zero)
            : new BotStep.Ended(
                session, new("Done", "Fulfilled", "None", ImmutableDictionary<string, BotSlot?>.Empty), [], Duration.Zero));
        return call;
    }
}
