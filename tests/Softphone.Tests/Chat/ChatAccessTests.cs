using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OrderHotline.Domain;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>Whoever cannot use a mouse, or cannot see the page, has the same chat.</summary>
public sealed class ChatAccessTests(Browser browser)
{
    [Fact]
    public async Task A_chat_is_held_by_the_keyboard_alone()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, new() { Locale = "en-US" });
        var page = opened.Page;

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#field")).ToBeFocusedAsync();
        await Expect(page.Lines()).ToHaveCountAsync(1);
        await page.Keyboard.TypeAsync("cancel it");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Chip("Yes, cancel it")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.Chip("Leave it as it is")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Lines().Last).ToContainTextAsync("I have cancelled your order.");
        await Expect(page.Chip("How does it stand?")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Chat about your order" })).ToBeFocusedAsync();
        Assert.IsType<OrderState.Cancelled>(host.Order.State);
    }

    [Theory]
    [InlineData(1280, "en-US")]
    [InlineData(360, "ja-JP")]
    public async Task Nothing_shuts_anybody_out(int width, string language)
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, new()
        {
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 700 },
        });
        var page = opened.Page;
        await Judge("closed");
        await page.Open();
        await page.GetByLabel("Language").SelectOptionAsync(language[..2]);
        await page.Locator(".choices button").First.ClickAsync();
        await page.Locator(".choices button").Nth(1).ClickAsync();
        await Expect(page.Locator(".choices button")).ToHaveCountAsync(3);
        await Judge("talking");
        await page.Locator(".choices button").First.ClickAsync();
        await page.Locator(".choices button").Last.ClickAsync();
        await Expect(page.Locator("#field")).ToBeDisabledAsync();
        await Judge("over");

        async Task Judge(string phase)
        {
            Assert.Equal("", string.Join('\n', (await page.RunAxe()).Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{phase}: {violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))));
            var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(tooWide <= 0, $"{phase}: {tooWide} pixels stand out at the side.");
        }
    }

    [Fact]
    public async Task A_fault_that_is_planted_is_found()
    {
        await using var host = await ChatHost.Start();
        await using var opened = await browser.Open(host.Address, new() { Locale = "en-US" });
        await opened.Page.Open();
        await opened.Page.Locator(".send").EvaluateAsync("button => { button.textContent = ''; }");

        Assert.Contains((await opened.Page.RunAxe()).Violations, violation => violation.Id == "button-name");
    }
}
