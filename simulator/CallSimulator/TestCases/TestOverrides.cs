using System.Collections.Immutable;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.CallSimulator.TestCases;

/// <summary>What goes otherwise than deployed in a test, in the order in which it is used up, and what cannot be made to. An override
/// holds for one use of its resource; several for one resource are used in turn
/// (https://docs.aws.amazon.com/connect/latest/adminguide/testing-simulation-action-override.html).</summary>
sealed record TestOverrides(ImmutableArray<TestAction> Actions, ImmutableArray<string> LeftOut)
{
    const string Transfer = "TransferContactToQueue";

    // The branches that an action can be made to take: what the page of TestAction.Override lists.
    static readonly ImmutableArray<string> TransferErrors = ["QueueAtCapacity", "NoMatchingError"];

    static readonly OverriddenResource Queue = new(Queue: $"${{{Deployment.OperatorQueue}.QueueArn}}");

    public static TestOverrides From(Scenario scenario)
    {
        var overrides = new List<TestAction>();
        var leftOut = new List<string>();
        foreach (var function in scenario.Start.Faults.GroupBy(fault => fault.Function))
        {
            AddFaults(function.Key, [.. function.OrderBy(fault => fault.OnCall ?? int.MaxValue)], Calls(scenario, function.Key), overrides, leftOut);
        }

        AddOperators(scenario.Start.Operators, overrides, leftOut);
        foreach (var fault in scenario.Start.FailingActions)
        {
            AddAction(fault, overrides, leftOut);
        }

        // A simulated contact that comes to the real queue may ring a real operator's telephone.
        overrides.Add(TestAction.Override(Transfer, Queue, Strategy.Substitute("${TestQueue.QueueArn}")));
        return new([.. overrides], [.. leftOut]);
    }

    static int? Calls(Scenario scenario, string function) => scenario.End
        .OfType<Expectation.FunctionCalled>()
        .FirstOrDefault(called => called.Function == function)?.Times;

    static void AddFaults(
        string function, ImmutableArray<FunctionFault> faults, int? calls, List<TestAction> overrides, List<string> leftOut)
    {
        if (function == OrderDialogHandler.FunctionName)
        {
            leftOut.AddRange(faults.Select(fault => $"{Words(fault)}: the bot invokes it, not a flow, and so it cannot be overridden."));
            return;
        }

        var next = 1;
        foreach (var fault in faults)
        {
            switch (fault)
            {
                case { Kind: FaultKind.Answers, Answer: { } answer, OnCall: null }:
                    var times = Math.Max(1, calls - next + 1 ?? 1);
                    overrides.AddRange(Enumerable.Repeat(On(function, Strategy.Answer(answer)), times));
                    if (calls is null)
                    {
                        leftOut.Add($"{Words(fault)} every time: an override holds for one invocation.");
                    }

                    break;
                case { Kind: FaultKind.Answers, Answer: { } answer, OnCall: { } call } when call == next:
                    overrides.Add(On(function, Strategy.Answer(answer)));
                    next++;
                    break;
                case { Kind: FaultKind.Answers }:
                    leftOut.Add($"{Words(fault)}: an override holds for the next invocation, and earlier ones are not overridden.");
                    break;
                case { Kind: FaultKind.Fails or FaultKind.TimesOut, OnCall: null }:
                    overrides.Add(On(function, Strategy.Fail(fault.Kind == FaultKind.Fails ? "NoMatchingError" : "TimeLimitExceeded")));
                    leftOut.Add($"{Words(fault)} every time: an override holds for one invocation.");
                    break;
                case { Kind: FaultKind.Fails or FaultKind.TimesOut }:
                    leftOut.Add($"{Words(fault)}: Connect's own retries would be overridden with it.");
                    break;
                case { Kind: FaultKind.CannotReachTheTable }:
                    leftOut.Add($"{Words(fault)}: an override replaces the function, and not its table.");
                    break;
                default:
                    leftOut.Add($"{Words(fault)}: what is overridden does no work.");
                    break;
            }
        }
    }

    static void AddOperators(OperatorsFound operators, List<TestAction> overrides, List<string> leftOut)
    {
        switch (operators)
        {
            case OperatorsFound.AsDeployed:
                break;
            case OperatorsFound.Closed:
                overrides.Add(TestAction.Override(
                    "CheckHoursOfOperation",
                    new(Hours: $"${{{Deployment.OperatorHours}.HoursOfOperationArn}}"),
                    Strategy.Substitute("${ClosedHours.HoursOfOperationArn}")));
                break;
            case OperatorsFound.Full:
                overrides.Add(TestAction.Override(Transfer, Queue, Strategy.Fail("QueueAtCapacity")));
                break;
            default:
                leftOut.Add($"Operators {ScenarioWords.For(operators)}: who is logged in and who waits are those of the instance.");
                break;
        }
    }

    static void AddAction(ActionFault fault, List<TestAction> overrides, List<string> leftOut)
    {
        if (fault.Action == Transfer && TransferErrors.Contains(fault.ErrorType))
        {
            overrides.Add(TestAction.Override(Transfer, Queue, Strategy.Fail(fault.ErrorType)));
        }
        else
        {
            leftOut.Add($"{fault.Action} fails with {fault.ErrorType}: of the actions, named by their types, only {Transfer} can be made to "
                + $"fail, with {string.Join(" or ", TransferErrors)}.");
        }
    }

    static TestAction On(string function, Strategy strategy) =>
        TestAction.Override("InvokeLambdaFunction", new(Function: $"${{{function}.Arn}}"), strategy);

    static string Words(FunctionFault fault) =>
        $"{fault.Function} {ScenarioWords.For(fault.Kind)}{(fault.OnCall is { } call ? $" on call {call}" : "")}";
}
