using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Writes a call down while it is played: every prompt, every act, and everything that came of it.</summary>
static class ScenarioRecorder
{
    public static async Task<Scenario> Record(
        Deployment deployment, string name, ScenarioStart start, ImmutableArray<CallerAct> acts, CancellationToken cancellation)
    {
        var shop = new ScenarioShop(deployment, start);
        var (steps, events) = (ImmutableArray.CreateBuilder<ScenarioStep>(), ImmutableArray.CreateBuilder<CallEvent>());
        var step = await shop.Connect.Ring(shop.Call, cancellation).ConfigureAwait(false);
        Write(step);
        foreach (var act in acts)
        {
            var next = await shop.Connect.Next(step.State, act, cancellation).ConfigureAwait(false);
            if (next.State != step.State || PlayedCall.HeardBy(Audience.Caller, next.Events).Any())
            {
                steps.Add(new ScenarioStep.Does(act));
                step = next;
                Write(step);
            }
        }

        var played = await shop.Played(events.ToImmutable(), step.State, cancellation).ConfigureAwait(false);
        var met = start with { Faults = [.. start.Faults.Where(played.FaultsMet.Contains)] };
        return new(name, met, steps.ToImmutable(), [.. EndOf(played with { Start = met })]);

        void Write(CallStep happened)
        {
            events.AddRange(happened.Events);
            steps.AddRange(PlayedCall.HeardBy(Audience.Caller, happened.Events).Select(words => new ScenarioStep.HearsExactly(words)));
        }
    }

    /// <summary>Everything that is so at the end of a call and that a strict scenario has to tell.</summary>
    public static IEnumerable<Expectation> EndOf(PlayedCall call)
    {
        // With its owner: a call from another number, about an order of that number, is another call.
        foreach (var order in call.OrdersAfter)
        {
            yield return Whole(order, call);
        }

        yield return new Expectation.TextsOwed(call.Texts.Length);
        foreach (var text in call.Texts)
        {
            yield return new Expectation.TextSays(InOneLine(text));
        }

        foreach (var code in call.Codes)
        {
            yield return new Expectation.CodeSays(InOneLine(code));
        }

        foreach (var function in call.Start.Faults.Select(fault => fault.Function).Distinct())
        {
            yield return new Expectation.FunctionCalled(function, call.FunctionCalls.GetValueOrDefault(function));
        }

        foreach (var callback in call.Events.OfType<CallEvent.CallbackPromised>())
        {
            yield return new Expectation.CallbackTo(callback.Number);
        }

        foreach (var words in call.OperatorHeard)
        {
            yield return new Expectation.OperatorHears(words);
        }

        foreach (var (attribute, value) in call.Events.OfType<CallEvent.HandedOver>().SelectMany(shown => shown.Attributes))
        {
            yield return new Expectation.OperatorSees(attribute, PlainWords.From(value));
        }

        yield return new Expectation.CallIsOver(call.End, call.State.Now);
    }

    /// <summary>An order as it is now, to the last detail.</summary>
    public static Expectation.OrderIsWhole Whole(Order order, PlayedCall call) => new(
        AsLeft(order),
        order.Version,
        ShippedBefore(order, call) is { } before && before != order.ShippingDate ? before : null);

    /// <summary>An order as a call leaves it.</summary>
    public static OrderDescription AsLeft(Order order) => OrderDescription.From(order, caller: null) with { SpokenItem = [] };

    /// <summary>The day on which an order was to ship when the call came in.</summary>
    public static LocalDate? ShippedBefore(Order order, PlayedCall call) =>
        call.OrdersBefore.FirstOrDefault(before => before.Id == order.Id)?.ShippingDate;

    /// <summary>A text in one line, as a scenario tells it.</summary>
    public static string InOneLine(RecordedMessage text) => PlainWords.From(text.Body.ReplaceLineEndings(" / "));
}
