using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>What a customer does in a chat, and sees of it.</summary>
static class ChatActs
{
    /// <summary>Opens it.</summary>
    public static async Task Open(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Chat about your order" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log)).ToBeVisibleAsync();
    }

    /// <summary>What the line has said.</summary>
    public static ILocator Lines(this IPage page) => page.Locator(".said.line .words");

    public static ILocator Chip(this IPage page, string name) => page.Locator(".choices").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static Task Choose(this IPage page, string name) => page.Chip(name).ClickAsync();

    /// <summary>Writes something, once what was sent before has been answered.</summary>
    public static async Task Write(this IPage page, string words)
    {
        await Expect(page.Locator(".send")).ToBeEnabledAsync();
        await Expect(page.Locator(".choices button").First).ToBeVisibleAsync();
        await page.Locator("#field").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".customer .words").Last).ToHaveTextAsync(words);
    }
}
