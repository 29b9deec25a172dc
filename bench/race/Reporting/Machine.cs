using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>Where a race was run: figures are compared within one, never between two.</summary>
sealed record Machine(string Processor, int Cores, string Kernel, string DotNet, string Node, string Commit, string When)
{
    public static Machine Here(RaceOptions options, int cores) => new(
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
            .Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        cores,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        NodeVersion(options.Node),
        options.Commit,
        DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));

    public override string ToString() =>
        $"{Processor}, {Cores} core(s); {Kernel}; {DotNet}; Node.js {Node}; commit {Commit}; {When}";

    static string NodeVersion(string node)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(node, "--version") { UseShellExecute = false, RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "missing";
        }
    }
}
