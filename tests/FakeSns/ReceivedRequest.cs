using System.Text;

namespace OrderHotline.FakeSns;

/// <summary>One POST as it came in.</summary>
/// <param name="Number">1 for the first that this endpoint got.</param>
/// <param name="Headers">By name in any case; a repeated header has its values joined with commas.</param>
/// <param name="Body">Unchanged.</param>
public sealed record ReceivedRequest(int Number, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request id that the answer to it carries, in a header and in the bodies that SnsAnswer makes.</summary>
    public string AnswerId => $"00000000-0000-4000-8000-{Number:D12}";

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The form, percent-decoded as UTF-8. A plus sign stays one: the AWS query protocol writes a space as %20.</summary>
    public IReadOnlyDictionary<string, string> Parameters => DecodeForm(BodyText);

    /// <exception cref="FormatException">A part without an equals sign.</exception>
    /// <exception cref="ArgumentException">A name that comes twice.</exception>
    public static IReadOnlyDictionary<string, string> DecodeForm(string form)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in form.Split('&'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw new FormatException($"The form's part \"{part}\" has no equals sign.");
            }

            parameters.Add(Uri.UnescapeDataString(part[..equals]), Uri.UnescapeDataString(part[(equals + 1)..]));
        }

        return parameters;
    }
}
