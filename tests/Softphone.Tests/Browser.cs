using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(OrderHotline.Softphone.Tests.Browser))]

namespace OrderHotline.Softphone.Tests;

/// <summary>Debian's Chromium. Where there is none the tests are skipped, and say so; CI must have it.</summary>
public sealed class Browser : IAsyncLifetime
{
    const float Patience = 20_000;
    const string Chromium = "/usr/bin/chromium";

    static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--lang=ja-JP"];

    IPlaywright? playwright;
    IBrowser? browser;
    string missing = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            missing = $"there is no {Chromium}: apt-get install chromium fonts-noto-cjk";
            return;
        }

        try
        {
            playwright = await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience); // for a machine that builds and tests all else at once
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
        }
        catch (PlaywrightException why)
        {
            missing = why.Message;
        }
    }

    /// <summary>Opens the page of a telephone as somebody who has never been there.</summary>
    /// <param name="telephone">The telephone.</param>
    /// <param name="options">Width, colours, motion; null for a usual desk.</param>
    /// <param name="pace">Seconds for a second of speech: 0 does not wait.</param>
    internal async Task<OpenPage> Open(Telephone telephone, BrowserNewContextOptions? options = null, string pace = "0")
    {
        var opened = await Open(new Uri($"{telephone.Address}?pace={pace}"), options);
        await Assertions.Expect(opened.Page.Locator("#take:visible, #captions:visible").First).ToBeVisibleAsync();
        return opened;
    }

    /// <summary>Opens a page as somebody who has never been there.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="options">Width, colours, motion; null for a usual desk.</param>
    internal async Task<OpenPage> Open(Uri address, BrowserNewContextOptions? options = null)
    {
        var why = $"This test needs a browser: {missing}";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(browser is not null, why);
        }

        Assert.SkipWhen(browser is null, why);
        options ??= new();
        options.Locale ??= "ja-JP";
        options.ViewportSize ??= new() { Width = 1280, Height = 860 };
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) => problems.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync(address.ToString());
        return new(page, problems);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>A page that somebody looks at. What it finds wrong with itself is a fault, whatever else a test looks at.</summary>
sealed record OpenPage(IPage Page, List<string> Problems) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(Problems);
    }
}
