using System.Text.RegularExpressions;
using OrderHotline.Contracts;
using Xunit.Sdk;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The tests of the template, tested: each resource, property, item and statement is taken out in turn, each reference renamed, each
/// value altered, and some test must see it. Neither AWS's own validator nor a table on dynalite is asked, which would see more: that takes too
/// long.</summary>
public sealed class TemplateMutationTests(ITestOutputHelper output)
{
    // For people; and what is copied from flows and bot, whose own tests these are.
    static readonly string[] NotMutated = ["Description", "AlarmDescription", "DisplayName", "AssertDescription", "Content", "BotLocales"];

    static readonly string[] AlwaysCaught = ["resource removed", "statement removed", "reference renamed", "attribute renamed", "condition removed"];

    // Why no test here sees a change: lines that a pattern matches, and the reason. A line without one is a missing test.
    static readonly (Regex Lines, string Why)[] Reasons =
    [
        (Pattern(@"^AWS::DynamoDB::Table\.Properties\.(AttributeDefinitions|KeySchema|LocalSecondaryIndexes|GlobalSecondaryIndexes|BillingMode)"), "TableFromTemplateTests makes the tables on dynalite, as the adapter makes them, and compares; that takes too long for each change."),
        (Pattern(@"^AWS::Connect::HoursOfOperation\."), "Rendered from shop.json: DeployedCentreTests holds hours and exceptions to the shop's at every quarter of an hour."),
        (Pattern(@"^AWS::Connect::ContactFlow\.(DependsOn|Properties\.Type)"), "Rendered from the flow itself, and what is committed is what is rendered; what a flow calls is asked for above."),
        (Pattern(@"^AWS::Connect::SecurityProfile\."), "Who may see what is the shop's choice, within what SettingsTests asks for; a name that Connect does not know stops the stack."),
        (Pattern(@"(IdentityInfo|FirstName|LastName|Rules\.Id|SNS::Topic\.Properties) property removed$"), "A name for people, which may be missing."),
        (Pattern(@"property removed$"), "Required: AwsListsTests find a resource without it."),
        (Pattern(@"(Name|BucketPrefix|\.Id) value altered$"), "A name that nothing else goes by."),
    ];

    static readonly IReadOnlyList<string> Allowed = [.. Policies.Of(Template.Committed).Order(StringComparer.Ordinal)];

    static readonly IReadOnlyList<string> Kinds = [.. ReferenceTests.Kinds(Template.Committed)];

    readonly Template template = Shortened(Template.Of(File.ReadAllText(Path.Combine(Template.Repository, "deploy", DeploymentTemplate.Name))));

