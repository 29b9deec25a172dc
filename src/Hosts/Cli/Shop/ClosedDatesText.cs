using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OrderHotline.Hosts.Cli;

/// <summary>A day without shipping, and what it is called.</summary>
sealed record ClosedDate(LocalDate Date, string Name);

/// <summary>Closed dates as text of a shop's file: days are put in, and nothing else is touched, least of all comments.</summary>
static class ClosedDatesText
{
    static readonly JsonReaderOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Puts days in front of those that stand in <c>shipping.closedDates</c>, and makes that list where there is none.</summary>
    /// <param name="json">A sound file.</param>
    /// <param name="days">The days, none of which stands there.</param>
    public static byte[] Insert(byte[] json, IReadOnlyCollection<ClosedDate> days)
    {
        if (days.Count == 0)
        {
            return json;
        }

        var opening = Innermost(json);
        var comma = opening.IsEmpty ? "" : ",";
        var lastComma = opening.Depth == 3 ? comma : "";
        var lines = string.Join('\n', days.Select((day, number) =>
            $"      \"{LocalDatePattern.Iso.Format(day.Date)}\"{(number < days.Count - 1 ? "," : lastComma)} // {day.Name}"));
        var text = opening.Depth switch
        {
            3 => $"\n{lines}",
            2 => $"\n    \"closedDates\": [\n{lines}\n    ]{comma}",
            _ => $"\n  \"shipping\": {{\n    \"closedDates\": [\n{lines}\n    ]\n  }}{comma}",
        };
        return [.. json[..opening.End], .. Encoding.UTF8.GetBytes(text), .. EndOfLine(json.AsSpan(opening.End), opening.Depth), .. json[opening.End..]];
    }

    // What stands behind in the same line must not become part of a comment.
    static ReadOnlySpan<byte> EndOfLine(ReadOnlySpan<byte> rest, int depth) =>
        rest.TrimStart(" \t"u8) is [(byte)'\r' or (byte)'\n', ..] ? [] : "\n      "u8[..(1 + (2 * depth))];

    /// <summary>The innermost bracket that is there: of the file, of <c>shipping</c>, or of its <c>closedDates</c>.</summary>
    static Opening Innermost(byte[] json)
    {
        var skipped = json.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(json.AsSpan(skipped), WithComments);
        string[] names = ["shipping", "closedDates"];
        var (found, isNext) = (new Opening(0, 0, IsEmpty: false), true);
        var justFound = false;
        while (reader.Read())
        {
            if (justFound)
            {
                found = found with { IsEmpty = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray };
                justFound = false;
            }

            if (isNext && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth == found.Depth)
            {
                found = new(found.Depth + 1, skipped + (int)reader.BytesConsumed, IsEmpty: false);
                (isNext, justFound) = (false, true);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isNext = found.Depth is 1 or 2 && reader.CurrentDepth == found.Depth && reader.ValueTextEquals(names[found.Depth - 1]);
            }
        }

        return found;
    }

    /// <summary>An opening bracket.</summary>
    /// <param name="Depth">1 for the file's, 2 for that of <c>shipping</c>, 3 for that of the list.</param>
    /// <param name="End">Where it ends, in bytes.</param>
    /// <param name="IsEmpty">Whether it is closed again at once.</param>
    readonly record struct Opening(int Depth, int End, bool IsEmpty);
}
