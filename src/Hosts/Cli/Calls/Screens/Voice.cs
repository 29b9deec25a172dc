using System.ComponentModel;
using System.Diagnostics;

namespace OrderHotline.Hosts.Cli;

/// <summary>Speaks prompts with espeak-ng, if it is installed.</summary>
static class Voice
{
    const string Program = "espeak-ng";

    /// <summary>Speaks, and waits until it is done.</summary>
    /// <param name="words">Plain text.</param>
    /// <param name="language">Such as <c>ja-JP</c>.</param>
    /// <param name="cancellation">Stops speaking.</param>
    /// <exception cref="InvalidDataException">The program is not installed; the message says how to get it.</exception>
    public static async Task Speak(string words, string language, CancellationToken cancellation)
    {
        try
        {
            // Words come by standard input: a prompt that begins with a hyphen is no option.
            using var speaking = Process.Start(new ProcessStartInfo(Program, ["-v", language.StartsWith("ja", StringComparison.Ordinal) ? "ja" : "en-us"])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
            })!;
            await speaking.StandardInput.WriteAsync(words.AsMemory(), cancellation);
            speaking.StandardInput.Close();
            await speaking.WaitForExitAsync(cancellation);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidDataException(
                $"--voice speaks with {Program}, which is not installed here: apt install {Program}, or leave --voice out.", missing);
        }
    }
}
