using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>A caller's number as it is typed, whichever option takes it.</summary>
static class CallerNumber
{
    /// <summary>How one is typed.</summary>
    public const string Forms = "a number such as +819012345678, or 090-1234-5678 as in Japan";

    /// <summary>Reads one.</summary>
    public static bool TryParse(string? text, out PhoneNumber number) =>
        PhoneNumber.TryParse(text, out number) || PhoneNumber.TryParseJapanese(text, out number);
}
