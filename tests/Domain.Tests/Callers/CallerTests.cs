namespace OrderHotline.Domain.Tests;

public sealed class CallerTests
{
    [Fact]
    public void A_strict_number_identifies_the_caller() =>
        Assert.Equal(new Caller.Identified(Samples.Number("+819012345678")), Caller.At("+819012345678"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("unknown")]
    [InlineData("+266696687")]
    [InlineData("09012345678")]
    [InlineData("+81 90 1234 5678")]
    [InlineData("sip:+819012345678@example.com")]
    public void A_withheld_missing_or_malformed_number_identifies_nobody(string? address) =>
        Assert.Equal(new Caller.Unidentified(), Caller.At(address));

    /// <summary>Every channel, trusted or not, with every pair of what the network and the flow say.</summary>
    [Fact]
    public void A_call_is_its_own_numbers_and_any_other_contact_the_flows_where_it_is_trusted()
    {
        string?[] numbers = [null, "", " ", "anonymous", "+266696687", "09012345678", "+819012345678", "+819087654321"];
        var all = Enum.GetValues<Channel>();
        foreach (var channel in all)
        {
            foreach (var trusted in all.Where(other => other is not (Channel.Voice or Channel.Other)).Select(other => new TrustedChannels(other))
                .Append(TrustedChannels.None))
            {
                foreach (var own in numbers)
                {
                    foreach (var passed in numbers)
                    {
                        var believed = channel == Channel.Voice
                            ? string.IsNullOrEmpty(passed) || passed == own ? own : null
                            : trusted.Contain(channel) ? passed : null;

                        Assert.Equal(
                            (channel, own, passed, Caller.At(believed)),
                            (channel, own, passed, Caller.IsIdentifiedByTheCallsOwnNumberOrByATrustedFlow(new(channel, own, passed), trusted)));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(Channel.Voice)]
    [InlineData(Channel.Other)]
    public void A_call_and_a_channel_without_a_name_are_never_trusted(Channel channel) =>
        Assert.Throws<ArgumentException>(() => new TrustedChannels(Channel.Chat, channel));

    [Fact]
    public void A_caller_in_a_log_line_does_not_give_the_number_away() =>
        Assert.DoesNotContain("9012345678", Caller.At("+819012345678").ToString(), StringComparison.Ordinal);
}
