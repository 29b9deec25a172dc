using System.IO.Compression;

namespace OrderHotline.Hosts.Lambda.Deployment.Tests;

/// <summary>What was really published: the native binary that <c>HOTLINE_BOOTSTRAP</c> names, and what lies around it.</summary>
public sealed class PublishedBinaryTests
{
    const long MiB = 1024 * 1024;

    [Fact]
    public void It_is_one_native_file_with_the_roots_beside_it_and_no_assemblies()
    {
        var bootstrap = Bootstrap();
        using var file = File.OpenRead(bootstrap);
        Span<byte> start = stackalloc byte[4];
        file.ReadExactly(start);

        Assert.Equal("\u007fELF"u8, start);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(bootstrap).HasFlag(UnixFileMode.OtherExecute));
        var deployed = Directory.EnumerateFiles(Path.GetDirectoryName(bootstrap)!).Select(Path.GetFileName)
            .Where(name => Path.GetExtension(name) is not (".pdb" or ".xml"));
        Assert.Equal(["NOTICE", "amazon-roots.pem", "bootstrap", "shop.json"], deployed.Order(StringComparer.Ordinal));
        Assert.Equal(
            File.ReadAllBytes(Repository.Roots), File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(bootstrap)!, "amazon-roots.pem")));
    }

    [Fact]
    public void It_is_small()
    {
        var bootstrap = new FileInfo(Bootstrap());
        Assert.SkipWhen(
            bootstrap.FullName.Contains("net9.0", StringComparison.Ordinal), "The limits are those of what ships, .NET 10: ADR 8.");
        var package = Directory.EnumerateFiles(bootstrap.Directory!.Parent!.FullName, "order-hotline-*.zip").Single();

        Assert.InRange(bootstrap.Length, 1, 14 * MiB);
        Assert.InRange(new FileInfo(package).Length, 1, 6 * MiB);
    }

    [Fact]
    public void The_package_is_made_of_it()
    {
        var bootstrap = Bootstrap();
        var package = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(bootstrap))!, "order-hotline-*.zip").Single();

        using var zip = ZipFile.OpenRead(package);
        using var packed = zip.GetEntry("bootstrap")!.Open();
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        Assert.Equal(File.ReadAllBytes(bootstrap), bytes.ToArray());
    }

    static string Bootstrap()
    {
        var bootstrap = Environment.GetEnvironmentVariable("HOTLINE_BOOTSTRAP");
        Assert.SkipWhen(
            string.IsNullOrEmpty(bootstrap),
            "HOTLINE_BOOTSTRAP names no published binary: dotnet publish src/Hosts/Lambda -c Release -r linux-x64 makes one.");
        return Path.GetFullPath(bootstrap!);
    }
}
