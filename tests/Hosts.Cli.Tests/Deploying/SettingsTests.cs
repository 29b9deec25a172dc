using System.Globalization;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using YamlDotNet.RepresentationModel;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>Settings that are no free choice, each with the reason why.</summary>
public sealed class SettingsTests
{
    const string TheInstance = "MakesInstance Instance.Arn arn:${AWS::Partition}:connect:${AWS::Region}:${AWS::AccountId}:instance/${InstanceId}";
    const string OfANewInstance = "a shop's own instance has its own";

    // Of each resource of a type, or of the one with that name. A path that begins with / is beside the properties.
    static readonly (string Of, string Path, string Value, string Why)[] Wanted =
    [
        ("AWS::SQS::Queue", "SqsManagedSseEnabled", "true", "a record of the stream holds a customer's data"),
        ("AWS::SQS::Queue", "MessageRetentionPeriod", "1209600", "two weeks, which is the most: a queue is looked at after a holiday, too"),
        ("AWS::SQS::Queue", "/DeletionPolicy", "Delete", "everything in it is in the table"),
        ("AWS::SQS::Queue", "/UpdateReplacePolicy", "Delete", "everything in it is in the table"),
        ("AWS::Logs::LogGroup", "/DeletionPolicy", "Delete", "nothing is kept longer than the shop says"),
        ("AWS::Logs::LogGroup", "/UpdateReplacePolicy", "Delete", "nothing is kept longer than the shop says"),
        ("AWS::Logs::MetricFilter", "FilterPattern", "{ $.fault = \"*AuthenticationException*\" }", "what .NET throws when no trusted root has signed"),
        ("AWS::Logs::MetricFilter", "MetricTransformations.MetricValue", "1", "a line is one"),
        ("AWS::DynamoDB::Table", "BillingMode", "PAY_PER_REQUEST", "a line that is called rarely costs nothing"),
        ("VerificationTable", "TimeToLiveSpecification.AttributeName", VerificationTableSchema.ExpiresAt, "a proof is gone when it is worth nothing"),
        ("VerificationTable", "TimeToLiveSpecification.Enabled", "true", "a proof is gone when it is worth nothing"),
        ("AWS::SecretsManager::Secret", "GenerateSecretString", "PasswordLength 44 and ExcludePunctuation true and IncludeSpace false and RequireEachIncludedType true", "base64 of 33 bytes"),
        ("AWS::Lambda::Function", "MemorySize", "512", "half of it answers; the rest is for its share of a processor at a cold start"),
        ("AWS::Lambda::Function", "ReservedConcurrentExecutions", "ReservesConcurrency ReservedConcurrency AWS::NoValue", "0 reserves none, and does not stop the function"),
        ("VouchForCaller", "Environment.Variables.HOTLINE_CONNECT_INSTANCE", "MakesInstance Instance.Id InstanceId", "it asks this instance who is connected"),
        ("AWS::Lambda::EventInvokeConfig", "MaximumRetryAttempts", "0", "the next minute delivers again"),
        ("AWS::Lambda::EventInvokeConfig", "MaximumEventAgeInSeconds", "60", "the next minute delivers again"),
        ("AWS::Lambda::EventInvokeConfig", "Qualifier", "$LATEST", "the function has no other version"),
        ("AWS::Lambda::EventSourceMapping", "BatchSize", "25", "so many messages are sent within the function's minute"),
        ("AWS::Events::Rule", "Targets.RetryPolicy", "MaximumEventAgeInSeconds 60 and MaximumRetryAttempts 2", "the next minute delivers again"),
        ("AWS::Lambda::Permission", "Action", "lambda:InvokeFunction", "and nothing else"),
        ("OrderBotMayAsk", "SourceAccount", "AWS::AccountId", "no other account's bot"),
        ("OrderBotMayAsk", "Principal", "lexv2.amazonaws.com", "the bot asks its function"),
        ("DeliveryScheduleMayInvoke", "Principal", "events.amazonaws.com", "the schedule starts deliveries"),
        ("AWS::S3::Bucket", "PublicAccessBlockConfiguration", "BlockPublicAcls true and BlockPublicPolicy true and IgnorePublicAcls true and RestrictPublicBuckets true", "recordings are nobody else's"),
        ("AWS::S3::Bucket", "OwnershipControls.Rules.ObjectOwnership", "BucketOwnerEnforced", "what Connect puts there is the shop's"),
        ("AWS::S3::Bucket", "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm", "aws:kms", "who reads recordings needs the key, too"),
        ("AWS::S3::Bucket", "BucketEncryption.ServerSideEncryptionConfiguration.BucketKeyEnabled", "true", "a request to KMS for each recording costs more than the recording"),
        ("AWS::S3::Bucket", "LifecycleConfiguration.Rules.Status", "Enabled", "recordings end with RecordingDays"),
        ("AWS::S3::Bucket", "LifecycleConfiguration.Rules.ExpirationInDays", "RecordingDays", "recordings end with RecordingDays"),
        ("AWS::S3::Bucket", "LifecycleConfiguration.Rules.AbortIncompleteMultipartUpload.DaysAfterInitiation", "1", "half a recording is seen nowhere, and kept"),
        ("AWS::S3::Bucket", "/Condition", "MakesInstance", OfANewInstance),
        ("AWS::S3::BucketPolicy", "/Condition", "MakesInstance", OfANewInstance),
        ("AWS::KMS::Key", "/Condition", "MakesInstance", OfANewInstance),
        ("AWS::KMS::Key", "EnableKeyRotation", "true", "a key that is used for years"),
        ("AWS::SNS::Subscription", "/Condition", "TellsByMail", "without an address there is nobody to tell"),
        ("AWS::SNS::Subscription", "Protocol", "email", "the parameter is an address of e-mail"),
        ("AWS::SNS::Subscription", "Endpoint", "AlarmsTo", "the parameter is an address of e-mail"),
        ("AWS::CloudWatch::Dashboard", "DashboardName", "AWS::StackName", "docs/operations.md says so"),
        ("AWS::Lex::Bot", "DataPrivacy.ChildDirected", "false", "callers are adults; a law asks for the answer"),
        ("AWS::Lex::Bot", "IdleSessionTTLInSeconds", "300", "who is silent for five minutes begins anew"),
        ("AWS::Lex::Bot", "AutoBuildBotLocales", "true", "a bot that is not built understands nothing"),
        ("AWS::Lex::BotVersion", "BotVersionLocaleSpecification.BotVersionLocaleDetails.SourceBotVersion", "DRAFT", "what the template has just made"),
        ("AWS::Lex::BotAlias", "BotAliasLocaleSettings.BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.CodeHookInterfaceVersion", "1.0", "the only one there is"),
        ("AWS::Connect::Instance", "/Condition", "MakesInstance", OfANewInstance),
        ("AWS::Connect::Instance", "Attributes", "InboundCalls true and OutboundCalls true and ContactflowLogs true and AutoResolveBestVoices true", "calls come in, and customers are called back"),
        ("AWS::Connect::Instance", "IdentityManagementType", "CONNECT_MANAGED", "cannot be changed later"),
        ("AWS::Connect::Instance", "InstanceAlias", "InstanceAlias", "the parameter"),
        ("AWS::Connect::InstanceStorageConfig", "/Condition", "MakesInstance", OfANewInstance),
        ("AWS::Connect::InstanceStorageConfig", "InstanceArn", "Instance.Arn", OfANewInstance),
        ("CallRecordingsStorage", "ResourceType", "CALL_RECORDINGS", "what it is called after"),
        ("ScheduledReportsStorage", "ResourceType", "SCHEDULED_REPORTS", "what it is called after"),
        ("AWS::Connect::InstanceStorageConfig", "StorageType", "S3", "a bucket"),
        ("AWS::Connect::InstanceStorageConfig", "S3Config.BucketName", "Recordings", "the bucket that is private and ends them"),
        ("AWS::Connect::InstanceStorageConfig", "S3Config.EncryptionConfig", "EncryptionType KMS and KeyId RecordingKey.Arn", "who reads recordings needs the key, too"),
        ("AWS::Connect::PhoneNumber", "/Condition", "ClaimsNumber", "a number costs money"),
        ("AWS::Connect::PhoneNumber", "CountryCode", "ClaimNumberIn", "the parameter"),
        ("AWS::Connect::PhoneNumber", "Type", "DID", "docs/deploying.md says a direct number"),
        ("OperatorQueue", "MaxContacts", "MostWaiting", "the flow tells the next one that too many wait"),
        ("OperatorQueue", "OutboundCallerConfig.OutboundCallerIdName", "CallerIdName", "the parameter"),
        (
            "OperatorQueue", "OutboundCallerConfig.OutboundCallerIdNumberArn",
            "ClaimsNumber Number.PhoneNumberArn HasNumber arn:${AWS::Partition}:connect:${AWS::Region}:${AWS::AccountId}:phone-number/${NumberId} AWS::NoValue",
            "a customer who is called back sees the number of the line"),
        (
            "OperatorQueue", "QuickConnectArns",
            "HasSupervisor CallerIsVerified.QuickConnectArn SupervisorTelephone.QuickConnectArn CallerIsVerified.QuickConnectArn",
            "an operator vouches for a caller; a telephone, where there is one"),
        ("OrderBotInConnect", "IntegrationType", "LEX_BOT", "Connect asks a bot otherwise than a function"),
        ("SupervisorTelephone", "/Condition", "HasSupervisor", "a telephone, where there is one"),
        (
            "CallerIsVerified", "QuickConnectConfig",
            "QuickConnectType QUEUE and QueueConfig QueueArn VerifiedCallers.QueueArn and ContactFlowArn VerifiedByOperator.ContactFlowArn", "the flow that notes it"),
        ("SupervisorTelephone", "QuickConnectConfig", "QuickConnectType PHONE_NUMBER and PhoneConfig PhoneNumber SupervisorNumber", "a telephone, where there is one"),
        ("AWS::Connect::RoutingProfile", "MediaConcurrencies", "Channel VOICE and Concurrency 1", "one call at a time"),
        ("AWS::Connect::RoutingProfile", "QueueConfigs", "Priority 1 and Delay 0 and QueueReference Channel VOICE and QueueArn OperatorQueue.QueueArn", "docs/deploying.md says so"),
        ("AWS::Connect::User", "/Condition", "MakesAdministrator", "a first one, where it is asked for"),
        ("AWS::Connect::User", "Username", "AdministratorName", "the parameter"),
        ("AWS::Connect::User", "Password", "AdministratorPassword", "the parameter"),
        ("AWS::Connect::User", "PhoneConfig.PhoneType", "SOFT_PHONE", "no telephone beside the browser"),
        ("AWS::Connect::ContactFlow", "State", "ACTIVE", "a flow that is only saved answers no call"),
        ("OperatorProfile", "Permissions", "BasicAgentAccess OutboundCallAccess TransferDestinations.View", "an operator sees calls and nothing that is kept of them"),
    ];

