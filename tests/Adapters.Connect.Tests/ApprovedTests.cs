using OrderHotline.Contracts;
using Xunit.Sdk;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class ApprovedTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("approved-").FullName;

    string Test => Path.Combine(folder, "SomeTests.cs");

    string ReceivedFile => Path.Combine(folder, "words.received.txt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("one\ntwo\n", "one\ntwo\n")]
    [InlineData("one\r\ntwo\r\n", "one\ntwo")]
    [InlineData("one\ntwo", "one\r\ntwo\r\n")]
    public void The_same_lines_are_approved_however_they_end(string approved, string received)
    {
        Approve(approved);

        Approved.Holds("words", received, "Tell them.", Test);

        Assert.False(File.Exists(ReceivedFile));
    }

    [Theory]
    [InlineData("one\ntwo", "one\nthree", "line 2")]
    [InlineData("one\ntwo", "one", "line 2")]
    [InlineData("one", "one\ntwo", "line 2")]
    [InlineData("one", " one", "line 1")]
    public void Another_text_fails_with_its_first_difference_and_is_kept_for_comparing(
        string approved, string received, string where)
    {
        Approve(approved);

        var failure = Assert.Throws<FailException>(() => Approved.Holds("words", received, "Tell them.", Test));

        Assert.Contains("Tell them.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(where, failure.Message, StringComparison.Ordinal);
        AssertReceived(received);
        Approve(received);
        Approved.Holds("words", received, "Tell them.", Test);
        Assert.False(File.Exists(ReceivedFile));
    }

    [Fact]
    public void A_text_that_nobody_has_approved_yet_fails()
    {
        Assert.Throws<FailException>(() => Approved.Holds("words", "one", "Tell them.", Test));
        AssertReceived("one");
    }

    [Fact]
    public void Sources_that_are_not_there_are_told_apart_from_a_difference() =>
        Assert.Contains(
            "is not there",
            Assert.ThrowsAny<XunitException>(
                () => Approved.Holds("words", "one", "Tell them.", Path.Combine(folder, "gone", "SomeTests.cs"))).Message,
            StringComparison.Ordinal);

    static bool OnCi => Environment.GetEnvironmentVariable("CI") == "true";

    void Approve(string text) => File.WriteAllText(Path.Combine(folder, "words.approved.txt"), text);

    void AssertReceived(string text)
    {
        Assert.Equal(!OnCi, File.Exists(ReceivedFile));
        if (!OnCi)
        {
            Assert.Equal(text + "\n", File.ReadAllText(ReceivedFile));
        }
    }
}
