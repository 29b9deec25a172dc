using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>An event in the shape Lex V2 sends under Connect, what the line does not read and the nulls included.</summary>
sealed record LexTurnEvent
{
    public string Intent { get; init; } = "ChangeDate";

    public string Confirmation { get; init; } = "None";

    public string? Transcript { get; init; } = "";

    public string? Keys { get; init; }

    public string InputMode { get; init; } = "Speech";

    public string Source { get; init; } = "DialogCodeHook";

    public string? Locale { get; init; } = "ja_JP";

    public string SessionId { get; init; } = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";

    public JsonObject Slots { get; init; } = new() { ["ShippingDate"] = null };

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public static JsonObject Filled(string original, string interpreted) => new()
    {
        ["shape"] = "Scalar",
        ["value"] = new JsonObject
        {
            ["originalValue"] = original,
            ["interpretedValue"] = interpreted,
            ["resolvedValues"] = new JsonArray(interpreted),
        },
    };

    public byte[] ToJson() => Encoding.UTF8.GetBytes(
        $$"""
        {
          "messageVersion": "1.0",
          "invocationSource": {{Json(Source)}},
          "inputMode": {{Json(InputMode)}},
          "responseContentType": "text/plain; charset=utf-8",
          "sessionId": {{Json(SessionId)}},
          "inputTranscript": {{Json(Transcript)}},
          "invocationLabel": null,
          "bot": {
            "id": "ABCDEFGHIJ", "name": "OrderBot", "aliasId": "KLMNOPQRST", "aliasName": "live",
            "localeId": {{Json(Locale)}}, "version": "3"
          },
          "interpretations": [
            {
              "intent": { "name": {{Json(Intent)}}, "state": "InProgress", "confirmationState": {{Json(Confirmation)}},
                "slots": {{OwnSlots()}}, "kendraResponse": null },
              "nluConfidence": {{(Intent == "FallbackIntent" ? "null" : "0.58")}}, "sentimentResponse": null,
              "interpretationSource": "Lex"
            },
            {
              "intent": { "name": {{(Intent == "ChangeDate" ? "\"Repeat\"" : "\"ChangeDate\"")}}, "state": "InProgress",
                "confirmationState": "None", "slots": {{(Intent == "ChangeDate" ? "{}" : Slots.ToJsonString())}} },
              "nluConfidence": 0.31
            }
          ],
          "proposedNextState": null,
          "requestAttributes": {
            "x-amz-lex:accept-content-types": "PlainText,SSML",
            {{(Keys is null ? "" : $"\"x-amz-lex:dtmf-transcript\": {Json(Keys)},")}}
            "x-amz-lex:channels:platform": "Connect"
          },
          "sessionState": {
            "sessionAttributes": {{JsonSerializer.Serialize(Attributes)}},
            "activeContexts": null, "runtimeHints": null, "dialogAction": null,
            "intent": { "name": {{Json(Intent)}}, "state": "InProgress", "confirmationState": {{Json(Confirmation)}},
              "slots": {{OwnSlots()}}, "kendraResponse": null },
            "originatingRequestId": "0b7d8c55-52e4-4ef5-a6c4-1f6f3f1a2f0e"
          },
          "transcriptions": [
            { "transcription": {{Json(Transcript)}}, "transcriptionConfidence": 0.92,
              "resolvedContext": { "intent": {{Json(Intent)}} }, "resolvedSlots": {} }
          ]
        }
        """);

    static string Json(string? text) => JsonSerializer.Serialize(text);

    string OwnSlots() => Intent == "ChangeDate" ? Slots.ToJsonString() : "{}";
}
