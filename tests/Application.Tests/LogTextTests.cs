using System.Text.Json;

namespace OrderHotline.Application.Tests;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("H is \"http://user:pa ss@host:8000/x?token=abc def\": it must be http://127.0.0.1:8000.", "H is \"http://(secret)@host:8000/x?(secret)\": it must be http://127.0.0.1:8000.")]
    [InlineData("at http://u:p/w?x@127.0.0.1:9/?a=b", "at http://(secret)@127.0.0.1:9/?(secret)")]
    [InlineData("user:pw@host:80", "(secret)@host:80")]
    [InlineData("localhost:8000?token=abc", "localhost:8000?(secret)")]
    [InlineData("https://sns.example/#tok", "https://sns.example/#(secret)")]
    [InlineData("call +81 90-1234-5678 at http://h/?n=1", "call (number) at http://h/?(secret)")]
    [InlineData("why? because #1", "why? because #1")]
    [InlineData("me@example.com", "me@example.com")]
    [InlineData("http://127.0.0.1:8000/path", "http://127.0.0.1:8000/path")]
    public void A_number_and_the_secrets_of_an_address_are_masked(string text, string masked) => Assert.Equal(masked, LogText.Masked(text));

    [Fact]
    public void No_field_of_a_log_line_can_forget_it()
    {
        const string Secret = "090-1234-5678 http://u:pw@host/?token";

        using var line = JsonDocument.Parse(new LogLine(
            fields =>
            {
                fields.WriteString("contactId", Secret);
                fields.WriteNumber("orders", 12345678);
            },
            Secret,
            Secret).ToString());

        Assert.All(
            new[] { "contactId", "problems", "fault" },
            name => Assert.Equal("(number) http://(secret)@host/?(secret)", line.RootElement.GetProperty(name).GetString()));
        Assert.Equal(12345678, line.RootElement.GetProperty("orders").GetInt32());
    }
}
