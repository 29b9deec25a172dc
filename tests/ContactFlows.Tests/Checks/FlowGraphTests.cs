using System.Text;

namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowGraphTests
{
    /// <summary>Seeds of graphs of up to eight actions, each of which leads to up to three: with and without circles, some in each other.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_circles_are_those_that_walking_finds(int seed)
    {
        var targets = Targets(new Random(seed));
        var graph = new FlowGraph(Of(targets));
        bool Through(int action) => action % 5 != 4;

        var found = graph.Circles(action => Through(int.Parse(action.Identifier, null))).Select(circle => circle.First.Identifier);

        var onACircle = Enumerable.Range(0, targets.Length)
            .Where(action => Through(action) && From([0], _ => true).Contains(action) && From(targets[action], Through).Contains(action))
            .ToList();
        Assert.Equal(
            onACircle.Where(action => !onACircle.Exists(earlier =>
                earlier < action && From(targets[action], Through).Contains(earlier) && From(targets[earlier], Through).Contains(action)))
                .Select(action => $"{action}"),
            found);

        HashSet<int> From(IEnumerable<int> first, Func<int, bool> through)
        {
            var reached = first.Where(through).ToHashSet();
            while (reached.SelectMany(action => targets[action]).Where(through).Except(reached).ToList() is { Count: > 0 } more)
            {
                reached.UnionWith(more);
            }

            return reached;
        }
    }

    [Fact]
    public void Some_of_those_graphs_have_several_circles_and_some_none()
    {
        var circles = Seeds.Select(seed => new FlowGraph(Of(Targets(new Random(seed.Data)))).Circles(_ => true).Count()).ToList();

        Assert.Contains(0, circles);
        Assert.Contains(circles, count => count > 1);
    }

    [Fact]
    public void A_chain_of_twenty_thousand_actions_is_checked_to_its_end()
    {
        var chain = Of([.. Enumerable.Range(0, 20_000).Select(action => (int[])(action == 19_999 ? [] : [action + 1]))]);

        var faults = FlowCheck.Check(new Dictionary<string, Flow> { ["Chain"] = chain }, contract: null).Select(finding => finding.Fault);

        Assert.Contains(FlowFault.TooManyActions, faults);
        Assert.DoesNotContain(FlowFault.UnreachableAction, faults);
    }

    static int[][] Targets(Random random)
    {
        var actions = random.Next(1, 9);
        return [.. Enumerable.Range(0, actions).Select(_ => Enumerable.Range(0, random.Next(0, 4)).Select(_ => random.Next(actions)).Distinct().ToArray())];
    }

    // Each action compares something, and goes on to the next of its targets by a condition.
    static Flow Of(int[][] targets)
    {
        var actions = targets.Select((to, action) => to.Length == 0
            ? $$"""{"Identifier":"{{action}}","Type":"DisconnectParticipant","Parameters":{},"Transitions":{} }"""
            : $$"""
              {"Identifier":"{{action}}","Type":"Compare","Parameters":{"ComparisonValue":"$.Channel"},"Transitions":{
                "NextAction":"{{to[0]}}","Errors":[{"NextAction":"{{to[0]}}","ErrorType":"NoMatchingCondition"}],
                "Conditions":[{{string.Join(',', to.Select(target =>
                    $$$"""{"NextAction":"{{{target}}}","Condition":{"Operator":"Equals","Operands":["{{{target}}}"]}}"""))}}]} }
              """);
        return Flow.Read(Encoding.UTF8.GetBytes(
            $$"""{"Version":"2019-10-30","StartAction":"0","Actions":[{{string.Join(',', actions)}}]}"""));
    }
}
