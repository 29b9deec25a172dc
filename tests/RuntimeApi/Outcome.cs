using System.Text.Json;

namespace OrderHotline.RuntimeApi;

/// <summary>What the function did with an event, or why it did not start.</summary>
/// <param name="IsError">Whether the body came to an <c>/error</c> path.</param>
/// <param name="Body">The bytes as the function sent them.</param>
/// <param name="ErrorType">The header <c>Lambda-Runtime-Function-Error-Type</c>, which an <c>/init/error</c> comes without: the body
/// says it there.</param>
public sealed record Outcome(bool IsError, ReadOnlyMemory<byte> Body, string? ErrorType)
{
    /// <summary>The body as UTF-8, which throws where the bytes are not.</summary>
    public string Text => StrictUtf8.GetString(Body.Span);

    static readonly System.Text.UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A string of the error JSON, for example <c>errorMessage</c>.</summary>
    public string? ErrorText(string name)
    {
        using var json = JsonDocument.Parse(Body);
        return json.RootElement.GetProperty(name).GetString();
    }
}
