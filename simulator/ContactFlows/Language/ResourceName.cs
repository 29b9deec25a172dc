namespace OrderHotline.ContactFlows;

/// <summary>The short name of something a flow refers to by a placeholder or an ARN.</summary>
public static class ResourceName
{
    /// <summary>
    /// The logical name of a CloudFormation placeholder (<c>${Conversation.ContactFlowArn}</c> is <c>Conversation</c>), the function's name
    /// of a Lambda ARN with or without an alias, the last part of any other ARN, and any other text as it is.
    /// </summary>
    public static string From(string reference)
    {
        if (reference.StartsWith("${", StringComparison.Ordinal) && reference.EndsWith('}'))
        {
            return reference[2..^1].Split('.')[0];
        }

        if (!reference.StartsWith("arn:", StringComparison.Ordinal))
        {
            return reference;
        }

        var parts = reference.Split(':');
        return parts is [_, _, "lambda", _, _, "function", var name, ..] ? name : parts[^1].Split('/')[^1];
    }
}
