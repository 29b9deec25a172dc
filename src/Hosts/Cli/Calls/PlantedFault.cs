using NodaTime;
using OrderHotline.Adapters.Local;

namespace OrderHotline.Hosts.Cli;

/// <summary>Functions that break on purpose, so that one can hear what a caller would.</summary>
static class PlantedFault
{
    /// <summary>The functions as they are, but for those that fail and those that never answer.</summary>
    public static InvokeFunction In(InvokeFunction functions, IReadOnlyCollection<string> failing, IReadOnlyCollection<string> hanging) =>
        (call, cancellation) =>
            failing.Contains(call.Name) ? Broken("It fails, as --fail asks.", Duration.FromMilliseconds(100))
            : hanging.Contains(call.Name) ? Broken("It does not answer, as --hang asks.", call.Limit)
            : functions(call, cancellation);

    static Task<FunctionAnswer> Broken(string reason, Duration after) =>
        Task.FromResult<FunctionAnswer>(new FunctionAnswer.Failed(reason, after));
}
