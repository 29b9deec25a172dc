using System.Globalization;
using System.Text.Json;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>Refused, and counted: the list is printed and held as approved text.</summary>
public sealed class RefusedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_must_be_refused_is_refused_by_its_name_and_changes_nothing()
    {
        await using var host = await RunningHost.Start();
        var attacks = TokenAttacks.All.Concat(RequestAttacks.All).Concat(ToolAttacks.All).Concat(ChatAttacks.All).ToList();

        var answers = await Task.WhenAll(attacks.Select(attack => attack.Try(host)));

        var list = string.Concat(attacks.Zip(answers, (attack, answer) => (attack, answer)).GroupBy(tried => tried.attack.Kind).Select(kind =>
            string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()}\n")
            + string.Concat(kind.Select(tried => $"  {tried.answer}  {tried.attack.Name}\n"))));
        output.WriteLine($"{list}\n{attacks.Count} in all");
        Assert.Equal(attacks.Select(attack => (attack.Name, attack.Expected)), attacks.Zip(answers, (attack, answer) => (attack.Name, answer)));
        Assert.All(host.Orders.All(), order => Assert.Equal(0, order.Version));
        Approved.Holds("refused", $"{list}\n{attacks.Count} in all", "Each of these is refused: one that is missing is an attack that nobody tries any more.");
    }

    [Fact]
    public async Task Whoever_tries_order_after_order_hears_the_same_of_each_that_is_not_theirs()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        var theirs = JsonSerializer.Serialize((await client.Cancel("k-666", "666")).Body);

        foreach (var id in Enumerable.Range(600, 100).Where(id => id != 666))
        {
            var answer = await client.Cancel(string.Create(CultureInfo.InvariantCulture, $"k-{id}"), id.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(404, answer.Status);
            Assert.Equal(theirs, JsonSerializer.Serialize(answer.Body));
        }
    }

    [Fact]
    public async Task A_customer_who_asks_too_often_waits_and_nobody_else_does()
    {
        await using var host = await RunningHost.Start(requestsAMinute: 5);
        using var client = host.Client();
        var answers = new List<Answer>();
        for (var asked = 0; asked < 3 * 5; asked++)
        {
            answers.Add(await client.LookUp());
        }

        var refused = answers.First(answer => answer.Status == 429);
        Assert.Equal(("TooManyRequests", true), (refused.Name, refused.Message.Headers.RetryAfter!.Delta > TimeSpan.Zero));
        Assert.Equal(200, (await host.Client(SampleOrder.SomebodyElse).LookUp()).Status);
    }
}
