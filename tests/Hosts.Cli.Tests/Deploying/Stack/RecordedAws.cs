using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>An <c>aws</c> on the PATH that asks nobody: it writes down what it is asked, and answers from recordings. <c>hotline</c> runs as its own
/// process, as it does for the shop's engineer.</summary>
sealed partial class RecordedAws : IDisposable
{
    // The answers are files: what they fit, how the command ends, how often they are given, and then what is said.
    const string Script =
        """
        #!/bin/sh
        here=${0%/*}
        said="$*"
        printf 'aws %s\n' "$said" >> "$here/asked"
        case "$said" in
          */dev/stdin*) printf '  given %s\n' "$(cat)" >> "$here/asked" ;;
        esac
        into=
        for word in "$@"; do
          if [ "$word" = --region ]; then break; fi
          into=$word
        done
        for answer in "$here"/answers/*; do
          { read -r fits; read -r ends; read -r often; } < "$answer"
          case "$said" in
            "$fits"*)
              if [ "$often" = hang ]; then : > "$here/hangs"; exec sleep 60; fi
              if [ "$ends" = 0 ]; then
                if [ "$1 $2" = "lambda invoke" ]; then tail -n +5 "$answer" > "$into"; sed -n 4p "$answer"; else tail -n +4 "$answer"; fi
              else
                tail -n +4 "$answer" >&2
              fi
              if [ "$often" = once ]; then rm "$answer"; fi
              exit "$ends" ;;
          esac
        done
        echo "nothing was recorded for: aws $said" >&2
        exit 254
        """;

    const string Always = " --region ap-northeast-1 --output json";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotline-aws-");
    int answers;

    public RecordedAws(string version = "aws-cli/2.9.19 Python/3.11.2 Linux/6.1.0 source/x86_64.debian.12 prompt/off")
    {
        Directory.CreateDirectory(PathOf("answers"));
        File.WriteAllText(PathOf("aws"), Script.ReplaceLineEndings("\n"));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The recorded aws is a script for a shell that Windows does not have.");
        }
        else
        {
            File.SetUnixFileMode(PathOf("aws"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Answers("--version", version);
    }

    /// <summary>Everything that it was asked so far, a line each, as it would be tomorrow and elsewhere, too.</summary>
    public string Asked => string.Join('\n', Everywhere(File.Exists(PathOf("asked")) ? File.ReadAllText(PathOf("asked")) : "").Split('\n').Select(WithoutWhatIsAlwaysTyped));

    /// <summary>Answers whatever begins so, always. What was recorded first is found first.</summary>
    public RecordedAws Answers(string begins, string said) => Record(begins, 0, "always", said);

    /// <summary>Answers so the next time, and then no more.</summary>
    public RecordedAws AnswersOnce(string begins, string said) => Record(begins, 0, "once", said);

    /// <summary>Refuses, in AWS's words.</summary>
    public RecordedAws Refuses(string begins, string code, string words, bool once = false) => Record(
        begins, 254, once ? "once" : "always", $"\nAn error occurred ({code}) when calling the {Operation(begins)} operation: {words}");

    /// <summary>Ends with an error of its own, before anybody is asked.</summary>
    public RecordedAws Fails(string begins, string words) => Record(begins, 253, "always", $"\n{words}");

    /// <summary>Does not answer at all.</summary>
    public RecordedAws HangsAt(string begins) => Record(begins, 0, "hang", "");

    /// <summary>Forgets what it was asked.</summary>
    public void Forget() => File.Delete(PathOf("asked"));

    /// <summary>Types a command of <c>hotline</c> in a folder.</summary>
    public async Task<Ran> Type(string folder, string commandLine, string input = "", bool interruptWhenItHangs = false, bool withoutAws = false)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "hotline"), commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // Nothing else of that name is found, whatever this machine has.
        start.Environment["PATH"] = withoutAws ? folder : $"{this.folder.FullName}:/usr/bin:/bin";
        start.Environment["AWS_REGION"] = "ap-northeast-1";
        using var hotline = Process.Start(start)!;
        var (output, error) = (hotline.StandardOutput.ReadToEndAsync(), hotline.StandardError.ReadToEndAsync());
        await hotline.StandardInput.WriteAsync(input);
        hotline.StandardInput.Close();
        while (interruptWhenItHangs && !hotline.HasExited && !File.Exists(PathOf("hangs")))
        {
            await Task.Delay(20);
        }

        if (interruptWhenItHangs)
        {
            using var kill = Process.Start("kill", ["-INT", hotline.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await hotline.WaitForExitAsync();
        return new(hotline.ExitCode, Everywhere(await output), Everywhere(await error));
    }

    /// <summary>Runs a line that somebody types to <c>aws</c> itself.</summary>
    /// <returns>The code that it ends with.</returns>
    public async Task<int> Run(string commandLine)
    {
        using var aws = Process.Start(new ProcessStartInfo(PathOf("aws"), commandLine.Split(' ')[1..]) { UseShellExecute = false, RedirectStandardError = true })!;
        await aws.WaitForExitAsync();
        return aws.ExitCode;
    }

    public void Dispose() => folder.Delete(recursive: true);

    // https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html
    RecordedAws Record(string begins, int ends, string often, string said)
    {
        File.WriteAllText(PathOf(string.Create(CultureInfo.InvariantCulture, $"answers/{answers++:000}")), $"{begins}\n{ends}\n{often}\n{said}\n");
        return this;
    }

    string PathOf(string name) => Path.Combine(folder.FullName, name);

    // Where and how it answers is said each time.
    static string WithoutWhatIsAlwaysTyped(string line)
    {
        if (line.StartsWith("aws ", StringComparison.Ordinal) && line != "aws --version")
        {
            Assert.EndsWith(Always, line, StringComparison.Ordinal);
        }

        return line.Replace(Always, "", StringComparison.Ordinal);
    }

    static string Operation(string begins) => string.Concat(begins.Split(' ')[1].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    static string Everywhere(string text) => Temporary().Replace(Hash().Replace(text, match => new string('#', match.Length)), "TEMPORARY");

    // Commits, and what is named by its content; an account is a number of twelve digits, too.
    [GeneratedRegex(@"\b(?!123456789012)[0-9a-f]{12}(?:[0-9a-f]{4})?\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex(@"/tmp/[^ ]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Temporary();
}
