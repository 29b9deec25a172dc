using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Lambda.Deployment.Tests;

/// <summary>The zip that publishing makes, of files that stand in for the published ones.</summary>
public sealed class DeploymentPackageTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotline-package");

    string Package => Path.Combine(folder.FullName, "order-hotline-linux-x64.zip");

    [Fact]
    public async Task The_package_holds_what_runs_the_executable_one_executable_and_the_roots_where_the_variable_says()
    {
        var said = await Pack();

        await using var package = await ZipFile.OpenReadAsync(Package, TestContext.Current.CancellationToken);
        Assert.Equal(["NOTICE", "amazon-roots.pem", "bootstrap", "shop.json"], package.Entries.Select(entry => entry.FullName));
        Assert.Equal("100755", Convert.ToString(package.GetEntry("bootstrap")!.ExternalAttributes >>> 16, toBase: 8));
        Assert.Equal("100644", Convert.ToString(package.GetEntry("amazon-roots.pem")!.ExternalAttributes >>> 16, toBase: 8));
        Assert.Equal("/var/task/amazon-roots.pem", Repository.TrustVariables["SSL_CERT_FILE"]);
        Assert.Contains(Package, said, StringComparison.Ordinal);
        Assert.Matches("[0-9]+[.][0-9]{2} MiB unzipped, [0-9]+[.][0-9]{2} MiB zipped", said);
    }

    [Fact]
    public async Task The_same_files_make_the_same_bytes_whenever_they_are_packed()
    {
        await Pack();
        var first = await File.ReadAllBytesAsync(Package, TestContext.Current.CancellationToken);
        foreach (var file in Directory.EnumerateFiles(Published))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        await Pack();

        Assert.Equal(first, await File.ReadAllBytesAsync(Package, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_notice_names_the_work_of_others_that_is_compiled_in()
    {
        using var locked = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(Repository.Folder, "src", "Hosts", "Lambda", "packages.lock.json")));
        var notice = File.ReadAllText(Repository.Notice);
        var compiledIn = locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !IsOfTheBuild(package.Name))
            .Select(package => package.Name)
            .ToList();

        Assert.Contains("NodaTime", compiledIn);
        Assert.All(compiledIn, package => Assert.Matches($"(?m)^{Regex.Escape(package)} ", notice));

        static bool IsOfTheBuild(string package) =>
            package.EndsWith("Analyzer", StringComparison.Ordinal) || package.EndsWith("Analyzers", StringComparison.Ordinal)
                || package.EndsWith("Tasks", StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    string Published => Path.Combine(folder.FullName, "publish");

    async Task<string> Pack()
    {
        if (!Directory.Exists(Published))
        {
            Directory.CreateDirectory(Published);
            await File.WriteAllTextAsync(Path.Combine(Published, "bootstrap"), "runs", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(Published, "bootstrap.dbg"), "symbols", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(Published, "Some.pdb"), "symbols", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(Published, "Some.xml"), "docs", TestContext.Current.CancellationToken);
            File.Copy(Repository.Notice, Path.Combine(Published, "NOTICE"));
            File.Copy(Repository.Roots, Path.Combine(Published, "amazon-roots.pem"));
            File.Copy(Path.Combine(Repository.Folder, "deploy", "shop.json"), Path.Combine(Published, "shop.json"));
        }

        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Repository.Folder, "src", "Hosts", "Lambda"), "-nologo", "-t:PackDeployment",
                "-p:RuntimeIdentifier=linux-x64", $"-p:PublishDir={Published}{Path.DirectorySeparatorChar}",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var msbuild = Process.Start(start)!;
        var said = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(msbuild.ExitCode == 0, said);
        return said;
    }
}
