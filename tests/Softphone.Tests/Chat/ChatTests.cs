using Microsoft.Playwright;
using NodaTime;
using OrderHotline.Domain;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>The chat as a customer has it in a browser.</summary>
public sealed class ChatTests(Browser browser)
{
    static readonly BrowserNewContextOptions English = new() { Locale = "en-US" };

    [Fact]
    public async Task A_customer_moves_and_then_cancels_an_order_by_buttons_and_by_writing()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, English);
        var page = opened.Page;
        await page.Open();
        await Expect(page.Lines()).ToHaveTextAsync(["Your order, Kyoto Blend 200g, ships on Monday, November 30th. How can I help?"]);

        await page.Choose("Change the date");
        await page.Choose("Friday, November 27th");
        await page.Choose("Yes");
        await Expect(page.Lines().Last).ToHaveTextAsync("Your order now ships on Friday, November 27th. A text message is on its way. Anything else?");
        await page.Write("actually, please cancel it");
        await page.Write("yes");
        await Expect(page.Lines().Last).ToHaveTextAsync("I have cancelled your order. A text message is on its way. Anything else?");
        await page.Choose("No, that's all");

        await Expect(page.Lines().Last).ToHaveTextAsync("Thank you. Goodbye.");
        await Expect(page.GetByLabel("Your message")).ToBeDisabledAsync();
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('order-hotline-chat')"));
        Assert.IsType<OrderState.Cancelled>(host.Order.State);
        Assert.Equal(2, host.Order.Version);
    }

    [Fact]
    public async Task A_reload_in_the_middle_loses_nothing()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, English);
        var page = opened.Page;
        await page.Open();
        await page.Write("December 4th");
        await Expect(page.Chip("Another day")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.Open();

        await Expect(page.Lines()).ToHaveCountAsync(2);
        await page.Choose("Yes");
        await Expect(page.Lines().Last).ToContainTextAsync("Your order now ships on Friday, December 4th.");
    }

    [Fact]
    public async Task A_stop_of_the_host_in_the_middle_loses_nothing_and_is_told()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, English);
        var page = opened.Page;
        await page.Open();
        await page.Write("December 4th");
        await Expect(page.Chip("Yes")).ToBeVisibleAsync();
        await host.Stop();

        await page.Choose("Yes");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The line cannot be reached. Your message is sent again in a moment.");
        await host.StartAgain();

        await Expect(page.Lines().Last).ToContainTextAsync("Your order now ships on Friday, December 4th.");
        await Expect(page.GetByRole(AriaRole.Status)).Not.ToContainTextAsync("cannot be reached");
        Assert.Equal(1, host.Order.Version);
        Assert.All(opened.Problems, problem => Assert.Contains("ERR_CONNECTION_REFUSED", problem, StringComparison.Ordinal));
        opened.Problems.Clear();
    }

    [Fact]
    public async Task The_language_changes_in_the_middle()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, English);
        var page = opened.Page;
        await page.Open();
        await page.Write("December 4th");
        await Expect(page.Chip("Yes")).ToBeVisibleAsync();

        await page.GetByLabel("Language").SelectOptionAsync("ja");

        await Expect(page.Lines().Last).ToHaveTextAsync("12月4日（金）の発送でよろしいでしょうか？");
        await page.Choose("はい");
        await Expect(page.Lines().Last).ToContainTextAsync("12月4日（金）の発送に変更しました。");
        Assert.Equal(new LocalDate(2026, 12, 4), host.Order.ShippingDate);
    }

    [Fact]
    public async Task What_a_name_or_a_message_holds_is_text_and_nothing_else()
    {
        const string Evil = "<img src=x onerror=document.title='taken'><b>Tea</b>";
        await using var host = await ChatHost.Start(Evil);
        await using var opened = await browser.Open(host.Address, English);
        var page = opened.Page;
        await page.Open();

        await page.Write(Evil);

        await Expect(page.Locator(".customer .words")).ToHaveTextAsync(Evil);
        Assert.Equal(0, await page.Locator(".log img, .log b").CountAsync());
        Assert.Equal("A shop", await page.TitleAsync());
    }

    [Fact]
    public async Task On_a_page_of_the_shops_own_the_one_tag_is_all_there_is_to_do()
    {
        await using var shop = await ShopPage.Start();
        await using var host = await ChatHost.Start(origins: shop.Origin);
        shop.Embed(host);
        await using var opened = await browser.Open(new Uri(shop.Origin), English);
        var page = opened.Page;

        await page.Open();
        await page.Choose("Cancel the order");
        await page.Choose("Yes, cancel it");

        await Expect(page.Lines().Last).ToContainTextAsync("I have cancelled your order.");
        Assert.Equal("rgb(255, 255, 255)", await page.Locator(".said.line").First.EvaluateAsync<string>("one => getComputedStyle(one).backgroundColor"));
    }

    [Fact]
    public async Task A_shop_that_the_host_does_not_know_has_no_chat()
    {
        await using var shop = await ShopPage.Start();
        await using var host = await ChatHost.Start();
        shop.Embed(host);
        await using var opened = await browser.Open(new Uri(shop.Origin), English);

        await opened.Page.Open();

        await Expect(opened.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The line cannot be reached.");
        await opened.Page.GotoAsync("about:blank");
        Assert.NotEmpty(opened.Problems);
        Assert.All(opened.Problems, problem => Assert.Matches("CORS|ERR_FAILED", problem));
        opened.Problems.Clear();
    }

    [Fact]
    public async Task A_picture_shows_the_chat_and_is_small()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, new()
        {
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 960, Height = 680 },
        });
        var page = opened.Page;
        await page.Open();
        await page.Write("can I change the date?");
        await page.Write("Friday next week");
        await page.Choose("Yes");
        await Expect(page.Lines().Last).ToContainTextAsync("now ships on");
        await Expect(page.Lines().Last).ToBeInViewportAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Mouse.MoveAsync(0, 0);

        var picture = await page.ScreenshotAsync();
        var kept = Path.Combine(Repository.Folder, "docs", "chat.png");
        if (ScreenshotTests.MadeAnew)
        {
            await File.WriteAllBytesAsync(kept, picture, TestContext.Current.CancellationToken);
        }

        Assert.InRange(picture.Length, 10_000, 150_000);
        Assert.InRange(new FileInfo(kept).Length, 10_000, 150_000);
    }
}
