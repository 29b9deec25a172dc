using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>What is known about one type of action: what it takes, where it can lead, and where it may stand.</summary>
/// <remarks>What a sheet leaves out is allowed: most types are known by name and errors only.</remarks>
sealed record ActionSchema(string Type)
{
    /// <summary>Every parameter there is; null when they are not known well enough to say that another is wrong.</summary>
    public ImmutableArray<ParameterSheet>? Parameters { get; init; }

    /// <summary>Parameters that exclude each other.</summary>
    public ImmutableArray<Alternatives> Alternatives { get; init; } = [];

    /// <summary>It says something: exactly one of Text, SSML, PromptId and Media.</summary>
    public bool Speaks { get; init; }

    /// <summary>Its values have types of their own; everywhere else every value is a text.</summary>
    public bool HasTypedValues { get; init; }

    /// <summary>The error branches it must have; null when they are not known.</summary>
    public ImmutableArray<string>? Errors { get; init; }

    /// <summary>The error branches that the service lets it go without, and that it is better off with.</summary>
    public ImmutableArray<string> AdvisedErrors { get; init; } = [];

    /// <summary>The error branches it may have besides.</summary>
    public ImmutableArray<string> OtherErrors { get; init; } = [];

    /// <summary>What its branches compare with; null when that is not known.</summary>
    public BranchSchema? Branches { get; init; } = BranchSchema.None;

    /// <summary>What comes after it.</summary>
    public Ending Ending { get; init; } = Ending.GoesOn;

    /// <summary>A flow that comes back to it has waited for the caller or the clock, or has counted.</summary>
    public bool Pauses { get; init; }

    /// <summary>The kinds of flow that may have it; empty when any may. A module may have it too: who invokes it counts.</summary>
    public ImmutableArray<FlowType> OnlyIn { get; init; } = [];

    /// <summary>The kinds of flow that may not have it.</summary>
    public ImmutableArray<FlowType> NotIn { get; init; } = [];
}

/// <summary>What comes after an action.</summary>
enum Ending
{
    /// <summary>Another action, always.</summary>
    GoesOn,

    /// <summary>Nothing, ever.</summary>
    Ends,

    /// <summary>Another action or nothing.</summary>
    MayEnd,
}

/// <summary>Parameters of which only one can be given.</summary>
/// <param name="Names">The parameters.</param>
/// <param name="OneIsNeeded">Whether one must be given.</param>
sealed record Alternatives(ImmutableArray<string> Names, bool OneIsNeeded);

/// <summary>One parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it can be.</param>
/// <param name="IsNeeded">Whether the action is refused without it.</param>
sealed record ParameterSheet(string Name, ParameterValue Value, bool IsNeeded);

/// <summary>What a parameter can be.</summary>
abstract record ParameterValue
{
    ParameterValue()
    {
    }

    /// <summary>Anything, of any shape.</summary>
    public sealed record Anything : ParameterValue;

    /// <summary>JSON of the author's own: Connect hands it on, and what it means is for a view, a module or a function to say.</summary>
    public sealed record FreeForm : ParameterValue;

    /// <summary>A text, with references anywhere in it.</summary>
    public sealed record Text : ParameterValue;

    /// <summary>A text without a reference.</summary>
    public sealed record Fixed : ParameterValue;

    /// <summary>A text without a reference, or one reference and nothing else.</summary>
    public sealed record FixedOrReference : ParameterValue;

    /// <summary>One reference and nothing else.</summary>
    public sealed record Reference : ParameterValue;

    /// <summary>A whole number.</summary>
    public sealed record Number(int Least, int Most, bool MayBeReference) : ParameterValue;

    /// <summary>One of these words; <c>True</c> and <c>False</c> in any case.</summary>
    public sealed record Word(ImmutableArray<string> Words, bool MayBeReference) : ParameterValue;

    /// <summary>Names of the author's own, a text each.</summary>
    public sealed record Map : ParameterValue;

    /// <summary>An object with parameters of its own.</summary>
    public sealed record Group(ImmutableArray<ParameterSheet> Parameters) : ParameterValue;
}
