using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What a shop's engineer sees who deploys, and what AWS is asked.</summary>
public sealed class StackDeploymentTests : IDisposable
{
    static readonly string[] Begun = ["stack REVIEW_IN_PROGRESS", "stack CREATE_IN_PROGRESS", "OrderTable CREATE_IN_PROGRESS", "Instance CREATE_IN_PROGRESS", "OrderTable CREATE_COMPLETE"];

    static readonly string[] Before = ["stack UPDATE_IN_PROGRESS", "Log UPDATE_COMPLETE", "stack UPDATE_COMPLETE"];

    static readonly string[] Updated = [.. Before, "stack UPDATE_IN_PROGRESS", "CancelOrder UPDATE_COMPLETE", "stack UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "stack UPDATE_COMPLETE"];

    readonly ShopInTheCloud shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task A_first_deployment_makes_everything_and_says_what_is_not_ready()
    {
        shop.IsEmpty().WouldDo("Add Instance AWS::Connect::Instance", "Add OrderTable AWS::DynamoDB::Table", "Add VerificationTable AWS::DynamoDB::Table")
            .Happens(Begun[..1]).Happens(Begun[..3]).Happens(Begun).Happens([.. Begun, "Instance CREATE_COMPLETE", "VerificationTable CREATE_COMPLETE", "stack CREATE_COMPLETE"])
            .Stands("CREATE_COMPLETE", hasNumber: false).FunctionsAnswer();
        Holds("first-deployment", await shop.Deploy("--parameter InstanceAlias=my-shop", "yes\nyes\n"), ExitCodes.Ok);
    }

    [Fact]
    public async Task Nothing_changed_changes_nothing()
    {
        shop.Uploads().Stands().HasFlows().WouldDoNothing().FunctionsAnswer();
        var ran = await shop.Deploy();
        Holds("nothing-changed", ran, ExitCodes.Ok);
        Assert.DoesNotContain("execute-change-set", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_shown_in_words_and_done_and_the_number_is_led()
    {
        shop.Uploads().Stands().HasFlows()
            .WouldDo("Modify CancelOrder AWS::Lambda::Function False Code", "Modify OrderBotVersion AWS::Lex::BotVersion True BotId", "Remove Log AWS::Logs::LogGroup", "Modify Alarms AWS::SNS::Topic Conditional DisplayName KmsMasterKeyId")
            .Happens(Before).Happens(Updated).FunctionsAnswer();
        Holds("changed", await shop.Deploy(), ExitCodes.Ok);
    }

    [Theory]
    [InlineData("no\n")]
    [InlineData("")]
    public async Task Without_a_yes_nothing_is_changed(string typed)
    {
        shop.Uploads().Stands().HasFlows().WouldDo("Modify CancelOrder AWS::Lambda::Function False Code");
        Assert.Equal(ExitCodes.CheckFailed, (await shop.Deploy("", typed)).ExitCode);
        IsLeftAsItWas();
    }

    [Fact]
    public async Task A_plan_is_shown_and_not_done()
    {
        shop.Uploads().Stands().HasFlows().WouldDo("Modify CancelOrder AWS::Lambda::Function False Code");
        Assert.EndsWith("Only planned: nothing was changed.\n", (await shop.Deploy("--plan")).Succeeded().Output, StringComparison.Ordinal);
        IsLeftAsItWas();
    }

    [Theory]
    [InlineData("Modify Instance AWS::Connect::Instance True InstanceAlias")]
    [InlineData("Modify Number AWS::Connect::PhoneNumber Conditional CountryCode")]
    [InlineData("Modify OrderTable AWS::DynamoDB::Table True KeySchema")]
    [InlineData("Remove Recordings AWS::S3::Bucket")]
    [InlineData("Remove RecordingKey AWS::KMS::Key")]
    [InlineData("Modify CodeKey AWS::SecretsManager::Secret True Name")]
    public async Task What_cannot_be_made_again_is_replaced_by_those_who_name_it(string change)
    {
        var id = change.Split(' ')[1];
        shop.Uploads().Stands().HasFlows().WouldDo(change).WouldDo(change).Happens(Before).Happens(Updated).FunctionsAnswer();
        var refused = await shop.Deploy("--yes");
        Assert.Equal(ExitCodes.CheckFailed, refused.ExitCode);
        Assert.Contains($"CAREFUL: {id} ", refused.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Refused: {id} cannot be made again. If that is meant: --allow-replace {id}\n", refused.Output, StringComparison.Ordinal);
        IsLeftAsItWas();
        (await shop.Deploy($"--yes --allow-replace {id}")).Succeeded();
    }

    [Fact]
    public async Task A_first_deployment_that_fails_tells_what_failed_and_what_is_left()
    {
        shop.IsEmpty().WouldDo("Add OrderTable AWS::DynamoDB::Table", "Add OperatorProfile AWS::Connect::SecurityProfile").Happens(Begun[..1])
            .Happens([.. Begun, "OperatorProfile CREATE_FAILED Resource handler returned message: \"Unknown permission\"", "Instance CREATE_FAILED Resource creation cancelled",
                "stack ROLLBACK_IN_PROGRESS", "OrderTable DELETE_SKIPPED", "OperatorProfile DELETE_COMPLETE", "stack ROLLBACK_COMPLETE"]);
        Holds("failed", await shop.Deploy(), ExitCodes.Fault);
    }

    [Fact]
    public async Task An_update_that_fails_tells_that_all_is_as_it_was()
    {
        shop.Uploads().Stands().HasFlows().WouldDo("Modify CancelOrder AWS::Lambda::Function False Code").Happens(Before)
            .Happens([.. Before, "stack UPDATE_IN_PROGRESS", "CancelOrder UPDATE_FAILED No such key", "stack UPDATE_ROLLBACK_IN_PROGRESS", "stack UPDATE_ROLLBACK_COMPLETE"]);
        var ran = await shop.Deploy();
        Assert.Equal(ExitCodes.Fault, ran.ExitCode);
        Assert.Contains("  CancelOrder (AWS::Lambda::Function): No such key\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("UPDATE_ROLLBACK_COMPLETE. It is as it was before.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lambda invoke", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE", "aws cloudformation delete-stack --stack-name order-line")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "aws cloudformation continue-update-rollback --stack-name order-line")]
    public async Task A_stack_that_cannot_be_changed_is_told_with_what_helps(string status, string helps)
    {
        shop.Uploads().Stands(status);
        var ran = await shop.Deploy();
        Assert.Equal(ExitCodes.Fault, ran.ExitCode);
        Assert.Contains(helps, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_before_the_change_leaves_nothing_but_an_upload()
    {
        shop.Aws.HangsAt("cloudformation describe-change-set");
        shop.Uploads().Stands().HasFlows();
        Holds("interrupted-before", await shop.Deploy(interruptWhenItHangs: true), ExitCodes.Interrupted);
        IsLeftAsItWas();
    }

    [Fact]
    public async Task Ctrl_C_after_it_was_begun_stops_the_waiting_alone()
    {
        shop.Uploads().Stands().HasFlows().WouldDo("Modify CancelOrder AWS::Lambda::Function False Code").Happens(Before).Happens(Updated[..4]);
        shop.Aws.HangsAt("cloudformation describe-stack-events");
        var ran = await shop.Deploy(interruptWhenItHangs: true);
        Assert.Equal(ExitCodes.Interrupted, ran.ExitCode);
        Assert.EndsWith("CloudFormation goes on with the stack order-line without this command. Run it again to see how it ends.\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("delete-change-set", shop.Aws.Asked.Split("execute-change-set")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_run_joins_work_that_is_under_way_and_goes_on_from_there()
    {
        shop.Uploads().Stands("UPDATE_IN_PROGRESS", once: true).Happens(Updated[..5]).Happens(Updated).Stands().HasFlows().WouldDoNothing().FunctionsAnswer();
        var joined = (await shop.Deploy()).Succeeded().Output;
        Assert.Contains("CloudFormation is at work on the stack order-line (UPDATE_IN_PROGRESS). This waits for its end.\n  1 done\nThe stack order-line is done.\n", joined, StringComparison.Ordinal);
        Assert.EndsWith("Ready: +12065550100 leads to the flow Reception. Call it.\n", joined, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_failed_meanwhile_is_told()
    {
        shop.Uploads().Stands("UPDATE_IN_PROGRESS", once: true)
            .Happens([.. Before, "stack UPDATE_IN_PROGRESS", "CancelOrder UPDATE_FAILED No such key", "stack UPDATE_ROLLBACK_COMPLETE"]);
        var ran = await shop.Deploy();
        Assert.Equal(ExitCodes.Fault, ran.ExitCode);
        Assert.Contains("CancelOrder (AWS::Lambda::Function): No such key", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_is_not_led_to_functions_that_do_not_work()
    {
        shop.Uploads().Stands().HasFlows().WouldDoNothing().FunctionsAnswer(
            ("CancelOrder", """{"StatusCode": 200, "FunctionError": "Unhandled"}""", """{"errorType": "InvalidSettingsException", "errorMessage": "HOTLINE_TABLE is empty."}"""),
            ("RequestCode", """{"StatusCode": 200}""", """{"outcome": "Unavailable"}"""));
        var ran = await shop.Deploy();
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        Assert.Contains("  CancelOrder does NOT answer: HOTLINE_TABLE is empty.\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  RequestCode does NOT do its work: Unavailable; its log tells why\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("NOT ready: a function does not do its work. The number was not led anywhere", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("associate-phone-number", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_tag_had_is_put_back_as_it_was()
    {
        shop.Git("tag", "v1");
        shop.Aws.Answers("s3api list-objects-v2", """{"Contents": [{"Key": "order-line/old/1.yaml", "LastModified": "2026-11-01T10:00:00+00:00"}, {"Key": "order-line/old/2.yaml", "LastModified": "2026-11-02T10:00:00+00:00"}]}""");
        shop.Aws.Answers("s3api head-object", """{"Metadata": {"package": "order-line/then.zip", "architecture": "arm64"}}""");
        shop.Uploads().Stands().HasFlows().WouldDo("Modify CancelOrder AWS::Lambda::Function False Code").Happens(Before).Happens(Updated).FunctionsAnswer();
        Holds("put-back", await shop.Deploy("--yes --to v1"), ExitCodes.Ok);
    }

    [Fact]
    public async Task What_a_tag_had_and_nobody_deployed_is_named_as_missing()
    {
        shop.Git("tag", "v1");
        shop.Uploads().Stands().HasFlows().Aws.Answers("s3api list-objects-v2", "{}");
        (await shop.Deploy("--yes --to v1")).FailedSaying("has no template and no package of v1", "git worktree add");
        (await shop.Deploy("--yes --to v9")).FailedSaying("git knows no commit v9");
    }

    void IsLeftAsItWas()
    {
        var asked = shop.Aws.Asked;
        Assert.DoesNotContain("execute-change-set", asked, StringComparison.Ordinal);
        Assert.Contains("delete-change-set", asked.Split("create-change-set")[^1], StringComparison.Ordinal);
    }

    void Holds(string name, Ran ran, int exitCode)
    {
        Approved.Holds(
            name,
            $"{ran.Output}{ran.Error}ends with {ran.ExitCode}\n\n{shop.Aws.Asked}",
            "What a shop's engineer sees, and then what AWS is asked: an option that is new must be in aws 2.9.19.");
        Assert.Equal(exitCode, ran.ExitCode);
    }
}
