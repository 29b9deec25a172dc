using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrderHotline.Bench.Chats;

/// <summary>A customer who moves an order twice, thinks two to six seconds before each message, and sends it again until it is answered, as the page does.</summary>
sealed class Chatter(ShopInATable shop, HostProcess host, int customer, Tally tally, Random random)
{
    /// <summary>How many messages a chat has, its beginning included.</summary>
    public const int Messages = 9;

    /// <summary>How many of them change the order.</summary>
    public const int Changes = 2;

    readonly string token = shop.TokenOf(customer);
    JsonElement answer;

    public async Task Chat()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await Send(client, "v1/chat", () => null);
        await Say(client, "can I change the date please");
        await Choose(client, choices => choices[0]);
        await Choose(client, _ => "Yes");
        Changed();
        await Say(client, "how does my order stand");
        await Choose(client, _ => "ChangeDate");
        await Choose(client, choices => choices[1]);
        await Choose(client, _ => "Yes");
        Changed();
        await Choose(client, _ => "Goodbye");
    }

    void Changed()
    {
        if (!answer.GetProperty("message").GetString()!.Contains("now ships on", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Customer {customer} said yes and was told: {answer.GetProperty("message")}");
        }
    }

    Task Say(HttpClient client, string words) => Send(client, "v1/chat/messages", () => new { number = Number, state = State, said = words });

    Task Choose(HttpClient client, Func<string[], string> which) => Send(client, "v1/chat/messages", () => new
    {
        number = Number,
        state = State,
        chosen = which([.. answer.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("choose").GetString()!)]),
    });

    int Number => answer.GetProperty("number").GetInt32();

    string? State => answer.GetProperty("state").GetString();

    async Task Send(HttpClient client, string path, Func<object?> body)
    {
        await Task.Delay(random.Next(2000, 6000));
        var (message, expected) = (body(), answer.ValueKind == JsonValueKind.Undefined ? 1 : Number + 1);
        var sentAt = Stopwatch.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            var triedAt = Stopwatch.GetTimestamp();
            using var came = await Try(client, path, message);
            if (came is { IsSuccessStatusCode: true })
            {
                answer = await came.Content.ReadFromJsonAsync<JsonElement>();
                tally.Count(Stopwatch.GetElapsedTime(triedAt), Stopwatch.GetElapsedTime(sentAt), tries, isInOrder: Number == expected);
                return;
            }

            if (came is not null && (int)came.StatusCode is not (429 or 503))
            {
                throw new InvalidOperationException($"{(int)came.StatusCode} {await came.Content.ReadAsStringAsync()}");
            }

            var own = TimeSpan.FromMilliseconds(Math.Min(15_000, 500 << Math.Min(tries, 5)) * (0.75 + (random.NextDouble() / 2)));
            var asked = came?.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
            await Task.Delay(asked > own ? asked : own);
        }
    }

    static async Task<HttpResponseMessage?> Try(HttpClient client, string path, object? message)
    {
        try
        {
            return await client.PostAsync(new Uri(path, UriKind.Relative), message is null ? null : JsonContent.Create(message, message.GetType()));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
