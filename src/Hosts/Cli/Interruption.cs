using System.Runtime.InteropServices;

namespace OrderHotline.Hosts.Cli;

/// <summary>Ctrl+C, and whoever ends the process: a command is asked to end, and is ended when it does not or when it is asked again.</summary>
sealed class Interruption : IDisposable
{
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    readonly CancellationTokenSource asked = new();
    readonly PosixSignalRegistration[] signals;
    Timer? last;

    public Interruption() => signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    public CancellationToken Token => asked.Token;

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        last?.Dispose();
        asked.Dispose();
    }

    void End(PosixSignalContext signal)
    {
        if (asked.IsCancellationRequested)
        {
            return;
        }

        signal.Cancel = true;
        last = new Timer(_ => Environment.Exit(ExitCodes.Interrupted), state: null, TimeToEnd, Timeout.InfiniteTimeSpan);
        asked.Cancel();
    }
}
