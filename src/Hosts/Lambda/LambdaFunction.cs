using Amazon.Lambda.Core;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;

namespace OrderHotline.Hosts.Lambda;

/// <summary>The one function this process is, chosen by the handler name, with its adapters plugged in.</summary>
sealed class LambdaFunction
{
    // Connect waits 8 seconds at most, and an answer that comes too late is none.
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(7);
    static readonly TimeSpan LongestLambda = TimeSpan.FromMinutes(15);
    static readonly TimeSpan TimeToAnswer = TimeSpan.FromMilliseconds(500);

    readonly Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<byte[]>> answer;
    readonly TimeSpan longest;
    readonly AnswerTime answerTime;

    LambdaFunction(Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<byte[]>> answer, TimeSpan longest, AnswerTime answerTime)
    {
        this.answer = answer;
        this.longest = longest;
        this.answerTime = answerTime;
    }

    LambdaFunction(Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> answer, AnswerTime answerTime)
        : this((json, _, cancellation) => answer(json, cancellation), LongestAnswer, answerTime)
    {
    }

    /// <summary>Chooses the function and opens the line.</summary>
    /// <param name="variable">Gives the value of an environment variable: the settings, and <c>_HANDLER</c>.</param>
    /// <param name="log">Takes one line at a time.</param>
    /// <exception cref="InvalidSettingsException">The settings or the handler name make no sense; the message lists everything.</exception>
    public static LambdaFunction Start(Func<string, string?> variable, Action<string> log)
    {
        var settings = LambdaSettings.Read(variable);
        if (settings.Clock is StoppedClock stopped)
        {
            log($$"""{"level":"warning","message":"HOTLINE_FIXED_NOW stops the clock at {{stopped}}: for rehearsals only."}""");
        }

        var time = new AnswerTime(TimeProvider.System);
        var table = CustomerTable.Connect(settings.Table, time);
        var line = OrderLine.Open(
            new DynamoDbOrders(table, settings.Table),
            new DynamoDbOwedTexts(table, settings.Table),
            new SnsTextMessages(SnsTextMessages.Connect(settings.Texts), settings.Texts),
            settings.Policy,
            settings.Clock);

        if (settings.Handler == nameof(DeliverTexts))
        {
            return new LambdaFunction(new TextDeliveryHandler(line, log).Answer, LongestLambda, time);
        }

        if (settings.Handler == OrderDialogHandler.FunctionName)
        {
            return new LambdaFunction(
                new OrderDialogHandler(line, settings.Language, record => log(record.ToLogLine())).Answer, time);
        }

        var function = Enum.Parse<ConnectFunction>(settings.Handler);
        var connect = new ContactFlowHandler(line, settings.Language, record => log(record.ToLogLine()));
        return new LambdaFunction(
            async (json, cancellation) => (await connect.Answer(function, json, cancellation)).ToJson(), time);
    }

    /// <summary>Answers one invocation within what is left of its time.</summary>
    public async Task<Stream> Handle(Stream input, ILambdaContext context)
    {
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer);
        var left = TimeSpan.FromTicks(Math.Clamp((context.RemainingTime - TimeToAnswer).Ticks, 0, longest.Ticks));
        answerTime.Begin(left);
        using var time = new CancellationTokenSource(left);
        return new MemoryStream(await answer(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), left, time.Token));
    }
}
