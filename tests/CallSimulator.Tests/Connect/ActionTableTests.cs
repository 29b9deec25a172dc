using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Tests;

public sealed class ActionTableTests
{
    public static TheoryData<string> ActionTypes => [.. FlowCheck.ActionTypes];

    [Theory]
    [MemberData(nameof(ActionTypes))]
    public void Every_type_of_action_that_Connect_has_is_played_or_takes_a_stated_branch(string type) =>
        Assert.NotNull(ActionTable.Find(type));

    [Fact]
    public void An_invented_type_is_neither_known_to_the_check_nor_played()
    {
        Assert.DoesNotContain("PlayPrompt", FlowCheck.ActionTypes);
        Assert.Null(ActionTable.Find("PlayPrompt"));
    }
}
