using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Something that is heard or done in a call.</summary>
public abstract record ScenarioStep
{
    ScenarioStep()
    {
    }

    /// <summary>The line of the text that it was read from, from 1; 0 when it was not read.</summary>
    public int Line { get; init; }

    /// <summary>The caller hears a prompt with these words in it.</summary>
    public sealed record Hears(string Part) : ScenarioStep;

    /// <summary>The caller hears a prompt of exactly these words; marks for the voice and white space do not count.</summary>
    public sealed record HearsExactly(string Words) : ScenarioStep;

    /// <summary>The caller hears as many prompts as there are parts, each with one of the parts in it.</summary>
    public sealed record HearsInAnyOrder(ImmutableArray<string> Parts) : ScenarioStep;

    /// <summary>The caller does something, or an operator answers.</summary>
    public sealed record Does(CallerAct Act) : ScenarioStep;

    /// <summary>Words for readers.</summary>
    public sealed record Remark(string Words) : ScenarioStep;
}
