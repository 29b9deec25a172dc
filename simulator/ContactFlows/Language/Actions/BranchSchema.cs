using System.Collections.Immutable;

namespace OrderHotline.ContactFlows;

/// <summary>What the branches of an action compare with.</summary>
/// <param name="Operators">The operators it takes; none when it has no branches.</param>
sealed record BranchSchema(ImmutableArray<string> Operators)
{
    /// <summary>All operators there are. <c>KeyExists</c> is in no documentation, and the service takes it.</summary>
    public static readonly ImmutableArray<string> AllOperators =
    [
        "Equals", "TextStartsWith", "TextEndsWith", "TextContains",
        "NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo", "KeyExists",
    ];

    /// <summary>No branches.</summary>
    public static readonly BranchSchema None = new([]);

    /// <summary>Any comparison.</summary>
    public static readonly BranchSchema Comparisons = new(AllOperators) { OneIsNeeded = true };

    /// <summary>Words of the author's own.</summary>
    public static readonly BranchSchema Names = new(["Equals"]);

    /// <summary>The keys of a telephone.</summary>
    public static readonly BranchSchema Keys =
        new(["Equals"]) { Words = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] };

    /// <summary>A number of contacts or seconds.</summary>
    public static readonly BranchSchema Numbers =
        new(["Equals", "NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo"])
        {
            AreNumbers = true,
            OneIsNeeded = true,
        };

    /// <summary>Whether there is at least one.</summary>
    public static readonly BranchSchema MoreThanNone = new(["NumberGreaterThan"]) { Words = ["0"], OneIsNeeded = true };

    /// <summary>A share of the contacts: what is under the operand, counted from the branch before.</summary>
    public static readonly BranchSchema Shares = new(["NumberLessThan"]) { AreNumbers = true };

    /// <summary>The only operands there are; empty when any will do.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>The operands that must each have a branch.</summary>
    public ImmutableArray<string> Needed { get; private init; } = [];

    /// <summary>Whether there must be a branch at all.</summary>
    public bool OneIsNeeded { get; private init; }

    /// <summary>Whether operands are whole numbers.</summary>
    public bool AreNumbers { get; private init; }

    /// <summary>These operands, a branch each.</summary>
    public static BranchSchema All(params ImmutableArray<string> words) => new(["Equals"]) { Words = words, Needed = words };

    /// <summary>Some of these operands.</summary>
    public static BranchSchema Among(params ImmutableArray<string> words) => new(["Equals"]) { Words = words };
}
