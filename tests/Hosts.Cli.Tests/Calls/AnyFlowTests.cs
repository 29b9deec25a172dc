using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>hotline call --flow FILE</c>: a flow of whoever wrote it, on this desk.</summary>
public sealed class AnyFlowTests : IDisposable
{
    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task What_is_not_here_is_told_when_it_is_needed_with_the_branch_that_is_taken()
    {
        PutFlow("hours");

        var ran = (await Call()).Succeeded();

        string[] told =
        [
            "Nothing here tells the hours 11111111-2222-3333-4444-555555555555: it is open.",
            "There is no bot arn:aws:lex:us-east-1:1:bot-alias/B/A here. The call goes on as after an error, NoMatchingError -> look-up.",
            "Find is not here: There is no function Find: it must be one of CancelOrder, ChangeOrderDate, OrderTableRead, RequestCode, VerifyCaller, VouchForCaller or OrderDialog. "
                + "The call goes on as after an error, NoMatchingError -> say.",
            "$.Customer.FirstName is not simulated (there are no profiles here) and reads as empty.",
            "There is no module m here. The call goes on as after an error, NoMatchingError -> go.",
            "There is no flow ${Next.ContactFlowArn} here. The call goes on as after an error, NoMatchingError -> bye.",
        ];
        Assert.Equal(
            told,
            ran.Output.Split('\n').Where(line => line.StartsWith("Note ", StringComparison.Ordinal)).Select(line => line[10..]));
        Assert.Contains("Line      Hello , you have gold points.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Over: the line hung up.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Order ", ran.Output, StringComparison.Ordinal);
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task Functions_of_its_own_answer_over_the_invoke_API()
    {
        PutFlow("look-up");
        using var functions = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        functions.Prefixes.Add(address);
        functions.Start();
        var served = Serve(functions);

        var ran = (await Call($"--lambda-endpoint {address}")).Succeeded();

        Assert.Equal("/2015-03-31/functions/Find/invocations", await served);
        Assert.Contains("you have 7 points.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_of_a_folder_is_behind_whatever_alias_a_flow_names()
    {
        PutFlow("bot");
        var deploy = Directory.CreateDirectory(desk.PathOf("deploy"));
        Directory.CreateDirectory(Path.Combine(deploy.FullName, "flows"));
        var bot = Directory.CreateDirectory(Path.Combine(deploy.FullName, "bot"));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "deploy", "bot")))
        {
            File.Copy(file, Path.Combine(bot.FullName, Path.GetFileName(file)));
        }

        var ran = (await Call("--deploy @deploy", "operator, please\n")).Succeeded();

        Assert.Contains("Line      What is it?", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no bot", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Connect_would_refuse_is_played_all_the_same_and_not_when_the_caller_is_strict()
    {
        desk.Put("Any.json", """
            {"Version":"2019-10-30","StartAction":"say","Actions":[
            {"Identifier":"say","Type":"MessageParticipant","Parameters":{"Text":"Hello."},"Transitions":{"NextAction":"bye"}},
            {"Identifier":"bye","Type":"DisconnectParticipant","Parameters":{"Reason":""},"Transitions":{}}]}
            """);

        var ran = (await Call()).Succeeded();

        Assert.Contains("Line      Hello.", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith("Connect would refuse this: Any: Reason is empty", ran.Error, StringComparison.Ordinal);
        (await Call("--strict")).FailedSaying("Connect would refuse this: Any: Reason is empty", "Without --strict");
    }

    [Fact]
    public async Task Why_a_call_is_lost_is_told_and_nothing_twice()
    {
        desk.Put("Any.json", """
            {"Version":"2019-10-30","StartAction":"ask","Actions":[
            {"Identifier":"ask","Type":"ConnectParticipantWithLexBot","Parameters":{"Text":"Yes?","LexV2Bot":{"AliasArn":"Gone"}},
            "Transitions":{"NextAction":"ask","Errors":[{"NextAction":"ask","ErrorType":"NoMatchingError"}]}}]}
            """);

        var ran = await Call();

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(
            [
                "There is no bot Gone here. The call goes on as after an error, NoMatchingError -> ask.",
                "The flow ran 1000 actions and needed nobody: it goes round for ever.",
            ],
            ran.Output.Split('\n').Where(line => line.StartsWith("Note ", StringComparison.Ordinal)).Select(line => line[10..]));
    }

    [Fact]
    public async Task A_module_that_is_played_as_a_flow_says_what_it_lacks()
    {
        desk.Put("Any.json", """
            {"Version":"2019-10-30","StartAction":"back","Actions":[
            {"Identifier":"back","Type":"EndFlowModuleExecution","Parameters":{},"Transitions":{}}]}
            """);

        var ran = await Call();

        Assert.Contains("Note      No flow invoked this one: it is no module here.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Note      back has no branch for \"NoMatchingError\".", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--attribute points", "--attribute is \"points\": it must be a name, = and a text")]
    [InlineData("--attribute =7", "--attribute is \"=7\"")]
    [InlineData("--record @out.call", "leave out --attribute, and name a flow of --deploy")]
    [InlineData("--flow @Gone.json", "Gone.json")]
    public async Task What_cannot_be_is_named(string typed, string words)
    {
        PutFlow("say");

        var ran = await desk.Type($"call --flow @Any.json --input @input.txt {typed}".Replace(
            typed.StartsWith("--flow", StringComparison.Ordinal) ? "--flow @Any.json " : "\0", "", StringComparison.Ordinal));

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
    }

    async Task<Ran> Call(string options = "", string input = "")
    {
        desk.Put("input.txt", input);
        return await desk.Type(
            $"call --flow @Any.json --language en-US --input @input.txt --attribute points=silver --attribute points=gold {options}");
    }

    void PutFlow(string start)
    {
        desk.Put("input.txt", "");
        desk.Put("Any.json", $$$"""
            {"Version":"2019-10-30","StartAction":"{{{start}}}","Actions":[
            {"Identifier":"hours","Type":"CheckHoursOfOperation","Parameters":{"HoursOfOperationId":"11111111-2222-3333-4444-555555555555"},
             "Transitions":{"NextAction":"bye","Conditions":[{"NextAction":"bot","Condition":{"Operator":"Equals","Operands":["True"]}},
             {"NextAction":"bye","Condition":{"Operator":"Equals","Operands":["False"]}}],"Errors":[{"NextAction":"bye","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"bot","Type":"ConnectParticipantWithLexBot",
             "Parameters":{"Text":"What is it?","LexV2Bot":{"AliasArn":"arn:aws:lex:us-east-1:1:bot-alias/B/A"}},
             "Transitions":{"NextAction":"bye","Errors":[{"NextAction":"look-up","ErrorType":"NoMatchingError"},
             {"NextAction":"bye","ErrorType":"NoMatchingCondition"}]}},
            {"Identifier":"look-up","Type":"InvokeLambdaFunction","Parameters":{"InvocationTimeLimitSeconds":"8",
             "LambdaFunctionARN":"arn:aws:lambda:us-east-1:1:function:Find","ResponseValidation":{"ResponseType":"JSON"}},
             "Transitions":{"NextAction":"keep","Errors":[{"NextAction":"say","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"keep","Type":"UpdateContactAttributes","Parameters":{"Attributes":{"points":"$.External.points"}},
             "Transitions":{"NextAction":"say","Errors":[{"NextAction":"say","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"say","Type":"MessageParticipant",
             "Parameters":{"Text":"Hello $.Customer.FirstName, you have $.Attributes.points points."},
             "Transitions":{"NextAction":"module","Errors":[{"NextAction":"bye","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"module","Type":"InvokeFlowModule","Parameters":{"FlowModuleId":"m"},
             "Transitions":{"NextAction":"go","Errors":[{"NextAction":"go","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"go","Type":"TransferToFlow","Parameters":{"ContactFlowId":"${Next.ContactFlowArn}"},
             "Transitions":{"NextAction":"bye","Errors":[{"NextAction":"bye","ErrorType":"NoMatchingError"}]}},
            {"Identifier":"bye","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}
            """);
    }

    static async Task<string> Serve(HttpListener functions)
    {
        var request = await functions.GetContextAsync();
        await request.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("""{"points":7}"""));
        request.Response.Close();
        return request.Request.Url!.AbsolutePath;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
