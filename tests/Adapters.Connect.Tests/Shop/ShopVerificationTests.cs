using System.Collections.Immutable;
using System.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What a shop says it asks of callers, which it must say.</summary>
public sealed class ShopVerificationTests
{
    const string Countries = "\"policy\": \"byRisk\", \"countries\": [\"+81\"]";

    [Fact]
    public void A_shop_that_takes_the_number_for_the_person_says_so() =>
        Assert.Same(VerificationPolicy.None, Sound("""{"policy": "none"}""").Verification);

    [Fact]
    public void By_risk_the_lines_own_levels_count_where_the_shop_says_nothing_else()
    {
        var policy = Sound($"{{{Countries}}}").Verification;

        Assert.Equal(["+81"], policy.Countries);
        Assert.Equal(VerificationPolicy.ByRisk, policy with { Countries = VerificationPolicy.ByRisk.Countries });
    }

    [Fact]
    public void Each_setting_is_its_own()
    {
        var policy = Sound(
            """
            {"policy": "byRisk", "toHearWhenItShips": "factor", "toHearNameAndItem": "factor", "toChangeTheDate": "possession", "toCancel": "possession",
             "orderNumbersCannotBeGuessed": "on", "countries": ["+81", "+1"], "daysUntilAnOrderIsOld": 30, "codesADay": 100000}
            """).Verification;

        Assert.Equal(
            (Assurance.Factor, Assurance.Factor, Assurance.Possession, Assurance.Possession),
            (policy.ToTell, policy.ToTellNameAndItem, policy.ToReschedule, policy.ToCancel));
        Assert.Equal((true, true, 30, 100_000), (policy.IsOn, policy.OrderNumbersCannotBeGuessed, policy.DaysUntilAnOrderIsOld, policy.CodesADay));
        Assert.Equal(["+81", "+1"], policy.Countries);
    }

    [Fact]
    public void The_watchmakers_sample_asks_for_proof()
    {
        var policy = Sound(
            """
            {"policy": "byRisk", "toHearWhenItShips": "number", "toHearNameAndItem": "number", "toChangeTheDate": "factor", "toCancel": "possession",
             "orderNumbersCannotBeGuessed": "on", "countries": ["+81"], "daysUntilAnOrderIsOld": 180, "codesADay": 200}
            """).Verification;

        Assert.Equal((Assurance.Number, Assurance.Factor, Assurance.Possession), (policy.ToTell, policy.ToReschedule, policy.ToCancel));
    }

    [Fact]
    public void The_variable_decides_over_the_file_whether_anything_is_asked()
    {
        Assert.Same(VerificationPolicy.None, Sound("""{}""", name => name == "HOTLINE_VERIFICATION" ? "none" : null).Verification);
        Assert.True(Sound("""{"policy": "none", "countries": ["+81"]}""", name => name == "HOTLINE_VERIFICATION" ? "byRisk" : null).Verification.IsOn);
    }

    [Theory]
    [InlineData("+1")]
    [InlineData("+7")]
    [InlineData("+27")]
    [InlineData("+44")]
    [InlineData("+353")]
    [InlineData("+82")]
    [InlineData("+886")]
    [InlineData("+971")]
    public void A_country_is_named_by_its_whole_code(string code) =>
        Assert.Equal([code], Sound($"{{\"policy\": \"byRisk\", \"countries\": [\"{code}\"]}}").Verification.Countries);

    // The end of an order's number proves nothing once it has been spoken.
    [Theory]
    [InlineData("on", "Your order")]
    [InlineData("off", "Your order {number}")]
    public void An_orders_number_is_spoken_only_where_its_end_proves_nothing(string cannotBeGuessed, string said)
    {
        var words = Sound($"{{{Countries}, \"orderNumbersCannotBeGuessed\": \"{cannotBeGuessed}\"}}").Words.In(Language.English);

        Assert.Equal(said, words.Find(LinePhrases.OrderNumber.Path));
    }

