using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace OrderHotline.Contracts;

/// <summary>
/// A DynamoDB in memory for the tests of one assembly: dynalite, installed from its lock file and started on a free port. Use it
/// as an assembly fixture.
/// </summary>
/// <remarks>Where <c>HOTLINE_TEST_DYNAMODB_URL</c> names another engine, such as DynamoDB Local, the tests run on that one and nothing is
/// installed or started. Without Node.js and npm the tests that need it are skipped and say so; where <c>CI</c> is <c>true</c> they fail.</remarks>
public sealed class Dynalite : IAsyncLifetime
{
    const string Variable = "HOTLINE_TEST_DYNAMODB_URL";

    static readonly NodeFolder Node = new(
        typeof(Dynalite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "DynaliteFolder").Value!, "dynalite");

    Process? server;
    Uri? address;
    string missing = "";

    /// <summary>The address of another engine; null for dynalite.</summary>
    public string? Engine { get; init; } = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Where it listens. Skips the running test where there is no dynalite.</summary>
    public Uri Address
    {
        get
        {
            var why = $"This test runs on dynalite, a DynamoDB in memory, which could not be started: {missing}";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.True(address is not null, why);
            }

            Assert.SkipWhen(address is null, why);
            return address!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Engine is { Length: > 0 } engine)
        {
            address = Uri.TryCreate(engine, UriKind.Absolute, out var named) && named.Scheme is "http" or "https"
                ? named
                : throw new InvalidOperationException($"{Variable} is \"{engine}\": it must be an address such as http://127.0.0.1:8000.");
            return;
        }

        try
        {
            await Node.Install();
            server = Node.Start("node", "start.js");
            var port = await server.StandardOutput.ReadLineAsync();
            if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                address = new Uri($"http://127.0.0.1:{number}");
            }
            else
            {
                missing = await server.StandardError.ReadToEndAsync();
            }
        }
        catch (Win32Exception noNode)
        {
            missing = $"Node.js 20 and npm are needed ({noNode.Message}).";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { } running)
        {
            running.StandardInput.Close();
            await running.WaitForExitAsync();
            running.Dispose();
        }
    }
}
