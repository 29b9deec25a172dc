using System.Globalization;
using System.Text;
using System.Text.Json;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Somebody's desk: a folder of files, and <c>hotline</c> to type at.</summary>
sealed class Desk : IDisposable
{
    public const string ContractNow = "2018-11-07T10:00+09:00";

    /// <summary>A cancelled order that owes the message about it, in DynamoDB's JSON.</summary>
    public const string OwingItem =
        """
        {
          "CallerID": {"S": "+819012345678"}, "orderId": {"S": "100"}, "orderedItem": {"S": "Kettle"}, "isCancel": {"S": "True"},
          "shippingDate": {"S": "2018-11-12"}, "customerName": {"S": "花"}, "version": {"N": "1"}, "schemaVersion": {"N": "1"},
          "outboxPartition": {"S": "8"}, "dueAt": {"S": "2018-11-07T01:00:00Z"},
          "outbox": {"L": [{"M": {"what": {"S": "Cancelled"}, "number": {"N": "1"}, "language": {"S": "en-US"},
            "owedSince": {"S": "2018-11-07T01:00:00Z"}}}]}
        }
        """;

    static readonly TimeSpan TimeToServe = TimeSpan.FromSeconds(1);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotline-tests-");

    /// <summary>Types one command line. In it <c>@name</c> stands for a file of this desk.</summary>
    public async Task<Ran> Type(string commandLine, params string[] more)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        string[] args = [.. commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Resolve), .. more];
        using var end = new CancellationTokenSource();
        if (args is ["web", ..])
        {
            end.CancelAfter(TimeToServe); // nobody else ends it
        }

        var exitCode = await HotlineCommand.Run(args, output, error, end.Token);
        return new Ran(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The file of this desk, with this content from now on.</summary>
    public void Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    public void Put(string name, byte[] content) => File.WriteAllBytes(PathOf(name), content);

    public void PutEvent(string name) => Put($"{name}.json", CallContract.Event(name));

    public void PutTheDemoItem() => Put("items.json", CallContract.DemoItem);

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    string Resolve(string word) => word.StartsWith('@') ? PathOf(word[1..]) : word;
}

/// <summary>What came of a command line.</summary>
sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>The <c>outcome</c> of each reply on the output, in turn.</summary>
    public IReadOnlyList<string> Outcomes => [.. Replies.Select(reply => reply["outcome"])];

    public IReadOnlyList<string> Messages => [.. Lines(Error).Where(line => line.StartsWith("message to ", StringComparison.Ordinal))];

    IEnumerable<Dictionary<string, string>> Replies => Output
        .Split("}\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(json => JsonSerializer.Deserialize<Dictionary<string, string>>(json + "}")!);

    /// <summary>It did what was asked.</summary>
    public Ran Succeeded()
    {
        Assert.Equal("", ExitCode == 0 ? "" : $"{ExitCode}: {Error}");
        return this;
    }

    /// <summary>It could not with what was typed or is in a file, and said so for a person: these words, no page of help and no stack trace.
    /// </summary>
    public void FailedSaying(params string[] words) => EndedSaying(ExitCodes.BadInput, words);

    /// <summary>It could not because something outside failed, and said so for a person.</summary>
    public void BrokeSaying(params string[] words) => EndedSaying(ExitCodes.Fault, words);

    void EndedSaying(int exitCode, string[] words)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.InRange(Lines(Error).Count, 1, 3);
        Assert.DoesNotContain("Usage:", Output + Error, StringComparison.Ordinal);
    }

    static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
