using System.Collections.Immutable;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class DeployedCentreTests : IDisposable
{
    internal Template Template { get; init; } = Template.Committed;

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Every_flow_of_the_line_is_in_the_template() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Template.Repository, "deploy", "flows"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Template.OfType("AWS::Connect::ContactFlow").Select(flow => flow.Id).Order(StringComparer.Ordinal));

    // What CloudFormation puts in is an ARN of its kind; after that nothing may be left to fill in.
    [Fact]
    public async Task Flows_with_ARNs_filled_in_pass_the_check()
    {
        Directory.CreateDirectory(desk.PathOf("flows"));
        foreach (var flow in Template.OfType("AWS::Connect::ContactFlow"))
        {
            var content = (YamlScalarNode)flow.Properties["Content"];
            var filled = Template.ReferencesIn(content).Aggregate(content.Value!, (text, reference) => text.Replace(
                $"${{{reference.Target}.{reference.Attribute}}}", Arn(Template.Resources[reference.Target]), StringComparison.Ordinal));
            Assert.DoesNotContain("${", filled, StringComparison.Ordinal);
            desk.Put($"flows/{flow.Id}.json", filled);
        }

        var ran = (await desk.Type("flow check", desk.PathOf("flows"))).Succeeded();
        Assert.Contains("9 flows, 0 errors", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_flow_calls_belongs_to_the_instance_before() => Assert.All(Template.OfType("AWS::Connect::ContactFlow"), flow =>
    {
        var associated = flow.DependsOn.Select(id => Template.Resources[id]).Where(other => other.Type == "AWS::Connect::IntegrationAssociation")
            .Select(other => $"{other.At("IntegrationArn")}").ToList();
        Assert.All(
            Template.ReferencesIn(flow.Properties["Content"]).Where(reference => reference.Attribute == "Arn"),
            reference => Assert.Contains($"{reference.Target}.Arn", associated));
    });

    [Fact]
    public void Connect_may_invoke_its_functions_from_this_instance_and_account_only()
    {
        var permissions = Template.OfType("AWS::Lambda::Permission").ToList();
        Assert.Equal(
            Enum.GetNames<ConnectFunction>().Order(StringComparer.Ordinal),
            permissions.Where(permission => $"{permission.At("Principal")}" == "connect.amazonaws.com").Select(permission => $"{permission.At("FunctionName")}").Order(StringComparer.Ordinal));
        Assert.All(permissions, permission => Assert.NotNull(permission.At("SourceArn")));
        Assert.All(
            permissions.Where(permission => $"{permission.At("Principal")}" == "connect.amazonaws.com"),
            permission => Assert.Equal("AWS::AccountId", $"{permission.At("SourceAccount")}"));
    }

    [Fact]
    public void The_bot_asks_its_own_function_in_every_locale_and_keeps_no_log()
    {
        var locales = ((YamlSequenceNode)Template.Resources["OrderBot"].At("BotLocales")!).Select(locale => $"{locale["LocaleId"]}").ToList();
        var alias = Template.Resources["OrderBotAlias"];
        Assert.Equal(["en_US", "ja_JP"], locales);
        Assert.Equal(
            locales.Select(locale => $"{locale} true OrderDialog.Arn"),
            ((YamlSequenceNode)alias.At("BotAliasLocaleSettings")!).Select(locale =>
                $"{locale["LocaleId"]} {locale["BotAliasLocaleSetting"]["Enabled"]} {locale["BotAliasLocaleSetting"]["CodeHookSpecification"]["LambdaCodeHook"]["LambdaArn"]}"));
        Assert.Equal(
            locales, ((YamlSequenceNode)Template.OfType("AWS::Lex::BotVersion").Single().At("BotVersionLocaleSpecification")!).Select(locale => $"{locale["LocaleId"]}"));
        Assert.Null(alias.At("ConversationLogSettings"));
    }

    [Fact]
    public async Task Another_word_in_the_bot_makes_another_version_and_the_same_bot_the_same()
    {
        var deploy = Path.Combine(Template.Repository, "deploy");
        foreach (var file in new[] { "bot", "flows", "trust", "template" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(deploy, folder))).Append(Path.Combine(deploy, "shop.json")))
        {
            var copy = desk.PathOf(Path.GetRelativePath(deploy, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Assert.Equal(Template.OfType("AWS::Lex::BotVersion").Single().Id, await Version());
        desk.Put("bot/OrderBot.en_US.json", File.ReadAllText(desk.PathOf("bot/OrderBot.en_US.json")).Replace("another day please", "some other day please", StringComparison.Ordinal));
        Assert.NotEqual(Template.OfType("AWS::Lex::BotVersion").Single().Id, await Version());

        async Task<string> Version()
        {
            (await desk.Type("deploy render", desk.PathOf(""))).Succeeded();
            return Template.Of(File.ReadAllText(desk.PathOf("template.yaml"))).OfType("AWS::Lex::BotVersion").Single().Id;
        }
    }

    // A quarter of an hour at a time, over weeks of any shop, nights and exceptions included.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Connects_hours_are_the_shops_at_every_moment(int seed)
    {
        var random = new Random(seed);
        for (var shop = 0; shop < 25; shop++)
        {
            var hours = AnyHours(random);
            var (week, overrides) = (DeployedHours.Week(hours), DeployedHours.Overrides(hours));
            for (var at = FirstDay.AtMidnight(); at.Date < FirstDay.PlusDays(21); at = at.PlusMinutes(15))
            {
                Assert.Equal(hours.AreOpenAt(at.InUtc().ToInstant()), IsOpen(week, overrides, at));
            }
        }
    }

    static readonly LocalDate FirstDay = new(2026, 12, 21);

    static OpeningHours AnyHours(Random random) => new(
        DateTimeZone.Utc,
        Enumerable.Range(1, 7).Where(_ => random.Next(4) > 0).ToImmutableSortedDictionary(day => (IsoDayOfWeek)day, _ => AnyPeriods(random)))
    {
        Exceptions = Enumerable.Range(0, 21).Where(_ => random.Next(4) == 0).ToImmutableSortedDictionary(FirstDay.PlusDays, _ => random.Next(2) == 0 ? [] : AnyPeriods(random)),
    };

    static ImmutableArray<OpeningPeriod> AnyPeriods(Random random)
    {
        var times = Enumerable.Range(0, 96).OrderBy(_ => random.Next()).Take(3).Order().Select(quarter => new LocalTime(quarter / 4, quarter % 4 * 15)).ToArray();
        return random.Next(3) switch
        {
            0 => [new(times[0], times[1])],
            1 => [new(times[0], times[1]), new(times[2], LocalTime.Midnight)],
            _ => [new(times[1], times[2]), new(times[2], times[0])],
        };
    }

    // As Connect reads them: an override is the whole of its date, and 0:00 at the end is midnight.
    static bool IsOpen(YamlSequenceNode week, YamlSequenceNode overrides, LocalDateTime at)
    {
        var day = $"{at.DayOfWeek}".ToUpperInvariant();
        var its = overrides.SingleOrDefault(one => $"{one["EffectiveFrom"]}" == LocalDatePattern.Iso.Format(at.Date));
        return its is null ? week.Any(Open) : $"{its["OverrideType"]}" == "STANDARD" && ((YamlSequenceNode)its["OverrideConfig"]).Any(Open);

        bool Open(YamlNode period) => $"{period["Day"]}" == day
            && Time(period["StartTime"]) <= at.TimeOfDay && (Time(period["EndTime"]) == LocalTime.Midnight || at.TimeOfDay < Time(period["EndTime"]));
    }

    static LocalTime Time(YamlNode time) => new(Number(time["Hours"]), Number(time["Minutes"]));

    static int Number(YamlNode node) => int.Parse($"{node}", System.Globalization.CultureInfo.InvariantCulture);

    static string Arn(TemplateResource resource)
    {
        const string Place = "ap-northeast-1:123456789012";
        const string Instance = $"arn:aws:connect:{Place}:instance/11111111-2222-3333-4444-555555555555";
        // A different id for each, so that none is taken for another.
        var id = new Guid(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(resource.Id))[..16]);
        return resource.Type switch
        {
            "AWS::Lambda::Function" => $"arn:aws:lambda:{Place}:function:{resource.Id}",
            "AWS::Lex::BotAlias" => $"arn:aws:lex:{Place}:bot-alias/ABCDEFGHIJ/KLMNOPQRST",
            "AWS::Connect::ContactFlow" => $"{Instance}/contact-flow/{id}",
            "AWS::Connect::Queue" => $"{Instance}/queue/{id}",
            "AWS::Connect::HoursOfOperation" => $"{Instance}/operating-hours/{id}",
            var type => throw new NotSupportedException($"A flow names {resource.Id}, a {type}."),
        };
    }
}
