using Xunit.Sdk;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>Every test here that starts a function holds the whole of its log to this when the process has ended, however it
/// ended.</summary>
public sealed class NoPersonalDataInALogTests
{
    [Theory]
    [InlineData("+819012345678")]
    [InlineData("819012345678")]
    [InlineData("0081 90 1234 5678")]
    [InlineData("%2B819012345678")]
    [InlineData("\\u002B819012345678")]
    [InlineData("09012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("(090) 1234.5678")]
    [InlineData("+81 (0)90 1234 5678")]
    [InlineData("０９０−１２３４−５６７８")]
    [InlineData("0312345678")]
    [InlineData("justin")]
    [InlineData("the north face")]
    [InlineData("髙﨑 花")]
    [InlineData(PersonalData.SecretKey)]
    public void A_number_however_it_is_written_a_name_and_an_item_are_found(string planted) =>
        Assert.NotEmpty(PersonalData.In($$"""{"level":"error","fault":"Order of {{planted}}: gone"}"""));

    [Theory]
    [InlineData("""{"level":"info","function":"CancelOrder","contactId":"5ca32fbd-8f92-46af-92a5-6b0f970f0efe","outcome":"Cancelled"}""")]
    [InlineData("""{"contactId":"01234567-0123-0123-0123-012345678901","until":"2026-11-25T01:00:00Z"}""")]
    [InlineData("Order of (number): gone at 00:00:00.0123456")]
    public void What_names_nobody_is_not_taken_for_a_number(string line) => Assert.Empty(PersonalData.In(line));

    [Fact]
    public void The_id_of_an_event_is_no_number_though_it_look_like_one_and_a_number_beside_it_is()
    {
        const string RequestId = "5ca32fbd-8190-1234-5678-6b0f970f0efe";

        Assert.NotEmpty(PersonalData.In($"{RequestId} error"));
        Assert.Empty(PersonalData.In($"{RequestId} error", RequestId));
        Assert.NotEmpty(PersonalData.In($"{RequestId} error 090-1234-5678", RequestId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_function_that_logs_a_number_fails_the_test_that_ran_it_even_when_it_was_killed(bool isKilled)
    {
        // Written beside the function: its own writer masks every number.
        var lambda = RunningLambda.StartFromAShell(
            "echo 090-1234-5678; exec \"$0\"", "OrderTableRead", isKilled ? RunningLambda.ContractNow : ("HOTLINE_FIXED_NOW", "soon"));
        lambda.ReadTheLog();
        if (isKilled)
        {
            await lambda.Api.Ready.WaitAsync(TestContext.Current.CancellationToken);
            lambda.Kill();
        }
        else
        {
            await lambda.InitializationError();
        }

        await Assert.ThrowsAnyAsync<XunitException>(() => lambda.DisposeAsync().AsTask());
    }
}
