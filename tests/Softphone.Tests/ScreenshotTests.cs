using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>The pictures of the README and of docs/softphone.md, made anew with <c>HOTLINE_PICTURES=1</c>.</summary>
public sealed class ScreenshotTests(Browser browser)
{
    const long Largest = 150_000;

    /// <summary>Whether docs are made anew instead of being compared.</summary>
    public static bool MadeAnew => Environment.GetEnvironmentVariable("HOTLINE_PICTURES") is { Length: > 0 };

    [Theory]
    [InlineData("softphone.png", "en-US", ColorScheme.Light, 1200, 800)]
    [InlineData("softphone-ja.png", "ja-JP", ColorScheme.Light, 1200, 800)]
    [InlineData("softphone-broken.png", "en-US", ColorScheme.Dark, 940, 940)]
    [InlineData("softphone-narrow.png", "ja-JP", ColorScheme.Light, 390, 844)]
    public async Task A_picture_shows_the_page_and_is_small(string name, string language, ColorScheme colours, int width, int height)
    {
        var shop = Telephone.Line.Shop with { Name = language == "ja-JP" ? "鴨川珈琲" : "Kamogawa Coffee" };
        await using var telephone = await Telephone.Rings(Telephone.Line with { Shop = shop }, Telephone.Start());
        if (name.Contains("broken", StringComparison.Ordinal))
        {
            await telephone.Call(language, "(hang up)");
            await telephone.Break("sameWishFourTimes");
        }

        await using var opened = await browser.Open(telephone, new()
        {
            Locale = language,
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        var page = opened.Page;
        await page.Locator("#take:visible, #again:visible").ClickAsync();
        await page.Locator("#suggestions button").First.ClickAsync();
        await page.Locator("#suggestions button", new() { HasText = language == "ja-JP" ? "はい" : "Yes" }).ClickAsync();
        await Expect(page.Locator("#messages .message")).ToBeVisibleAsync();
        if (name.Contains("broken", StringComparison.Ordinal))
        {
            await page.ClickAsync("#hangUp");
            await Expect(page.Locator("#after")).ToBeVisibleAsync();
        }

        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Mouse.MoveAsync(0, 0);
        var picture = await page.ScreenshotAsync();
        if (MadeAnew)
        {
            await File.WriteAllBytesAsync(Path.Combine(Repository.Folder, "docs", name), picture, TestContext.Current.CancellationToken);
        }

        Assert.InRange(picture.Length, 10_000, Largest);
        Assert.InRange(new FileInfo(Path.Combine(Repository.Folder, "docs", name)).Length, 10_000, Largest);
    }
}
