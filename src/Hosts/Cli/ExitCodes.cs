using Amazon.Runtime;

namespace OrderHotline.Hosts.Cli;

/// <summary>The code that a command ends with. What checked nothing has not succeeded.</summary>
static class ExitCodes
{
    /// <summary>It did what was asked.</summary>
    public const int Ok = 0;

    /// <summary>What was checked is not so: a call went otherwise, a flow would be refused, a property does not hold.</summary>
    public const int CheckFailed = 1;

    /// <summary>What was typed, or what is in a file, cannot be worked on.</summary>
    public const int BadInput = 2;

    /// <summary>A service outside failed, or hotline itself.</summary>
    public const int Fault = 3;

    /// <summary>Ctrl+C ended it, or whoever ended its process.</summary>
    public const int Interrupted = 130;

    /// <summary>All of them, for a person.</summary>
    public const string Help =
        "Ends with 0: done; 1: a check failed; 2: what was typed or is in a file cannot be worked on; 3: a service or hotline itself failed; 130: interrupted.";

    /// <summary>The code for a command that a failure has ended.</summary>
    public static int For(Exception failure) => failure switch
    {
        AmazonServiceException or AmazonClientException or HttpRequestException => Fault,
        _ when Failure.IsInput(failure) => BadInput,
        _ => Fault,
    };
}
