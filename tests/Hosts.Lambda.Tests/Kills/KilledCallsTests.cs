using System.Globalization;
using System.Text.Json;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.RuntimeApi;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>A function is killed after DynamoDB has applied its change, and before or while it answers; Connect sends the event
/// again.</summary>
public sealed class KilledCallsTests(Dynalite dynalite, ITestOutputHelper output)
{
    const int Kills = 10;

    [Theory]
    [InlineData("CancelOrder", "Cancelled")]
    [InlineData("ChangeOrderDate", "Rescheduled")]
    public async Task Killed_between_write_and_answer_a_function_has_changed_the_order_once_and_the_next_one_says_so(
        string function, string success)
    {
        using var table = await TestTable.Create(dynalite);
        await using var wire = new Wire(dynalite.Address);
        var moment = new KillMoment(Environment.TickCount);
        var answered = 0;
        LambdaEvent? killed = null;
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var lambda = RunningLambda.Start(
                function,
                [.. table.Variables, ("HOTLINE_DYNAMODB_URL", wire.Url), ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z")]);
            await lambda.Api.Ready.WaitAsync(TestContext.Current.CancellationToken);
            if (killed is not null)
            {
                Assert.Equal(success, (await lambda.Ask(killed with { Deadline = InAMinute }))["outcome"]);
                await AssertChangedOnce(table, Caller(kill - 1), moment);
            }

            if (kill < Kills)
            {
                await table.Put(TestTable.ItemOf(SampleOrder.Of(Caller(kill), "1")));
                killed = Event(Caller(kill));
                answered += await KillDuring(killed, lambda, wire, moment) ? 1 : 0;
                await AssertChangedOnce(table, Caller(kill), moment);
            }
        }

        output.WriteLine(
            $"{function}, seed {moment.Seed}: {Kills} kills after the write, {Kills - answered} before the answer and {answered} after it. "
            + "No change lost, none made twice.");
    }

    static DateTimeOffset InAMinute => DateTimeOffset.UtcNow.AddMinutes(1);

    /// <returns>Whether the answer was out before the kill.</returns>
    static async Task<bool> KillDuring(LambdaEvent lambdaEvent, RunningLambda lambda, Wire wire, KillMoment moment)
    {
        wire.Treat = async exchange =>
        {
            if (exchange.Operation != "UpdateItem")
            {
                await exchange.Pass();
                return;
            }

            var applied = (await exchange.Forward()).Bytes;
            switch (moment.Kind(4))
            {
                case 0:
                    break;
                case 1:
                    await exchange.Answer(moment.PartOf(applied));
                    break;
                default:
                    await exchange.Answer(applied);
                    moment.Pause();
                    break;
            }

            lambda.Kill();
        };
        var answer = lambda.Api.SendAsync(lambdaEvent);
        await lambda.Ended.WaitAsync(TestContext.Current.CancellationToken);
        wire.Treat = exchange => exchange.Pass();
        return answer.IsCompletedSuccessfully;
    }

    static async Task AssertChangedOnce(TestTable table, PhoneNumber caller, KillMoment moment)
    {
        var item = await table.Read(caller, "1");
        Assert.Equal(
            (moment.Seed, "1", 1, 1),
            (moment.Seed, item["version"].N, item["history"].L.Count, item["outbox"].L.Count));
        Assert.True(item["isCancel"].S == "True" || item["shippingDate"].S == "2026-12-04");
    }

    static PhoneNumber Caller(int kill) => SampleOrder.Number($"+819011{kill.ToString("D6", CultureInfo.InvariantCulture)}");

    static LambdaEvent Event(PhoneNumber caller) => new(JsonSerializer.Serialize(new
    {
        Details = new
        {
            ContactData = new { ContactId = "call-1", Channel = "VOICE", CustomerEndpoint = new { Address = caller.ToE164(), Type = "TELEPHONE_NUMBER" } },
            Parameters = new { orderId = "1", shippingDate = "2026-12-04" },
        },
    }))
    {
        Deadline = InAMinute,
    };
}
