using NodaTime;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A function that a flow invokes, with the service's limits and retries
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html).</summary>
static class FunctionInvocation
{
    const int MostRetries = 3;

    /// <summary>The service's own limit of a function.</summary>
    public static readonly Duration UsualLimit = Duration.FromSeconds(3);

    /// <summary>The most that a flow can ask for.</summary>
    public static readonly Duration LongestLimit = Duration.FromSeconds(8);

    static readonly Duration LongestInTheBackground = Duration.FromSeconds(60);

    /// <summary>How long functions may take one after the other while the caller hears nothing.</summary>
    public static readonly Duration LongestChain = Duration.FromSeconds(20);

    public static readonly ActionKind InvokeLambdaFunction = new(Play);

    static ValueTask<ActionOutcome> Play(CallRun run, FlowAction action, CancellationToken cancellation)
    {
        if (run.Text(action, "LambdaFunctionARN") is not { } reference)
        {
            return new(ActionOutcome.Without(action, "function", "LambdaFunctionARN"));
        }

        var name = ResourceName.From(reference);
        var payload = ContactEventJson.Write(run, action.ParameterAt("LambdaInvocationAttributes"));
        return action.Parameter("InvocationType") == "ASYNCHRONOUS"
            ? InTheBackground(run, action, name, payload, cancellation)
            : UntilItAnswers(run, action, name, payload, cancellation);
    }

    static async ValueTask<ActionOutcome> UntilItAnswers(
        CallRun run, FlowAction action, string name, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var left = Duration.Min(Limit(action, LongestLimit), LongestChain - run.State.FunctionTime);
        if (left <= Duration.Zero)
        {
            return Failed(
                run,
                $"Functions have taken {LongestChain.TotalSeconds} seconds since the caller heard something: {name} is not invoked.");
        }

        var (why, allowed) = ("", left);
        for (var attempt = 1; attempt <= 1 + MostRetries && left > Duration.Zero; attempt++)
        {
            var answer = await Invoke(run, name, payload, attempt, left, cancellation).ConfigureAwait(false);
            var took = Duration.Min(answer.Took, left);
            run.State = run.State with { Now = run.Now + took, FunctionTime = run.State.FunctionTime + took };
            if (answer is FunctionAnswer.Replied(var reply, _) && answer.Took <= left)
            {
                return Accept(run, action, name, reply);
            }

            if (answer is FunctionAnswer.Failed { IsUnknown: true } unknown)
            {
                return ActionOutcome.Lacks($"{name} is not here: {unknown.Reason}");
            }

            left -= took;
            why = answer is FunctionAnswer.Failed(var reason, _) ? $"{name} failed: {reason}" : $"{name} did not answer within {allowed.TotalSeconds} seconds.";
        }

        return Failed(run, why);
    }

    // The flow does not wait, and never learns what came of it.
    static async ValueTask<ActionOutcome> InTheBackground(
        CallRun run, FlowAction action, string name, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var answer = await Invoke(run, name, payload, attempt: 1, Limit(action, LongestInTheBackground), cancellation).ConfigureAwait(false);
        if (answer is FunctionAnswer.Failed { IsUnknown: true } unknown)
        {
            return ActionOutcome.Lacks($"{name} is not here: {unknown.Reason}");
        }

        run.Data = run.Data with { InvocationId = $"{run.State.ContactId}/{action.Identifier}" };
        return ActionOutcome.Done;
    }

    static async ValueTask<FunctionAnswer> Invoke(
        CallRun run, string name, ReadOnlyMemory<byte> payload, int attempt, Duration limit, CancellationToken cancellation)
    {
        var call = new FunctionCall(name, payload, run.Now, limit)
        {
            WithOperator = run.State.PreviousContactId is { } contact ? (contact, run.State.FirstContactId) : null,
        };
        var answer = await run.Setup.Invoke(call, cancellation).ConfigureAwait(false);
        run.Add(new CallEvent.Invoked(run.Now, name, attempt, payload, answer));
        return answer;
    }

    static ActionOutcome Accept(CallRun run, FlowAction action, string name, ReadOnlyMemory<byte> reply)
    {
        // Exports from before there was a choice have none, and mean the flat one.
        var mayBeNested = action.Parameter("ResponseValidation", "ResponseType") == "JSON";
        switch (FunctionReply.Read(reply, mayBeNested))
        {
            case FunctionReply.Usable(var texts):
                run.Data = run.Data with { External = texts };
                return ActionOutcome.Done;

            case FunctionReply.Unusable(var reason):
                return Failed(run, $"The answer of {name} is of no use: {reason}");

            default:
                throw new NotSupportedException("A reply is either usable or not.");
        }
    }

    // That a failure empties $.External is documented nowhere: what is overwritten is overwritten by an answer.
    static ActionOutcome Failed(CallRun run, string why)
    {
        if (!run.Data.External.Entries.IsEmpty)
        {
            run.Note("$.External is still what was answered before.");
        }

        return ActionOutcome.Failed(why);
    }

    static Duration Limit(FlowAction action, Duration longest) =>
        KeyInput.Seconds(action.Parameter("InvocationTimeLimitSeconds")) is { } limit && limit > Duration.Zero
            ? Duration.Min(limit, longest)
            : UsualLimit;
}
