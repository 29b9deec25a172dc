using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using static OrderHotline.CallSimulator.Tests.FlowText;

namespace OrderHotline.CallSimulator.Tests;

public sealed class QueueCheckTests
{
    // Rehearsals ring on a Sunday at noon in Tokyo.
    static readonly ConnectWorld World = new()
    {
        Hours = new Dictionary<string, OpeningHours>
        {
            ["Sundays"] = Open(IsoDayOfWeek.Sunday, 9, 18),
            ["Mornings"] = Open(IsoDayOfWeek.Sunday, 9, 12),
            ["Mondays"] = Open(IsoDayOfWeek.Monday, 9, 18),
        }.ToImmutableDictionary(),
        Queues = new Dictionary<string, QueueState>
        {
            ["Desk"] = new()
            {
                Hours = "Mondays",
                Online = 3,
                Available = 0,
                Waiting = 7,
                LongestWait = Duration.FromMinutes(2),
            },
        }.ToImmutableDictionary(),
    };

    [Theory]
    [InlineData("""{"HoursOfOperationId":"${Sundays.HoursOfOperationArn}"}""", "True")]
    [InlineData("""{"HoursOfOperationId":"Mornings"}""", "False")]
    [InlineData("""{"HoursOfOperationId":"Always"}""", "True")]
    [InlineData("{}", "False")]
    public async Task Hours_are_those_of_the_action_or_of_the_target_queue(string parameters, string branch)
    {
        var call = await Asking(Action(
            "ask", "CheckHoursOfOperation", parameters, ("True", "True"), ("False", "False"), ("!NoMatchingError", "error"))).Call();

        Assert.Equal([branch], call.Heard);
    }

    [Theory]
    [InlineData("NumberOfAgentsAvailable", "NumberGreaterThan 0", "none")]
    [InlineData("NumberOfAgentsOnline", "NumberGreaterThan 0", "True")]
    [InlineData("NumberOfAgentsStaffed", "NumberGreaterThan 0", "True")]
    [InlineData("NumberOfContactsInQueue", "NumberGreaterThan 6", "True")]
    [InlineData("NumberOfContactsInQueue", "NumberGreaterThan 7", "none")]
    [InlineData("OldestContactInQueueAgeSeconds", "Equals 120", "True")]
    [InlineData("NumberOfClouds", "Equals 1", "error")]
    public async Task A_metric_is_compared(string metric, string condition, string branch)
    {
        var call = await Asking(Action(
            "ask",
            "CheckMetricData",
            $$"""{"MetricType":"{{metric}}"}""",
            (condition, "True"),
            ("!NoMatchingCondition", "none"),
            ("!NoMatchingError", "error"))).Call();

        Assert.Equal([branch], call.Heard);
    }

    [Theory]
    [InlineData("CheckHoursOfOperation")]
    [InlineData("CheckMetricData")]
    [InlineData("GetMetricData")]
    public async Task Without_any_queue_there_is_nothing_to_ask(string type)
    {
        var call = await new Rehearsal(
            [Action("ask", type, "{}", ("next", "True"), ("!NoMatchingError", "error")), .. End("True", "error")])
        {
            World = World,
        }.Call();

        Assert.Equal(["error"], call.Heard);
    }

    static Rehearsal Asking(string question) => new(
    [
        Action("queue", "UpdateContactTargetQueue", """{"QueueId":"${Desk.QueueArn}"}""", ("next", "ask")),
        question,
        .. End("True", "False", "none", "error"),
    ])
    {
        World = World,
    };

    static OpeningHours Open(IsoDayOfWeek day, int from, int to) =>
        new(DateTimeZoneProviders.Tzdb["Asia/Tokyo"], ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningPeriod>>.Empty
            .Add(day, [new OpeningPeriod(new LocalTime(from, 0), new LocalTime(to, 0))]));
}
