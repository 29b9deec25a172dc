using System.Text.Json;
using NodaTime.Text;
using OrderHotline.Application;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>What must be true of every reply, whatever it answers.</summary>
static class ReplyRules
{
    // Connect's own limit is 32 KB.
    public const int FarBelowTheLimit = 8 * 1024;

    static readonly string[] KeysOfEveryReply =
    [
        "lambdaResult", "outcome", "message", "question", "canCancel", "canReschedule", "earliestDate", "latestDate", "orderState", "shippingDate",
        "shippedDate", "lastChange", "lastText", "verification",
    ];

    // Nothing of an order: whoever may not hear of one must not learn that there is one.
    static readonly string[] KeysOfVerification = ["lambdaResult", "outcome", "message"];

    static readonly string[] KeysOfAnOrder = ["recordFound", "customerName", "orderId", "orderedItem", "spokenItem", "isCancel"];

    public static IEnumerable<string> BrokenBy(ConnectFunction function, Reply reply) =>
        BrokenBy(function, reply.Pairs).Concat(BrokenOnTheWire(reply));

    public static IEnumerable<string> BrokenBy(ConnectFunction function, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var keys = function switch
        {
            ConnectFunction.OrderTableRead => KeysOfEveryReply.Concat(KeysOfAnOrder),
            ConnectFunction.RequestCode or ConnectFunction.VerifyCaller or ConnectFunction.VouchForCaller => KeysOfVerification,
            _ => KeysOfEveryReply,
        };
        if (!pairs.Select(pair => pair.Key).SequenceEqual(keys))
        {
            yield return $"the keys of {function}";
        }

        foreach (var (key, value) in pairs)
        {
            if (string.IsNullOrEmpty(value))
            {
                yield return $"{key} is empty";
            }
            else if (!MayBe(key, value))
            {
                yield return $"{key} is {value}";
            }
        }
    }

    static bool MayBe(string key, string value) => key switch
    {
        "lambdaResult" => value is "Success" or "Error",
        "outcome" => Enum.GetNames<Outcome>().Contains(value),
        "recordFound" or "isCancel" or "canCancel" or "canReschedule" => value is "True" or "False" or "none",
        "earliestDate" or "latestDate" or "shippingDate" or "shippedDate" => value == "none" || LocalDatePattern.Iso.Parse(value).Success,
        "orderState" => value is "Placed" or "Packing" or "Shipped" or "Cancelled" or "none",
        "lastChange" => value is "Cancelled" or "Rescheduled" or "none",
        "verification" => value is "LastFour" or "Code" or "Operator" or "none",
        "lastText" => value is "Owed" or "Delayed" or "Accepted" or "Refused" or "none",
        "message" or "question" or "customerName" or "orderedItem" or "spokenItem" => !SpeechRules.BrokenBy(value).Any(),
        _ => true,
    };

    static IEnumerable<string> BrokenOnTheWire(Reply reply)
    {
        var json = reply.ToJson();
        if (json.Length > FarBelowTheLimit)
        {
            yield return $"{json.Length} bytes";
        }

        using var read = JsonDocument.Parse(json);
        var written = read.RootElement.EnumerateObject()
            .Select(property => KeyValuePair.Create(property.Name, property.Value.ValueKind == JsonValueKind.String
                ? property.Value.GetString()!
                : $"a {property.Value.ValueKind}"));
        if (!written.SequenceEqual(reply.Pairs))
        {
            yield return "what is written is not what was said";
        }

        if (reply.Pairs.Single(pair => pair.Key == "outcome").Value != reply.Outcome.ToString())
        {
            yield return "two outcomes";
        }
    }
}
