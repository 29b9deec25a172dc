using System.IO.Compression;
using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>What is uploaded to Lambda: its bytes on disk, and zipped as an upload is.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct PackageSize(long Unzipped, long Zipped)
{
    // Neither symbols nor documentation are deployed.
    static readonly string[] LeftAtHome = [".pdb", ".dbg", ".xml"];

    public static PackageSize Of(string folder, Predicate<string> isDeployed)
    {
        var unzipped = 0L;
        using var counted = new CountingStream();
        using (var zip = new ZipArchive(counted, ZipArchiveMode.Create))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(folder, file);
                if (LeftAtHome.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)) || !isDeployed(name))
                {
                    continue;
                }

                unzipped += new FileInfo(file).Length;
                zip.CreateEntryFromFile(file, name, CompressionLevel.Optimal);
            }
        }

        return new(unzipped, counted.Length);
    }

    sealed class CountingStream : Stream
    {
        long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position
        {
            get => length;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => length += buffer.Length;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