    [Theory]
    [InlineData("""{}""", "$.verification.policy is missing: write \"byRisk\", which asks callers for proof, or \"none\", which takes a caller's number for the person.")]
    [InlineData("""{"policy": "strict"}""", "$.verification.policy is \"strict\": it must be byRisk, which asks callers for proof, or none, which takes a caller's number for the person.")]
    [InlineData("""{"policy": true}""", "$.verification.policy is true: it must be byRisk, which asks callers for proof, or none, which takes a caller's number for the person, in quotes.")]
    [InlineData("""{"policy": "none", "toCancel": "possession"}""", "$.verification.toCancel changes nothing while $.verification.policy is \"none\": take it out, or write \"byRisk\".")]
    [InlineData("""{"policy": "none", "codesADay": 5}""", "$.verification.codesADay changes nothing while $.verification.policy is \"none\": take it out, or write \"byRisk\".")]
    [InlineData("""{"policy": "byRisk"}""", "$.verification.countries is missing: name the countries whose numbers are not foreign, such as [\"+81\"]. Codes are sent to no others.")]
    [InlineData("""{"policy": "byRisk", "countries": ["81"]}""", "$.verification.countries[0] is \"81\": it must be a country code such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+0"]}""", "$.verification.countries[0] is \"+0\": it must be a country code such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+8190"]}""", "$.verification.countries[0] is \"+8190\": it must be a country code such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+8"]}""", "$.verification.countries[0] is \"+8\": it must be a country code such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+35"]}""", "$.verification.countries[0] is \"+35\": it must be a country code such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": "+81"}""", "$.verification.countries is \"+81\": it must be a list of country codes such as +81.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "toCancel": "none"}""", "$.verification.toCancel is \"none\": it must be number, factor or possession.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "toCancel": "number"}""", "$.verification asks less for what risks more: toHearWhenItShips, toHearNameAndItem, toChangeTheDate and toCancel must each ask at least as much as the one before.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "toHearWhenItShips": "factor"}""", "$.verification asks less for what risks more: toHearWhenItShips, toHearNameAndItem, toChangeTheDate and toCancel must each ask at least as much as the one before.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "orderNumbersCannotBeGuessed": true}""", "$.verification.orderNumbersCannotBeGuessed is true: it must be on or off, in quotes.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "daysUntilAnOrderIsOld": 0}""", "$.verification.daysUntilAnOrderIsOld is 0: it must be a number from 1 to 3650.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "codesADay": 100001}""", "$.verification.codesADay is 100001: it must be a number from 1 to 100000.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "codesADay": "500"}""", "$.verification.codesADay is \"500\": it must be a number from 1 to 100000, a number without quotes.")]
    [InlineData("""{"policy": "byRisk", "countries": ["+81"], "toMove": "factor"}""", "$.verification.toMove is no setting: there are policy, toHearWhenItShips, toHearNameAndItem, toChangeTheDate, toCancel, orderNumbersCannotBeGuessed, countries, daysUntilAnOrderIsOld, codesADay.")]
    public void What_cannot_be_is_told_with_its_place_and_what_would_be_right(string verification, string problem) =>
        Assert.Equal([problem], Problems($$"""{"version": 1, "name": "Oriya", "operators": {"hours": {"Monday": "closed"} }, "verification": {{verification}} }"""));

    [Fact]
    public void A_shop_whose_message_could_not_say_whose_code_it_is_is_told_so() => Assert.Equal(
        ["$.name is missing, and $.verification.policy is \"byRisk\": the message with a code must say whose it is."],
        Problems($$"""{"version": 1, "operators": {"hours": {"Monday": "closed"} }, "verification": { {{Countries}} } }"""));

    static Shop Sound(string verification, Func<string, string?>? variable = null)
    {
        var reading = ShopFile.Read(
            Encoding.UTF8.GetBytes($$"""{"version": 1, "name": "Oriya", "operators": {"hours": {"Monday": "closed"} }, "verification": {{verification}} }"""),
            variable ?? (_ => null), _ => null);
        Assert.Empty(reading is ShopReading.Unsound(var problems) ? problems : []);
        return Assert.IsType<ShopReading.Sound>(reading).Shop;
    }

    static ImmutableArray<string> Problems(string file) =>
        Assert.IsType<ShopReading.Unsound>(ShopFile.Read(Encoding.UTF8.GetBytes(file), _ => null, _ => null)).Problems;
}
