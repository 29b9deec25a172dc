using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary><c>hotline deploy doctor</c>: what an account of AWS still lacks, of which only AWS's support gives some.</summary>
static class DoctorCommand
{
    // What a new account has: https://docs.aws.amazon.com/sns/latest/dg/channels-sms-awssupport-spend-threshold.html
    const string SpendingOfANewAccount = "1";

    // An account is given 1000 once it is known, and far fewer before: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    const int EnoughAtOnce = 100;

    public static Command Create()
    {
        var region = DeployCommand.RegionOption();
        var command = new Command("doctor", "Says what an account of AWS still lacks for the line, and has the text to ask AWS's support for it.") { region };
        command.SetAction((line, cancellation) => Examine(line.GetValue(region), line.InvocationConfiguration.Output, cancellation));
        return command;
    }

    static async Task<int> Examine(string? region, TextWriter output, CancellationToken cancellation)
    {
        var aws = await AwsCommand.Open(region, cancellation);
        var identity = await aws.Ask(["sts", "get-caller-identity"], cancellation);
        await output.WriteLineAsync($"Account {identity["Account"]}, region {aws.Region}, signed in as {identity["Arn"]}.");
        (string What, string[] Words, Func<JsonNode, Finding> Read)[] checks =
        [
            ("number", ["connect", "list-phone-numbers-v2"], Number),
            ("texts", ["sns", "get-sms-sandbox-account-status"], Sandbox),
            ("spending on texts", ["sns", "get-sms-attributes"], Spending),
            ("functions at once", ["lambda", "get-account-settings"], AtOnce),
            ("instances", ["connect", "list-instances"], Instances),
            ("quotas", ["service-quotas", "list-service-quotas", "--service-code", "connect"], Quotas),
        ];
        var lacking = new HashSet<SupportCase>();
        var unknown = 0;
        foreach (var (what, words, read) in checks)
        {
            Finding finding;
            try
            {
                finding = read(await aws.Ask(words, cancellation));
            }
            catch (AwsFailure failure)
            {
                finding = new("could not be asked", failure.Message, null);
                unknown++;
            }

            await output.WriteLineAsync($"  {what}: {finding.How}. {finding.Said}");
            if (finding.Case is { } needed)
            {
                lacking.Add(needed);
            }
        }

        await output.WriteLineAsync("Texts for AWS's support (https://console.aws.amazon.com/support). Fill in what is in CAPITALS.");
        foreach (var one in SupportCase.All)
        {
            await output.WriteLineAsync("");
            await output.WriteLineAsync($"{(lacking.Contains(one) ? "NEEDED" : "If you need it")}: {one.Title}");
            foreach (var line in one.Text(aws.Region).Split('\n'))
            {
                await output.WriteLineAsync($"    {line}");
            }
        }

        return lacking.Count + unknown == 0 ? ExitCodes.Ok : ExitCodes.CheckFailed;
    }

    static Finding Number(JsonNode told) => (told["ListPhoneNumbersSummaryList"] as JsonArray ?? []) is { Count: > 0 } numbers
        ? new("there", $"{string.Join(", ", numbers.Select(number => $"{number!["PhoneNumber"]} (--parameter NumberId={number["PhoneNumberId"]})"))}.", null)
        : new("lacking", "No number is claimed in this region. In many countries --parameter ClaimNumberIn claims one; in Japan it takes a case.", SupportCase.Number);

    static Finding Sandbox(JsonNode told) => (bool?)told["IsInSandbox"] == false
        ? new("ready", "The account may send to every number.", null)
        : new("lacking", "The account is in the sandbox: only numbers that were confirmed one by one get a text.", SupportCase.Production);

    static Finding Spending(JsonNode told)
    {
        var limit = (string?)told["attributes"]?["MonthlySpendLimit"] ?? SpendingOfANewAccount;
        return limit == SpendingOfANewAccount
            ? new("lacking", "One dollar a month, which is a few texts; then none is sent.", SupportCase.Spending)
            : new("ready", $"{limit} dollars a month.", null);
    }

    static Finding AtOnce(JsonNode told)
    {
        var most = (int?)told["AccountLimit"]?["ConcurrentExecutions"] ?? 0;
        var said = string.Create(CultureInfo.InvariantCulture, $"{most} of all functions of this account and region; each caller needs one now and then.");
        return most < EnoughAtOnce ? new("few", said, SupportCase.Quotas) : new("ready", said, null);
    }

    static Finding Instances(JsonNode told)
    {
        var names = (told["InstanceSummaryList"] as JsonArray ?? []).Select(instance => $"{instance!["InstanceAlias"]} (--parameter InstanceId={instance["Id"]})").ToList();
        return new(names.Count == 0 ? "none yet" : "there", $"{string.Join(", ", names)}{(names.Count == 0 ? "" : ". ")}Making and deleting them counts: 100 in 30 days, then AWS makes no more for a month.", null);
    }

    static Finding Quotas(JsonNode told)
    {
        string[] wanted = ["instances per account", "concurrent active calls", "concurrent calls", "phone numbers per instance"];
        var quotas = (told["Quotas"] as JsonArray ?? []).Where(quota => wanted.Any(name => $"{quota!["QuotaName"]}".Contains(name, StringComparison.OrdinalIgnoreCase)))
            .Select(quota => string.Create(CultureInfo.InvariantCulture, $"{quota!["QuotaName"]}: {(double?)quota["Value"]}")).ToList();
        return new("told", quotas.Count > 0 ? $"{string.Join("; ", quotas)}. What each instance may is told by the console of Service Quotas." : "AWS lists none of calls or instances here: see the console of Service Quotas.", null);
    }

    readonly record struct Finding(string How, string Said, SupportCase? Case);
}
