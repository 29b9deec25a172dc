namespace OrderHotline.ContactFlows;

/// <summary>
/// A <c>${…}</c> that CloudFormation fills in before Connect sees the flow
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html).
/// </summary>
/// <param name="Content">What stands between the braces; null when it is not closed.</param>
sealed record Placeholder(string? Content)
{
    const string Open = "${";

    /// <summary>Whether it says what to fill in: a name, perhaps with an attribute, or <c>!</c> for a literal.</summary>
    public bool IsWellFormed => Content is ['!', ..] || (Content is { Length: > 0 } content && content.All(IsOfAName));

    /// <summary>Whether it looks something up or calls something, as in the templates of other tools.</summary>
    public bool IsAnExpression => Content?.AsSpan().IndexOfAny("[(\"") >= 0;

    /// <summary>The resource it names.</summary>
    public string Resource => Content?.Split('.')[0] ?? "";

    /// <summary>Whether it stands for another flow or module, which must exist before this one.</summary>
    public bool IsAFlow => Content?.Split('.') is [_, "ContactFlowArn" or "ContactFlowModuleArn"];

    /// <summary>Every placeholder in a text, in turn.</summary>
    public static IEnumerable<Placeholder> In(string text)
    {
        for (var at = text.IndexOf(Open, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Open, at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            yield return new(end < 0 ? null : text[(at + Open.Length)..end]);
        }
    }

    /// <summary>Whether a text is not yet what Connect will see.</summary>
    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal);

    static bool IsOfAName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or ':' or '_' or '-';
}
