using System.Diagnostics;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Functions;

namespace OrderHotline.Hosts.Cli;

/// <summary>The line's own functions with the time they really take, for instance at a table: a trace shows it, and what is too slow for
/// Connect is too slow here. Functions elsewhere are measured where they are called, see <see cref="LambdaEndpoint"/>.</summary>
static class MeasuredFunctions
{
    public static InvokeFunction Around(InvokeFunction functions) => async (call, cancellation) =>
    {
        var limit = call.Limit.ToTimeSpan();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (limit - ContactFlowHandler.TimeToAnswer).Ticks))); // as the deployed functions do
        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await functions(call, time.Token).WaitAsync(limit, cancellation);
            return answer with { Took = Duration.Max(answer.Took, Took()) };
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return FunctionAnswer.Failed.OutOfTime(call.Limit, Took());
        }

        Duration Took() => Duration.FromTimeSpan(Stopwatch.GetElapsedTime(started));
    };
}
