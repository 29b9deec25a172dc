namespace OrderHotline.Hosts.Web;

/// <summary>Lets so many turns in at once as the host can do well, and none any more once it has been asked to stop; those that are under way finish.
/// A page sends the same message again a little later, which counts once.</summary>
sealed class ChatGate(IHostApplicationLifetime lifetime) : IEndpointFilter, IDisposable
{
    /// <summary>How many turns may be under way.</summary>
    public const int MostTurns = 128;

    readonly SemaphoreSlim free = new(MostTurns);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || !await free.WaitAsync(TimeSpan.Zero))
        {
            context.HttpContext.Response.Headers.RetryAfter = "1";
            throw new RefusedException(Refusal.Busy, Refusals.Detail(Refusal.Busy));
        }

        try
        {
            return await next(context);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
