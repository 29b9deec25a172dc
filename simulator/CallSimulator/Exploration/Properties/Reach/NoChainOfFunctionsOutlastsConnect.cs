using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// Functions that run one after the other while the caller hears nothing have 20 seconds, retries and all: what is left of a longer
/// chain is not invoked (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html). Judged by the limits
/// that the flow sets: that a function is quick today is no proof.
/// </summary>
public sealed class NoChainOfFunctionsOutlastsConnect : CallProperty
{
    /// <inheritdoc/>
    public override string Sentence => "No chain of functions can take more than 20 seconds";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        var (total, chain) = (Duration.Zero, new List<string>());
        foreach (var happened in step.Events)
        {
            switch (happened)
            {
                case CallEvent.Heard:
                    total = Duration.Zero;
                    chain.Clear();
                    break;

                case CallEvent.Ran { Type: ActionTypes.InvokeLambdaFunction } ran when Limit(ran, step.Deployment) is { } limit:
                    total += limit;
                    chain.Add(ran.Action);
                    break;
            }

            if (total > FunctionInvocation.LongestChain)
            {
                return $"{string.Join(", ", chain)} may take {total.TotalSeconds:0} seconds before the caller hears anything.";
            }
        }

        return null;
    }

    static Duration? Limit(CallEvent.Ran ran, Deployment deployment)
    {
        var action = deployment.Flows[ran.Flow].Find(ran.Action)!;
        return action.Parameter("InvocationType") == "ASYNCHRONOUS"
            ? null
            : Duration.Min(KeyInput.Seconds(action.Parameter("InvocationTimeLimitSeconds")) ?? FunctionInvocation.UsualLimit, FunctionInvocation.LongestLimit);
    }
}
