using NodaTime;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class KeyInputTests
{
    static readonly string[] Menu =
    [
        Action(
            "menu",
            "GetParticipantInput",
            """{"StoreInput":"False","InputTimeLimitSeconds":"4","Text":"Press 1 or 2."}""",
            ("1", "one"),
            ("2", "two"),
            ("next", "next"),
            ("!InputTimeLimitExceeded", "silent"),
            ("!NoMatchingCondition", "wrong"),
            ("!NoMatchingError", "error")),
        .. End("one", "two", "next", "silent", "wrong", "error"),
    ];

    public static TheoryData<string, string, string> Numbers => new()
    {
        { "Local", "09012345678#", "You keyed +819012345678" },
        { "Local", "123#", "no number" },
        { "E164", "819012345678#", "You keyed +819012345678" },
        { "E164", "0#", "no number" },
        { "E164", "266696687#", "no number" },
        { "E164", "817378742833#", "no number" },
        { "Local", "0266696687#", "no number" },
        { "Local", "07378742833#", "no number" },
    };

    [Fact]
    public async Task A_menu_waits_for_one_key_after_its_words()
    {
        var call = await new Rehearsal(Menu).Call();

        Assert.Equal(new CallWaiting.ForKey(Duration.FromSeconds(4)), call.State.Waiting);
        Assert.Equal(["Press 1 or 2."], call.Heard);
    }

    [Theory]
    [InlineData("1", "one")]
    [InlineData("2", "two")]
    [InlineData("9", "wrong")]
    public async Task The_key_chooses_the_branch_and_another_one_is_no_matching_condition(string key, string branch)
    {
        var call = await new Rehearsal(Menu).Call(new CallerAct.Presses(key));

        Assert.Equal(["Press 1 or 2.", branch], call.Heard);
        Assert.Equal(CallEnd.LineHungUp, call.End);
        Assert.Equal(Duration.Zero, call.Elapsed);
    }

    [Fact]
    public async Task Silence_takes_the_whole_time_and_a_branch_of_its_own()
    {
        var call = await new Rehearsal(Menu).Call(new CallerAct.StaysSilent());

        Assert.Equal("silent", call.Heard.Last());
        Assert.Equal(Duration.FromSeconds(4), call.Elapsed);
    }

    [Fact]
    public async Task Words_are_silence_where_keys_are_asked_for()
    {
        var call = await new Rehearsal(Menu).Call(new CallerAct.Says("one"));

        Assert.Equal("silent", call.Heard.Last());
        Assert.Contains(call.Notes, note => note.Contains("hears no words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_pressed_ahead_is_lost()
    {
        var call = await new Rehearsal(
        [
            Action(
                "first", "GetParticipantInput", """{"StoreInput":"False","InputTimeLimitSeconds":"4","Text":"First?"}""", ("1", "menu")),
            .. Menu,
        ]).Call(new CallerAct.Presses("12"));

        Assert.Equal(["First?", "Press 1 or 2."], call.Heard);
        Assert.Equal(
            ["A key pressed ahead is lost: nobody has asked yet, and no flow has Connect keep them."], call.Notes);
    }

    [Theory]
    [InlineData("1234", "1234", 0)]
    [InlineData("12#", "12", 0)]
    [InlineData("12", "12", 2)]
    [InlineData("99*12#", "12", 0)]
    [InlineData("1234#", "1234", 0)]
    public async Task Several_keys_are_stored(string keys, string stored, int seconds)
    {
        var call = await Storing().Call(new CallerAct.Presses(keys));

        Assert.Equal($"You keyed {stored}", call.Heard.Last());
        Assert.Equal(Duration.FromSeconds(seconds), call.Elapsed);
    }

    [Fact]
    public async Task What_is_pressed_after_a_stored_entry_is_lost()
    {
        var call = await new Rehearsal([Store("menu"), .. Menu]).Call(new CallerAct.Presses("12#34"));

        Assert.Equal(["Keys?", "Press 1 or 2."], call.Heard);
        Assert.StartsWith("2 keys pressed ahead are lost:", Assert.Single(call.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_star_is_a_key_like_any_other_when_it_takes_nothing_back()
    {
        var call = await Storing("""{"DisableCancelKey":"True"}""").Call(new CallerAct.Presses("1*2#"));

        Assert.Equal("You keyed 1*2", call.Heard.Last());
    }

    [Fact]
    public async Task Silence_is_stored_as_a_success_called_Timeout()
    {
        var call = await Storing().Call(new CallerAct.StaysSilent());

        Assert.Equal("You keyed Timeout", call.Heard.Last());
        Assert.Equal(Duration.FromSeconds(6), call.Elapsed);
    }

    [Fact]
    public async Task Storing_waits_for_as_many_keys_as_it_takes()
    {
        var call = await Storing().Call();

        Assert.Equal(new CallWaiting.ForDigits(4, Duration.FromSeconds(6)), call.State.Waiting);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_telephone_number_is_stored_in_E164_or_refused(string format, string keys, string heard)
    {
        var validation = $$"""{"PhoneNumberValidation": {"NumberFormat":"{{format}}","CountryCode":"JP"} }""";
        var call = await new Rehearsal(
        [
            Action(
                "store",
                "GetParticipantInput",
                $$"""{"StoreInput":"True","InputTimeLimitSeconds":"6","Text":"Number?","InputValidation":{{validation}} }""",
                ("next", "read"),
                ("!InvalidPhoneNumber", "no number"),
                ("!NoMatchingError", "error")),
            Say("read", "You keyed $.StoredCustomerInput", "bye"),
            .. End("no number", "error"),
        ]).Call(new CallerAct.Presses(keys));

        Assert.Equal(heard, call.Heard.Last());
    }

    static string Store(string next, string keys = """{"InterdigitTimeLimitSeconds":"2"}""") => Action(
        "store",
        "GetParticipantInput",
        $$"""
        {
            "StoreInput": "True",
            "InputTimeLimitSeconds": "6",
            "Text": "Keys?",
            "InputValidation": { "CustomValidation": { "MaximumLength": "4" } },
            "DTMFConfiguration": {{keys}}
        }
        """,
        ("next", next),
        ("!NoMatchingError", "error"));

    static Rehearsal Storing(string keys = """{"InterdigitTimeLimitSeconds":"2"}""") =>
        new([Store("read", keys), Say("read", "You keyed $.StoredCustomerInput", "bye"), .. End("error")]);
}
