using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OrderHotline.Softphone.Tests;

/// <summary>Whoever cannot use a mouse, or cannot see the page, makes the same call.</summary>
public sealed class AccessTests(Browser browser)
{
    [Fact]
    public async Task A_call_is_made_by_the_keyboard_alone()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;

        await Reach("#take");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#suggestions button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#suggestions button", new() { HasText = "はい" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#order")).ToContainTextAsync("12月2日");
        await Reach("#hangUp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#afterHeading")).ToBeFocusedAsync();
        await Reach(".switch");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".switch").First).ToHaveAttributeAsync("aria-checked", "true");

        async Task Reach(string selector)
        {
            for (var stops = 0; stops < 40; stops++)
            {
                if (await page.Locator($"{selector}:focus").CountAsync() > 0)
                {
                    return;
                }

                await page.Keyboard.PressAsync("Tab");
            }

            Assert.Fail($"{selector} cannot be reached by Tab.");
        }
    }

    [Fact]
    public async Task A_call_is_made_by_what_a_screen_reader_is_told_alone()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, new() { Locale = "en-US" });
        var page = opened.Page;
        var transcript = new StringBuilder();

        // By role and name, and by nothing that is seen.
        await Told("The page opens.", "main");
        await Press("Take the call as your customer", captions: 4);
        await Press("“Change it to Wednesday next week”", captions: 6);
        await Press("“Yes, please”", captions: 9);
        await Expect(page.Locator("#messages .message")).ToBeVisibleAsync();
        await Told("What was announced, the order and the customer's phone.", "#telephone", "aside");
        await Press("Hang up", captions: 10);
        await Expect(page.Locator("#afterHeading")).ToBeFocusedAsync();
        await Told("The call is over.", "#after");

        // The page that tells of it holds what was told, word by word.
        const string Begin = "```transcript\n";
        var told = Path.Combine(Repository.Folder, "docs", "softphone.md");
        var text = await File.ReadAllTextAsync(told, TestContext.Current.CancellationToken);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf("```", begin, StringComparison.Ordinal);
        if (ScreenshotTests.MadeAnew)
        {
            await File.WriteAllTextAsync(told, $"{text[..begin]}{transcript}{text[end..]}", TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(text[begin..end], transcript.ToString());

        async Task Press(string name, int captions)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = name }).PressAsync("Enter");
            transcript.Append($"> presses \"{name}\"\n\n");
            await Expect(page.Locator(".caption")).ToHaveCountAsync(captions);
        }

        async Task Told(string what, params string[] parts)
        {
            transcript.Append($"{what}\n");
            foreach (var part in parts)
            {
                transcript.Append(await page.Locator(part).AriaSnapshotAsync()).Append('\n');
            }

            transcript.Append('\n');
        }
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "ja-JP")]
    [InlineData(1280, ColorScheme.Dark, "en-US")]
    [InlineData(360, ColorScheme.Light, "en-US")]
    [InlineData(360, ColorScheme.Dark, "ja-JP")]
    public async Task Nothing_shuts_anybody_out(int width, ColorScheme colours, string language)
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, new()
        {
            Locale = language,
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 800 },
        });
        var page = opened.Page;
        await Judge("ringing");
        await page.ClickAsync("#take");
        await page.Locator("#suggestions button").First.ClickAsync();
        await page.Locator("#suggestions button", new() { HasText = language == "ja-JP" ? "はい" : "Yes" }).ClickAsync();
        await Expect(page.Locator("#messages .message")).ToBeVisibleAsync();
        await page.ClickAsync("#pad summary");
        await Judge("talking");
        await page.ClickAsync("#hangUp");
        await Expect(page.Locator("#after")).ToBeVisibleAsync();
        await page.Locator(".switch").First.ClickAsync();
        await page.ClickAsync("#inside > summary");
        await page.Locator("#path .call summary").First.ClickAsync();
        await Judge("over");

        async Task Judge(string phase)
        {
            var found = await page.RunAxe();
            Assert.Equal("", string.Join('\n', found.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{phase}: {violation.Id}: {node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))));
            var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(tooWide <= 0, $"{phase}: {tooWide} pixels stand out at the side.");
        }
    }

    [Fact]
    public async Task A_fault_that_is_planted_is_found()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone);
        var page = opened.Page;
        await page.EvaluateAsync("document.querySelector('#take').textContent = ''");

        Assert.Contains((await page.RunAxe()).Violations, violation => violation.Id == "button-name");
    }

    [Fact]
    public async Task Who_wants_no_motion_gets_none()
    {
        await using var telephone = await Telephone.Rings();
        await using var opened = await browser.Open(telephone, new() { ReducedMotion = ReducedMotion.Reduce });
        var page = opened.Page;

        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
    }
}
