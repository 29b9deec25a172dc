using System.Buffers.Binary;
using System.IO.Compression;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>The zip that Lambda takes.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Architecture">The processor that its executable was compiled for, in Lambda's words.</param>
/// <param name="Shop">The shop's file in it.</param>
sealed record FunctionPackage(FileInfo File, byte[] Content, string Architecture, byte[] Shop)
{
    const string Publish = "dotnet publish src/Hosts/Lambda -c Release -r linux-x64";

    // Where publishing puts it, by .NET 10 or, where a registry has no native code for that, by .NET 9.
    static readonly string[] Published = ["artifacts/publish/Lambda", "artifacts/net9.0/publish/Lambda"];

    /// <summary>Reads the package that was named, or the one that was published.</summary>
    /// <param name="named">The file; null for the one that publishing made.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">There is none, or more than one, or it is no package of the line.</exception>
    public static async Task<FunctionPackage> Read(FileInfo? named, CancellationToken cancellation)
    {
        var file = named ?? OnlyOne([.. Published.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "order-hotline-*.zip"))]);
        var content = await InputFile.Bytes(file.FullName, cancellation);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return new(file, content, ArchitectureOf(file, Entry(zip, file, "bootstrap")), Entry(zip, file, ShopFile.Name));
        }
        catch (InvalidDataException noZip) when (!noZip.Message.StartsWith(file.Name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{file.Name} is no zip: {noZip.Message} Make the package with {Publish}", noZip);
        }
    }

    static FileInfo OnlyOne(string[] files) => files switch
    {
        [var one] => new(one),
        [] => throw new InvalidDataException($"There is no package of the functions under {Published[0]}: make it with {Publish}, or name one with --package."),
        _ => throw new InvalidDataException($"There are {files.Length} packages: name one with --package: {string.Join(", ", files)}"),
    };

    static byte[] Entry(ZipArchive zip, FileInfo file, string name)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{file.Name} has no {name}: it is no package of the line. Make one with {Publish}");
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        return content.ToArray();
    }

    // The machine of an ELF header: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
    static string ArchitectureOf(FileInfo file, byte[] executable) =>
        executable.Length > 20 && executable.AsSpan().StartsWith("\u007FELF"u8) ? BinaryPrimitives.ReadUInt16LittleEndian(executable.AsSpan(18)) switch
        {
            62 => "x86_64",
            183 => "arm64",
            var other => throw new InvalidDataException($"{file.Name} was made for a processor that Lambda does not have (ELF machine {other}): publish with -r linux-x64 or -r linux-arm64."),
        }
        : throw new InvalidDataException($"{file.Name}: its bootstrap is no program for Linux. Make the package with {Publish}");
}
