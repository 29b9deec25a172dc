using System.Security.Cryptography;
using Amazon.Lambda.Core;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>The one function this process is, chosen by the handler name, with its adapters plugged in.</summary>
sealed class LambdaFunction
{
    // Connect waits 8 seconds at most, and an answer that comes too late is none.
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(7);
    static readonly TimeSpan LongestLambda = TimeSpan.FromMinutes(15);

    readonly Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<byte[]>> answer;
    readonly TimeSpan longest;
    readonly AnswerDeadline answerDeadline;
    readonly MeasuredLog log;

    LambdaFunction(
        Func<ReadOnlyMemory<byte>, TimeSpan, CancellationToken, Task<byte[]>> answer, TimeSpan longest, AnswerDeadline deadline, MeasuredLog log)
    {
        this.answer = answer;
        this.longest = longest;
        answerDeadline = deadline;
        this.log = log;
    }

    LambdaFunction(Func<ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> answer, AnswerDeadline deadline, MeasuredLog log)
        : this((json, _, cancellation) => answer(json, cancellation), LongestAnswer, deadline, log)
    {
    }

    /// <summary>Chooses the function and opens the line with what that function needs and no more: a client costs a cold start what
    /// it costs, used or not.</summary>
    /// <param name="variable">Gives the value of an environment variable: the settings, and <c>_HANDLER</c>.</param>
    /// <param name="write">Takes one line at a time.</param>
    /// <exception cref="InvalidSettingsException">The settings or the handler name make no sense; the message lists everything.</exception>
    public static LambdaFunction Start(Func<string, string?> variable, Action<string> write)
    {
        var settings = LambdaSettings.Read(variable);
        if (settings.Clock is FixedClock { Now: var now })
        {
            write($$"""{"level":"warning","message":"HOTLINE_FIXED_NOW stops the clock at {{now}}: for rehearsals only."}""");
        }

        var deadline = new AnswerDeadline(TimeProvider.System);
        var measured = new MeasuredLog(settings.MetricsNamespace, write);
        return settings.Handler switch
        {
            nameof(ConnectFunction.OrderTableRead) => Call(ConnectFunction.OrderTableRead),
            nameof(ConnectFunction.CancelOrder) => Call(ConnectFunction.CancelOrder),
            nameof(ConnectFunction.ChangeOrderDate) => Call(ConnectFunction.ChangeOrderDate),
            nameof(ConnectFunction.RequestCode) => Verification(ConnectFunction.RequestCode),
            nameof(ConnectFunction.VerifyCaller) => Verification(ConnectFunction.VerifyCaller),
            nameof(ConnectFunction.VouchForCaller) => Vouching(),
            OrderDialogHandler.FunctionName => Dialog(),
            MessageDeliveryHandler.FunctionName => Delivery(),
            var handler => throw new NotSupportedException($"No function for {handler}."),
        };

        LambdaFunction Call(ConnectFunction function)
        {
            var client = CustomerTable.CreateBlockingClient(settings.Table, deadline);
            var line = OrderLine.ForCalls(
                new DynamoDbOrders(client, settings.Table), new DynamoDbVerifications(client, settings.Verifications), settings.Shop.Verification,
                settings.Shop.Policy, settings.Clock);
            return Answering(function, new(line, settings.Shop.Words, settings.Shop.Trusted, record => measured.WriteAnswer(record.ToLogLine())));
        }

        LambdaFunction Verification(ConnectFunction function)
        {
            var client = CustomerTable.CreateBlockingClient(settings.Table, deadline);
            var line = OrderLine.ForVerification(
                new DynamoDbOrders(client, settings.Table),
                new DynamoDbVerifications(client, settings.Verifications),
                SnsMessageSender.Open(settings.Messages),
                new VerificationSettings(settings.Shop.Verification, settings.CodeKeys!, settings.Shop.Name, NewNonce),
                settings.Shop.Policy,
                settings.Shop.MessageWords,
                settings.Clock);
            return Answering(function, new(line, settings.Shop.Words, settings.Shop.Trusted, record => measured.WriteAnswer(record.ToLogLine())));
        }

        LambdaFunction Vouching()
        {
            var client = CustomerTable.CreateBlockingClient(settings.Table, deadline);
            var line = OrderLine.ForOperators(
                new DynamoDbOrders(client, settings.Table), new DynamoDbVerifications(client, settings.Verifications),
                ConnectOperators.Open(settings.Connect!), settings.Clock);
            return Answering(ConnectFunction.VouchForCaller, new(line, settings.Shop.Words, settings.Shop.Trusted, record => measured.WriteAnswer(record.ToLogLine())));
        }

        LambdaFunction Answering(ConnectFunction function, ContactFlowHandler connect) => new(
            async (json, cancellation) => (await connect.Answer(function, json, cancellation)).ToJson(), deadline, measured);

        LambdaFunction Dialog()
        {
            var line = OrderLine.ForDates(settings.Shop.Policy, settings.Clock);
            return new LambdaFunction(
                new OrderDialogHandler(line, settings.Shop.Words, settings.Shop.DeliveryDaysAfterShipping, record => measured.WriteAnswer(record.ToLogLine())).Answer,
                deadline,
                measured);
        }

        LambdaFunction Delivery()
        {
            var table = CustomerTable.CreateClient(settings.Table, deadline);
            var line = OrderLine.ForDeliveries(
                new DynamoDbOrders(table, settings.Table),
                new DynamoDbOutbox(table, settings.Table),
                SnsMessageSender.Open(settings.Messages),
                settings.Shop.MessageWords,
                settings.Clock);
            return new LambdaFunction(new MessageDeliveryHandler(line, () => new ClaimId(Guid.NewGuid()), measured.Write).Answer, LongestLambda, deadline, measured);
        }
    }

    /// <summary>Answers one invocation within what is left of its time.</summary>
    public async Task<Stream> Handle(Stream input, ILambdaContext context)
    {
        log.Begin(context.AwsRequestId);
        var left = TimeSpan.FromTicks(Math.Clamp((context.RemainingTime - ContactFlowHandler.TimeToAnswer).Ticks, 0, longest.Ticks));
        answerDeadline.Begin(left);
        using var time = new CancellationTokenSource(left);
        var reply = await answer(await Whole(input), left, time.Token);
        return new MemoryStream(reply, 0, reply.Length, writable: false, publiclyVisible: true); // the loop sends it as it is
    }

    static string NewNonce() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    // The loop has the event in one piece; another caller may not.
    static async ValueTask<ReadOnlyMemory<byte>> Whole(Stream input)
    {
        if (input is MemoryStream memory && memory.TryGetBuffer(out var bytes))
        {
            return bytes.AsMemory((int)memory.Position);
        }

        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
