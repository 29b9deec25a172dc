using System.Security;

namespace OrderHotline.FakeSns;

/// <summary>What the endpoint does with one request.</summary>
public abstract record SnsAnswer
{
    /// <summary>Reads the request and resets the connection: the client cannot know whether it was taken.</summary>
    public static readonly SnsAnswer DropConnection = new Hangup(Reset: true);

    /// <summary>The same doubt, by an orderly close.</summary>
    public static readonly SnsAnswer CloseConnection = new Hangup(Reset: false);

    /// <summary>Reads the request and never answers; the connection stays open until the client gives up or the test is over.</summary>
    public static readonly SnsAnswer Silence = new Quiet();

    /// <summary>HTTP 200 with this message id.</summary>
    public static SnsAnswer Ok(string messageId) => new Reply(
        200,
        id => $"""
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>{SecurityElement.Escape(messageId)}</MessageId></PublishResult>
              <ResponseMetadata><RequestId>{id}</RequestId></ResponseMetadata>
            </PublishResponse>
            """);

    /// <param name="status">
    /// Codes and their HTTP status: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors; Throttled is 429.
    /// </param>
    /// <param name="code">What clients call ErrorCode, such as InvalidParameter.</param>
    /// <param name="message">Free text; Amazon SNS at times writes the phone number into it.</param>
    public static SnsAnswer Error(int status, string code, string message) => new Reply(
        status,
        id => $"""
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error>
                <Type>{(status >= 500 ? "Receiver" : "Sender")}</Type>
                <Code>{SecurityElement.Escape(code)}</Code>
                <Message>{SecurityElement.Escape(message)}</Message>
              </Error>
              <RequestId>{id}</RequestId>
            </ErrorResponse>
            """);

    /// <summary>Any status with any body, byte for byte in UTF-8, as text/xml.</summary>
    public static SnsAnswer RawBody(int status, string body) => new Reply(status, _ => body);

    internal sealed record Reply(int Status, Func<string, string> BodyWithRequestId) : SnsAnswer;

    internal sealed record Hangup(bool Reset) : SnsAnswer;

    internal sealed record Quiet : SnsAnswer;
}
