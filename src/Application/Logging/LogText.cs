using System.Text.RegularExpressions;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>What may be logged, or told of a failure, of a text that somebody else wrote: no telephone number and no secret of an
/// address.</summary>
public static partial class LogText
{
    const string Secret = "(secret)";
    const string NotMasked = "(a text that could not be masked in time)";
    const int LongestMatch = 1000; // milliseconds

    /// <summary>The text without telephone numbers (see <see cref="PhoneNumberMask"/>), and without what
    /// <see cref="WithoutSecrets"/> takes away.</summary>
    public static string Masked(string text)
    {
        try
        {
            return PhoneNumberMask.Apply(WithoutSecrets(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return NotMasked; // a log line is never worth an answer, nor a number
        }
    }

    /// <summary>The text without the user and password, the query and the fragment of any address in it: they are where
    /// passwords and tokens stand. What remains says which server is meant.</summary>
    public static string WithoutSecrets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.AsSpan().ContainsAny('@', '?', '#')
                ? Query().Replace(User().Replace(text, Secret + "@"), match => match.Value[0] + Secret)
                : text;
        }
        catch (RegexMatchTimeoutException)
        {
            return NotMasked;
        }
    }

    // A password may hold any character but those that end the whole: white space, or a quotation mark where the address is quoted.
    [GeneratedRegex(
        """(?<="[^"\r\n]{0,200}://)[^"\r\n]*@|(?<=://)[^\s"'<>]*@|(?<![^\s"'<>(=])[^\s"'<>:@]+:(?!//)[^\s"'<>@]+@(?=[A-Za-z0-9\[])""",
        RegexOptions.CultureInvariant,
        LongestMatch)]
    private static partial Regex User();

    [GeneratedRegex(
        """(?<="[^"\r\n]{0,200}://[^"\r\n?#]*)[?#][^"\r\n]+|(?<=://[^\s"'<>?#]*)[?#][^\s"'<>]+|\?[^\s"'<>?&=]+=[^\s"'<>]*""",
        RegexOptions.CultureInvariant,
        LongestMatch)]
    private static partial Regex Query();
}
