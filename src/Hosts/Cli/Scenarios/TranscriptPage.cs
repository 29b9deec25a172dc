using System.Net;
using System.Text;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Scenarios;

namespace OrderHotline.Hosts.Cli;

/// <summary>A call as one page that needs nothing else: no script, no font, no picture from elsewhere.</summary>
static class TranscriptPage
{
    const string Style = """
        body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; background: #fff }
        h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
        dl { display: grid; grid-template-columns: 11rem 1fr; gap: .35rem 1rem } dt { font-weight: 600 } dd { margin: 0 }
        .caller { color: #7a4a00 } .operator { color: #7a1f6b } .call, .note { color: #666 }
        .picture { overflow-x: auto } svg text { font: 12px system-ui, sans-serif }
        """;

    public static string Write(Transcript transcript)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            <!DOCTYPE html>
            <html lang="{(transcript.Call.State.Language.StartsWith("ja", StringComparison.Ordinal) ? "ja" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(transcript.Name)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>{Encode(transcript.Name)}</h1>

            """);
        foreach (var words in transcript.About.Append(transcript.Caller))
        {
            page.Append($"<p>{Encode(words)}</p>\n");
        }

        List("会話 / Conversation", transcript.Conversation.Select(line => (line.Part, line.Text)));
        List("ご注文 / Orders",
        [
            .. transcript.OrdersBefore.Select(order => ("通話前 / Before", order)),
            .. transcript.OrdersAfter.Select(order => ("通話後 / After", order)),
        ]);
        List("メッセージ / Messages owed", transcript.Messages.Select(message => ("送信予定 / Owed", message)));
        page.Append("<h2>フローの経路 / Path through the flows</h2>\n<div class=\"picture\">\n")
            .Append(PathPicture.Draw([.. transcript.Path]))
            .Append("</div>\n</body>\n</html>\n");
        return page.ToString();

        void List<T>(string title, IEnumerable<(T Part, string Text)> lines)
        {
            page.Append($"<h2>{title}</h2>\n<dl>\n");
            foreach (var (part, text) in lines)
            {
                var (kind, label) = part is CallPart speaker ? (speaker.ToString().ToLowerInvariant(), Label(speaker)) : ("", $"{part}");
                page.Append($"<dt class=\"{kind}\">{Encode(label)}</dt><dd class=\"{kind}\">{Encode(text)}</dd>\n");
            }

            page.Append("</dl>\n");
        }
    }

    /// <summary>Somebody's words in the page: as text or in quotation marks, nothing in them is mark-up, moves its neighbours or is a
    /// telephone number.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(VisibleText.OneLine(LogText.Masked(text)));

    static string Label(CallPart part) => part switch
    {
        CallPart.Line => "自動音声 / Line",
        CallPart.Caller => "お客様 / Caller",
        CallPart.Operator => "オペレーター / Operator",
        CallPart.Call => "通話 / Call",
        CallPart.Order => "ご注文 / Order",
        CallPart.Message => "メッセージ / Message",
        _ => "備考 / Note",
    };
}
