using System.Globalization;
using OrderHotline.Bench.Chats;

// bench/Chats/run.sh starts it, with the host on another core.
var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
var (customers, stops) = (options.GetValueOrDefault("--customers", 500), options.GetValueOrDefault("--stops", 0));

await using var shop = await ShopInATable.Open(customers);
await using var host = await HostProcess.Start(shop, core: 0);
var tally = new Tally();

// Learning the samples, and compiling, are the first customer's of a day.
await new Chatter(shop, host, 0, new Tally(), Random.Shared).Chat();
var chats = Enumerable.Range(1, customers).Select(one => new Chatter(shop, host, one, tally, Random.Shared).Chat()).ToList();
if (stops > 0)
{
    while (tally.Answered < customers * Chatter.Messages / 2)
    {
        await Task.Delay(20);
    }

    await host.StopAndStartAgain();
}

await Task.WhenAll(chats);
var (lost, doubled) = await shop.LostAndDoubled(Chatter.Changes);
Console.WriteLine(tally.Table(customers, host.PeakMiB(), host.AwayFor, lost, doubled));
return tally.Answered == customers * Chatter.Messages && tally.OutOfOrder == 0 && lost == 0 && doubled == 0 ? 0 : 1;
