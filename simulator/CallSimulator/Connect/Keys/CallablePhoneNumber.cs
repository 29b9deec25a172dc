using System.Collections.Frozen;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Telephone numbers as Connect takes them: in E.164.</summary>
static class CallablePhoneNumber
{
    // The countries in which Connect most often sells numbers; with the trunk prefix that is dialled at home and left out abroad.
    static readonly FrozenDictionary<string, (string Code, string Trunk)> Countries = new Dictionary<string, (string, string)>
    {
        ["AU"] = ("61", "0"),
        ["BR"] = ("55", "0"),
        ["CA"] = ("1", "1"),
        ["CN"] = ("86", "0"),
        ["DE"] = ("49", "0"),
        ["ES"] = ("34", ""),
        ["FR"] = ("33", "0"),
        ["GB"] = ("44", "0"),
        ["IN"] = ("91", "0"),
        ["IT"] = ("39", ""),
        ["JP"] = ("81", "0"),
        ["KR"] = ("82", "0"),
        ["MX"] = ("52", ""),
        ["NZ"] = ("64", "0"),
        ["SG"] = ("65", ""),
        ["US"] = ("1", "1"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether calls can be made to this number: E.164, and no carrier's word for a withheld one.</summary>
    public static bool IsOne(string text) => PhoneNumber.TryParse(text, out _);

    /// <summary>Keys as a number in E.164; null when they are none.</summary>
    /// <param name="keys">What was keyed in.</param>
    /// <param name="format"><c>Local</c> or <c>E164</c>.</param>
    /// <param name="country">Two letters; counts for local numbers.</param>
    public static string? Read(string keys, string? format, string? country)
    {
        var number = keys;
        if (format == "Local")
        {
            if (country is null || !Countries.TryGetValue(country, out var dialled))
            {
                return null;
            }

            var isAsAtHome = keys.StartsWith(dialled.Trunk, StringComparison.Ordinal);
            number = dialled.Code + (isAsAtHome ? keys[dialled.Trunk.Length..] : keys);
        }

        return IsOne("+" + number) ? "+" + number : null;
    }
}
