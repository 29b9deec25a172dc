using Amazon.Lambda.Core;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests;

[Collection("Environment variables belong to the process")]
public sealed class WhatTheContextTells
{
    [Fact]
    public async Task The_remaining_time_runs_to_the_deadline()
    {
        TimeSpan remaining = default;
        await using var function = RunningFunction.Telling(context => $"{remaining = context.RemainingTime}");
        var now = DateTimeOffset.UtcNow;

        await function.SendAsync(new LambdaEvent("{}") { Deadline = now.AddHours(2) });

        Assert.InRange(remaining, TimeSpan.FromMinutes(110), TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task The_remaining_time_of_a_late_event_is_negative()
    {
        await using var function = RunningFunction.Telling(context => $"{context.RemainingTime < TimeSpan.Zero}");

        var outcome = await function.SendAsync(new LambdaEvent("{}") { Deadline = DateTimeOffset.UtcNow.AddHours(-1) });

        Assert.Equal("True", outcome.Text);
    }

    [Fact]
    public async Task Each_event_has_its_own_request_id_and_arn()
    {
        await using var function = RunningFunction.Telling(context => $"{context.AwsRequestId} {context.InvokedFunctionArn}");

        var first = await function.SendAsync(new LambdaEvent("{}") { RequestId = "r-1", InvokedFunctionArn = "arn:1" });
        var second = await function.SendAsync(new LambdaEvent("{}") { RequestId = "r-2", InvokedFunctionArn = "arn:2" });

        Assert.Equal("r-1 arn:1", first.Text);
        Assert.Equal("r-2 arn:2", second.Text);
    }

    [Fact]
    public async Task The_trace_of_the_event_in_hand_is_in_the_environment()
    {
        await using var function = RunningFunction.Telling(context =>
            $"{Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID")}|{context.TraceId}");

        var traced = await function.SendAsync(new LambdaEvent("{}") { TraceId = "Root=1-a;Sampled=1" });
        var untraced = await function.SendAsync(new LambdaEvent("{}") { TraceId = null });

        Assert.Equal("Root=1-a;Sampled=1|Root=1-a;Sampled=1", traced.Text);
        Assert.Equal("|", untraced.Text);
    }

    [Fact]
    public async Task The_environment_describes_the_function()
    {
        using var name = new Setting("AWS_LAMBDA_FUNCTION_NAME", "order-hotline");
        using var version = new Setting("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        using var memory = new Setting("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        using var group = new Setting("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/order-hotline");
        using var stream = new Setting("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01");
        await using var function = RunningFunction.Telling(context => string.Join(
            ' ', context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB, context.LogGroupName, context.LogStreamName));

        Assert.Equal("order-hotline $LATEST 512 /aws/lambda/order-hotline 2026/01/01", (await function.SendAsync("{}")).Text);
    }

    [Fact]
    public async Task A_mobile_caller_is_described()
    {
        await using var function = RunningFunction.Telling(context => string.Join(
            ' ',
            context.ClientContext?.Client?.AppTitle,
            context.ClientContext?.Custom?["shop"],
            context.ClientContext?.Environment?["locale"],
            context.Identity?.IdentityId,
            context.Identity?.IdentityPoolId));

        var outcome = await function.SendAsync(new LambdaEvent("{}")
        {
            ClientContext = """{"client":{"app_title":"Orders"},"custom":{"shop":"Ginza"},"env":{"locale":"ja-JP"}}""",
            CognitoIdentity = """{"cognitoIdentityId":"caller","cognitoIdentityPoolId":"pool"}""",
        });

        Assert.Equal("Orders Ginza ja-JP caller pool", outcome.Text);
    }

    [Fact]
    public async Task A_caller_that_is_not_mobile_has_no_description()
    {
        await using var function = RunningFunction.Telling(context => $"{context.ClientContext?.Client}{context.Identity?.IdentityId}.");

        Assert.Equal(".", (await function.SendAsync("{}")).Text);
    }

    [Fact]
    public void A_logger_that_writes_lines_has_every_level()
    {
        var lines = new Lines();
        ILambdaLogger logger = lines;

        logger.LogTrace("1");
        logger.LogDebug("2");
        logger.LogInformation("3");
        logger.LogWarning("4");
        logger.LogError("5");
        logger.LogCritical("6");

        Assert.Equal(["1", "2", "3", "4", "5", "6"], lines.Written);
    }

    sealed class Lines : ILambdaLogger
    {
        public List<string> Written { get; } = [];

        public void Log(string message) => Written.Add(message);

        public void LogLine(string message) => Written.Add(message);
    }
}
