using System.ComponentModel;
using System.Diagnostics;

namespace OrderHotline.Contracts;

/// <summary>A folder with a program for Node.js, whose packages its lock file names.</summary>
/// <param name="folder">The folder.</param>
/// <param name="package">The package that is there when all are.</param>
public sealed class NodeFolder(string folder, string package)
{
    /// <summary>Installs what the lock file names, once: several test assemblies start at the same time and share one installation.</summary>
    /// <exception cref="Win32Exception">There is no npm, or it failed; the message says how.</exception>
    public async Task Install()
    {
        await using var turn = await Turn();
        if (File.Exists(Path.Combine(folder, "node_modules", package, "package.json")))
        {
            return;
        }

        using var npm = Start("npm", "ci", "--ignore-scripts");
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await output;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new Win32Exception($"npm ci failed: {errors}");
        }
    }

    /// <summary>Starts a program in the folder.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    async Task<FileStream> Turn()
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(folder, "node_modules.lock"),
                    FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100)); // another process installs; only it knows for how long
            }
        }
    }
}
