using System.Runtime.CompilerServices;

namespace OrderHotline.Contracts;

/// <summary>Holds a text to a file that somebody has read and approved: <c>name.approved.txt</c> beside the test's
/// source.</summary>
/// <remarks>On a difference, what was received is written beside it as <c>name.received.txt</c>, for comparing and, if it is
/// right, renaming. Where <c>CI</c> is <c>true</c> nothing is written.</remarks>
public static class Approved
{
    /// <param name="name">The file's name before <c>.approved.txt</c>.</param>
    /// <param name="received">The text as it is now.</param>
    /// <param name="changeMeans">What whoever changed it must know, a sentence.</param>
    /// <param name="test">Filled in by the compiler.</param>
    public static void Holds(string name, string received, string changeMeans, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        Assert.True(
            Directory.Exists(folder),
            $"{folder}, where the test was compiled, is not there: approved texts are read from the sources.");
        var approvedFile = Path.Combine(folder, $"{name}.approved.txt");
        var receivedFile = Path.Combine(folder, $"{name}.received.txt");
        var mayWrite = Environment.GetEnvironmentVariable("CI") != "true";

        var now = Lines(received);
        var approved = Lines(File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "");
        if (now.SequenceEqual(approved))
        {
            if (mayWrite)
            {
                File.Delete(receivedFile);
            }

            return;
        }

        if (mayWrite)
        {
            File.WriteAllText(receivedFile, string.Join('\n', now) + "\n");
        }

        var next = mayWrite
            ? $"If this is meant, approve it: mv {receivedFile} {approvedFile}"
            : "Run the test outside CI to receive the whole text.";
        var line = now.Zip(approved).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"""
            {changeMeans}
            {name}.approved.txt differs from line {line + 1} on.
              approved: {approved.ElementAtOrDefault(line) ?? "(the end)"}
              received: {now.ElementAtOrDefault(line) ?? "(the end)"}
            {next}
            """);
    }

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
