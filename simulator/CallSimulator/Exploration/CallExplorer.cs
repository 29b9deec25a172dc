
namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// Plays every call: breadth first from the ring, every act that means something at every state, with every function going wrong in
/// every way. States that cannot be told apart are merged, so that every call up to a depth is covered without being played one by
/// one, and the first call that breaks a property is a shortest one.
/// </summary>
public static class CallExplorer
{
    /// <summary>Explores the calls to what is deployed.</summary>
    /// <param name="deployment">Flows, bot and hours.</param>
    /// <param name="settings">How far, from where, and what is to be true.</param>
    /// <param name="progress">Told after every act of depth; may be null.</param>
    /// <param name="cancellation">Ends the exploration; nothing of it is kept.</param>
    /// <exception cref="ArgumentException">There is no such flow, or no world, or the depth is negative.</exception>
    public static async Task<ExplorationResult> Explore(
        Deployment deployment, ExplorationSettings settings, IProgress<ExplorationProgress>? progress, CancellationToken cancellation)
    {
        if (!deployment.Flows.ContainsKey(settings.Flow))
        {
            throw new ArgumentException(
                $"There is no flow {settings.Flow}: it must be one of "
                    + $"{string.Join(", ", deployment.Flows.Keys.Order(StringComparer.Ordinal))}.",
                nameof(settings));
        }

        if (settings.Worlds.IsDefaultOrEmpty || settings.Depth < 0)
        {
            throw new ArgumentException("An exploration needs a world to begin in, and a depth of 0 or more.", nameof(settings));
        }

        return await Run(countsAttempts: false).ConfigureAwait(false) ?? (await Run(countsAttempts: true).ConfigureAwait(false))!;

        Task<ExplorationResult?> Run(bool countsAttempts) =>
            new ExplorationRun(deployment, settings, countsAttempts).Explore(progress, cancellation);
    }
}
