using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OrderHotline.Hosts.Web.Tests;

/// <summary>A page with the chat, without the page: what is written and chosen goes to the host, and what comes back is kept.</summary>
sealed class Chat(HttpClient client)
{
    readonly StringBuilder transcript = new();

    public Answer Last { get; private set; } = new(0, default, new());

    public string State => Last.Body.GetProperty("state").GetString()!;

    public int Number => Last.Body.GetProperty("number").GetInt32();

    public string Told => Last.Told;

    public bool IsOver => Last.Body.GetProperty("state").ValueKind == JsonValueKind.Null;

    public IReadOnlyList<string> Choices => [.. Last.Body.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("choose").GetString()!)];

    /// <summary>All that was said, for reading.</summary>
    public string Transcript => transcript.ToString();

    public static async Task<Chat> Begun(HttpClient client)
    {
        var chat = new Chat(client);
        chat.Take(await Answer.To(client, new(HttpMethod.Post, "/v1/chat")));
        Assert.Equal(200, chat.Last.Status);
        return chat;
    }

    /// <summary>Writes something.</summary>
    public async Task<Chat> Say(string words)
    {
        transcript.Append("Customer  ").AppendLine(words);
        Take(await Send(client, new { number = Number, state = State, said = words }));
        Assert.Equal(200, Last.Status);
        return this;
    }

    /// <summary>Presses a button, which must be there.</summary>
    public async Task<Chat> Choose(string choice)
    {
        Assert.Contains(choice, Choices);
        return await Ask(choice);
    }

    /// <summary>Presses one, whether it is there or not.</summary>
    public async Task<Chat> Ask(string choice)
    {
        transcript.Append("Customer  (").Append(choice).AppendLine(")");
        Take(await Send(client, new { number = Number, state = State, chosen = choice }));
        Assert.Equal(200, Last.Status);
        return this;
    }

    public Chat Speak(string language)
    {
        client.DefaultRequestHeaders.AcceptLanguage.Clear();
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return this;
    }

    public static Task<Answer> Send(HttpClient client, object message) => Answer.To(
        client, new(HttpMethod.Post, "/v1/chat/messages") { Content = JsonContent.Create(message) });

    void Take(Answer answer)
    {
        Last = answer;
        if (answer.Status == 200)
        {
            var labels = answer.Body.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("label").GetString());
            transcript.Append("Line      ").AppendLine(answer.Told).Append("          [").AppendJoin(" | ", labels).AppendLine("]");
        }
    }
}