    [Fact]
    public void What_no_test_sees_is_approved()
    {
        Assert.False(IsCaught());
        var tried = Mutants().Select(mutant =>
        {
            mutant.Do();
            var caught = IsCaught();
            mutant.Undo();
            return (mutant.Kind, mutant.What, IsCaught: caught);
        }).ToList();
        Assert.False(IsCaught(), "Everything was put back.");

        foreach (var kind in tried.GroupBy(mutant => mutant.Kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Count(mutant => mutant.IsCaught)} of {kind.Count()} caught");
            TestContext.Current.SendDiagnosticMessage($"{kind.Key}: {kind.Count(mutant => mutant.IsCaught)} of {kind.Count()} caught");
        }

        Assert.Empty(tried.Where(mutant => !mutant.IsCaught && AlwaysCaught.Contains(mutant.Kind)).Select(mutant => $"{mutant.What} {mutant.Kind}"));
        var unseen = tried.Where(mutant => !mutant.IsCaught).Select(mutant => $"{mutant.What} {mutant.Kind}").Distinct().Order(StringComparer.Ordinal).ToList();
        var explained = unseen.ToLookup(line => Reasons.FirstOrDefault(reason => reason.Lines.IsMatch(line)).Why ?? "");
        Assert.False(explained.Contains(""), $"No test sees these, and nobody says why:\n{string.Join('\n', explained[""])}");
        Assert.All(Reasons, reason => Assert.True(explained.Contains(reason.Why), $"It explains nothing any more: {reason.Why}"));
        Approved.Holds(
            "unseen-mutations",
            string.Join("\n\n", explained.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"# {group.Key}\n{string.Join('\n', group)}")),
            "Each line is a change to the template that no test sees: is it a free choice, or is a test missing?");
    }

    static Regex Pattern(string lines) => new(lines, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // Of a flow its references are enough, and of the bot its locales: each mutant is looked at anew.
    static Template Shortened(Template whole)
    {
        foreach (var flow in whole.OfType("AWS::Connect::ContactFlow"))
        {
            var content = (YamlScalarNode)flow.Properties["Content"];
            content.Value = string.Concat(Template.ReferencesIn(content).Select(reference => $"${{{reference.Target}.{reference.Attribute}}}"));
        }

        foreach (var locale in ((YamlSequenceNode)whole.Resources["OrderBot"].At("BotLocales")!).Cast<YamlMappingNode>())
        {
            locale.Children.Remove("Intents");
        }

        return whole;
    }

    bool IsCaught()
    {
        try
        {
            var mutant = new Template(template.Root);
            if (ReferenceTests.Dangling(mutant).Count > 0 || ReferenceTests.Cycle(mutant) is not null
                || !Policies.Of(mutant).Order(StringComparer.Ordinal).SequenceEqual(Allowed) || !ReferenceTests.Kinds(mutant).SequenceEqual(Kinds))
            {
                return true;
            }

            new LeastPrivilegeTests { Template = mutant }.Every_function_has_a_role_of_its_own_and_every_role_a_function();
            var deployed = new WhatIsDeployedTests { Template = mutant };
            deployed.There_is_of_each_type_what_the_line_needs();
            deployed.Every_type_has_its_floor();
            deployed.The_handlers_are_the_binarys();
            deployed.A_function_is_called_after_its_handler_because_flows_name_it_so();
            deployed.Every_variable_is_one_that_is_documented();
            deployed.Functions_have_the_time_the_runtime_and_the_settings_that_they_need();
            deployed.Deliveries_are_fed_as_the_page_says();
            deployed.Only_functions_that_send_or_verify_codes_have_the_keys();
            deployed.What_cannot_be_made_again_stays_when_the_stack_goes();
            deployed.Tables_are_protected_encrypted_and_the_orders_can_be_restored();
            deployed.Three_queues_keep_what_failed_and_each_has_its_alarm();
            deployed.Every_alarm_tells_somebody_and_has_its_page();
            var metrics = new MetricsTests { Template = mutant };
            metrics.What_an_alarm_counts_is_measured_by_somebody();
            metrics.What_the_dashboard_shows_is_measured_by_somebody();
            var settings = new SettingsTests { Template = mutant };
            settings.What_is_no_free_choice_is_as_it_must_be();
            settings.Every_alarm_tells_when_it_should();
            settings.The_alarm_of_a_flow_counts_by_the_flows_own_name();
            settings.Connect_calls_functions_as_functions_and_only_its_own_instance_may();
            settings.Everything_of_Connect_is_of_the_one_instance();
            settings.Every_policy_is_in_the_language_of_2012();
            settings.Only_the_administrator_may_change_flows_numbers_and_what_others_may_do();
            settings.What_people_are_told_by_the_stack_and_what_stops_a_wrong_one_is_there();
            using var centre = new DeployedCentreTests { Template = mutant };
            centre.Every_flow_of_the_line_is_in_the_template();
            centre.What_a_flow_calls_belongs_to_the_instance_before();
            centre.Connect_may_invoke_its_functions_from_this_instance_and_account_only();
            centre.The_bot_asks_its_own_function_in_every_locale_and_keeps_no_log();
            return false;
        }
        // Whatever ends a test makes it red.
        catch (Exception seen) when (seen is XunitException or SystemException)
        {
            return true;
        }
    }

    IEnumerable<Mutant> Mutants()
    {
        foreach (var section in new[] { "Parameters", "Rules", "Conditions", "Resources", "Outputs" })
        {
            var entries = (YamlMappingNode)template.Root[section];
            foreach (var (name, value) in entries.ToList())
            {
                var what = section == "Resources" ? $"{value["Type"]}" : section;
                yield return Removal(section[..^1].ToLowerInvariant(), section == "Resources" ? $"{name}" : $"{what}.{name}", entries, name);
                foreach (var mutant in section == "Resources" ? Mutants(value, what) : [])
                {
                    yield return mutant;
                }
            }
        }
    }

    static IEnumerable<Mutant> Mutants(YamlNode node, string path) => node switch
    {
        YamlMappingNode mapping =>
            from entry in mapping.ToList()
            let inner = $"{path}.{entry.Key}"
            where !NotMutated.Contains($"{entry.Key}")
            from mutant in Mutants(entry.Value, inner).Prepend(Removal("property", inner, mapping, entry.Key))
            select mutant,
        YamlSequenceNode sequence => Enumerable.Range(0, sequence.Children.Count).SelectMany(i => Mutants(sequence[i], path).Prepend(new Mutant(
            path.EndsWith("Statement", StringComparison.Ordinal) ? "statement removed" : "item removed", path, Taken(sequence, i)))),
        YamlScalarNode scalar when Template.ReferencesIn(scalar).FirstOrDefault(reference => !reference.IsPseudo) is { } reference =>
        [
            Change("reference renamed", path, scalar, scalar.Value!.Replace(reference.Target, "Nothing", StringComparison.Ordinal)),
            .. reference.Attribute == "Ref" ? [] : new[] { Change("attribute renamed", path, scalar, scalar.Value!.Replace($".{reference.Attribute}", ".Nothing", StringComparison.Ordinal)) },
        ],
        YamlScalarNode scalar => [Change("value altered", path, scalar, scalar.Value + "x")],
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    static Mutant Removal(string kind, string what, YamlMappingNode mapping, YamlNode key)
    {
        var (value, at) = (mapping[key], mapping.Children.Keys.ToList().IndexOf(key));
        return new($"{kind} removed", what, (() => mapping.Children.Remove(key), () => mapping.Children.Insert(at, key, value)));
    }

    static (Action, Action) Taken(YamlSequenceNode sequence, int at)
    {
        var item = sequence[at];
        return (() => sequence.Children.RemoveAt(at), () => sequence.Children.Insert(at, item));
    }

    static Mutant Change(string kind, string what, YamlScalarNode scalar, string value)
    {
        var before = scalar.Value;
        return new(kind, what, (() => scalar.Value = value, () => scalar.Value = before));
    }

    sealed record Mutant(string Kind, string What, (Action Do, Action Undo) Change)
    {
        public void Do() => Change.Do();

        public void Undo() => Change.Undo();
    }
}
