using System.Diagnostics;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.Hosts.Cli;

/// <summary>Functions with the time they really take: a trace shows it, and what is too slow for Connect is too slow here.</summary>
static class MeasuredFunctions
{
    public static InvokeFunction Around(InvokeFunction functions) => async (call, cancellation) =>
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(call.Limit.ToTimeSpan() - ContactFlowHandler.TimeToAnswer); // as the deployed functions do
        var started = Stopwatch.GetTimestamp();
        var answer = await functions(call, time.Token);
        return answer with { Took = Duration.Max(answer.Took, Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started))) };
    };
}
