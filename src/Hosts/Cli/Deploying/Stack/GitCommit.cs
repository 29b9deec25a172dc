using System.Diagnostics;

namespace OrderHotline.Hosts.Cli;

/// <summary>What git knows of the files that are deployed.</summary>
static class GitCommit
{
    const int Letters = 12;

    /// <summary>The commit of a folder's files, as in <c>0123456789ab</c>; with <c>-changed</c> behind it where files differ from it.</summary>
    /// <returns>Empty where there is no git, or nothing of it: what is deployed then says no commit.</returns>
    public static async Task<string> Of(DirectoryInfo folder, CancellationToken cancellation)
    {
        var (found, commit, _) = await Git(folder.FullName, ["rev-parse", $"--short={Letters}", "HEAD"], cancellation);
        if (!found)
        {
            return "";
        }

        var (_, changed, _) = await Git(folder.FullName, ["status", "--porcelain"], cancellation);
        return changed.Trim().Length > 0 ? $"{commit.Trim()}-changed" : commit.Trim();
    }

    /// <summary>The commit that a tag names.</summary>
    /// <exception cref="InvalidDataException">It names none.</exception>
    public static async Task<string> Of(string tag, CancellationToken cancellation)
    {
        var (found, commit, said) = await Git(".", ["rev-parse", "--verify", $"--short={Letters}", "--end-of-options", $"{tag}^{{commit}}"], cancellation);
        return found ? commit.Trim() : throw new InvalidDataException($"git knows no commit {tag}: {said.Trim()} git tag lists what there is.");
    }

    static async Task<(bool Succeeded, string Output, string Error)> Git(string folder, string[] words, CancellationToken cancellation)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (git.StandardOutput.ReadToEndAsync(cancellation), git.StandardError.ReadToEndAsync(cancellation));
            await git.WaitForExitAsync(cancellation);
            return (git.ExitCode == 0, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (false, "", $"There is no git: {missing.Message}");
        }
    }
}
