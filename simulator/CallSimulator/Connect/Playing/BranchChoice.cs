using System.Globalization;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>A branch that an action takes.</summary>
/// <param name="Name"><c>next</c>, the condition's operand, or the kind of error.</param>
/// <param name="Next">The action it leads to; null when there is no such branch.</param>
readonly record struct BranchChoice(string Name, string? Next)
{
    public const string NextName = "next";

    /// <summary>The branch of an action that is done.</summary>
    public static BranchChoice Onward(FlowAction action) => new(NextName, action.NextAction);

    /// <summary>The branch of an error: its own, or the one for all others. The next action is for what went well, so without an
    /// error branch there is none.</summary>
    public static BranchChoice AfterError(FlowAction action, string errorType) => new(errorType, action.After(errorType));

    /// <summary>The branch of a result: the first condition that holds, else the branch for no condition, else for any error,
    /// else the next action.</summary>
    public static BranchChoice AfterResult(FlowAction action, string result) =>
        After(action, (comparison, operand) => Holds(comparison, result, operand));

    /// <summary>The branch of an object: of it, only whether a key is there can be asked.</summary>
    public static BranchChoice AfterObject(FlowAction action, IReadOnlySet<string> keys) =>
        After(action, (comparison, operand) => comparison == "KeyExists" && keys.Contains(operand));

    static BranchChoice After(FlowAction action, Func<string, string, bool> holds)
    {
        foreach (var condition in action.Conditions)
        {
            foreach (var operand in condition.Operands)
            {
                if (holds(condition.Operator, operand))
                {
                    return new(operand, condition.NextAction);
                }
            }
        }

        return action.After(FlowErrors.NoMatchingCondition) is { } unmatched
            ? new(FlowErrors.NoMatchingCondition, unmatched)
            : Onward(action);
    }

    // There is no comparison with nothing: an empty value matches no condition.
    static bool Holds(string comparison, string result, string operand) => result.Length > 0 && comparison switch
    {
        "Equals" => result == operand,
        "TextStartsWith" => result.StartsWith(operand, StringComparison.Ordinal),
        "TextEndsWith" => result.EndsWith(operand, StringComparison.Ordinal),
        "TextContains" => result.Contains(operand, StringComparison.Ordinal),
        "NumberGreaterThan" => Numbers(result, operand) is var (number, bound) && number > bound,
        "NumberGreaterOrEqualTo" => Numbers(result, operand) is var (number, bound) && number >= bound,
        "NumberLessThan" => Numbers(result, operand) is var (number, bound) && number < bound,
        "NumberLessOrEqualTo" => Numbers(result, operand) is var (number, bound) && number <= bound,
        "KeyExists" => true,
        _ => false,
    };

    static (decimal Number, decimal Bound)? Numbers(string result, string operand) =>
        decimal.TryParse(result, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && decimal.TryParse(operand, NumberStyles.Number, CultureInfo.InvariantCulture, out var bound)
            ? (number, bound)
            : null;
}
