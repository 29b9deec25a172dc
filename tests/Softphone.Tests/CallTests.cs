using System.Net;
using System.Text.Json;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Softphone.Tests;

/// <summary>Whole calls over HTTP, as the page makes them.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData("ja-JP", "はい", "発送日を2026年12月2日（水）に変更しました。")]
    [InlineData("en-US", "Yes, please", "Your order now ships on Wednesday, December 2.")]
    public async Task Three_clicks_change_the_date_within_forty_five_seconds(string language, string yes, string message)
    {
        await using var telephone = await Telephone.Rings();
        Assert.Equal("ringing", (await telephone.Picture()).GetProperty("phase").GetString());

        var offered = (await telephone.Call(language)).Texts("suggestions")[0];
        await telephone.Do(offered);
        Assert.Equal(yes, (await telephone.Picture()).Texts("suggestions")[0]);
        await telephone.Do(yes);

        var picture = await telephone.Picture();
        Assert.Equal("2026-12-02 placed, 1 changes, 1 requests", picture.Order());
        Assert.StartsWith(message, Assert.Single(picture.Messages()), StringComparison.Ordinal);
        Assert.InRange(picture.GetProperty("times").GetProperty("untilAChangeIsAnnounced").GetDouble(), 1, 45);
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("en-US")]
    public async Task Whatever_is_suggested_is_understood(string language)
    {
        // Breadth first by what is suggested alone: no question is met in which a suggestion is not understood, or nothing comes of it.
        await using var telephone = await Telephone.Rings();
        var waiting = new Queue<string[]>([[]]);
        var seen = new HashSet<string>();
        var played = 0;
        while (waiting.TryDequeue(out var acts) && played < 60)
        {
            var picture = await telephone.Call(language, acts);
            played++;
            var last = picture.LastStep();
            var heard = string.Join(' ', last.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()));
            if (acts is [.., var act] && act != "(silence)")
            {
                Assert.DoesNotContain("聞き取れません", heard, StringComparison.Ordinal);
                Assert.DoesNotContain("I didn't get that", heard, StringComparison.Ordinal);
                Assert.DoesNotContain("No such key", heard, StringComparison.Ordinal);
            }

            if (picture.GetProperty("phase").GetString() == "talking")
            {
                if (acts.Length < 3 && seen.Add(heard))
                {
                    foreach (var suggestion in picture.Texts("suggestions"))
                    {
                        waiting.Enqueue([.. acts, suggestion]);
                    }
                }

                await telephone.Do("(hang up)");
            }
        }

        Assert.InRange(played, 20, 60);
    }

    [Fact]
    public async Task A_wish_that_arrives_four_times_is_one_change()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Break("sameWishFourTimes");

        var picture = await telephone.Call("ja-JP", "来週の水曜に変えて", "はい");

        Assert.Equal("2026-12-02 placed, 1 changes, 4 requests", picture.Order());
        Assert.Single(picture.Messages());
        Assert.Contains("十二月二日、水曜日の発送に変更しました。", picture.Heard());
    }

    [Fact]
    public async Task A_change_of_which_nobody_hears_in_time_is_made_once_and_never_denied()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Break("functionSlow");

        var picture = await telephone.Call("en-US", "Change it to Wednesday next week", "Yes, please");

        Assert.Equal("2026-12-02 placed, 1 changes, 1 requests", picture.Order());
        Assert.Contains("I'm sorry, I do not know whether the change went through.", picture.Heard());
    }

    [Fact]
    public async Task What_is_broken_in_the_middle_of_a_call_counts_from_there_on_and_can_be_mended()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US", "Change it to Wednesday next week");
        await telephone.Break("tableDown");

        await telephone.Do("Yes, please");
        var down = await telephone.Picture();
        Assert.Contains(down.Heard(), words => words.Contains("cannot reach your order", StringComparison.Ordinal));
        Assert.Equal("2026-11-28 placed, 0 changes, 1 requests", down.Order());

        await telephone.Break();
        Assert.Equal(down.Heard(), (await telephone.Picture()).Heard());
    }

    [Fact]
    public async Task Operators_can_go_home_until_somebody_has_asked_for_one()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US");
        await telephone.Break("operatorsClosed");
        await telephone.Do("An operator, please");
        Assert.Contains((await telephone.Picture()).Heard(), words => words.Contains("nobody is on duty", StringComparison.Ordinal));

        using var mended = await telephone.Post("/broken", new { broken = Array.Empty<string>() });

        Assert.Equal(HttpStatusCode.Conflict, mended.StatusCode);
        Assert.Contains("looked for an operator", await mended.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_call_is_about_the_order_and_the_shop_that_were_edited()
    {
        await using var telephone = await Telephone.Rings();
        using var edited = await telephone.Post("/shop", new
        {
            item = "南部鉄瓶",
            name = "Aoi",
            ships = "2026-12-10",
            cutOff = "12:00",
            closedWeekdays = new[] { "Sunday" },
            closedDates = new[] { "2026-12-02" },
        });
        Assert.Equal(HttpStatusCode.NoContent, edited.StatusCode);

        var picture = await telephone.Call("en-US");

        // The Wednesday is closed now, and is not suggested.
        Assert.Equal("Change it to Thursday next week", picture.Texts("suggestions")[0]);
        await telephone.Do("Change it to Wednesday next week");
        Assert.Contains((await telephone.Picture()).Heard(), words => words.Contains("We do not ship on that day.", StringComparison.Ordinal));
        Assert.Equal("2026-12-10 placed, 0 changes, 0 requests", picture.Order());
    }

    [Theory]
    [InlineData("{\"item\":\"x\",\"name\":\"x\",\"ships\":\"soon\",\"cutOff\":\"5 p.m.\",\"closedWeekdays\":[\"Sun\"],\"closedDates\":[\"2026-02-30\"]}", "\"soon\"", "\"5 p.m.\"", "\"Sun\"", "\"2026-02-30\"")]
    [InlineData("{\"item\":\"x\",\"name\":\"x\",\"ships\":\"2026-12-10\",\"cutOff\":\"17:00\",\"closedWeekdays\":[\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\",\"Saturday\",\"Sunday\"],\"closedDates\":[]}", "at least one must be a shipping day")]
    public async Task A_shop_that_cannot_be_is_refused_with_all_that_is_wrong(string json, params string[] words)
    {
        await using var telephone = await Telephone.Rings();
        var before = (await telephone.Picture()).GetProperty("edit").GetRawText();

        using var answer = await telephone.Client.PostAsync("/shop", Json(json), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
        Assert.Equal(before, (await telephone.Picture()).GetProperty("edit").GetRawText());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_call_holds(bool broken)
    {
        await using var telephone = await Telephone.Rings();
        if (broken)
        {
            await telephone.Break("sameWishFourTimes", "operatorsClosed");
        }

        await telephone.Call("ja-JP", "来週の水曜に変えて", "はい", "オペレーターをお願いします", "(hang up)");
        var kept = ScenarioText.Read("kept.call", await telephone.Kept());

        var result = await new ScenarioRunner(Telephone.Line).Run(kept, TestContext.Current.CancellationToken);

        Assert.Equal(MatchMode.Strict, kept.MatchMode);
        Assert.IsType<ScenarioResult.Passed>(result);
        Assert.Equal(broken ? 3 : 0, kept.Start.Faults.Length);
        Assert.IsType<ScenarioResult.Diverged>(await new ScenarioRunner(Telephone.Line).Run(
            kept with { Steps = [.. kept.Steps.SkipLast(1)] }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_meant_for_another_question_is_refused()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US", "Cancel it");

        using var late = await telephone.Post("/acts", new { after = 2, typed = "yes" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("2026-11-28 placed, 0 changes, 0 requests", (await telephone.Picture()).Order());
    }

    [Fact]
    public async Task Two_who_press_at_once_do_one_thing()
    {
        await using var telephone = await Telephone.Rings();
        await telephone.Call("en-US", "Cancel it");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => telephone.Post("/acts", new { after = 3, typed = "yes" })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal("2026-11-28 cancelled, 1 changes, 1 requests", (await telephone.Picture()).Order());
    }

    [Fact]
    public async Task Every_change_reaches_whoever_looks()
    {
        await using var telephone = await Telephone.Rings();
        using var events = new StreamReader(await telephone.Client.GetStreamAsync("/events", TestContext.Current.CancellationToken));
        Assert.Equal("ringing", await Next());
        await telephone.Call("en-US");
        Assert.Equal("talking", await Next());
        await telephone.Do("(hang up)");
        Assert.Equal("over", await Next());

        async Task<string?> Next()
        {
            while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("phase").GetString();
                }
            }

            return null;
        }
    }

    [Fact]
    public async Task No_telephone_number_is_shown_from_inside()
    {
        await using var telephone = await Telephone.Rings();

        var picture = (await telephone.Call("ja-JP", "オペレーターをお願いします", "(operator)")).GetRawText();

        Assert.DoesNotContain("9011112222", picture, StringComparison.Ordinal);
        Assert.Contains("OrderTableRead", picture, StringComparison.Ordinal);
    }

    static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
