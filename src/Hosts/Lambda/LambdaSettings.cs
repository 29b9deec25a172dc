using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Aws;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Lambda;

/// <summary>Everything that a function goes by, read once when it starts: what its shop is, and where the function runs.</summary>
/// <param name="Handler">Which function it is: the name of a <see cref="ConnectFunction"/>, <c>OrderDialog</c>, or
/// <c>DeliverTexts</c>.</param>
/// <param name="Table">Where the orders are.</param>
/// <param name="Verifications">What the table of proofs is called.</param>
/// <param name="CodeKeys">What codes are derived with; null but for the functions that send and verify them.</param>
/// <param name="Connect">Who is asked about operators; null but for the function that takes their word.</param>
/// <param name="Messages">How messages are sent.</param>
/// <param name="Shop">The shop.</param>
/// <param name="Clock">The time of every decision.</param>
/// <param name="MetricsNamespace">What the metrics of the log are kept under.</param>
sealed record LambdaSettings(
    string Handler, CustomerTableSettings Table, VerificationTableSettings Verifications, CodeKeys? CodeKeys, ConnectSettings? Connect,
    SnsSettings Messages, Shop Shop, IClock Clock, string MetricsNamespace)
{
    const string CodeKeysAre =
        "HOTLINE_CODE_KEYS must be keys with commas between, the newest first, each with a name of its own and at least 32 bytes in base64: k2:…,k1:….";

    // Named one by one: Enum.GetNames reads metadata, which every cold start would wait for.
    static readonly string[] Handlers =
    [
        nameof(ConnectFunction.OrderTableRead), nameof(ConnectFunction.CancelOrder), nameof(ConnectFunction.ChangeOrderDate),
        nameof(ConnectFunction.RequestCode), nameof(ConnectFunction.VerifyCaller), nameof(ConnectFunction.VouchForCaller),
        OrderDialogHandler.FunctionName, MessageDeliveryHandler.FunctionName,
    ];

    /// <summary>Reads the settings from the function's environment, and the shop from <c>shop.json</c> beside the function or from the
    /// file that <c>HOTLINE_SHOP</c> names. An unset or empty variable means its default.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="InvalidSettingsException">At least one makes no sense; the message lists them all.</exception>
    public static LambdaSettings Read(Func<string, string?> variable)
    {
        var read = new VariableReader(variable);
        var shop = LineVariables.Shop(read, variable);
        var (handler, table, messages) = (HandlerFrom(read), LineVariables.Table(read), LineVariables.Endpoint(read, "HOTLINE_SNS_URL"));
        var clock = read.Value<IClock>("HOTLINE_FIXED_NOW", SystemClock.Instance, TryReadClock, "a moment from 1900 to 2199, such as 2018-11-07T10:00:00+09:00");
        var verifications = LineVariables.Verifications(read);
        var keys = handler is nameof(ConnectFunction.RequestCode) or nameof(ConnectFunction.VerifyCaller) ? CodeKeysFrom(read) : null;
        var connect = handler == nameof(ConnectFunction.VouchForCaller) ? ConnectFrom(read) : null;
        var metrics = read.Value("HOTLINE_METRICS_NAMESPACE", "OrderHotline", TryReadNamespace, "1 to 255 letters, digits or . - _ / #, and must not begin with AWS/");
        string[] problems = [.. read.Problems, .. TrustedCertificates.Problems(variable)];
        return shop is not null && problems.Length == 0
            ? new(handler, table, verifications, keys, connect, new() { SenderId = shop.SenderId, Endpoint = messages }, shop, clock, metrics)
            : throw new InvalidSettingsException(problems);
    }

    static ConnectSettings ConnectFrom(VariableReader read)
    {
        var instance = read.Text("HOTLINE_CONNECT_INSTANCE", "");
        if (!Guid.TryParse(instance, out _))
        {
            read.Add($"HOTLINE_CONNECT_INSTANCE is \"{instance}\": it must be the id of the Connect instance, the end of its ARN.");
        }

        return new() { InstanceId = instance, Endpoint = LineVariables.Endpoint(read, "HOTLINE_CONNECT_URL") };
    }

    // No message repeats what stands there: it is a secret.
    static CodeKeys? CodeKeysFrom(VariableReader read)
    {
        var keys = new List<CodeKey>();
        foreach (var written in read.Text("HOTLINE_CODE_KEYS", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = written.IndexOf(':', StringComparison.Ordinal);
            var secret = new byte[written.Length];
            if (colon < 1 || !Convert.TryFromBase64String(written[(colon + 1)..], secret, out var length) || length < CodeKey.ShortestSecret)
            {
                read.Add($"{CodeKeysAre} Number {keys.Count + 1} is not one.");
                return null;
            }

            keys.Add(new CodeKey(written[..colon], secret.AsSpan(0, length)));
        }

        if (keys.Count == 0 || keys.DistinctBy(key => key.Id).Count() < keys.Count)
        {
            read.Add($"{CodeKeysAre} {(keys.Count == 0 ? "There is none." : "Two have the same name.")}");
            return null;
        }

        return new CodeKeys([.. keys]);
    }

    static string HandlerFrom(VariableReader read)
    {
        var handler = read.Text("_HANDLER", "");
        if (!Handlers.Contains(handler))
        {
            read.Add($"_HANDLER is \"{handler}\": it must be {string.Join(", ", Handlers[..^1])} or {Handlers[^1]}.");
        }

        return handler;
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
    static bool TryReadNamespace(string text, out string read)
    {
        read = text;
        return text.Length <= 255 && !text.StartsWith("AWS/", StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '#');
    }

    static bool TryReadClock(string text, [NotNullWhen(true)] out IClock? clock)
    {
        // Outside of these years days can be counted off the calendar's end.
        clock = OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2199 } moment }
            ? new FixedClock(moment.ToInstant())
            : null;
        return clock is not null;
    }
}

/// <summary>The function cannot start: its settings make no sense. The message becomes a line of the log, so it is masked like
/// one.</summary>
sealed class InvalidSettingsException(IReadOnlyCollection<string> problems)
    : Exception(LogText.Masked($"{problems.Count} setting(s) of this function must be mended. {string.Join(' ', problems)}"));
