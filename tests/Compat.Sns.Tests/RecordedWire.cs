using System.Globalization;

namespace OrderHotline.Compat.Sns.Tests;

/// <summary>The files under Wire/: sections that begin with "### case".</summary>
static class RecordedWire
{
    public static string RequestForm(string recorded) => Section("publish-requests.txt", recorded);

    public static (int Status, string Body) ErrorAnswer(string recorded)
    {
        var parts = Section("error-answers.txt", recorded).Split("\n\n", count: 2);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? parts[1] : "");
    }

    static string Section(string file, string name)
    {
        using var stream = typeof(RecordedWire).Assembly.GetManifestResourceStream(file);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split("### ")
            .Single(section => section.StartsWith(name + "\n", StringComparison.Ordinal))[(name.Length + 1)..]
            .TrimEnd('\n');
    }
}
