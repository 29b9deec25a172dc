using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

public sealed class SizesAndRefusals
{
    const int Limit = 6_291_556;

    [Fact]
    public async Task A_reply_over_the_limit_is_an_error_that_says_the_limit()
    {
        await using var function = RunningFunction.Start((_, _) => Task.FromResult<Stream>(new MemoryStream(new byte[Limit + 1])));

        var outcome = await function.SendAsync("{}");

        Assert.True(outcome.IsError);
        Assert.Equal("Function.ResponseSizeTooLarge", outcome.ErrorType);
        Assert.Contains("6291556", outcome.ErrorText("errorMessage"));
        Assert.Contains("6291557", outcome.ErrorText("errorMessage"));
    }

    [Fact]
    public async Task A_failure_with_an_endless_message_is_still_reported()
    {
        await using var function = RunningFunction.Start((_, _) => throw new InvalidDataException(new string('注', 10_000_000)));

        var outcome = await function.SendAsync("{}");

        Assert.True(outcome.IsError);
        Assert.InRange(outcome.Body.Length, 65_536, 1_000_000);
    }

    [Fact]
    public async Task A_failure_named_in_japanese_keeps_its_name_in_the_report()
    {
        await using var function = RunningFunction.Start((_, _) => throw new 在庫切れException());

        var outcome = await function.SendAsync("{}");

        Assert.Equal("在庫切れException", outcome.ErrorText("errorType"));
        Assert.Equal("????Exception", outcome.ErrorType);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_refused_reply_does_not_end_the_loop(int status)
    {
        await using var function = RunningFunction.Echo();

        await function.SendAsync(new LambdaEvent("1") { AnswerStatus = status });

        Assert.Equal("2", (await function.SendAsync("2")).Text);
    }

    sealed class 在庫切れException : Exception;
}
