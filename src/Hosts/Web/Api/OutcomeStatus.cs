using OrderHotline.Application;

namespace OrderHotline.Hosts.Web;

/// <summary>The status of each outcome. A refusal of the order's rules is a conflict with how the order is; of a day, content that cannot be
/// processed.</summary>
static class OutcomeStatus
{
    /// <returns>Null for an outcome that nothing over HTTP comes to.</returns>
    public static int? Of(Outcome outcome) => outcome switch
    {
        Outcome.OrderFound or Outcome.Cancelled or Outcome.AlreadyCancelled or Outcome.Rescheduled or Outcome.Unchanged => StatusCodes.Status200OK,
        Outcome.InvalidRequest => StatusCodes.Status400BadRequest,
        Outcome.CallerUnidentified or Outcome.VerificationNeeded => StatusCodes.Status403Forbidden,
        Outcome.NoOrder => StatusCodes.Status404NotFound,
        Outcome.TooLateToCancel or Outcome.TooLateToReschedule or Outcome.OrderIsCancelled or Outcome.ChangedMeanwhile => StatusCodes.Status409Conflict,
        Outcome.WhichDay or Outcome.DateNotUnderstood or Outcome.DateInThePast or Outcome.DateTooSoon or Outcome.DateTooFar
            or Outcome.NotAShippingDay => StatusCodes.Status422UnprocessableEntity,
        Outcome.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Outcome.CodeRequested or Outcome.Verified or Outcome.WrongCode or Outcome.CodeExpired or Outcome.VerificationLocked
            or Outcome.NoOperatorConnected => null,
        _ => throw new NotSupportedException($"No status for {outcome}."),
    };
}
