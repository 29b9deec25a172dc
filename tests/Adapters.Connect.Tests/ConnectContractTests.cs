
namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>The table that flows are checked by, held against every reply there is, both ways.</summary>
public sealed class ConnectContractTests
{
    public static TheoryData<ConnectFunction> Functions => [.. Enum.GetValues<ConnectFunction>()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_reply_has_the_keys_of_the_table_and_no_others(ConnectFunction function) =>
        Assert.All(Replies(function), reply => Assert.Equal(
            ConnectContract.For(function).Keys.Keys.Order(StringComparer.Ordinal),
            reply.Pairs.Select(pair => pair.Key).Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_value_of_the_table_is_replied_and_no_other(ConnectFunction function)
    {
        foreach (var (key, values) in ConnectContract.For(function).Keys.Where(key => !key.Value.IsEmpty))
        {
            Assert.Equal(
                (key, string.Join(' ', values.Order(StringComparer.Ordinal))),
                (key, string.Join(' ', Replies(function).Select(reply => reply.Value(key)).Distinct().Order(StringComparer.Ordinal))));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_outcome_of_the_table_is_replied_and_no_other(ConnectFunction function) =>
        Assert.Equal(ConnectContract.For(function).Outcomes.Order(), Replies(function).Select(reply => reply.Outcome).Distinct().Order());

    [Fact]
    public void The_functions_read_the_parameters_of_the_table_and_no_others() =>
        Assert.Equal(
            EventJson.Default.FlowParameters.Properties.Select(property => property.Name).Order(StringComparer.Ordinal),
            Enum.GetValues<ConnectFunction>()
                .SelectMany(function => ConnectContract.For(function).Parameters)
                .Distinct()
                .Order(StringComparer.Ordinal));

    static IEnumerable<Reply> Replies(ConnectFunction function) => EveryOutcome.Replies(Spoken.Japanese)
        .Where(reply => reply.Function == function)
        .Select(reply => reply.Reply);
}
