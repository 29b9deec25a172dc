using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda takes replies of up to 6 MiB and a little: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.
/// Told apart here, the caller learns the reason; the Runtime API would refuse the reply after the handler is done with it.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only the loop throws it.")]
[SuppressMessage("Design", "CA1064", Justification = "The loop reports it to Lambda; no caller sees the type.")]
sealed class ReplyTooLargeException(long bytes)
    : Exception($"The reply has {bytes} bytes, but Lambda takes no more than {Limit}.")
{
    /// <summary>In bytes.</summary>
    public const int Limit = 6_291_556;

    /// <summary>What Lambda itself calls this failure.</summary>
    public const string LambdaErrorType = "Function.ResponseSizeTooLarge";
}
