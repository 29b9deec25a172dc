using System.Collections.Immutable;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>One scenario while it is played.</summary>
sealed class ScenarioPlay(ScenarioShop shop, Scenario scenario)
{
    readonly ImmutableArray<CallEvent>.Builder events = ImmutableArray.CreateBuilder<CallEvent>();
    ImmutableArray<string> heard = [];
    int matched;
    CallState state = null!;

    /// <summary>Every prompt since the last act.</summary>
    public ImmutableArray<string> HeardSince => heard;

    public Task<PlayedCall> Played(CancellationToken cancellation) => shop.Played(events.ToImmutable(), state, cancellation);

    /// <summary>Plays until the first difference or the last step.</summary>
    /// <returns>Null when there was no difference.</returns>
    public async Task<Divergence?> Play(CancellationToken cancellation)
    {
        Take(await shop.Connect.Ring(shop.Call, cancellation).ConfigureAwait(false));
        foreach (var step in scenario.Steps)
        {
            var difference = step is ScenarioStep.Does(var act)
                ? await Do(step, act, cancellation).ConfigureAwait(false)
                : Hear(step);
            if (difference is not null)
            {
                return difference;
            }
        }

        var last = scenario.Steps.Length > 0 ? scenario.Steps[^1].Line + 1 : 0;
        return UnnamedPrompt(last, "nothing more is heard");
    }

    async Task<Divergence?> Do(ScenarioStep step, CallerAct act, CancellationToken cancellation)
    {
        if (UnnamedPrompt(step.Line, ScenarioText.Line(step)) is { } unnamed)
        {
            return unnamed;
        }

        if (act is CallerAct.OperatorTransfers && !state.IsWithOperator)
        {
            return Difference(step, "no operator has the call.");
        }

        if (state.Waiting is CallWaiting.Over(var end) && act is not CallerAct.OperatorTransfers)
        {
            return Difference(step, $"the call is over already: {ScenarioWords.For(end)}.");
        }

        if (act is CallerAct.OperatorAnswers && state.Waiting is not CallWaiting.ForOperator && state.Stage != CallStage.Queue)
        {
            return Difference(step, "no operator can answer, because the call is in no queue.");
        }

        var before = state;
        Take(await shop.Connect.Next(state, act, cancellation).ConfigureAwait(false));
        return scenario.MatchMode == MatchMode.Strict && state == before && heard.IsEmpty
            ? Difference(step, "it makes no difference, because nothing listens for it at this point.")
            : null;
    }

    Divergence? Hear(ScenarioStep step)
    {
        switch (step)
        {
            case ScenarioStep.Hears(var part):
                return Next(step, prompt => prompt.Contains(part, StringComparison.Ordinal));

            case ScenarioStep.HearsExactly(var words):
                return Next(step, prompt => prompt == words);

            case ScenarioStep.HearsInAnyOrder(var parts):
                return AllOf(step, parts);

            default:
                return null;
        }
    }

    Divergence? AllOf(ScenarioStep step, ImmutableArray<string> parts)
    {
        for (var left = parts; left.Length > 0;)
        {
            var found = -1;
            if (Next(step, prompt => (found = FirstIn(left, prompt)) >= 0) is { } difference)
            {
                return difference;
            }

            left = left.RemoveAt(found);
        }

        return null;
    }

    static int FirstIn(ImmutableArray<string> parts, string prompt)
    {
        for (var index = 0; index < parts.Length; index++)
        {
            if (prompt.Contains(parts[index], StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    // Strictly, the next prompt has to fit; loosely, one of those that follow.
    Divergence? Next(ScenarioStep step, Func<string, bool> fits)
    {
        for (var index = matched; index < heard.Length; index++)
        {
            if (fits(heard[index]))
            {
                matched = index + 1;
                return null;
            }

            if (scenario.MatchMode == MatchMode.Strict)
            {
                return Difference(step, $"this is heard: {heard[index]}");
            }
        }

        return Difference(step, matched == heard.Length ? "nothing more is heard at this point." : "no prompt at this point fits.");
    }

    Divergence? UnnamedPrompt(int line, string expected) =>
        scenario.MatchMode == MatchMode.Strict && matched < heard.Length
            ? new(line, expected, $"before that, this is heard and stands in no line: {heard[matched]}", heard)
            : null;

    Divergence Difference(ScenarioStep step, string found) => new(step.Line, ScenarioText.Line(step), found, heard);

    void Take(CallStep step)
    {
        state = step.State;
        events.AddRange(step.Events);
        heard = [.. PlayedCall.HeardBy(Audience.Caller, step.Events)];
        matched = 0;
    }
}
