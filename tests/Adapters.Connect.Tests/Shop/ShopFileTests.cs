using System.Collections.Immutable;
using System.Text;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class ShopFileTests
{
    const string Least = """{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "09:00-18:00"}}}""";

    [Fact]
    public void What_a_file_leaves_out_is_the_lines_own_default()
    {
        var (shop, settings) = Sound(Least);

        Assert.Equal(new ShippingPolicy(), shop.Policy);
        Assert.Equal(("", Language.Japanese), (shop.SenderId, shop.Words.Default));
        Assert.Null(shop.DeliveryDaysAfterShipping);
        Assert.DoesNotContain(Enum.GetValues<Channel>(), shop.Trusted.Contain);
        Assert.Same(VerificationPolicy.None, shop.Verification);
        Assert.Equal(["$.operators.hours", "$.verification.policy"], settings.Where(setting => setting.Source != SettingSource.Default).Select(setting => setting.Path));
    }

    [Fact]
    public void The_file_that_is_deployed_is_a_shop_of_the_lines_own_defaults()
    {
        var (shop, _) = Sound(DeployedShop.Json);

        Assert.Equal(new ShippingPolicy(), shop.Policy);
        Assert.Equal(("", Language.Japanese), (shop.SenderId, shop.Words.Default));
    }

    [Theory]
    [InlineData("$.name", """{"name": "着物の織屋"}""", "着物の織屋")]
    [InlineData("$.telephone", """{"telephone": "+81 3-1234-5678"}""", "+81 3-1234-5678")]
    [InlineData("$.wording", """{"wording": "demo"}""", "demo")]
    [InlineData("$.flows.log", """{"flows": {"log": "on"}}""", "on")]
    [InlineData("$.zone", """{"zone": "Europe/Berlin"}""", "Europe/Berlin")]
    [InlineData("$.shipping.cutOff", """{"shipping": {"cutOff": "09:30"}}""", "09:30")]
    [InlineData("$.shipping.latestDaysAhead", """{"shipping": {"latestDaysAhead": 365}}""", "365")]
    [InlineData("$.shipping.closedWeekdays", """{"shipping": {"closedWeekdays": ["Sunday", "saturday"]}}""", "Sunday, Saturday")]
    [InlineData("$.shipping.closedDates", """{"shipping": {"closedDates": ["2026-12-31", "2027-01-01",]}}""", "2026-12-31, 2027-01-01")]
    [InlineData("$.shipping.deliveryDaysAfterShipping", """{"shipping": {"deliveryDaysAfterShipping": 2}}""", "2")]
    [InlineData("$.shipping.deliveryDaysAfterShipping", """{"shipping": {"deliveryDaysAfterShipping": 30}}""", "30")]
    [InlineData("$.operators.hours", """{"operators": {"hours": {"Friday": "22:00-06:00", "Monday": "closed"}}}""", "Monday closed; Friday 22:00-06:00")]
    [InlineData("$.operators.hours", """{"operators": {"hours": {"Sunday": "00:00-24:00"}}}""", "Sunday 00:00-24:00")]
    [InlineData("$.operators.exceptions", """{"operators": {"exceptions": {"2026-12-31": "09:00-12:00, 13:00-15:00"}}}""", "2026-12-31 09:00-12:00, 13:00-15:00")]
    [InlineData("$.messages.senderId", """{"messages": {"senderId": "Shop24"}}""", "Shop24")]
    [InlineData("$.languages.default", """{"languages": {"default": "en-US"}}""", "en-US")]
    [InlineData("$.trustedChannels", """{"trustedChannels": ["CHAT", "WEBRTC"]}""", "CHAT, WEBRTC")]
    public void Each_setting_of_the_file_is_its_own_and_no_other(string path, string said, string value)
    {
        var (_, settings) = Sound(With(said));
        var (_, standard) = Sound(Least);

        Assert.Equal(
            standard.Select(setting => setting.Path == path ? setting with { Value = value, Source = SettingSource.File } : setting), settings);
    }

    [Theory]
    [InlineData("HOTLINE_NAME", "Oriya", "$.name")]
    [InlineData("HOTLINE_TELEPHONE", "03-1234-5678", "$.telephone")]
    [InlineData("HOTLINE_WORDING", "demo", "$.wording")]
    [InlineData("HOTLINE_FLOW_LOG", "on", "$.flows.log")]
    [InlineData("HOTLINE_ZONE", "Europe/Berlin", "$.zone")]
    [InlineData("HOTLINE_CUT_OFF", "09:30", "$.shipping.cutOff")]
    [InlineData("HOTLINE_LATEST_DAYS_AHEAD", "7", "$.shipping.latestDaysAhead")]
    [InlineData("HOTLINE_CLOSED_WEEKDAYS", "Sunday", "$.shipping.closedWeekdays")]
    [InlineData("HOTLINE_CLOSED_DATES", "2027-01-03", "$.shipping.closedDates")]
    [InlineData("HOTLINE_DELIVERY_DAYS_AFTER_SHIPPING", "3", "$.shipping.deliveryDaysAfterShipping")]
    [InlineData("HOTLINE_SENDER_ID", "Other", "$.messages.senderId")]
    [InlineData("HOTLINE_LANGUAGE", "en-US", "$.languages.default")]
    [InlineData("HOTLINE_TRUSTED_CHANNELS", "SMS", "$.trustedChannels")]
    public void A_variable_overrides_the_file_and_an_empty_one_does_not(string variable, string value, string path)
    {
        var file = With(
            """
            {"zone": "Asia/Tokyo", "shipping": {"cutOff": "12:00", "latestDaysAhead": 14, "closedWeekdays": ["Monday"], "closedDates": ["2027-01-01"]},
             "messages": {"senderId": "Shop24"}, "languages": {"default": "ja-JP"}, "trustedChannels": ["CHAT"]}
            """);

        var overridden = Assert.Single(Sound(file, name => name == variable ? value : "").Settings, setting => setting.Path == path);

        Assert.Equal((value, SettingSource.Environment, variable), (overridden.Value, overridden.Source, overridden.Variable));
        Assert.All(Sound(file, _ => "").Settings, setting => Assert.NotEqual(SettingSource.Environment, setting.Source));
    }

    [Theory]
    [InlineData("""{"zone": "Asia/Tokio"}""", "$.zone is \"Asia/Tokio\": it must be a time zone such as Asia/Tokyo.")]
    [InlineData("""{"zone": 9}""", "$.zone is 9: it must be a time zone such as Asia/Tokyo, in quotes.")]
    [InlineData("""{"name": "A & B"}""", "$.name is \"A & B\": it must be what a voice can say, without < > & $ { }, of at most 60 characters.")]
    [InlineData("""{"name": "{shop}"}""", "$.name is \"{shop}\": it must be what a voice can say, without < > & $ { }, of at most 60 characters.")]
    [InlineData("""{"telephone": "call us"}""", "$.telephone is \"call us\": it must be a number as it is told to callers, of digits, spaces and hyphens.")]
    [InlineData("""{"name": "A & B", "words": {"en-US": {"order": {"noOrder": "Nothing at {shop}."}}}}""", "$.name is \"A & B\": it must be what a voice can say, without < > & $ { }, of at most 60 characters.")]
    [InlineData("""{"languages": {"offered": ["ja-JP", "en-US", "en-GB"]}}""", "$.languages.offered names en-US and en-GB: flows and words tell languages apart by en, so keep one of them.")]
    [InlineData("""{"words": {"en-US": {"answers": {"yes": "yes, Nope!"}}}}""", "The words for en-US have \"nope\" as a yes and as a no: take it out of answers.yes or of answers.no.")]
    [InlineData("""{"wording": "mine"}""", "$.wording is \"mine\": it must be line, or demo for the workshop's words.")]
    [InlineData("""{"flows": {"log": true}}""", "$.flows.log is true: it must be on or off, in quotes.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "Nothing at {shop}."}}}}""", "$.words.en-US.order.noOrder has {shop}, and the shop's file does not say what that is: set $.name.")]
    [InlineData("""{"shipping": {"cutOff": "25:00"}}""", "$.shipping.cutOff is \"25:00\": it must be a time of day such as 17:00.")]
    [InlineData("""{"shipping": {"latestDaysAhead": 1}}""", "$.shipping.latestDaysAhead is 1: it must be a number of days from 2 to 365.")]
    [InlineData("""{"shipping": {"latestDaysAhead": 30.5}}""", "$.shipping.latestDaysAhead is 30.5: it must be a number of days from 2 to 365.")]
    [InlineData("""{"shipping": {"latestDaysAhead": "30"}}""", "$.shipping.latestDaysAhead is \"30\": it must be a number of days from 2 to 365, a number without quotes.")]
    [InlineData("""{"shipping": {"closedWeekdays": "Sunday"}}""", "$.shipping.closedWeekdays is \"Sunday\": it must be a list of days such as Saturday, Sunday, and not all seven.")]
    [InlineData("""{"shipping": {"closedWeekdays": ["Sun"]}}""", "$.shipping.closedWeekdays[0] is \"Sun\": it must be a day of the week, such as Sunday.")]
    [InlineData(
        """{"shipping": {"closedWeekdays": ["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"]}}""",
        "$.shipping.closedWeekdays is [\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\",\"Saturday\",\"Sunday\"]: it must be days such as Saturday, Sunday, and not all seven.")]
    [InlineData("""{"shipping": {"closedDates": ["2026-02-29"]}}""", "$.shipping.closedDates[0] is \"2026-02-29\": it must be a date such as 2026-12-31.")]
    [InlineData("""{"shipping": {"closedDates": ["2026-12-31", "2026-12-31"]}}""", "$.shipping.closedDates[1] is \"2026-12-31\", which stands there before: name it once.")]
    [InlineData("""{"shipping": {"deliveryDaysAfterShipping": 31}}""", "$.shipping.deliveryDaysAfterShipping is 31: it must be a number of days from 0 to 30.")]
    [InlineData("""{"shipping": {"deliveryDaysAfterShipping": -1}}""", "$.shipping.deliveryDaysAfterShipping is -1: it must be a number of days from 0 to 30.")]
    [InlineData("""{"shipping": {"deliveryDaysAfterShipping": "2"}}""", "$.shipping.deliveryDaysAfterShipping is \"2\": it must be a number of days from 0 to 30, a number without quotes.")]
    [InlineData("""{"operators": {"hours": {}}}""", "$.operators.hours is missing: it must say when operators are there, such as {\"Monday\": \"09:00-18:00\"}.")]
    [InlineData("""{"operators": {"hours": {"Mon": "closed"}}}""", "$.operators.hours.Mon names no day: it must be a day of the week, such as Monday.")]
    [InlineData("""{"operators": {"hours": {"Monday": "9-18"}}}""", "$.operators.hours.Monday is \"9-18\": it must be hours such as 09:00-18:00, with commas between several that do not overlap, or closed.")]
    [InlineData("""{"operators": {"hours": {"Monday": "09:00-13:00, 12:00-18:00"}}}""", "$.operators.hours.Monday is \"09:00-13:00, 12:00-18:00\": it must be hours such as 09:00-18:00, with commas between several that do not overlap, or closed.")]
    [InlineData("""{"operators": {"hours": {"Monday": "22:00-06:00, 07:00-08:00"}}}""", "$.operators.hours.Monday is \"22:00-06:00, 07:00-08:00\": it must be hours such as 09:00-18:00, with commas between several that do not overlap, or closed.")]
    [InlineData("""{"operators": {"hours": {"Monday": "09:00-09:00"}}}""", "$.operators.hours.Monday is \"09:00-09:00\": it must be hours such as 09:00-18:00, with commas between several that do not overlap, or closed.")]
    [InlineData("""{"operators": {"hours": {"Monday": "closed", "monday": "closed"}}}""", "$.operators.hours.monday gives Monday hours a second time: keep one of them.")]
    [InlineData("""{"operators": {"exceptions": {"31 December": "closed"}}}""", "$.operators.exceptions.31 December names no day: it must be a date, such as 2026-12-31.")]
    [InlineData("""{"messages": {"senderId": "TwelveLetter"}}""", "$.messages.senderId is \"TwelveLetter\": it must be 1 to 11 letters and digits with at least one letter.")]
    [InlineData("""{"languages": {"default": "ja"}}""", "$.languages.default is \"ja\": it must be a language and a country such as fr-FR.")]
    [InlineData("""{"languages": {"default": "fr-FR"}}""", "$.languages.default is fr-FR, which the shop does not offer: it must be one of ja-JP, en-US.")]
    [InlineData("""{"languages": {"offered": []}}""", "$.languages.offered is []: it must be languages such as ja-JP, en-US, and at least one.")]
    [InlineData("""{"languages": {"offered": ["ja-JP", "fr-FR"]}}""", "$.languages.offered names fr-FR, for which there are no words: put words.fr-FR.json beside the shop's file.")]
    [InlineData("""{"words": []}""", "$.words is []: it must be an object, such as {\"ja-JP\": {\"order\": {…}}}.")]
    [InlineData("""{"words": {"fr-FR": {}}}""", "$.words.fr-FR is no language that the shop offers: it must be one of ja-JP, en-US.")]
    [InlineData("""{"words": {"ja-JP": "はい"}}""", "$.words.ja-JP is no phrase: words stand in speech, answers, date, status, order, verification, day, dialogue, reasons, flows, hours, message.")]
    [InlineData("""{"words": {"ja-JP": {"oder": {"noOrder": "ありません。"}}}}""", "$.words.ja-JP.oder.noOrder is no phrase: words stand in speech, answers, date, status, order, verification, day, dialogue, reasons, flows, hours, message.")]
    [InlineData("""{"words": {"ja-JP": {"order": {"noOrder": 1}}}}""", "$.words.ja-JP.order.noOrder is no text: it must be what is said, in quotes.")]
    [InlineData("""{"words": {"en-US": {"day": {"late": "Too late."}}}}""", "$.words.en-US.day.late is no phrase: day has didYouMean, choose, soonest, instead, nothingToChoose, notUnderstood, inThePast, tooSoon, tooFar, notAShippingDay.")]
    [InlineData("""{"words": {"en-US": {"flows": {"OperatorWhisper": {"names": "Yes."}}}}}""", "$.words.en-US.flows.OperatorWhisper.names is no phrase: flows.OperatorWhisper has name, item, language.")]
    [InlineData("""{"words": {"en-US": {"order": {"found": "Your order?"}}}}""", "$.words.en-US.order.found lacks {status}, {item}.")]
    [InlineData("""{"words": {"en-US": {"order": {"found": "The {itm} for {item}?"}}}}""", "$.words.en-US.order.found has {itm}: there is {status}, {item}.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "None for {day}."}}}}""", "$.words.en-US.order.noOrder has {day}: nothing can be put into this phrase.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "None, {sorry."}}}}""", "$.words.en-US.order.noOrder opens a { that it does not close.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "None, sorry}."}}}}""", "$.words.en-US.order.noOrder closes a } that it does not open.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": " "}}}}""", "$.words.en-US.order.noOrder is empty: it must say something.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "None. "}}}}""", "$.words.en-US.order.noOrder begins or ends with a space: leave it out.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "None<break/>"}}}}""", "$.words.en-US.order.noOrder holds \"<\", which a voice cannot say: write it in words.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "Over $.Attributes.x"}}}}""", "$.words.en-US.order.noOrder holds \"$\", which a voice cannot say: write it in words.")]
    [InlineData("""{"words": {"en-US": {"order": {"noOrder": "One\ntwo"}}}}""", "$.words.en-US.order.noOrder holds a control character, which a voice cannot say: write it in words.")]
    [InlineData("""{"words": {"en-US": {"message": {"date": "soon"}}}}""", "$.words.en-US.message.date lacks {iso}, {year}, {month}, {monthName}, {day}, {weekday}.")]
    [InlineData("""{"words": {"en-US": {"date": {"months": ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "More"]}}}}""", "$.words.en-US.date.months.12 is no phrase: date.months has 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11.")]
    [InlineData("""{"trustedChannels": ["VOICE"]}""", "$.trustedChannels[0] is \"VOICE\": it must be CHAT, SMS, EMAIL, TASK or WEBRTC; never VOICE, where the call's own number counts.")]
    [InlineData("""{"shiping": {}}""", "$.shiping is no setting: there are $schema, version, name, telephone, zone, shipping, operators, messages, verification, languages, wording, words, flows, trustedChannels.")]
    [InlineData("""{"shipping": {"cutoff": "12:00"}}""", "$.shipping.cutoff is no setting: there are cutOff, latestDaysAhead, closedWeekdays, closedDates, deliveryDaysAfterShipping.")]
    [InlineData("""{"messages": "Shop24"}""", "$.messages is \"Shop24\": it must be an object with senderId.")]
    public void What_cannot_be_is_told_with_its_place_and_what_would_be_right(string said, string problem) =>
        Assert.Equal([problem], Problems(With(said)));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_the_file_and_the_environment() => Assert.Equal(
        [
            "$.zone is \"Tokyo\": it must be a time zone such as Asia/Tokyo.",
            "HOTLINE_CUT_OFF is \"noon\": it must be a time of day such as 17:00.",
            "HOTLINE_CLOSED_DATES is \"2026-12-31;2027-01-01\": it must be dates such as 2026-12-31, 2027-01-01, with commas between.",
            "$.operators.hours is missing: it must say when operators are there, such as {\"Monday\": \"09:00-18:00\"}.",
            "$.nam is no setting: there are $schema, version, name, telephone, zone, shipping, operators, messages, verification, languages, wording, words, flows, trustedChannels.",
            "$.zone stands there twice: keep one of them.",
        ],
        Problems(
            """{"version": 1, "verification": {"policy": "none"}, "zone": "UTC", "zone": "Tokyo", "nam": {"a": 1}}""",
            name => name == "HOTLINE_CUT_OFF" ? "noon" : name == "HOTLINE_CLOSED_DATES" ? "2026-12-31;2027-01-01" : null));

    [Theory]
    [InlineData("", "The shop's file is empty: it must be an object, such as {\"version\": 1, …}.")]
    [InlineData(" \r\n\t", "The shop's file is empty: it must be an object, such as {\"version\": 1, …}.")]
    [InlineData("[]", "The shop's file holds no object: it must be one, such as {\"version\": 1, …}.")]
    [InlineData("{}", "$.version is missing: write \"version\": 1.")]
    [InlineData("""{"version": 2, "somethingNew": true}""", "$.version is 2: this line reads version 1, written without quotes.")]
    [InlineData("""{"version": "1"}""", "$.version is \"1\": this line reads version 1, written without quotes.")]
    [InlineData("""{"version": 1, "a\ud800": 1}""", "$ has a key in which an escape stands for half a character. Write the character itself.")]
    [InlineData("""{"version": 1, "zone": ["\udfff"]}""", "$.zone[0] is \"\\udfff\": an escape in it stands for half a character. Write the character itself.")]
    public void A_file_that_is_no_shop_of_this_version_is_told_as_that_alone(string file, string problem) =>
        Assert.Equal([problem], Problems(file));

    [Theory]
    [InlineData("{\"version\": 1,\n  \"zone\" \"Asia/Tokyo\"}", "The shop's file is not JSON: line 2, column 10: ")]
    [InlineData("// a shop\n{\n", "The shop's file is not JSON: line 3, column 1: ")]
    [InlineData("[[[[[[[[[[[[[[[[[", "The shop's file is not JSON: line 1, column 17: ")]
    public void What_is_not_JSON_is_told_with_line_and_column(string file, string problem)
    {
        var told = Assert.Single(Problems(file));
        Assert.StartsWith(problem, told, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_may_stand_there() =>
        Sound("\uFEFF// a shop\n" + Least.Replace("}}}", "/* no more */,},},}", StringComparison.Ordinal));

    [Fact]
    public void Another_encoding_is_told() => Assert.Equal(
        ["The shop's file is not UTF-8: save it as that."], Assert.IsType<ShopReading.Unsound>(ShopFile.Read(new byte[] { 0xFF, 0xFE, 0x7B }, _ => null, _ => null)).Problems);

    [Fact]
    public void The_zone_of_Tokyo_costs_no_database_by_its_name() =>
        Assert.Same(ShippingPolicy.UsualZone, Sound(With("""{"zone": "Asia/Tokyo"}""")).Shop.Policy.Zone);

    // Cut short, or with a character too many, in every place.
    [Fact]
    public void Whatever_stands_in_the_file_is_answered_with_a_shop_or_with_problems()
    {
        var json = Encoding.UTF8.GetString(DeployedShop.Json);
        for (var at = 0; at < json.Length; at++)
        {
            foreach (var edited in (string[])[json[..at], json.Remove(at, 1), .. "\"{}[],:0e\\\uD800".Select(extra => json.Insert(at, $"{extra}"))])
            {
                if (ShopFile.Read(Encoding.UTF8.GetBytes(edited), _ => null, _ => null) is ShopReading.Unsound(var problems))
                {
                    Assert.NotEmpty(problems);
                    Assert.All(problems, Assert.NotEmpty);
                }
            }
        }
    }

    // What the file must have and this one does not say.
    static string With(string said)
    {
        var (verifies, opens) = (
            said.Contains("\"verification\"", StringComparison.Ordinal) ? "" : "\"verification\": {\"policy\": \"none\"}, ",
            "\"hours\": {\"Monday\": \"09:00-18:00\"}");
        return said.Contains("\"hours\"", StringComparison.Ordinal)
            ? $$"""{"version": 1, {{verifies}}{{said[1..]}}"""
            : said.Contains("\"operators\": {", StringComparison.Ordinal)
                ? $$"""{"version": 1, {{verifies}}{{said[1..].Replace("\"operators\": {", $"\"operators\": {{{opens}, ", StringComparison.Ordinal)}}"""
                : $$"""{"version": 1, {{verifies}}"operators": { {{opens}} }, {{said[1..]}}""";
    }

    static (Shop Shop, IReadOnlyList<ShopSetting> Settings) Sound(string file, Func<string, string?>? variable = null) =>
        Sound(Encoding.UTF8.GetBytes(file), variable);

    static (Shop Shop, IReadOnlyList<ShopSetting> Settings) Sound(byte[] file, Func<string, string?>? variable = null)
    {
        var reading = ShopFile.Read(file, variable ?? (_ => null), _ => null);
        Assert.Empty(reading is ShopReading.Unsound(var problems) ? problems : []);
        var sound = Assert.IsType<ShopReading.Sound>(reading);
        return (sound.Shop, sound.Settings());
    }

    static ImmutableArray<string> Problems(string file, Func<string, string?>? variable = null) =>
        Assert.IsType<ShopReading.Unsound>(ShopFile.Read(Encoding.UTF8.GetBytes(file), variable ?? (_ => null), _ => null)).Problems;
}
