namespace OrderHotline.Hosts.Cli;

/// <summary>A question to whoever typed the command.</summary>
static class Question
{
    /// <summary>Asks.</summary>
    /// <param name="words">The question.</param>
    /// <param name="yes">Whether it is answered already.</param>
    /// <param name="output">Where it is asked.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Whether the answer is yes. Nobody there is no yes.</returns>
    public static async Task<bool> Ask(string words, bool yes, TextWriter output, CancellationToken cancellation)
    {
        if (yes)
        {
            return true;
        }

        await output.WriteAsync($"{words} Type yes to do it: ");
        await output.FlushAsync(cancellation);
        var answer = await Task.Run(Console.In.ReadLine, cancellation).WaitAsync(cancellation);
        if (answer is null || Console.IsInputRedirected)
        {
            await output.WriteLineAsync(answer ?? "(nobody is there to answer: --yes does it without asking)");
        }

        return string.Equals(answer?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
