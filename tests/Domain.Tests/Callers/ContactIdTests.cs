namespace OrderHotline.Domain.Tests;

public sealed class ContactIdTests
{
    [Theory]
    [InlineData("4a573372-1f28-4e26-b97b-XXXXXXXXXXX")]
    [InlineData("1")]
    [InlineData("web:order#7")]
    public void A_contact_id_reads_back_exactly_as_the_channel_sent_it(string text)
    {
        Assert.True(ContactId.TryParse(text, out var id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a　b")]
    public void Nothing_and_white_space_are_no_contact_id(string? text)
    {
        Assert.False(ContactId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x000A)]
    [InlineData(0x007F)]
    [InlineData(0x2028)]
    [InlineData(0xD842)]
    [InlineData(0xDFB7)]
    [InlineData(0x200B)]
    [InlineData(0x202E)]
    [InlineData(0x6CE8)]
    public void Only_visible_ascii_stands_in_a_contact_id(int unit) =>
        Assert.False(ContactId.TryParse($"a{(char)unit}b", out _));

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_contact_id_has_at_most_128_characters(int length, bool isAnId) =>
        Assert.Equal(isAnId, ContactId.TryParse(new string('c', length), out _));

    [Fact]
    public void The_default_id_is_no_contact_and_says_so()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => default(ContactId).ToString());
        Assert.Contains("ContactId.TryParse", refusal.Message, StringComparison.Ordinal);
    }
}
