using OrderHotline.Adapters.Aws;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The event that a deployment plays each function.</summary>
public sealed class FunctionCheckTests : IDisposable
{
    readonly Desk desk = new();

    public static TheoryData<string> Asked => [.. FunctionCheck.Events.Select(check => check.Function).Where(function => function != MessageDeliveryHandler.FunctionName)];

    public void Dispose() => desk.Dispose();

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task The_real_handler_answers_it_and_owes_nobody_a_message(string function)
    {
        desk.Put("event.json", FunctionCheck.Events.Single(check => check.Function == function).Event.ToJsonString());
        var ran = (await desk.Type($"invoke {function} @event.json")).Succeeded();
        Assert.Empty(ran.Messages);
        var (answers, said) = FunctionCheck.Read(failed: false, ran.Output);
        Assert.True(answers, said);
    }

    [Fact]
    public void Every_function_of_the_template_has_one() => Assert.Equal(
        Template.Committed.OfType("AWS::Lambda::Function").Select(function => function.Id).Order(StringComparer.Ordinal),
        FunctionCheck.Events.Select(check => check.Function).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(true, """{"errorMessage": "It broke."}""", "does NOT answer: It broke.")]
    [InlineData(true, "", "does NOT answer: ")]
    [InlineData(false, "null", "does NOT answer: null")]
    [InlineData(false, """{"outcome": "InvalidRequest"}""", "does NOT do its work: InvalidRequest; its log tells why")]
    public void What_is_no_answer_is_not_taken_for_one(bool failed, string answer, string said) =>
        Assert.Equal((false, said), FunctionCheck.Read(failed, answer));
}
