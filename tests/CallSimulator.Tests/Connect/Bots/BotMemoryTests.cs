using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

public sealed class BotMemoryTests
{
    [Fact]
    public void Two_sessions_that_say_the_same_are_the_same()
    {
        Assert.Equal(BotMemories.None.Keep("Bot", Session(), Rehearsal.Noon), BotMemories.None.Keep("Bot", Session(), Rehearsal.Noon));
        Assert.Equal(
            BotMemories.None.Keep("Bot", Session(), Rehearsal.Noon).GetHashCode(), BotMemories.None.Keep("Bot", Session(), Rehearsal.Noon).GetHashCode());
    }

    [Fact]
    public void A_session_that_says_something_else_is_another()
    {
        var session = Session();
        BotSession[] others =
        [
            session with { Locale = "en_US" },
            session with { SlotToElicit = "Item" },
            session with { AwaitsConfirmation = true },
            session with { Attempt = 2 },
            session with { EndsAfter = Duration.FromMinutes(6) },
            session with { Intent = null },
            session with { Intent = session.Intent! with { State = "Failed" } },
            session with { Intent = session.Intent! with { Slots = session.Intent.Slots.SetItem("Day", null) } },
            session with { Attributes = session.Attributes.SetItem("asked", "2") },
            session with { Attributes = session.Attributes.Add("more", "1") },
        ];

        Assert.All(others, other => Assert.NotEqual(new BotMemory(session, Rehearsal.Noon), new BotMemory(other, Rehearsal.Noon)));
        Assert.NotEqual(new BotMemory(session, Rehearsal.Noon), new BotMemory(session, Rehearsal.Noon + Duration.FromSeconds(1)));
    }

    static BotSession Session() => new("contact-1", "ja_JP", ImmutableDictionary<string, string>.Empty.Add("asked", "1"))
    {
        Intent = new(
            "ChangeDate",
            "InProgress",
            "None",
            ImmutableDictionary<string, BotSlot?>.Empty.Add("Day", new BotSlot("Tuesday", "2026-12-01"))),
        SlotToElicit = "Day",
        Attempt = 1,
        EndsAfter = Duration.FromMinutes(5),
    };
}
