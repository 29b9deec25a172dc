namespace OrderHotline.Bench.Race;

/// <summary>The functions that the demo had, and the line has.</summary>
enum Function
{
    OrderTableRead,
    CancelOrder,
    ChangeOrderDate,
}

/// <summary>What a contender is measured for.</summary>
enum Role
{
    /// <summary>Our function. Its requests are those that the floor has to make too.</summary>
    Ours,

    /// <summary>The demo's functions for current Node.js.</summary>
    Peer,

    /// <summary>The same functions on another runtime of JavaScript.</summary>
    OtherRuntime,

    /// <summary>What no function can be below.</summary>
    Floor,
}

/// <summary>One way of running the three functions.</summary>
/// <param name="Name">By which it is chosen.</param>
/// <param name="Title">What the tables call it.</param>
/// <param name="Role">What it is measured for.</param>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Those of one function.</param>
/// <param name="Folder">Where it runs, and what is uploaded.</param>
/// <param name="Requires">The file without which it does not take part.</param>
/// <param name="IsDeployed">Whether a file of the folder is uploaded for one function.</param>
sealed record Contender(
    string Name,
    string Title,
    Role Role,
    string Program,
    Func<Function, string[]> Arguments,
    string Folder,
    string Requires,
    Func<string, Function, bool> IsDeployed)
{
    /// <summary>False for a floor that speaks plain HTTP only.</summary>
    public bool SpeaksTls { get; init; } = true;

    /// <summary>False for one that makes no request.</summary>
    public bool MakesRequests { get; init; } = true;

    /// <summary>False for one that is there only for those who ask for it.</summary>
    public bool TakesPartUnasked { get; init; } = true;

    /// <summary>True for the functions of the demo, whatever runs them.</summary>
    public bool IsJavaScript => Role is Role.Peer or Role.OtherRuntime;

    public bool IsThere => File.Exists(Requires);

    /// <summary>What every reply has to hold: success, and of ours the very outcome, because "cancelled already" is a success too and
    /// costs less.</summary>
    public byte[][] Expected(Function function) =>
    [
        "\"lambdaResult\":\"Success\""u8.ToArray(),
        .. function == Function.OrderTableRead
            ? ["\"orderId\":\"100\""u8.ToArray(), "\"recordFound\":\"True\""u8.ToArray()]
            : Array.Empty<byte[]>(),
        .. Role == Role.Ours ? [Outcome(function)] : Array.Empty<byte[]>(),
    ];

    static byte[] Outcome(Function function) => function switch
    {
        Function.OrderTableRead => "\"outcome\":\"OrderFound\""u8.ToArray(),
        Function.CancelOrder => "\"outcome\":\"Cancelled\""u8.ToArray(),
        _ => "\"outcome\":\"Rescheduled\""u8.ToArray(),
    };
}
