using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace OrderHotline.Adapters.Aws;

/// <summary>The credentials of the SDK's own chain, waited for no longer than an attempt may take: a container's or a machine's endpoint
/// that stalls costs the SDK alone some forty seconds, which no token ends.</summary>
sealed class DeadlineCredentials : AWSCredentials
{
    readonly Func<TimeSpan> oneAttempt;
    readonly Lock gate = new();
    AWSCredentials? source;
    Task<ImmutableCredentials>? search;

    DeadlineCredentials(Func<TimeSpan> oneAttempt) => this.oneAttempt = oneAttempt;

    /// <summary>Credentials for a client. Those of the environment, which come first in the chain, are where they are in Lambda, and
    /// take no request and no search.</summary>
    /// <param name="oneAttempt">How long a search that begins now may take.</param>
    public static AWSCredentials Within(Func<TimeSpan> oneAttempt) =>
        IsSet(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY)
            && IsSet(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_SECRETKEY)
                ? new EnvironmentVariablesAWSCredentials()
                : new DeadlineCredentials(oneAttempt);

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    /// <exception cref="IOException">They did not come in time. The next who asks begins another search.</exception>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var (limit, found) = (oneAttempt(), Search());
        try
        {
            return await found.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException late) when (!found.IsCompleted)
        {
            GiveUp(found);
            throw new IOException($"The source of AWS credentials gave none within {limit.TotalMilliseconds:0} ms.", late);
        }
    }

    // On a thread of its own, because parts of the chain block: a pool of one or two threads would have none left to say that time is
    // up. Whoever asks meanwhile waits for the same.
    Task<ImmutableCredentials> Search()
    {
        lock (gate)
        {
            return search is { IsCompleted: false } ? search : search = Task.Factory.StartNew(
                Find, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    ImmutableCredentials Find()
    {
        var chosen = source ?? new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(null);
        var credentials = chosen.GetCredentials();
        source = chosen; // which renews them by itself
        return credentials;
    }

    // A search that stalls keeps its source locked.
    void GiveUp(Task late)
    {
        lock (gate)
        {
            (search, source) = search == late ? (null, null) : (search, source);
        }
    }

    static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
