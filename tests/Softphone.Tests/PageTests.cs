using Microsoft.Playwright;
using OrderHotline.CallSimulator.Scenarios;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>The page, as a shop owner uses it.</summary>
public sealed class PageTests(Browser browser)
{
    [Fact]
    public async Task Three_clicks_lead_from_an_open_page_to_an_announced_change_within_forty_five_seconds()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("呼び出し中…");
        await Expect(page.Locator("#order")).ToContainTextAsync("11月28日");
        await Expect(page.Locator("#breaking")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "お客様として電話に出る" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "来週の水曜に変えて" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "はい", Exact = false }).ClickAsync();

        await Expect(page.Locator("#captions")).ToContainTextAsync("十二月二日、水曜日の発送に変更しました。");
        await Expect(page.Locator("#order")).ToContainTextAsync("12月2日");
        await Expect(page.Locator("#order")).ToContainTextAsync("変更 1 回");
        await Expect(page.Locator("#messages")).ToContainTextAsync("発送日を2026年12月2日（水）に変更しました。");
        var times = (await telephone.Picture()).GetProperty("times");
        Assert.InRange(times.GetProperty("untilAChangeIsAnnounced").GetDouble(), 1, 45);
    }

    [Fact]
    public async Task A_call_that_is_typed_ends_with_its_seconds_is_replayed_and_kept_as_a_test()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;
        await page.ClickAsync("#take");
        foreach (var words in new[] { "発送日を変更したいんですが", "来週の金曜日", "はい", "以上です、ありがとう" })
        {
            await page.FillAsync("#words", words);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".caption.yours", new() { HasText = words }).Last).ToBeVisibleAsync();
        }

        await Expect(page.Locator("#afterHeading")).ToBeFocusedAsync();
        await Expect(page.Locator("#times")).ToContainTextAsync("回 話した回数");
        var heard = await page.Locator("#captions .words").AllTextContentsAsync();

        await page.ClickAsync("#replay");
        await Expect(page.Locator("#after")).ToBeVisibleAsync();
        Assert.Equal(heard, await page.Locator("#captions .words").AllTextContentsAsync());

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#keep"));
        Assert.Equal("call-1.call", download.SuggestedFilename);
        var kept = ScenarioText.Read("kept", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        Assert.IsType<ScenarioResult.Passed>(await new ScenarioRunner(Telephone.Line).Run(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_broken_shows_one_change_for_four_wishes()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US", "(hang up)");
        await using var opened = await browser.Open(telephone, new() { Locale = "en-US" });
        var page = opened.Page;

        var broken = page.GetByRole(AriaRole.Switch, new() { Name = "The same wish arrives four times" });
        await broken.ClickAsync();
        await Expect(broken).ToBeCheckedAsync();
        await page.ClickAsync("#again");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel it" }).ClickAsync();

        await Expect(page.Locator("#order")).ToContainTextAsync("asked 4 times → changed once");
        await Expect(page.Locator("#order")).ToContainTextAsync("cancelled");
        await Expect(page.Locator("#messages .message")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_shop_of_ones_own_is_called_with_its_item_and_its_days()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US", "(hang up)");
        await using var opened = await browser.Open(telephone, new() { Locale = "en-US" });
        var page = opened.Page;

        await page.FillAsync("[name=item]", "Enamel kettle");
        await page.FillAsync("[name=ships]", "2026-12-03");
        await page.CheckAsync("#weekdays input[value=Wednesday]", new() { Force = true });
        await page.FillAsync("#closedDate", "2026-12-04");
        await page.ClickAsync("#addDate");
        await page.ClickAsync("#save");

        await Expect(page.Locator("#captions")).ToContainTextAsync("Your order, Enamel kettle, ships on Thursday, December 3rd.");
        await page.FillAsync("#words", "Friday next week");
        await page.ClickAsync("#typed button[type=submit]");
        await Expect(page.Locator("#captions")).ToContainTextAsync("We do not ship on that day.");
    }

    [Fact]
    public async Task A_reload_in_the_middle_goes_on_where_it_was()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, pace: "1");
        var page = opened.Page;
        await page.ClickAsync("#take");
        await page.GetByRole(AriaRole.Button, new() { Name = "来週の水曜に変えて" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "はい" })).ToBeVisibleAsync();

        await page.ReloadAsync();

        await Expect(page.Locator("#captions")).ToContainTextAsync("十二月二日、水曜日の発送でよろしいでしょうか？");
        await page.GetByRole(AriaRole.Button, new() { Name = "はい" }).ClickAsync();
        await Expect(page.Locator("#order")).ToContainTextAsync("12月2日");
    }

    [Fact]
    public async Task Words_come_at_the_speed_at_which_they_are_spoken_and_can_be_skipped()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, pace: "4");
        var page = opened.Page;
        await page.ClickAsync("#take");

        await Expect(page.Locator(".word.said").First).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.Locator(".word:not(.said)").CountAsync());
        Assert.Equal(0, await page.Locator(".caption", new() { HasText = "ご用件をどうぞ" }).CountAsync());

        await page.ClickAsync("#hurry");
        await Expect(page.Locator(".caption", new() { HasText = "ご用件をどうぞ" })).ToBeVisibleAsync();
        await Expect(page.Locator(".word:not(.said)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_voice_reads_aloud_and_a_microphone_listens_where_the_browser_has_them()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;
        await Expect(page.Locator("#voice")).ToBeHiddenAsync(); // this browser has none

        const string Fake = """
            globalThis.spoken = [];
            export const canSpeak = () => true;
            export const whenVoicesChange = () => {};
            export const speak = (text, language) => { spoken.push(`${language} ${text}`); return Promise.resolve(); };
            export const hush = () => {};
            export const canListen = () => true;
            export const listen = () => Promise.resolve('キャンセルしたい');
            """;
        await page.RouteAsync("**/voice.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Fake }));
        await page.ReloadAsync();
        await page.ClickAsync("#take");
        await page.ClickAsync("#voice");
        await page.ClickAsync("#listen");

        await Expect(page.Locator("#captions")).ToContainTextAsync("ご注文をキャンセルいたしますが、よろしいでしょうか？");
        Assert.Contains(await page.EvaluateAsync<string[]>("spoken"), words => words.StartsWith("ja-JP ご注文を", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_it_works_is_closed_until_it_is_asked_for_and_then_follows_the_call()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, new() { Locale = "en-US" });
        var page = opened.Page;
        await page.ClickAsync("#take");
        await Expect(page.Locator("#path")).ToBeHiddenAsync();

        await page.ClickAsync("#inside > summary");
        await Expect(page.Locator("#path")).ToContainTextAsync("Reception");
        await Expect(page.Locator("#path .call").First).ToContainTextAsync("OrderTableRead → OrderFound");
        await page.GetByRole(AriaRole.Button, new() { Name = "When does it ship?" }).ClickAsync();
        await Expect(page.Locator("#path .step")).ToHaveCountAsync(3);
        await Expect(page.Locator("#path")).ToContainTextAsync("bot takes it for OrderStatus");
    }

    [Fact]
    public async Task The_language_can_be_changed_at_any_time()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take the call as your customer" }).ClickAsync();

        await Expect(page.Locator("#captions")).ToContainTextAsync("ships on Saturday, November 28th. How can I help?");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
    }
}
