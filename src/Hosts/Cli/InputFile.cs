using System.Text;

namespace OrderHotline.Hosts.Cli;

/// <summary>A file that a command line names, read whole. What cannot be read is named, with what would be right.</summary>
static class InputFile
{
    static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads its bytes.</summary>
    /// <exception cref="InvalidDataException">It is no file.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static async Task<byte[]> Bytes(string path, CancellationToken cancellation) =>
        await File.ReadAllBytesAsync(Named(path), cancellation);

    /// <summary>Reads its text, without its byte order mark.</summary>
    /// <exception cref="InvalidDataException">It is no file, or no UTF-8.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static async Task<string> Text(string path, CancellationToken cancellation) => Text(path, await Bytes(path, cancellation));

    /// <summary>Reads its lines. What ends a line in a browser, and in no editor, is part of one.</summary>
    /// <inheritdoc cref="Text(string, CancellationToken)"/>
    public static async Task<string[]> Lines(string path, CancellationToken cancellation) =>
        (await Text(path, cancellation)).Split(LineEnds, StringSplitOptions.None);

    /// <inheritdoc cref="Text(string, CancellationToken)"/>
    public static string Text(FileInfo file) => Text(file.FullName, File.ReadAllBytes(Named(file.FullName)));

    /// <summary>Reads a file, and names it where it does not hold what it should.</summary>
    /// <exception cref="InvalidDataException">It is no file, or does not hold what it should.</exception>
    public static T Read<T>(FileInfo file, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(File.ReadAllBytes(Named(file.FullName)));
        }
        catch (InvalidDataException problem) when (!Directory.Exists(file.FullName))
        {
            throw new InvalidDataException($"{file.Name}: {problem.Message}", problem);
        }
    }

    static string Named(string path) =>
        path.Length == 0 ? throw new InvalidDataException("The name of a file is empty: name a file.")
        : Directory.Exists(path) ? throw new InvalidDataException($"{path} is a folder: name a file.")
        : path;

    static string Text(string path, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException foreign)
        {
            throw new InvalidDataException(
                $"{path} is not UTF-8: line {bytes.AsSpan(0, foreign.Index).Count((byte)'\n') + 1} has a byte that is none. Save it as that.", foreign);
        }
    }
}
