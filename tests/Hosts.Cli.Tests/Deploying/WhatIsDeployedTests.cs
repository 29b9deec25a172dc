using System.Text.RegularExpressions;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed partial class WhatIsDeployedTests
{
    // What the line cannot be without. More may be there.
    static readonly IReadOnlyDictionary<string, int> AtLeast = new Dictionary<string, int>
    {
        ["AWS::DynamoDB::Table"] = 2,
        ["AWS::Lambda::Function"] = 7,
        ["AWS::IAM::Role"] = 8,
        ["AWS::Lambda::EventSourceMapping"] = 1,
        ["AWS::Lambda::EventInvokeConfig"] = 1,
        ["AWS::Events::Rule"] = 1,
        ["AWS::SQS::Queue"] = 3,
        ["AWS::SQS::QueuePolicy"] = 1,
        ["AWS::SecretsManager::Secret"] = 1,
        ["AWS::Logs::LogGroup"] = 1,
        ["AWS::Logs::MetricFilter"] = 1,
        ["AWS::CloudWatch::Alarm"] = 43,
        ["AWS::CloudWatch::Dashboard"] = 1,
        ["AWS::SNS::Topic"] = 1,
        ["AWS::SNS::TopicPolicy"] = 1,
        ["AWS::SNS::Subscription"] = 1,
        ["AWS::Lex::Bot"] = 1,
        ["AWS::Lex::BotVersion"] = 1,
        ["AWS::Lex::BotAlias"] = 1,
        ["AWS::Lambda::Permission"] = 7,
        ["AWS::Connect::Instance"] = 1,
        ["AWS::Connect::HoursOfOperation"] = 1,
        ["AWS::Connect::Queue"] = 1,
        ["AWS::Connect::QuickConnect"] = 1,
        ["AWS::Connect::RoutingProfile"] = 1,
        ["AWS::Connect::SecurityProfile"] = 4,
        ["AWS::Connect::User"] = 1,
        ["AWS::Connect::PhoneNumber"] = 1,
        ["AWS::Connect::ContactFlow"] = 8,
        ["AWS::Connect::IntegrationAssociation"] = 6,
        ["AWS::Connect::InstanceStorageConfig"] = 2,
        ["AWS::S3::Bucket"] = 1,
        ["AWS::S3::BucketPolicy"] = 1,
        ["AWS::KMS::Key"] = 1,
    };

    // What cannot be made again from this repository.
    static readonly string[] Kept = ["AWS::DynamoDB::Table", "AWS::SecretsManager::Secret", "AWS::Connect::Instance", "AWS::Connect::PhoneNumber", "AWS::S3::Bucket", "AWS::KMS::Key"];

    internal Template Template { get; init; } = Template.Committed;

    [Fact]
    public void There_is_of_each_type_what_the_line_needs() => Assert.Empty(
        AtLeast.Where(floor => Template.OfType(floor.Key).Count() < floor.Value).Select(floor => $"{floor.Key}: {Template.OfType(floor.Key).Count()} of {floor.Value}"));

    [Fact]
    public void Every_type_has_its_floor() =>
        Assert.Equal(AtLeast.Keys.Order(StringComparer.Ordinal), Template.Resources.Values.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void CloudFormation_takes_it() // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    {
        Assert.InRange(new FileInfo(Path.Combine(Template.Repository, "deploy", DeploymentTemplate.Name)).Length, 1, 1024 * 1024);
        Assert.InRange(Template.Resources.Count, 1, 500);
        Assert.InRange(Template.Parameters.Count, 1, 200);
    }

    [Fact]
    public void The_handlers_are_the_binarys() => Assert.Equal(
        Enum.GetNames<ConnectFunction>().Append(OrderDialogHandler.FunctionName).Append(MessageDeliveryHandler.FunctionName).Order(StringComparer.Ordinal),
        Template.OfType("AWS::Lambda::Function").Select(function => $"{function.At("Handler")}").Order(StringComparer.Ordinal));

    [Fact]
    public void A_function_is_called_after_its_handler_because_flows_name_it_so() =>
        Assert.All(Template.OfType("AWS::Lambda::Function"), function => Assert.Equal(function.Id, $"{function.At("Handler")}"));

    [Fact]
    public void Every_variable_is_one_that_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Template.Repository, "docs", "operations.md"));
        var variables = Template.OfType("AWS::Lambda::Function").SelectMany(function => (YamlMappingNode)function.At("Environment.Variables")!).Select(entry => $"{entry.Key}").Distinct().ToList();
        Assert.Contains("HOTLINE_CODE_KEYS", variables);
        Assert.All(variables, variable => Assert.Contains($"`{variable}`", documented, StringComparison.Ordinal));
    }

    // docs/operations.md: Connect waits 8 seconds, a delivery takes up to a minute; the trusted roots need both variables.
    [Fact]
    public void Functions_have_the_time_the_runtime_and_the_settings_that_they_need() => Assert.All(Template.OfType("AWS::Lambda::Function"), function =>
    {
        Assert.Equal(function.Id == MessageDeliveryHandler.FunctionName ? "60" : "8", $"{function.At("Timeout")}");
        Assert.Equal(("provided.al2023", "Log"), ($"{function.At("Runtime")}", $"{function.At("LoggingConfig.LogGroup")}"));
        Assert.Equal(("PackageBucket", "PackageKey"), ($"{function.At("Code.S3Bucket")}", $"{function.At("Code.S3Key")}"));
        Assert.Equal("Architecture", $"{((YamlSequenceNode)function.At("Architectures")!).Single()}");
        Assert.Equal(
            "OrderTable, VerificationTable, OrderHotline/${AWS::StackName}, Unformatted, /var/task/amazon-roots.pem, /nonexistent",
            string.Join(", ", new[] { "HOTLINE_TABLE", "HOTLINE_VERIFICATION_TABLE", "HOTLINE_METRICS_NAMESPACE", "AWS_LAMBDA_HANDLER_LOG_FORMAT", "SSL_CERT_FILE", "SSL_CERT_DIR" }
                .Select(variable => $"{function.At($"Environment.Variables.{variable}")}")));
    });

    [Fact]
    public void Deliveries_are_fed_as_the_page_says()
    {
        var (stream, schedule) = (Template.OfType("AWS::Lambda::EventSourceMapping").Single(), Template.OfType("AWS::Events::Rule").Single());
        Assert.Equal("NEW_IMAGE", $"{Template.Resources["OrderTable"].At("StreamSpecification.StreamViewType")}");
        Assert.Equal("ReportBatchItemFailures", $"{((YamlSequenceNode)stream.At("FunctionResponseTypes")!).Single()}");
        Assert.Equal(("3", "LATEST", "true"), ($"{stream.At("MaximumRetryAttempts")}", $"{stream.At("StartingPosition")}", $"{stream.At("BisectBatchOnFunctionError")}"));
        Assert.Equal(("rate(1 minute)", "ENABLED"), ($"{schedule.At("ScheduleExpression")}", $"{schedule.At("State")}"));
        Assert.All(Template.OfType("AWS::Logs::LogGroup"), log => Assert.Equal("LogDays", $"{log.At("RetentionInDays")}"));
    }

    [Fact]
    public void Only_functions_that_send_or_verify_codes_have_the_keys() => Assert.Equal(
        [nameof(ConnectFunction.RequestCode), nameof(ConnectFunction.VerifyCaller)],
        Template.OfType("AWS::Lambda::Function").Where(function => function.At("Environment.Variables.HOTLINE_CODE_KEYS") is not null).Select(function => function.Id));

    [Fact]
    public void What_cannot_be_made_again_stays_when_the_stack_goes() => Assert.All(
        Template.Resources.Values.Where(resource => Kept.Contains(resource.Type)),
        resource => Assert.Equal(("Retain", "Retain"), ($"{resource["DeletionPolicy"]}", $"{resource["UpdateReplacePolicy"]}")));

    [Fact]
    public void Tables_are_protected_encrypted_and_the_orders_can_be_restored()
    {
        Assert.All(Template.OfType("AWS::DynamoDB::Table"), table => Assert.Equal(
            ("true", "true"), ($"{table.At("DeletionProtectionEnabled")}", $"{table.At("SSESpecification.SSEEnabled")}")));
        Assert.Equal("true", $"{Template.Resources["OrderTable"].At("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled")}");
        Assert.Null(Template.Resources["VerificationTable"].At("PointInTimeRecoverySpecification"));
    }

    [Fact]
    public void Three_queues_keep_what_failed_and_each_has_its_alarm()
    {
        var queues = Template.OfType("AWS::SQS::Queue").Select(queue => queue.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            queues,
            new[]
            {
                $"{Template.OfType("AWS::Lambda::EventSourceMapping").Single().At("DestinationConfig.OnFailure.Destination")}",
                $"{Template.OfType("AWS::Lambda::EventInvokeConfig").Single().At("DestinationConfig.OnFailure.Destination")}",
                $"{((YamlSequenceNode)Template.OfType("AWS::Events::Rule").Single().At("Targets")!)[0]["DeadLetterConfig"]["Arn"]}",
            }.Select(arn => arn.Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.All(queues, queue => Assert.Contains($"{queue}Alarm", Template.Resources.Keys));
    }

    [Fact]
    public void Every_alarm_tells_somebody_and_has_its_page()
    {
        var alarms = Template.OfType("AWS::CloudWatch::Alarm").ToList();
        Assert.All(alarms, alarm => Assert.Equal("Alarms", $"{((YamlSequenceNode)alarm.At("AlarmActions")!).Single()}"));
        var pages = Row().Matches(File.ReadAllText(Path.Combine(Template.Repository, "docs", "operations.md"))).Select(row => row.Groups["alarm"].Value).ToList();
        Assert.Equal(
            pages.SelectMany(page => page.StartsWith('…')
                ? Template.OfType(page == "…BreaksAlarm" ? "AWS::Connect::ContactFlow" : "AWS::Lambda::Function").Select(watched => watched.Id + page[1..])
                : [page]).Order(StringComparer.Ordinal),
            alarms.Select(alarm => alarm.Id).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<alarm>…?[A-Za-z]+Alarm)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
