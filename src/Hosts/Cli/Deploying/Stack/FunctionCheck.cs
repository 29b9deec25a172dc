using System.Text.Json;
using System.Text.Json.Nodes;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>Plays each function one event that changes nothing: a call about an order that is nobody's, a turn that the bot has nothing to settle in, and the
/// minute's own sweep. A function that cannot start, reach its tables or read its settings does not answer it.</summary>
static class FunctionCheck
{
    /// <summary>A number that no network gives to anybody: https://www.itu.int/rec/T-REC-E.164 has no country code 210.</summary>
    const string Nobody = "+2100000000000";

    /// <summary>Every function, with its event.</summary>
    public static IReadOnlyList<(string Function, JsonObject Event)> Events { get; } =
    [
        .. Enum.GetValues<ConnectFunction>().Select(function => ($"{function}", Call(function))),
        (OrderDialogHandler.FunctionName, Turn()),
        (MessageDeliveryHandler.FunctionName, new() { ["detail-type"] = "Scheduled Event", ["source"] = "aws.events" }),
    ];

    /// <summary>Plays them.</summary>
    /// <returns>Whether every function answered.</returns>
    public static async Task<bool> Run(AwsCommand aws, CloudStack stack, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync("Each function is played one event that changes nothing:");
        var allAnswer = true;
        var events = Events.ToDictionary(check => check.Function, check => check.Event);

        // An older revision has other functions.
        foreach (var (function, made) in stack.Resources.Where(one => one.Value.Type == "AWS::Lambda::Function").OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var (answers, said) = events.TryGetValue(function, out var json)
                ? await Play(aws, made.PhysicalId, json, cancellation)
                : (true, "is NOT tried: this hotline knows no event for it");
            allAnswer &= answers;
            await output.WriteLineAsync($"  {function} {said}");
        }

        return allAnswer;
    }

    static async Task<(bool Answers, string Said)> Play(AwsCommand aws, string function, JsonObject json, CancellationToken cancellation)
    {
        var answer = Path.GetTempFileName();
        try
        {
            var invoked = await aws.Ask(
                ["lambda", "invoke", "--function-name", function, "--payload", $"fileb{AwsCommand.Given["file".Length..]}", answer], cancellation, json.ToJsonString());
            return Read(invoked["FunctionError"] is not null, await File.ReadAllTextAsync(answer, cancellation));
        }
        catch (AwsFailure failure)
        {
            return (false, $"could NOT be asked: {failure.Message}");
        }
        finally
        {
            File.Delete(answer);
        }
    }

    /// <summary>What an answer tells.</summary>
    /// <param name="failed">Whether Lambda says that the function threw.</param>
    /// <param name="text">The answer.</param>
    public static (bool Answers, string Said) Read(bool failed, string text)
    {
        try
        {
            var json = JsonNode.Parse(text) as JsonObject;
            return failed ? (false, $"does NOT answer: {json?["errorMessage"] ?? text}")
                : (string?)json?["outcome"] is { } outcome ? outcome is "Unavailable" or "InvalidRequest" ? (false, $"does NOT do its work: {outcome}; its log tells why") : (true, $"answers {outcome}")
                : json is not null ? (true, "answers")
                : (false, $"does NOT answer: {text}");
        }
        catch (JsonException)
        {
            return (false, $"does NOT answer: {text}");
        }
    }

    static JsonObject Call(ConnectFunction function) => new()
    {
        ["Name"] = "ContactFlowEvent",
        ["Details"] = new JsonObject
        {
            ["Parameters"] = new JsonObject
            {
                ["orderId"] = "deployment-check",
                ["orderedItem"] = "nothing",
                ["shippingDate"] = "2001-01-01",
                ["operation"] = $"{ConnectFunction.CancelOrder}",
                ["code"] = "000000",
            },
            ["ContactData"] = new JsonObject
            {
                ["Attributes"] = new JsonObject(),
                ["Channel"] = "VOICE",
                ["ContactId"] = "00000000-0000-0000-0000-000000000000",
                ["InitialContactId"] = "00000000-0000-0000-0000-000000000000",
                ["InitiationMethod"] = "INBOUND",
                // Connect would be asked about a contact that does not exist: whose number is withheld, is answered before.
                ["CustomerEndpoint"] = function is ConnectFunction.VouchForCaller ? null : new JsonObject { ["Address"] = Nobody, ["Type"] = "TELEPHONE_NUMBER" },
                ["SystemEndpoint"] = null,
                ["LanguageCode"] = "ja-JP",
            },
        },
    };

    static JsonObject Turn() => new()
    {
        ["messageVersion"] = "1.0",
        ["invocationSource"] = "DialogCodeHook",
        ["inputMode"] = "Speech",
        ["responseContentType"] = "text/plain; charset=utf-8",
        ["sessionId"] = "deployment-check",
        ["inputTranscript"] = "",
        ["bot"] = new JsonObject { ["id"] = "CHECK", ["name"] = "OrderBot", ["localeId"] = "ja_JP", ["version"] = "1", ["aliasId"] = "CHECK", ["aliasName"] = "live" },
        ["interpretations"] = new JsonArray(),
        ["sessionState"] = new JsonObject
        {
            ["sessionAttributes"] = new JsonObject(),
            ["intent"] = new JsonObject { ["name"] = "FallbackIntent", ["slots"] = new JsonObject(), ["state"] = "InProgress", ["confirmationState"] = "None" },
        },
    };
}
