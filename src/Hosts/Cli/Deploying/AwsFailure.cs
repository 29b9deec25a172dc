using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Cli;

/// <summary>Something that AWS did not do: what was asked, AWS's own words, and what helps.</summary>
/// <param name="asked">The command, as in <c>aws sts get-caller-identity</c>.</param>
/// <param name="code">AWS's name of the failure; null where <c>aws</c> did not come to ask.</param>
/// <param name="said">AWS's own words.</param>
/// <param name="helps">What to do, in sentences.</param>
sealed partial class AwsFailure(string asked, string? code, string said, string helps) : Exception($"{asked}: {said} {helps}".TrimEnd())
{
    /// <summary>How to come by an <c>aws</c> that does.</summary>
    public const string Install =
        "Install it: apt-get install awscli on Debian 12, or https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

    const string SignIn = "Sign in again: aws sso login, or aws configure.";
    const string LaterAgain = "AWS is asked too much at this moment: run the command again in a minute.";

    /// <summary>AWS's name of the failure, such as <c>ValidationError</c>.</summary>
    public string? Code => code;

    /// <summary>AWS's own words.</summary>
    public string Said => said;

    /// <summary>Whether who asks may not.</summary>
    public bool IsForbidden => code is "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "AuthorizationErrorException" or "403";

    /// <summary>Reads what <c>aws</c> wrote to its errors.</summary>
    public static AwsFailure Read(string asked, string error)
    {
        var words = string.Join(' ', error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return OfAService().Match(words) is { Success: true } told
            ? new(asked, told.Groups["code"].Value, Sentence(told.Groups["said"].Value), Helps(told.Groups["code"].Value, asked.Split(' ')[1], told.Groups["operation"].Value))
            : new(asked, code: null, Sentence(words.Length > 0 ? words : "It ended without a word"), HelpsWithoutAService(words));
    }

    static string Helps(string code, string service, string operation) => code switch
    {
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "AuthorizationErrorException" or "403" =>
            $"Who is signed in may not do that: have {(service == "s3api" ? "s3" : service)}:{operation} allowed, or sign in as somebody else.",
        "ExpiredToken" or "ExpiredTokenException" or "InvalidClientTokenId" or "UnrecognizedClientException" or "InvalidSignatureException" => SignIn,
        "Throttling" or "ThrottlingException" or "TooManyRequestsException" or "RequestLimitExceeded" or "SlowDown" => LaterAgain,
        "LimitExceededException" or "ServiceQuotaExceededException" => "A quota is used up: hotline deploy doctor has the text to ask for more.",
        _ => "",
    };

    static string HelpsWithoutAService(string words) =>
        words.Contains("credentials", StringComparison.OrdinalIgnoreCase) || words.Contains("token has expired", StringComparison.OrdinalIgnoreCase)
            || words.Contains("sso", StringComparison.OrdinalIgnoreCase) ? SignIn
        : words.Contains("Could not connect", StringComparison.Ordinal) ? "Is there a network, and is the region's name right?"
        : "";

    static string Sentence(string words) => words.EndsWith('.') ? words : $"{words}.";

    [GeneratedRegex(
        @"An error occurred \((?<code>[^)]+)\) when calling the (?<operation>\w+) operation( \(reached max retries: \d+\))?: (?<said>.*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfAService();
}