    // By the end of an alarm's name: what it counts, how, over so many periods of so many seconds, and when it tells.
    static readonly (string Of, string Sentence)[] Alarms =
    [
        ("FailsAlarm", "AWS/Lambda Errors by FunctionName, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("ThrottledAlarm", "AWS/Lambda Throttles by FunctionName, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("DeliverTextsSlowAlarm", "AWS/Lambda Duration by FunctionName, Maximum over 1 x 300 s GreaterThanThreshold 55000, else notBreaching"),
        ("SlowAlarm", "AWS/Lambda Duration by FunctionName, Maximum over 1 x 300 s GreaterThanThreshold 7000, else notBreaching"),
        ("StreamLagsAlarm", "AWS/Lambda IteratorAge by FunctionName, Maximum over 3 x 300 s GreaterThanThreshold 600000, else notBreaching"),
        ("BreaksAlarm", "AWS/Connect ContactFlowFatalErrors by InstanceId MetricGroup ContactFlowName, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("LostStreamRecordsAlarm", Queue),
        ("LostSchedulesAlarm", Queue),
        ("FailedDeliveriesAlarm", Queue),
        ("NoSweepsAlarm", "Ours outcomes by outcome, Sum over 3 x 300 s LessThanThreshold 1, else breaching"),
        ("OldestOwedAlarm", "Ours oldestOwed by function, Maximum over 1 x 1200 s GreaterThanThreshold 1800, else notBreaching"),
        ("UntrustedAlarm", "Ours untrusted by , Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("PerhapsTwiceAlarm", "Ours perhapsTwice by function, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("MoreDueAlarm", "Ours left by function, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
        ("Alarm", "Ours outcomes by outcome, Sum over 1 x 300 s GreaterThanThreshold 0, else notBreaching"),
    ];

    const string Queue = "AWS/SQS ApproximateNumberOfMessagesVisible by QueueName, Maximum over 1 x 300 s GreaterThanThreshold 0, else notBreaching";

    internal Template Template { get; init; } = Template.Committed;

    [Fact]
    public void What_is_no_free_choice_is_as_it_must_be()
    {
        Assert.Empty(WrongSettings());
        Assert.Empty(Wanted.Where(row => !Template.Resources.Values.Any(resource => IsOf(resource, row.Of))).Select(row => $"{row.Of}: there is none"));
    }

    [Fact]
    public void Every_alarm_tells_when_it_should()
    {
        Assert.Empty(WrongAlarms());
        Assert.Empty(
            from alarm in Template.OfType("AWS::CloudWatch::Alarm")
            from dimension in (YamlSequenceNode)alarm.At("Dimensions")!
            where $"{dimension["Name"]}" is "FunctionName" or "QueueName" or "InstanceId" && Template.ReferencesIn(dimension["Value"]).All(reference => reference.IsPseudo)
            select alarm.Id);
    }

    [Fact]
    public void The_alarm_of_a_flow_counts_by_the_flows_own_name() => Assert.All(Template.OfType("AWS::Connect::ContactFlow"), flow => Assert.Equal(
        ["InstanceId", $"1 / {TheInstance}", "MetricGroup", "ContactFlow", "ContactFlowName", $"{flow.At("Name")}"],
        ((YamlSequenceNode)Template.Resources[$"{flow.Id}BreaksAlarm"].At("Dimensions")!).SelectMany(one => new[] { $"{one["Name"]}", Policies.Flat(one["Value"]) })));

    [Fact]
    public void Connect_calls_functions_as_functions_and_only_its_own_instance_may() => Assert.All(Enum.GetNames<ConnectFunction>(), function => Assert.Equal(
        ("LAMBDA_FUNCTION", TheInstance),
        ($"{Template.Resources[$"{function}InConnect"].At("IntegrationType")}", Policies.Flat(Template.Resources[$"{function}MayBeInvoked"].At("SourceArn")!))));

    [Fact]
    public void Everything_of_Connect_is_of_the_one_instance() => Assert.Equal(
        [TheInstance],
        Template.Resources.Values.Where(resource => resource.Type.StartsWith("AWS::Connect::", StringComparison.Ordinal) && resource.Type is not ("AWS::Connect::Instance" or "AWS::Connect::InstanceStorageConfig"))
            .Select(resource => resource.At("InstanceArn") ?? resource.At("InstanceId") ?? resource.At("TargetArn")).Select(arn => arn is null ? "missing" : Policies.Flat(arn)).Distinct());

    [Fact]
    public void Every_policy_is_in_the_language_of_2012() => Assert.All(
        Template.Resources.Values.SelectMany(resource => Policies.Documents(resource.Properties)), document => Assert.Equal("2012-10-17", $"{document["Version"]}"));

    [Fact]
    public void Only_the_administrator_may_change_flows_numbers_and_what_others_may_do() => Assert.Equal(
        ["AdministratorProfile"],
        Template.OfType("AWS::Connect::SecurityProfile").Where(profile => ((YamlSequenceNode)profile.At("Permissions")!)
            .Any(permission => $"{permission}".Split('.') is ["ContactFlows" or "ContactFlowModules" or "PhoneNumbers" or "SecurityProfiles", not "View"] or ["Users", "EditPermission" or "Delete"])).Select(profile => profile.Id));

    [Fact]
    public void What_people_are_told_by_the_stack_and_what_stops_a_wrong_one_is_there()
    {
        Assert.Equal(["Entrance", "Instance", "Number", "OrderTable"], Names("Outputs"));
        Assert.Equal(["AdministratorHasBoth", "InstanceIsNamed"], Names("Rules"));
    }

    [Fact]
    public void A_setting_that_is_wrong_or_missing_is_found()
    {
        var template = Template.Of(File.ReadAllText(Path.Combine(Template.Repository, "deploy", DeploymentTemplate.Name)).Replace("SqsManagedSseEnabled: true", "SqsManagedSseEnabled: false", StringComparison.Ordinal)
            .Replace("Threshold: 1800", "Threshold: 18000", StringComparison.Ordinal).Replace("EnableKeyRotation: true", "MultiRegion: true", StringComparison.Ordinal));
        var settings = new SettingsTests { Template = template };
        Assert.Equal(
            ["FailedDeliveries.SqsManagedSseEnabled is false", "LostSchedules.SqsManagedSseEnabled is false", "LostStreamRecords.SqsManagedSseEnabled is false", "RecordingKey.EnableKeyRotation is missing"],
            settings.WrongSettings().Select(wrong => wrong.Split(" and must be ")[0]).Order(StringComparer.Ordinal));
        Assert.StartsWith("OldestOwedAlarm: ", Assert.Single(settings.WrongAlarms()), StringComparison.Ordinal);
    }

    IEnumerable<string> WrongSettings() =>
        from row in Wanted
        from resource in Template.Resources.Values.Where(resource => IsOf(resource, row.Of))
        let values = Values(row.Path[0] == '/' ? resource[row.Path[1..]] : resource.Properties, row.Path[0] == '/' ? [] : row.Path.Split('.')).Select(Policies.Flat).DefaultIfEmpty("missing")
        where values.Any(value => value != row.Value)
        select $"{resource.Id}.{row.Path} is {string.Join(", ", values)} and must be {row.Value}: {row.Why}";

    IEnumerable<string> WrongAlarms() =>
        from alarm in Template.OfType("AWS::CloudWatch::Alarm")
        let wanted = Alarms.First(row => alarm.Id.EndsWith(row.Of, StringComparison.Ordinal)).Sentence
        where Sentence(alarm) != wanted
        select $"{alarm.Id}: {Sentence(alarm)}; it must be: {wanted}";

    IEnumerable<string> Names(string section) => ((YamlMappingNode)Template.Root[section]).Select(entry => $"{entry.Key}").Order(StringComparer.Ordinal);

    static bool IsOf(TemplateResource resource, string name) => resource.Type == name || resource.Id == name;

    static string Sentence(TemplateResource alarm)
    {
        var space = $"{alarm.At("Namespace")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(space.StartsWith("AWS/", StringComparison.Ordinal) ? space : "Ours")} {alarm.At("MetricName")} by {string.Join(' ', ((YamlSequenceNode)alarm.At("Dimensions")!).Select(one => one["Name"]))}, {alarm.At("Statistic")} over {alarm.At("EvaluationPeriods")} x {alarm.At("Period")} s {alarm.At("ComparisonOperator")} {alarm.At("Threshold")}, else {alarm.At("TreatMissingData")}");
    }

    // Through lists, too: of each of their items.
    static IEnumerable<YamlNode> Values(YamlNode? node, ReadOnlySpan<string> path) => (node, path.IsEmpty) switch
    {
        (null, _) => [],
        (_, true) => [node],
        (YamlSequenceNode sequence, _) => Each(sequence, path.ToArray()),
        _ => Values(Template.Child(node, path[0]), path[1..]),
    };

    static IEnumerable<YamlNode> Each(YamlSequenceNode sequence, string[] path) => sequence.SelectMany(item => Values(item, path));
}
