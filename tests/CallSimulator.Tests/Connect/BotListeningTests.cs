using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;

namespace OrderHotline.CallSimulator.Tests;

public sealed class BotListeningTests
{
    static readonly BotIntent Change = new("ChangeDate", "InProgress", "None", ImmutableDictionary<string, BotSlot?>.Empty);

    [Fact]
    public void Without_attributes_it_listens_as_Lex_does() => Assert.Equal(
        new BotListening('#', '*', 1024, Duration.FromSeconds(5), Duration.FromSeconds(3), MayBeInterrupted: true), To());

    [Theory]
    [InlineData("x-amz-lex:dtmf:max-length", "4")]
    [InlineData("x-amz-lex:dtmf:max-length:*:*", "4")]
    [InlineData("x-amz-lex:dtmf:max-length:ChangeDate:*", "4")]
    [InlineData("x-amz-lex:dtmf:max-length:ChangeDate:ShippingDate", "4")]
    [InlineData("x-amz-lex:dtmf:max-length:ChangeDate:Other", "1024")]
    [InlineData("x-amz-lex:dtmf:max-length:CancelOrder:*", "1024")]
    [InlineData("x-amz-lex:dtmf:max-lengthy", "1024")]
    [InlineData("x-amz-lex:dtmf:max-length:x", "1024")]
    public void An_attribute_counts_for_the_intent_and_slot_that_it_names(string name, string most) =>
        Assert.Equal(most, $"{To((name, "4")).MostKeys}");

    [Fact]
    public void The_closer_an_attribute_names_what_is_asked_for_the_more_it_counts() => Assert.Equal(
        6, To(("x-amz-lex:dtmf:max-length:*:*", "4"), ("x-amz-lex:dtmf:max-length:ChangeDate:ShippingDate", "6"), ("x-amz-lex:dtmf:max-length:ChangeDate:*", "5")).MostKeys);

    [Theory]
    [InlineData("x-amz-lex:dtmf:max-length:*:*", "0")]
    [InlineData("x-amz-lex:dtmf:max-length:*:*", "four")]
    [InlineData("x-amz-lex:dtmf:end-character:*:*", "##")]
    [InlineData("x-amz-lex:allow-interrupt:*:*", "perhaps")]
    public void What_cannot_be_is_as_if_it_were_not_there(string name, string value) => Assert.Equal(To(), To((name, value)));

    [Theory]
    [InlineData("120#", "120", "", true)]
    [InlineData("1203#", "1203", "#", true)]
    [InlineData("12034", "1203", "4", true)]
    [InlineData("120", "120", "", false)]
    [InlineData("12*9", "", "9", true)]
    [InlineData("#1", "", "1", true)]
    public void An_entry_ends_by_its_key_by_being_taken_back_or_by_being_full(string pressed, string keys, string later, bool ended) =>
        Assert.Equal((keys, later, ended), To(("x-amz-lex:dtmf:max-length:*:*", "4")).Read(pressed));

    [Fact]
    public void Other_keys_can_end_it() => Assert.Equal(
        ("12", "", true), To(("x-amz-lex:dtmf:end-character:*:*", "0"), ("x-amz-lex:dtmf:deletion-character:*:*", "9")).Read("120"));

    [Fact]
    public void A_question_that_may_not_be_interrupted_is_heard_out() =>
        Assert.False(To(("x-amz-lex:allow-interrupt:*:*", "false")).MayBeInterrupted);

    static BotListening To(params (string Name, string Value)[] attributes) => BotListening.To(
        new("session", "ja_JP", attributes.ToImmutableDictionary(one => one.Name, one => one.Value)) { Intent = Change, SlotToElicit = "ShippingDate" });
}
