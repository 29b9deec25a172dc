using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>What no log may hold: a customer's number in any way of writing it, the names and the goods of these tests, a secret
/// key.</summary>
static partial class PersonalData
{
    public const string SecretKey = "SecretKeyOfTheseTests";

    const string Between = @"[-\s().\u2010-\u2015\u2212\u30FC]*";

    static readonly ImmutableArray<string> Words = ["Justin", "Hoodie", "North Face", "髙﨑", "Jacket", "コーヒー", SecretKey];

    /// <summary>Everything of the kind in a log.</summary>
    /// <param name="log">What a function wrote.</param>
    /// <param name="requestIds">The ids of its events, which Lambda chose: one in some thousands has the digits of a number.</param>
    public static IReadOnlyList<string> In(string log, params IEnumerable<string> requestIds) =>
        Found(requestIds.Distinct().Aggregate(log, (rest, id) => rest.Replace(id, "(request id)", StringComparison.OrdinalIgnoreCase)));

    static IReadOnlyList<string> Found(string log) =>
    [
        .. Words.Where(word => log.Contains(word, StringComparison.OrdinalIgnoreCase)),
        .. Number().Matches(string.Concat(log.Select(Narrow))).Select(match => match.Value),
    ];

    // Without the tables of a culture nothing else would do it.
    static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    // A Japanese number, from +81 or 0 on, with whatever people write between its digits. Ids in hexadecimal are none.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(\+|%2B|\\u002B|00)?[\s(]*(81" + Between + "(0" + Between + ")?|0" + Between + ")[1-9](" + Between
            + "[0-9]){8,9}(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();
}
