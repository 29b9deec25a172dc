using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web;

/// <summary>Whether the host can answer: its store does, and it has not been asked to stop. Looked up at most once in a few seconds, whoever asks.
/// </summary>
sealed class Readiness(IOrders orders, IHostApplicationLifetime lifetime, TimeProvider time) : IHealthCheck
{
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(3);

    // Of a block of numbers that is given to nobody.
    static readonly PhoneNumber Nobody = PhoneNumber.TryParse("+810000000000", out var number) ? number : default;

    readonly Lock gate = new();
    long lookedAt;
    Task<HealthCheckResult>? last;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("It is stopping."));
        }

        lock (gate)
        {
            if (last is null || (last.IsCompleted && time.GetElapsedTime(lookedAt) > Kept))
            {
                (lookedAt, last) = (time.GetTimestamp(), Look());
            }

            return last.WaitAsync(cancellationToken);
        }
    }

    async Task<HealthCheckResult> Look()
    {
        using var limited = new CancellationTokenSource(LongestLook, time);
        try
        {
            await orders.Latest(Nobody, limited.Token);
            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever it is, the store does not answer; the log has it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
