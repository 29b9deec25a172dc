namespace OrderHotline.Hosts.Cli.Tests;

/// <summary><c>samples/patisserie</c>: French, by the files in its folder alone.</summary>
public sealed class ThirdLanguageTests : IDisposable
{
    const string Wednesday = "--now 2026-11-25T10:00+09:00";

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "patisserie");
    static readonly string Shop = $"--shop {Path.Combine(Folder, "shop.json")}";

    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Its_calls_go_as_they_are_written() => Assert.EndsWith(
        "5 calls, 5 passed, 0 failed\n", (await desk.Type($"run {Path.Combine(Folder, "calls")} {Shop}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task Every_property_holds_for_it() => Assert.DoesNotContain(
        ": broken", (await desk.Type($"explore --depth 4 {Wednesday} {Shop}")).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public async Task Its_caller_presses_the_key_of_the_language()
    {
        desk.Put("input.txt", "(hang up)\n");

        var called = (await desk.Type($"call --language fr-FR --input @input.txt {Shop}")).Succeeded().Output;

        Assert.Contains("Caller    3\nLine      Kyoto Blend 200g : ", called, StringComparison.Ordinal);
        (await desk.Type($"call --language de-DE --input @input.txt {Shop}")).FailedSaying("de-DE", "offer");
    }

    [Theory]
    [InlineData("OrderBot.fr_FR.json", "", "The bot has no locale fr_FR: put OrderBot.fr_FR.json beside the shop's file")]
    [InlineData("OrderBot.fr_FR.json", "{", "OrderBot.fr_FR.json: A locale: it is no JSON")]
    [InlineData("words.fr-FR.json", "{", "words.fr-FR.json is not JSON")]
    [InlineData("shop.json", """{"version": 1, "verification": {"policy": "none"}, "operators": {"hours": {"Monday": "closed"}}, "languages": {"offered": ["en-US"]}}""", "Reception / language-ja: It leads callers to ja-JP, which the shop does not offer")]
    public async Task What_it_lacks_is_told_before_anybody_calls(string file, string instead, string problem)
    {
        foreach (var own in Directory.GetFiles(Folder, "*.json"))
        {
            File.Copy(own, desk.PathOf(Path.GetFileName(own)));
        }

        Assert.Equal(0, (await desk.Type("shop check @shop.json")).ExitCode);
        if (instead.Length == 0)
        {
            File.Delete(desk.PathOf(file));
        }
        else
        {
            desk.Put(file, instead);
        }

        (await desk.Type("shop check @shop.json")).FailedSaying(problem);
        var json = (await desk.Type("shop check @shop.json --json")).Output;
        Assert.True(instead == "{" || json.Contains("\"problems\": [\n    \"", StringComparison.Ordinal), json);
    }

    [Fact]
    public async Task A_key_that_is_offered_is_the_key_that_leads_there()
    {
        foreach (var own in Directory.GetFiles(Folder, "*.json"))
        {
            var text = (await File.ReadAllTextAsync(own, TestContext.Current.CancellationToken)).Replace("\"fr-FR\"]", "\"de-DE\", \"fr-FR\"]", StringComparison.Ordinal);
            desk.Put(Path.GetFileName(own), text);
            desk.Put(Path.GetFileName(own).Replace("fr-FR", "de-DE", StringComparison.Ordinal).Replace("fr_FR", "de_DE", StringComparison.Ordinal),
                text.Replace("fr_FR", "de_DE", StringComparison.Ordinal).Replace("Pour le français, tapez", "Für Deutsch die Taste", StringComparison.Ordinal));
        }

        desk.Put("input.txt", "(hang up)\n");
        var called = (await desk.Type("call --language fr-FR --input @input.txt --shop @shop.json")).Succeeded().Output;

        Assert.Contains("For English, press 2. Für Deutsch die Taste 3. Pour le français, tapez 4.", called, StringComparison.Ordinal);
        Assert.Contains("Caller    4\n", called, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_without_its_blocks_are_told_and_rendering_adds_them()
    {
        Directory.CreateDirectory(desk.PathOf("flows"));
        foreach (var file in Directory.GetFiles(Path.Combine(ShopOption.DeployedFolder.FullName, "flows")))
        {
            File.Copy(file, Path.Combine(desk.PathOf("flows"), Path.GetFileName(file)));
        }

        var lacking = await desk.Type($"flow check @flows {Shop}");
        (await desk.Type($"flow render @flows {Shop}")).Succeeded();
        var rendered = await desk.Type($"flow check @flows {Shop}");

        Assert.Equal(ExitCodes.CheckFailed, lacking.ExitCode);
        Assert.Contains("Conversation.json: language: error: Callers are offered fr-FR", lacking.Output, StringComparison.Ordinal);
        Assert.Contains("Reception.json: error: Callers are offered fr-FR, and no flow lets them choose it", lacking.Output, StringComparison.Ordinal);
        Assert.EndsWith("9 flows, 0 errors, 0 warnings, 0 hints\n", rendered.Succeeded().Output, StringComparison.Ordinal);
        Assert.EndsWith("0 of 9 flows changed.\n", (await desk.Type($"flow render @flows {Shop}")).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shop_beside_a_folder_of_flows_says_what_its_callers_are_offered()
    {
        Directory.CreateSymbolicLink(desk.PathOf("flows"), Path.Combine(ShopOption.DeployedFolder.FullName, "flows"));
        foreach (var file in Directory.GetFiles(Folder, "*.json"))
        {
            File.Copy(file, desk.PathOf(Path.GetFileName(file)));
        }

        Assert.Contains("offered fr-FR", (await desk.Type("flow check @flows")).Output, StringComparison.Ordinal);
    }
}
