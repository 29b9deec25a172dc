using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Compares what has come of a call with what is written of it.</summary>
static class EndCheck
{
    /// <summary>The first difference; null when there is none.</summary>
    public static Divergence? Find(Scenario scenario, PlayedCall call, ImmutableArray<string> heardSince)
    {
        foreach (var expectation in scenario.End)
        {
            if (WhyNot(expectation, call) is { } found)
            {
                return new(expectation.Line, ScenarioText.Line(expectation, call.Start.Zone), found, heardSince);
            }
        }

        return scenario.MatchMode == MatchMode.Strict ? Untold(scenario, call, heardSince) : null;
    }

    static Divergence? Untold(Scenario scenario, PlayedCall call, ImmutableArray<string> heardSince)
    {
        if (call.Start.Faults.FirstOrDefault(fault => !call.FaultsMet.Contains(fault)) is { } idle)
        {
            var times = call.FunctionCalls.GetValueOrDefault(idle.Function);
            return new(
                idle.Line,
                $"function: {idle.Function} {ScenarioWords.For(idle.Kind)}{(idle.OnCall is { } number ? $" on call {number}" : "")}",
                $"it never does: {idle.Function} is called {(times == 1 ? "once" : $"{times} times")}.",
                heardSince);
        }

        var last = scenario.End.Select(expectation => expectation.Line)
            .Concat(scenario.Steps.Select(step => step.Line))
            .DefaultIfEmpty()
            .Max();
        return ScenarioRecorder.EndOf(call).FirstOrDefault(fact => !IsTold(fact, scenario.End)) is { } untold
            ? new(
                last,
                "nothing else has come of the call",
                $"this is so, and no line says it: {ScenarioText.Line(untold, call.Start.Zone)}",
                heardSince)
            : null;
    }

    // Written as a whole, or in its parts.
    static bool IsTold(Expectation fact, ImmutableArray<Expectation> told) => fact switch
    {
        Expectation.OrderIsWhole { Order: var order } =>
            told.OfType<Expectation.OrderIsWhole>().Any(line => line.Order.Id == order.Id)
                || (told.OfType<Expectation.OrderShips>().Any(line => line.Order == order.Id)
                    && told.OfType<Expectation.OrderStands>().Any(line => line.Order == order.Id)
                    && told.OfType<Expectation.OrderHasChanges>().Any(line => line.Order == order.Id)),
        Expectation.TextSays(var text) => told.OfType<Expectation.TextSays>().Any(line => Has(text, line.Part)),
        Expectation.CodeSays(var code) => told.OfType<Expectation.CodeSays>().Any(line => Has(code, line.Part)),
        Expectation.OperatorHears(var words) => told.OfType<Expectation.OperatorHears>().Any(line => Has(words, line.Part)),
        Expectation.OperatorSees(var name, _) => told.OfType<Expectation.OperatorSees>().Any(line => line.Name == name),
        Expectation.FunctionCalled(var function, _) => told.OfType<Expectation.FunctionCalled>().Any(line => line.Function == function),
        _ => told.Any(line => line.GetType() == fact.GetType()),
    };

    static string? WhyNot(Expectation expectation, PlayedCall call) => expectation switch
    {
        Expectation.OrderIsWhole(var sheet, var changes, var before) => OfOrder(call, sheet.Id, order =>
            ScenarioRecorder.AsLeft(order) == sheet with { Owner = sheet.Owner ?? call.Start.Caller }
                && order.Version == changes
                && (before is null || before == ScenarioRecorder.ShippedBefore(order, call))
                ? null
                : Whole(order, call)),
        Expectation.OrderShips(var id, var on) => OfOrder(call, id, order =>
            order.ShippingDate == on ? null : $"it ships {LocalDatePattern.Iso.Format(order.ShippingDate)}."),
        Expectation.OrderStands(var id, var standing) => OfOrder(call, id, order =>
            ScenarioRecorder.AsLeft(order).Standing == standing ? null : Whole(order, call)),
        Expectation.OrderHasChanges(var id, var changes) => OfOrder(call, id, order =>
            order.Version == changes ? null : Whole(order, call)),
        Expectation.TextsOwed(var texts) =>
            call.Texts.Length == texts ? null : Found("texts owed", call.Texts.Select(ScenarioRecorder.InOneLine)),
        Expectation.TextSays(var part) => OneHas(part, "texts owed", call.Texts.Select(ScenarioRecorder.InOneLine)),
        Expectation.CodeSays(var part) => OneHas(part, "codes", call.Codes.Select(ScenarioRecorder.InOneLine)),
        Expectation.NoCode => call.Codes.IsEmpty ? null : Found("codes", call.Codes.Select(ScenarioRecorder.InOneLine)),
        Expectation.OperatorHears(var part) => OneHas(part, "what an operator hears", call.OperatorHeard),
        Expectation.OperatorSees(var name, var value) => OfOperator(call, name, value),
        Expectation.CallbackTo(var number) => Callbacks(call).Contains(number) ? null : Found("numbers to be called back", Callbacks(call)),
        Expectation.NoCallback => Callbacks(call).Any() ? Found("numbers to be called back", Callbacks(call)) : null,
        Expectation.FunctionCalled(var function, var times) =>
            call.FunctionCalls.GetValueOrDefault(function) == times
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"it is called {call.FunctionCalls.GetValueOrDefault(function)} times."),
        Expectation.CallIsOver(var end, var at) => call.End == end && (at is null || at == call.State.Now)
            ? null
            : $"{ScenarioText.Line(new Expectation.CallIsOver(call.End, at is null ? null : call.State.Now), call.Start.Zone)["then: ".Length..]}.",
        Expectation.NeverHeard(var part) =>
            call.Heard.FirstOrDefault(words => Has(words, part)) is { } words ? $"this is heard: {words}" : null,
        _ => throw new NotSupportedException($"No way to check {expectation}."),
    };

    static string? OfOrder(PlayedCall call, OrderId id, Func<Order, string?> whyNot) =>
        call.OrdersAfter.FirstOrDefault(order => order.Id == id) is { } order
            ? whyNot(order)
            : Found("orders", call.OrdersAfter.Select(known => known.Id.ToString()));

    static string Whole(Order order, PlayedCall call) =>
        $"it is {ScenarioText.Line(ScenarioRecorder.Whole(order, call), call.Start.Zone)["then: order ".Length..]}";

    static string? OfOperator(PlayedCall call, string name, string value) =>
        call.Events.OfType<CallEvent.HandedOver>().FirstOrDefault() is not { } shown ? "no operator has the call."
        : !shown.Attributes.TryGetValue(name, out var seen) ? Found("attributes", shown.Attributes.Keys)
        : PlainWords.From(seen) == value ? null
        : $"the operator sees {name} = {seen}";

    static string? OneHas(string part, string what, IEnumerable<string> texts) =>
        texts.Any(text => Has(text, part)) ? null : Found(what, texts);

    static string Found(string what, IEnumerable<string> found) =>
        string.Join("; ", found) is { Length: > 0 } all ? $"there are other {what}: {all}" : $"there are no {what}.";

    static IEnumerable<string> Callbacks(PlayedCall call) =>
        call.Events.OfType<CallEvent.CallbackPromised>().Select(promised => promised.Number);

    static bool Has(string words, string part) => words.Contains(part, StringComparison.Ordinal);
}
