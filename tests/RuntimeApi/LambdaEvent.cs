namespace OrderHotline.RuntimeApi;

/// <summary>One event and the way the Runtime API hands it out.</summary>
/// <param name="Body">JSON, sent as UTF-8.</param>
public sealed record LambdaEvent(string Body)
{
    public string RequestId { get; init; } = Guid.NewGuid().ToString();

    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.UtcNow.AddSeconds(8);

    /// <summary>Whether the event is given up at its deadline, as Lambda does, and an answer that comes later is refused.</summary>
    public bool TimesOut { get; init; }

    /// <summary>Null leaves the header out.</summary>
    public string? TraceId { get; init; } = "Root=1-00000000-000000000000000000000000;Sampled=0";

    public string InvokedFunctionArn { get; init; } = "arn:aws:lambda:ap-northeast-1:123456789012:function:order-hotline";

    /// <summary>JSON for <c>Lambda-Runtime-Client-Context</c>; null leaves the header out.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON for <c>Lambda-Runtime-Cognito-Identity</c>; null leaves the header out.</summary>
    public string? CognitoIdentity { get; init; }

    public Delivery Delivery { get; init; }

    /// <summary>The HTTP status that answers the function's reply or error.</summary>
    public int AnswerStatus { get; init; } = 202;

    public Drop Drop { get; init; }
}

/// <summary>How the event's bytes travel.</summary>
public enum Delivery
{
    /// <summary>With a Content-Length, in one write.</summary>
    Whole,

    /// <summary>With a Content-Length, every byte of head and body in a write of its own.</summary>
    ByteByByte,

    /// <summary>Chunked, with a chunk extension and a trailer, every byte of the body in a chunk of its own.</summary>
    Chunked,

    /// <summary>Without any length: the end of the connection ends the event.</summary>
    UntilClose,

    /// <summary>With a Content-Length, then the connection ends in the middle of the body. The event is given up.</summary>
    CutOff,
}

/// <summary>When the server closes a connection the client expects to keep.</summary>
public enum Drop
{
    Never,

    /// <summary>After the answer to the function's reply.</summary>
    AfterReply,

    /// <summary>When the function has asked for this event and before a byte of it is sent; the event is handed out on the next
    /// connection.</summary>
    BeforeEvent,
}
