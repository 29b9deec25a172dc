
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class ContactUpdateTests
{
    static readonly string Long = new('x', 20_000);

    [Fact]
    public async Task Attributes_are_set_beside_those_that_are_there_and_removed_by_setting_them_to_nothing()
    {
        var call = await new Rehearsal(
            Set("a", """{"name":"Justin","wish":"cancel"}""", "b"),
            Set("b", """{"$.Attributes.wish":"yes","wish":"move","name":"$.Attributes.nobody"}""", "bye"),
            Action("bye", "DisconnectParticipant")).Call();

        Assert.Equal("cancel=yes,wish=move", string.Join(',', call.State.Attributes.Select(entry => $"{entry.Key}={entry.Value}")));
    }

    [Fact]
    public async Task More_attributes_than_a_contact_can_have_change_none()
    {
        var call = await new Rehearsal(
        [
            Set("a", $$"""{"one":"{{Long}}"}""", "b"),
            Set("b", $$"""{"one":"short","two":"{{Long}}","three":"{{Long}}"}""", "next"),
            .. End("next", "error"),
        ]).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(Long, call.State.Attributes["one"]);
        Assert.Single(call.State.Attributes);
    }

    [Fact]
    public async Task Nothing_is_written_about_a_related_contact()
    {
        var call = await new Rehearsal(
        [
            Action("a", "UpdateContactAttributes", """{"Attributes":{"x":"1"},"TargetContact":"Related"}""", ("next", "b")),
            Action("b", "UpdateContactData", """{"LanguageCode":"ja-JP","TargetContact":"Related"}""", ("next", "next")),
            .. End("next"),
        ]).Call();

        Assert.Empty(call.State.Attributes);
        Assert.Equal("en-US", call.State.Language);
    }

    [Fact]
    public async Task A_flow_cannot_hang_a_flow_that_is_not_there_on_an_event()
    {
        var call = await new Rehearsal(
        [
            Action(
                "hook",
                "UpdateContactEventHooks",
                """{"EventHooks":{"CustomerQueue":"Gone"}}""",
                ("next", "next"),
                ("!NoMatchingError", "error")),
            .. End("next", "error"),
        ]).Call();

        Assert.Equal(["error"], call.Heard);
        Assert.Equal(["There is no flow Gone for CustomerQueue here. The call goes on as after an error, NoMatchingError -> error."], call.Notes);
    }

    [Fact]
    public async Task An_event_that_is_never_played_here_is_noted()
    {
        var call = await new Rehearsal(
        [
            Action("hook", "UpdateContactEventHooks", """{"EventHooks":{"CustomerRemaining":"Survey"}}""", ("next", "next")),
            .. End("next"),
        ]).Call();

        Assert.Equal(["next"], call.Heard);
        Assert.Equal(["CustomerRemaining happens outside what is played here."], call.Notes);
    }

    static string Set(string identifier, string attributes, string next) => Action(
        identifier, "UpdateContactAttributes", $$"""{"Attributes":{{attributes}} }""", ("next", next), ("!NoMatchingError", "error"));
}
