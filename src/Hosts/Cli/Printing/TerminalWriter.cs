using System.Globalization;
using System.Text;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>
/// Everything that <c>hotline</c> prints goes through one of these, for output and for errors: what customers, files and services
/// say reaches a terminal as <see cref="VisibleText"/>, and an error never tells an address's password. It is put around the real writers where a
/// command line begins, so that no command can forget it.
/// </summary>
/// <remarks><c>WriteLine</c> takes one line: a line break in it is somebody else's, and is escaped. <c>Write</c> takes text that has
/// lines of its own, such as JSON; whoever makes such a text makes each line with <see cref="VisibleText.OneLine"/>.</remarks>
sealed class TerminalWriter : TextWriter
{
    readonly TextWriter inner;
    readonly bool forErrors;
    char? half;

    TerminalWriter(TextWriter inner, bool forErrors)
        : base(CultureInfo.InvariantCulture)
    {
        this.inner = inner;
        this.forErrors = forErrors;
    }

    public static TerminalWriter ForOutput(TextWriter inner) => new(inner, forErrors: false);

    public static TerminalWriter ForErrors(TextWriter inner) => new(inner, forErrors: true);

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Whether somebody sees it at once, in a terminal.</summary>
    public static bool IsATerminal(TextWriter output) =>
        output is TerminalWriter writer && writer.IsConsole && !Console.IsOutputRedirected;

    bool IsConsole => inner == Console.Out;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        var text = half is { } first ? $"{first}{value}" : $"{value}";
        half = char.IsHighSurrogate(value) && text.Length == 1 ? value : null;
        if (half is null)
        {
            inner.Write(VisibleText.Lines(text));
        }
    }

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(Shown(value, VisibleText.Lines));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine() => inner.WriteLine(Shown(""));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(Shown(value));

    /// <inheritdoc/>
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => inner.WriteAsync(Shown(value, VisibleText.Lines));

    /// <inheritdoc/>
    public override Task WriteLineAsync() => inner.WriteLineAsync(Shown(""));

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Shown(value));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync() => inner.FlushAsync();

    string Shown(string? text) => Shown(text, VisibleText.OneLine);

    string Shown(string? text, Func<string, string> visible)
    {
        var begun = half is { } first ? $"{first}" : "";
        half = null;
        text = begun + text;
        return visible(forErrors && !text.StartsWith('{') ? LogText.WithoutSecrets(text) : text); // a log line is JSON, and masked
    }
}
