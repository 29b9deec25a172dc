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

    [Fact]
    public void A_caller_in_a_log_line_does_not_give_the_number_away() =>
        Assert.DoesNotContain("9012345678", Caller.At("+819012345678").ToString(), StringComparison.Ordinal);
}
