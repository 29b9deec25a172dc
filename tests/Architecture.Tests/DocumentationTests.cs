using System.Text.RegularExpressions;

namespace OrderHotline.Architecture.Tests;

/// <summary>What the pages say of files is so.</summary>
public sealed partial class DocumentationTests
{
    static readonly string[] Folders = ["src/", "simulator/", "tests/", "deploy/", "docs/", "compat/", "bench/", "samples/"];

    public static TheoryData<string> Pages =>
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "compat/README.md" }
            .Concat(Directory.EnumerateFiles(Path.Combine(Solution.Folder, "docs"), "*.md", SearchOption.AllDirectories)
                .Select(page => Path.GetRelativePath(Solution.Folder, page).Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_a_page_names_or_links_to_is_there(string page) => Assert.Empty(Missing(page, Text(page)));

    [Fact]
    public void A_file_that_is_not_there_is_found() =>
        Assert.Equal(
            ["src/Nowhere.cs", "src/Domain/Nothing", "nobody.md"],
            Missing("README.md", "`src/Nowhere.cs` `src/Domain` `src/Domain/Nothing` [that](nobody.md) [this](LICENSE) `dotnet run`"));

    [Fact]
    public void The_first_pages_are_short()
    {
        Assert.InRange(Text("README.md").Split('\n').Length, 20, 101);
        Assert.InRange(Text("docs/architecture.md").Split('\n').Length, 20, 81);
    }

    static string Text(string page) => File.ReadAllText(Path.Combine(Solution.Folder, page));

    static IEnumerable<string> Missing(string page, string text)
    {
        var folder = Path.GetDirectoryName(page) ?? "";
        var named = Code().Matches(text)
            .Select(code => code.Groups["path"].Value.Trim('/'))
            .Where(code => Folders.Any(known => code.StartsWith(known, StringComparison.Ordinal)) && !code.Contains('*', StringComparison.Ordinal));
        var linked = Link().Matches(text).Select(link => Path.Combine(folder, link.Groups["path"].Value.Split('#')[0]));
        return named.Concat(linked).Distinct().Where(path => !Path.Exists(Path.Combine(Solution.Folder, path)));
    }

    [GeneratedRegex(@"`(?<path>[\w./*-]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)(?<path>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
