using System.Collections.Immutable;
using System.Text;

namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowCheckTests
{
    public static TheoryData<int> Planted => [.. Enumerable.Range(0, PlantedFault.All.Count)];

    // Each of these needs more than one file, or a file of its own, and has a test below.
    static FlowFault[] OfTheirOwn =>
    [
        FlowFault.NotAFlow, FlowFault.NoActions, FlowFault.TooManyActions, FlowFault.UnknownFlow, FlowFault.FlowsInACircle, FlowFault.MissingLanguage,
        FlowFault.LanguageNotOffered,
    ];

    [Fact]
    public void Nothing_is_found_in_a_flow_that_nothing_is_wrong_with() =>
        Assert.Empty(Check(ValidFlow.Json).Select(finding => $"{finding.Action}: {finding.Reason}"));

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_fault_is_found_where_it_is(int index)
    {
        var planted = PlantedFault.All[index];
        var found = Check(planted.Json);
        Assert.Contains((planted.Fault, planted.Action), found.Select(finding => (finding.Fault, finding.Action)));
    }

    [Fact]
    public void Every_fault_there_is_was_planted() =>
        Assert.Equal(Enum.GetValues<FlowFault>(), PlantedFault.All.Select(planted => planted.Fault).Concat(OfTheirOwn).Distinct().Order());

    [Fact]
    public void Without_a_contract_only_the_language_is_checked()
    {
        Assert.Empty(FlowCheck.Check(Read((ValidFlow.Name, ValidFlow.Json)), contract: null));
        FlowFault[] ofTheContract =
        [
            FlowFault.FunctionNeverRan, FlowFault.UnknownReplyKey, FlowFault.ImpossibleReplyValue, FlowFault.MissingOutcome,
            FlowFault.UnreadFunctionParameter, FlowFault.MissingFunctionParameter, FlowFault.UnknownIntent, FlowFault.MissingIntent,
        ];
        Assert.All(
            PlantedFault.All.Where(planted => ofTheContract.Contains(planted.Fault)),
            planted => Assert.DoesNotContain(
                FlowCheck.Check(Read((ValidFlow.Name, planted.Json)), contract: null), found => ofTheContract.Contains(found.Fault)));
    }

    [Fact]
    public void An_empty_text_in_free_form_JSON_is_a_hint()
    {
        var found = Assert.Single(
            Check(ValidFlow.Flow(
                ValidFlow.Action("end", "EndFlowModuleExecution", """{"ResultData":{"day":"","order":{"note":""}}}""", next: null, ""))),
            finding => finding.Fault == FlowFault.EmptyFreeFormValue);

        Assert.Equal(FindingSeverity.Hint, found.Severity);
        Assert.Contains("ResultData.day", found.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FlowFault.HangsUpInThisFlowType)]
    [InlineData(FlowFault.LoopWhileFailing)]
    [InlineData(FlowFault.ForeignPlaceholder)]
    public void What_flows_in_service_do_is_no_error(FlowFault fault) => Assert.Equal(
        [(fault, FindingSeverity.Warning)],
        Check(PlantedFault.All.First(planted => planted.Fault == fault).Json)
            .Where(found => found.Fault == fault || found.Severity == FindingSeverity.Error)
            .Select(found => (found.Fault, found.Severity)));

    [Fact]
    public void Announcements_need_no_way_on_but_the_interruption() => Assert.Empty(Check(
        """
        {"Version":"2019-10-30","StartAction":"wait","Metadata":{"type":"customerQueue"},"Actions":[
        {"Identifier":"wait","Type":"MessageParticipantIteratively",
        "Parameters":{"Messages":[{"Text":"One moment."}],"InterruptFrequencySeconds":"30"},
        "Transitions":{"Conditions":[{"NextAction":"end","Condition":{"Operator":"Equals","Operands":["MessagesInterrupted"]}}]}},
        {"Identifier":"end","Type":"EndFlowExecution","Parameters":{},"Transitions":{}}]}
        """));

    [Theory]
    [InlineData("UpdateContactTargetQueue", """{"QueueId":""}""", "QueueId is empty, which Connect refuses: give it a value")]
    [InlineData("InvokeFlowModule", """{"FlowModuleId":""}""", "FlowModuleId is empty, which Connect refuses: give it a value")]
    [InlineData("UpdateContactAttributes", """{"Attributes":{"a":""}}""", "Attributes.a is empty, which Connect refuses: leave it out, or make it a space")]
    public void An_empty_parameter_is_told_with_what_can_be_done(string type, string parameters, string reason) => Assert.StartsWith(
        reason,
        Assert.Single(
            Check(ValidFlow.Flow(ValidFlow.Action("it", type, parameters, "bye", "NoMatchingError"), Last)),
            found => found.Fault == FlowFault.EmptyParameter).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void Every_reason_is_one_sentence()
    {
        foreach (var finding in PlantedFault.All.SelectMany(planted => Check(planted.Json)))
        {
            Assert.EndsWith(".", finding.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", finding.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_no_flow_is_an_error_with_the_readers_own_words()
    {
        var malformed = Assert.Throws<FlowFormatException>(() => Flow.Read("{}"u8.ToArray()));
        var finding = FlowFinding.From("menu", malformed);
        Assert.Equal((FlowFault.NotAFlow, FindingSeverity.Error), (finding.Fault, finding.Severity));
        Assert.Equal(malformed.Message, finding.Reason);
    }

    [Fact]
    public void A_flow_has_one_to_250_actions()
    {
        var some = Enumerable.Range(1, 251)
            .Select(number => ValidFlow.Action($"a{number}", "DisconnectParticipant", "{}", next: null, ""))
            .ToArray();
        Assert.Contains(FlowFault.TooManyActions, FaultsOf(ValidFlow.Flow(some)));
        Assert.DoesNotContain(FlowFault.TooManyActions, FaultsOf(ValidFlow.Flow(some[1..])));
        Assert.Contains(FlowFault.NoActions, FaultsOf("""{"Version":"2019-10-30","StartAction":"a","Actions":[]}"""));
    }

    [Fact]
    public void A_placeholder_must_name_a_flow_of_the_set()
    {
        var transfer = TransferTo("Cancel");
        Assert.DoesNotContain(FlowFault.UnknownFlow, FaultsOf(transfer));
        Assert.Contains(FlowFault.UnknownFlow, Check(("Menu", transfer), ("Bye", Bye)).Select(finding => finding.Fault));
        Assert.Empty(Check(("Menu", transfer), ("Cancel", Bye)));
    }

    [Fact]
    public void Flows_that_need_each_other_cannot_be_made()
    {
        var findings = Check(("A", TransferTo("B")), ("B", TransferTo("C")), ("C", TransferTo("A")), ("D", TransferTo("A")));
        Assert.Equal(["A", "B", "C"], findings.Where(found => found.Fault == FlowFault.FlowsInACircle).Select(found => found.Flow));
        Assert.Contains("A needs B needs C needs A", findings[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_flows_and_their_actions()
    {
        var broken = ValidFlow.Json.Replace("InputTimeLimitSeconds", "Seconds", StringComparison.Ordinal);
        var findings = Check(("b", broken), ("a", broken));
        Assert.Equal(["a", "b"], findings.Select(finding => finding.Flow).Distinct());
        Assert.Equal([null, "menu", "date"], findings.Where(finding => finding.Flow == "a").Select(finding => finding.Action).Distinct());
        Assert.Equal(findings, Check(("a", broken), ("b", broken)));
    }

    [Fact]
    public void What_one_flow_sets_another_may_read()
    {
        var reads = ValidFlow.Flow(
            ValidFlow.Action("say", "MessageParticipant", """{"Text":"$.Attributes.orderId"}""", "bye", "NoMatchingError"), Last);
        Assert.Contains(FlowFault.ContactAttributeNeverSet, FaultsOf(reads));
        Assert.DoesNotContain(
            FlowFault.ContactAttributeNeverSet, Check(("Whisper", reads), ("Menu", ValidFlow.Json)).Select(finding => finding.Fault));
    }

    [Fact]
    public void What_no_flow_sets_is_a_hint_once_a_name()
    {
        string[] reads =
        [
            ValidFlow.Action("say", "MessageParticipant", """{"Text":"$.Attributes.a and $.Attributes.b"}""", "more", "NoMatchingError"),
            ValidFlow.Action("more", "MessageParticipant", """{"Text":"$.Attributes.a"}""", "bye", "NoMatchingError"),
            Last,
        ];
        var findings = Check(("B", ValidFlow.Flow(reads)), ("A", ValidFlow.Flow(reads[1..])));

        Assert.Equal(
            [("A", "more", FlowFault.ContactAttributeNeverSet, FindingSeverity.Hint), ("B", "say", FlowFault.ContactAttributeNeverSet, FindingSeverity.Hint)],
            findings.Select(found => (found.Flow, found.Action!, found.Fault, found.Severity)));
        Assert.StartsWith("$.Attributes.a is read 3 times", findings[0].Reason, StringComparison.Ordinal);
        Assert.StartsWith("$.Attributes.b is read, ", findings[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_outlives_the_transfer_to_another_flow()
    {
        var says = ValidFlow.Flow(
            ValidFlow.Action("say", "MessageParticipant", """{"Text":"$.External.orderedItem"}""", "bye", "NoMatchingError"), Last);
        Assert.Equal([], SaidAfter("OrderTableRead"));
        Assert.Equal([FlowFault.UnknownReplyKey], SaidAfter("CancelOrder"));
        Assert.Equal([], SaidAfter("SomebodyElses"));
        Assert.Equal([FlowFault.FunctionNeverRan], Check(("Menu", ValidFlow.Json), ("Say", says))
            .Where(finding => finding.Flow == "Say").Select(finding => finding.Fault));

        IEnumerable<FlowFault> SaidAfter(string function)
        {
            var calls = ValidFlow.Flow(
                ValidFlow.Action(
                    "call",
                    "InvokeLambdaFunction",
                    $$$"""{"LambdaFunctionARN":"${{{{function}}}.Arn}","InvocationTimeLimitSeconds":"8"}""",
                    "go",
                    "NoMatchingError"),
                ValidFlow.Action("go", "TransferToFlow", """{"ContactFlowId":"${Say.ContactFlowArn}"}""", "bye", "NoMatchingError"),
                Last);
            return Check(("Menu", calls), ("Say", says)).Select(finding => finding.Fault);
        }
    }

    [Theory]
    [InlineData("GetParticipantInput", """{"EnableDTMFBuffer":"True"}""", "NoMatchingError")]
    [InlineData("GetParticipantInput",
        """{"EnableDTMFBuffer":"false","StoreInput":"true","InputEncryption":{"EncryptionKeyId":"k","Key":"pem"}}""",
        "NoMatchingError")]
    [InlineData("ConnectParticipantWithAgenticCX", """{"AudioFillerConfiguration":{"Enabled":true}}""", "NoMatchingError")]
    [InlineData("InvokeFlowModule", """{"FlowModuleId":"m","Input":{"n":7}}""", "NoMatchingError NoMatchingCondition")]
    [InlineData("InvokeFlowModule", """{"FlowModuleId":"m","Input":{"day":{"note":""},"days":[""]}}""", "NoMatchingError")]
    [InlineData("ShowView",
        """
        {"ViewResource":{"Id":"v"},"InvocationTimeLimitSeconds":"400","ViewData":{"Sections":[
        {"Heading":"","Items":[{"HelperText":"","DefaultValue":"","Options":[{"Value":""}]}]}]}}
        """,
        "NoMatchingError NoMatchingCondition TimeLimitExceeded")]
    [InlineData("InvokeLambdaFunction",
        """{"LambdaFunctionARN":"f","InvocationTimeLimitSeconds":"8","LambdaInvocationAttributes":{"order":{"note":""}}}""",
        "NoMatchingError")]
    [InlineData("InvokeLambdaFunction",
        """{"LambdaFunctionARN":"f","InvocationTimeLimitSeconds":"60","InvocationType":"ASYNCHRONOUS"}""", "NoMatchingError")]
    [InlineData("UpdateContactEventHooks",
        """{"EventHooksConfiguration":{"CustomerWhisper":{"DisableExecution":"true"}}}""", "NoMatchingError")]
    [InlineData("GetParticipantInput", """{"Text":"Press 1.","InputTimeLimitSeconds":"300","StoreInput":"False"}""",
        "NoMatchingError NoMatchingCondition InputTimeLimitExceeded")]
    [InlineData("GetParticipantInput",
        """
        {"Text":"Your number?","InputTimeLimitSeconds":"300","StoreInput":"True","InputValidation":{"CustomValidation":{"MaximumLength":"4"}}}
        """,
        "NoMatchingError")]
    [InlineData("MessageParticipant", """{"Text":"$.Tags.kind of $.CustomerCallbackNumber"}""", "NoMatchingError")]
    [InlineData("MessageParticipant", """{"Text":"$.CallbackNumber in $.DataTableList.ResultData.dataTableId"}""", "NoMatchingError")]
    [InlineData("CreateCallbackContact",
        """
        {"InitialCallDelaySeconds":"99","MaximumConnectionAttempts":"1","RetryDelaySeconds":"600","CallbackMode":"AgentFirst"}
        """,
        "NoMatchingError")]
    [InlineData("CreateContact", """{"References":{"note":{"Value":""}}}""", "NoMatchingError")]
    [InlineData("TransferParticipantToThirdParty",
        """{"ThirdPartyPhoneNumber":"+1","ThirdPartyConnectionTimeLimitSeconds":"30","ContinueFlowExecution":"False"}""",
        "NoMatchingError")]
    [InlineData("TransferParticipantToThirdParty",
        """{"ThirdPartyPhoneNumber":"+1","ThirdPartyConnectionTimeLimitSeconds":"30","ContinueFlowExecution":"True"}""",
        "NoMatchingError CallFailed ConnectionTimeLimitExceeded")]
    [InlineData("UpdateContactCallbackNumber",
        """{"CallbackNumber":"$.CustomerEndpoint.Address"}""", "InvalidCallbackNumber CallbackNumberNotDialable")]
    [InlineData("UpdateContactRoutingBehavior", """{"QueuePriority":"5"}""", "")]
    public void What_the_service_takes_is_not_complained_of(string type, string parameters, string errors) =>
        Assert.Empty(Check(ValidFlow.Flow(ValidFlow.Action("it", type, parameters, "bye", errors), Last)));

    static string Last => ValidFlow.Action("bye", "DisconnectParticipant", "{}", next: null, "");

    static string Bye => ValidFlow.Flow(Last);

    static string TransferTo(string flow) => ValidFlow.Flow(
        ValidFlow.Action("go", "TransferToFlow", $$"""{"ContactFlowId":"${{{flow}}.ContactFlowArn}"}""", "bye", "NoMatchingError"), Last);

    static ImmutableArray<FlowFinding> Check(string json) => Check((ValidFlow.Name, json));

    static IEnumerable<FlowFault> FaultsOf(string json) => Check(json).Select(finding => finding.Fault);

    static ImmutableArray<FlowFinding> Check(params (string Name, string Json)[] flows) => FlowCheck.Check(
        Read(flows), SampleContract.Shop);

    static Dictionary<string, Flow> Read(params (string Name, string Json)[] flows) =>
        flows.ToDictionary(flow => flow.Name, flow => Flow.Read(Encoding.UTF8.GetBytes(flow.Json)));
}
