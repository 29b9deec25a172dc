namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What somebody edited in Connect's console is neither overwritten unseen nor lost on the way into the files.</summary>
public sealed class EditedFlowTests : IDisposable
{
    const string Edited = "deploy/flows/Callback.json";

    static readonly string[] AllFlows = ["Callback", "Conversation", "Keypad", "Operator", "OperatorWhisper", "Reception", "Verification", "WaitingForOperator"];

    readonly ShopInTheCloud shop = new();

    public void Dispose() => shop.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(":$SAVED")] // published or not, it is somebody's work
    public async Task An_edited_flow_is_not_overwritten(string version)
    {
        shop.HasFlow("Callback", Slower, version).Uploads().Stands().HasFlows().WouldDoNothing().FunctionsAnswer();
        var ran = await shop.Deploy();
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        Assert.EndsWith(
            "Edited in the console since the last deployment, and not overwritten: Callback\n"
            + "  To keep the edits:  hotline flow import --stack order-line Callback\n  To lose them:       --overwrite Callback\n",
            ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("put-object", shop.Aws.Asked, StringComparison.Ordinal);
        (await shop.Deploy("--yes --overwrite Callback")).Succeeded();
    }

    [Fact]
    public async Task What_was_moved_in_the_picture_or_written_in_another_order_is_no_edit()
    {
        shop.HasFlow("Callback", flow => flow.Replace("\"x\": 20", "\"x\": 21", StringComparison.Ordinal).ReplaceLineEndings(" "));
        shop.Uploads().Stands().HasFlows().WouldDoNothing().FunctionsAnswer();
        (await shop.Deploy()).Succeeded();
    }

    [Fact]
    public async Task An_import_changes_what_was_edited_and_no_other_line_and_the_next_deployment_takes_it()
    {
        var before = shop.Read(Edited).Split('\n');
        shop.HasFlow("Callback", Slower).Uploads().Stands().HasFlows().WouldDoNothing().FunctionsAnswer();
        Assert.Contains("Callback is in ", (await Import("Callback")).Succeeded().Output, StringComparison.Ordinal);
        var after = shop.Read(Edited).Split('\n');
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(1, before.Zip(after).Count(lines => lines.First != lines.Second));
        (await shop.Deploy()).Succeeded();
    }

    [Fact]
    public async Task Every_flow_comes_back_as_it_is_committed()
    {
        using var all = new ShopInTheCloud(AllFlows);
        all.Stands().HasFlows();
        var ran = (await all.Aws.Type(all.Folder, $"flow import --stack order-line {string.Join(' ', AllFlows)}")).Succeeded();
        Assert.All(AllFlows, flow => Assert.Contains($"{flow} is what ", ran.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flow_without_a_file_is_written_as_the_others_are()
    {
        var committed = shop.Read(Edited);
        File.Delete(Path.Combine(shop.Folder, Edited));
        shop.HasFlows().Stands();
        (await Import("Callback")).Succeeded();
        Assert.Equal(FlowContent.Hash(committed), FlowContent.Hash(shop.Read(Edited)));
        Assert.InRange(committed.Split('\n').Except(shop.Read(Edited).Split('\n')).Count(), 0, 10);
    }

    [Fact]
    public async Task What_no_name_stands_for_is_named()
    {
        const string Foreign = "arn:aws:connect:ap-northeast-1:123456789012:instance/x/prompt/y";
        shop.HasFlow("Callback", flow => flow.Replace("\"$.CustomerEndpoint.Address\"", $"\"{Foreign}\"", StringComparison.Ordinal)).Stands();
        var ran = await Import("Callback");
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        Assert.Contains($"  {Foreign} is nothing that the stack made.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        shop.Stands();
        (await Import("Welcome")).FailedSaying("The stack order-line has no flow Welcome; there is Callback, OperatorWhisper.");
        shop.Put("nothing", "");
        (await Import("Callback --into nowhere")).FailedSaying("There is no folder ");
    }

    [Fact]
    public void A_hash_is_of_what_a_flow_does()
    {
        const string Flow = """{"Metadata": {"x": 1}, "Actions": [{"Type": "A", "Parameters": {"a": "1", "b": "2"}}]}""";
        Assert.Equal(FlowContent.Hash(Flow), FlowContent.Hash("""{"Actions":[{"Parameters":{"b":"2","a":"1"},"Type":"A"}]}"""));
        Assert.NotEqual(FlowContent.Hash(Flow), FlowContent.Hash(Flow.Replace("\"1\"", "\"3\"", StringComparison.Ordinal)));
        Assert.NotEqual(FlowContent.Hash(Flow), FlowContent.Hash("""{"Actions":[{"Parameters":{"b":"2","a":"1","Metadata":"m"},"Type":"A"}]}"""));
    }

    Task<Ran> Import(string more) => shop.Aws.Type(shop.Folder, $"flow import --stack order-line {more}");

    static string Slower(string flow)
    {
        var slower = flow.Replace("\"InputTimeLimitSeconds\": \"10\"", "\"InputTimeLimitSeconds\": \"9\"", StringComparison.Ordinal);
        Assert.NotEqual(flow, slower);
        return slower;
    }
}
