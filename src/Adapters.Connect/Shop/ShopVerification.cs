using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>What a shop asks of callers before anything is told or done. There is no default for whether it asks: a shop must say so.</summary>
static class ShopVerification
{
    const string ByRisk = "byRisk";
    const string None = "none";
    const string ALevel = "number, factor or possession";
    const int MostDays = 3650;
    const int MostCodesADay = 100_000;

    static readonly ImmutableArray<string> ForByRiskOnly =
    [
        "verification.toHearWhenItShips", "verification.toHearNameAndItem", "verification.toChangeTheDate", "verification.toCancel",
        "verification.orderNumbersCannotBeGuessed", "verification.countries", "verification.daysUntilAnOrderIsOld", "verification.codesADay",
    ];

    /// <param name="read">Reads the shop's file.</param>
    /// <param name="shopName">What the shop is called; empty when it does not say.</param>
    public static VerificationPolicy Read(SettingReader read, string shopName)
    {
        var before = read.Problems.Length;
        var isOn = read.Value<bool?>(
            "verification.policy", "HOTLINE_VERIFICATION", null, TryReadPolicy, on => on switch { true => ByRisk, false => None, null => "" },
            $"{ByRisk}, which asks callers for proof, or {None}, which takes a caller's number for the person");
        if (isOn is null && read.Problems.Length == before)
        {
            read.Add($"$.verification.policy is missing: write \"{ByRisk}\", which asks callers for proof, or \"{None}\", which takes a caller's number for the person.");
        }

        var standard = VerificationPolicy.ByRisk;
        var policy = standard with
        {
            ToTell = Level("toHearWhenItShips", standard.ToTell),
            ToTellNameAndItem = Level("toHearNameAndItem", standard.ToTellNameAndItem),
            ToReschedule = Level("toChangeTheDate", standard.ToReschedule),
            ToCancel = Level("toCancel", standard.ToCancel),
            OrderNumbersCannotBeGuessed = read.Value(
                "verification.orderNumbersCannotBeGuessed", "", standard.OrderNumbersCannotBeGuessed, SettingValues.TryReadOnOff,
                on => on ? SettingValues.On : SettingValues.Off, $"{SettingValues.On} or {SettingValues.Off}"),
            Countries = read.List<string>(
                "verification.countries", "", [], TryReadCountry, code => code, "a country code such as +81", "country codes such as +81", _ => true),
            DaysUntilAnOrderIsOld = Number("daysUntilAnOrderIsOld", standard.DaysUntilAnOrderIsOld, MostDays),
            CodesADay = Number("codesADay", standard.CodesADay, MostCodesADay),
        };
        if (isOn is not true)
        {
            foreach (var idle in ForByRiskOnly.Where(path => isOn is false && read.Holds(path)))
            {
                read.Add($"$.{idle} changes nothing while $.verification.policy is \"{None}\": take it out, or write \"{ByRisk}\".");
            }

            return VerificationPolicy.None;
        }

        if (policy.Countries.IsEmpty && read.Problems.Length == before)
        {
            read.Add("$.verification.countries is missing: name the countries whose numbers are not foreign, such as [\"+81\"]. Codes are sent to no others.");
        }

        if (shopName.Length == 0)
        {
            read.Add($"$.name is missing, and $.verification.policy is \"{ByRisk}\": the message with a code must say whose it is.");
        }

        if (policy.ToTell > policy.ToTellNameAndItem || policy.ToTellNameAndItem > policy.ToReschedule || policy.ToReschedule > policy.ToCancel)
        {
            read.Add("$.verification asks less for what risks more: toHearWhenItShips, toHearNameAndItem, toChangeTheDate and toCancel must each ask at least as much as the one before.");
        }

        return policy;

        Assurance Level(string name, Assurance level) =>
            read.Value($"verification.{name}", "", level, TryReadLevel, some => $"{some}".ToLowerInvariant(), ALevel);

        int Number(string name, int number, int most) => read.Value(
            $"verification.{name}", "", number, (string text, out int value) => TryReadNumber(text, most, out value), SettingValues.Show,
            $"a number from 1 to {SettingValues.Show(most)}", JsonValueKind.Number);
    }

    static bool TryReadPolicy(string text, [NotNullWhen(true)] out bool? isOn)
    {
        isOn = text switch { ByRisk => true, None => false, _ => null };
        return isOn is not null;
    }

    static bool TryReadLevel(string text, out Assurance level)
    {
        level = text switch
        {
            "number" => Assurance.Number,
            "factor" => Assurance.Factor,
            "possession" => Assurance.Possession,
            _ => Assurance.None,
        };
        return level != Assurance.None;
    }

    // A code that is cut short names half the world, to which codes would be sent.
    static bool TryReadCountry(string text, out string code)
    {
        code = text;
        return text is ['+', >= '1' and <= '9', ..] && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && text.Length == 1 + DigitsOfTheCode(text.AsSpan(1));
    }

    // By its first digits (https://www.itu.int/pub/T-SP-E.164D).
    static int DigitsOfTheCode(ReadOnlySpan<char> digits) => digits switch
    {
        ['1' or '7', ..] => 1,
        ['2', '0' or '7', ..] or ['3', (>= '0' and <= '4') or '6' or '9', ..] or ['4', not '2', ..] or ['5', >= '1' and <= '8', ..]
            or ['6', <= '6', ..] or ['8', '1' or '2' or '4' or '6', ..] or ['9', <= '5' or '8', ..] => 2,
        _ => 3,
    };

    static bool TryReadNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
}
