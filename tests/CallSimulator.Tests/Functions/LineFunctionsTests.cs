using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Tests;

public sealed class LineFunctionsTests
{
    const string Caller = "+819012345678";

    readonly List<string> log = [];
    readonly InMemoryOrders orders = new();
    readonly LineFunctions functions;

    public LineFunctionsTests()
    {
        orders.Put(Order());
        functions = new(LinePorts.Over(orders), Deployed.Line.Shop with { Words = new([Language.English], LinePhrases.Standard.In) }, log.Add);
    }

    [Theory]
    [InlineData("OrderTableRead")]
    [InlineData("CancelOrder")]
    [InlineData("ChangeOrderDate")]
    public async Task Every_function_of_the_line_answers_a_flat_map_of_texts(string name)
    {
        var reply = await Invoke(name, "2026-11-22T12:00:00");

        Assert.All(reply.EnumerateObject(), value => Assert.Equal(JsonValueKind.String, value.Value.ValueKind));
        Assert.Contains($"\"function\":\"{name}\"", Assert.Single(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialogue_answers_Lex()
    {
        var reply = await Invoke("OrderDialog", "2026-11-22T12:00:00", "{}");

        Assert.Equal(JsonValueKind.Object, reply.GetProperty("sessionState").ValueKind);
        Assert.Contains("\"function\":\"OrderDialog\"", Assert.Single(log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-22T12:00:00", "Cancelled")]
    [InlineData("2026-12-01T23:00:00", "TooLateToCancel")]
    public async Task The_clock_shows_the_moment_of_the_call(string tokyo, string outcome)
    {
        var reply = await Invoke("CancelOrder", tokyo);

        Assert.Equal(outcome, reply.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("cancelorder")]
    [InlineData("0")]
    [InlineData("DeliverTexts")]
    public async Task A_function_that_is_not_there_has_failed(string name)
    {
        var answer = await functions.Invoke(CallOf(name, "2026-11-22T12:00:00", "{}"), TestContext.Current.CancellationToken);

        Assert.Equal(
            new FunctionAnswer.Failed(
                $"There is no function {name}: it must be one of CancelOrder, ChangeOrderDate, OrderTableRead, RequestCode, VerifyCaller, VouchForCaller or OrderDialog.",
                Duration.Zero)
            {
                IsUnknown = true,
            },
            answer);
    }

    [Fact]
    public async Task Calls_at_the_same_time_have_their_own_moments()
    {
        var seen = new List<Instant>();
        var clock = new CallClock();
        var together = new TaskCompletionSource();

        await Task.WhenAll(See(1), See(2), Task.Run(together.SetResult, TestContext.Current.CancellationToken));

        Assert.Equal([Instant.FromUnixTimeSeconds(1), Instant.FromUnixTimeSeconds(2)], seen.Order());

        async Task See(int second)
        {
            clock.Show(Instant.FromUnixTimeSeconds(second));
            await together.Task;
            lock (seen)
            {
                seen.Add(clock.GetCurrentInstant());
            }
        }
    }

    async Task<JsonElement> Invoke(string name, string tokyo, string? json = null)
    {
        json ??= $$$"""
            {"Name":"ContactFlowEvent","Details":{"Parameters":{"orderId":"100","shippingDate":"2026-12-05"},"ContactData":{
            "ContactId":"contact-1","Channel":"VOICE","CustomerEndpoint":{"Address":"{{{Caller}}}","Type":"TELEPHONE_NUMBER"} } } }
            """;
        var answer = await functions.Invoke(CallOf(name, tokyo, json), TestContext.Current.CancellationToken);
        Assert.Equal(Duration.Zero, answer.Took);
        using var document = JsonDocument.Parse(Assert.IsType<FunctionAnswer.Replied>(answer).Payload);
        return document.RootElement.Clone();
    }

    static FunctionCall CallOf(string name, string tokyo, string json) => new(
        name,
        Encoding.UTF8.GetBytes(json),
        LocalDateTimePattern.ExtendedIso.Parse(tokyo).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).ToInstant(),
        Duration.FromSeconds(8));

    static Order Order() => new(
        OrderId.TryParse("100", out var id) ? id : default,
        PhoneNumber.TryParse(Caller, out var owner) ? owner : default,
        "Hoodie",
        "Justin",
        new LocalDate(2026, 12, 1),
        new OrderState.Placed(),
        placedAt: Instant.FromUtc(2026, 11, 20, 0, 0));
}
