namespace OrderHotline.Hosts.Web;

/// <summary>What the host refuses before, or instead of, asking the line. The value is the status.</summary>
enum Refusal
{
    /// <summary>The request makes no sense.</summary>
    InvalidRequest = StatusCodes.Status400BadRequest,

    /// <summary>No token, or one that is not believed.</summary>
    NotSignedIn = StatusCodes.Status401Unauthorized,

    /// <summary>There is nothing at that path.</summary>
    NoSuchResource = StatusCodes.Status404NotFound,

    /// <summary>The path takes another method.</summary>
    MethodNotAllowed = StatusCodes.Status405MethodNotAllowed,

    /// <summary>The request took too long to arrive.</summary>
    RequestTooSlow = StatusCodes.Status408RequestTimeout,

    /// <summary>The state is of no conversation of this customer, or of one that nobody can read any more.</summary>
    ConversationUnknown = StatusCodes.Status409Conflict,

    /// <summary>The order is not what the request was made for; nothing was changed.</summary>
    ConditionFailed = StatusCodes.Status412PreconditionFailed,

    /// <summary>The body is longer than any that makes sense.</summary>
    BodyTooLarge = StatusCodes.Status413PayloadTooLarge,

    /// <summary>The body is not JSON.</summary>
    NotJson = StatusCodes.Status415UnsupportedMediaType,

    /// <summary>The key came before, with another wish.</summary>
    KeyReused = StatusCodes.Status422UnprocessableEntity,

    /// <summary>The customer has asked too often.</summary>
    TooManyRequests = StatusCodes.Status429TooManyRequests,

    /// <summary>As many turns of chats are under way as the host takes on, or it has been asked to stop.</summary>
    Busy = StatusCodes.Status503ServiceUnavailable,
}

/// <summary>The request is refused; told to the client as a problem.</summary>
/// <param name="refusal">Why.</param>
/// <param name="detail">What is wrong and what would be right, for a developer; no value of the request.</param>
sealed class RefusedException(Refusal refusal, string detail) : Exception(detail)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Answers refusals as problems (https://www.rfc-editor.org/rfc/rfc9457).</summary>
static class Refusals
{
    /// <summary>Writes a refusal.</summary>
    public static Task Write(HttpContext http, Refusal refusal, string detail)
    {
        var record = RequestRecord.Of(http);
        record.Outcome = $"{refusal}";
        record.Problem = record.Problem.Length > 0 ? record.Problem : detail;
        return Problem.Named($"{refusal}", (int)refusal, detail).ExecuteAsync(http);
    }

    /// <summary>What a status without words means.</summary>
    public static string Detail(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchResource => "There is nothing here: /openapi/v1.json says what there is.",
        Refusal.MethodNotAllowed => "This takes another method: see Allow.",
        Refusal.NotJson => "Send a body of JSON: Content-Type: application/json.",
        Refusal.RequestTooSlow => "The request took too long to arrive.",
        Refusal.BodyTooLarge => "The body is longer than any that makes sense here.",
        Refusal.TooManyRequests => "That was too often: wait as long as Retry-After says.",
        Refusal.Busy => "This cannot be done right now: send the same again after as long as Retry-After says.",
        _ => "The request makes no sense.",
    };
}
