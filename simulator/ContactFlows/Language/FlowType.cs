namespace OrderHotline.ContactFlows;

/// <summary>The kinds of flow. Which actions a flow may have depends on it.</summary>
public enum FlowType
{
    /// <summary>An inbound flow: what a caller meets first.</summary>
    ContactFlow,

    /// <summary>What a caller hears while waiting for an operator.</summary>
    CustomerQueue,

    /// <summary>What a caller hears on hold.</summary>
    CustomerHold,

    /// <summary>What only the caller hears before being joined to an operator.</summary>
    CustomerWhisper,

    /// <summary>What an operator hears on hold.</summary>
    AgentHold,

    /// <summary>What only the operator hears before being joined to the caller.</summary>
    AgentWhisper,

    /// <summary>What a called customer hears before being joined to an operator.</summary>
    OutboundWhisper,

    /// <summary>A transfer to an operator.</summary>
    AgentTransfer,

    /// <summary>A transfer to a queue.</summary>
    QueueTransfer,

    /// <summary>An outbound campaign.</summary>
    Campaign,

    /// <summary>A flow module: a part that flows invoke.</summary>
    Module,
}

/// <summary>The names of the kinds of flow.</summary>
static class FlowTypes
{
    /// <summary>Reads a kind by its name in the API (<c>AGENT_WHISPER</c>) or in the console's export (<c>agentWhisper</c>).</summary>
    /// <returns>Null for any other text.</returns>
    public static FlowType? Parse(string? name) =>
        name?.Replace("_", "", StringComparison.Ordinal) is { } plain
        && Enum.GetNames<FlowType>().FirstOrDefault(known => known.Equals(plain, StringComparison.OrdinalIgnoreCase)) is { } type
            ? Enum.Parse<FlowType>(type)
            : null;
}
