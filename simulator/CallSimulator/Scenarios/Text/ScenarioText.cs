using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Scenarios as text, a line for everything: UTF-8, the extension is <c>.call</c>. docs/scenarios.md shows every kind of
/// line.</summary>
public static class ScenarioText
{
    static readonly OffsetDateTimePattern ToTheMinute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>");
    static readonly OffsetDateTimePattern Whole =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HH:mm>");

    /// <summary>Reads a scenario.</summary>
    /// <param name="name">What it is called in messages, mostly its file's name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ScenarioFormatException">It is no scenario: the message says where and why.</exception>
    public static Scenario Read(string name, string text) => new ScenarioReader(name).Read(text);

    /// <summary>Writes a scenario so that reading it gives the same again, and looking at it is safe, see
    /// <see cref="VisibleText"/>.</summary>
    public static string Write(Scenario scenario)
    {
        var text = new StringBuilder();
        foreach (var about in scenario.About)
        {
            text.Append("# ").Append(VisibleText.Reversible(about)).Append('\n');
        }

        foreach (var line in Start(scenario))
        {
            text.Append(line).Append('\n');
        }

        text.Append('\n');
        var acted = false;
        foreach (var step in scenario.Steps)
        {
            acted = step is ScenarioStep.Does;
            text.Append(Line(step)).Append(acted ? "\n\n" : "\n");
        }

        if (!acted && scenario.Steps.Length > 0)
        {
            text.Append('\n');
        }

        foreach (var expectation in scenario.End)
        {
            text.Append(Line(expectation, scenario.Start.Zone)).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>One step as a line.</summary>
    public static string Line(ScenarioStep step) => VisibleText.Reversible(step switch
    {
        ScenarioStep.Hears(var part) => $"heard: {part}",
        ScenarioStep.HearsExactly(var words) => $"heard exactly: {words}",
        ScenarioStep.HearsInAnyOrder(var parts) => $"heard in any order: {string.Join(" / ", parts)}",
        ScenarioStep.Does(CallerAct.Presses(var keys)) => $"pressed: {keys}",
        ScenarioStep.Does(CallerAct.Says(var words)) => $"said: {words}",
        ScenarioStep.Does(CallerAct.StaysSilent) => "silent",
        ScenarioStep.Does(CallerAct.HangsUp) => "hang up",
        ScenarioStep.Does(CallerAct.OperatorAnswers) => "operator answers",
        ScenarioStep.Does(CallerAct.OperatorTransfers(var flow)) => $"operator transfers to: {flow}",
        ScenarioStep.Remark(var words) => $"# {words}",
        _ => throw new NotSupportedException($"No line for {step}."),
    });

    /// <summary>One expectation as a line.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="zone">The zone in which a moment is written.</param>
    public static string Line(Expectation expectation, DateTimeZone zone) =>
        expectation is Expectation.OrderIsWhole whole ? Line(whole) : VisibleText.Reversible(Words(expectation, zone));

    static string Line(Expectation.OrderIsWhole whole) =>
        $"then: order {Sheet(whole.Order)} | {Count(whole.Changes, "change")}"
            + (whole.ShippedBefore is { } day ? $" | instead of {LocalDatePattern.Iso.Format(day)}" : "");

    static string Words(Expectation expectation, DateTimeZone zone) => expectation switch
    {
        Expectation.NeverHeard(var part) => $"never heard: {part}",
        Expectation.OrderShips(var order, var on) => $"then: order {order} ships {LocalDatePattern.Iso.Format(on)}",
        Expectation.OrderStands(var order, var standing) => $"then: order {order} is {Word(standing)}",
        Expectation.OrderHasChanges(var order, var changes) => $"then: order {order} has {Count(changes, "change")}",
        Expectation.TextsOwed(var texts) => $"then: {Count(texts, "text")} owed",
        Expectation.TextSays(var part) => $"then: text says {part}",
        Expectation.CallIsOver(var end, var at) => $"then: {ScenarioWords.For(end)}{(at is { } moment ? $" at {Moment(moment, zone)}" : "")}",
        Expectation.OperatorSees(var name, var value) => $"then: operator sees {name} = {value}",
        Expectation.OperatorHears(var part) => $"then: operator hears {part}",
        Expectation.CallbackTo(var number) => $"then: callback to {number}",
        Expectation.CodeSays(var part) => $"then: code says {part}",
        Expectation.NoCode => "then: no code",
        Expectation.NoCallback => "then: no callback",
        Expectation.FunctionCalled(var function, var times) =>
            $"then: function {function} {(times == 0 ? "never called" : $"called {Count(times, "time")}")}",
        _ => throw new NotSupportedException($"No line for {expectation}."),
    };

    static IEnumerable<string> Start(Scenario scenario)
    {
        var start = scenario.Start;
        if (scenario.MatchMode == MatchMode.Loose)
        {
            yield return "loose";
        }

        yield return $"caller: {start.Caller?.ToE164() ?? ScenarioWords.Withheld}";
        yield return $"at: {Moment(start.At, start.Zone)}";
        if (start.Flow != ScenarioStart.UsualFlow)
        {
            yield return VisibleText.Reversible($"flow: {start.Flow}");
        }

        foreach (var change in start.ShopChanges)
        {
            yield return $"shop: {ShopChangeText.Write(change)}";
        }

        if (start.Operators is not OperatorsFound.AsDeployed)
        {
            yield return $"operators: {ScenarioWords.For(start.Operators)}";
        }

        if (start.SessionAttributes != SessionAttributesOf.TheFlow)
        {
            yield return $"session attributes: {ScenarioWords.OfTheBot}";
        }

        foreach (var order in start.Orders)
        {
            yield return $"order: {Sheet(order)}";
        }

        foreach (var fault in start.Faults)
        {
            yield return $"function: {fault.Function} {ScenarioWords.For(fault.Kind)}{(fault.Answer is { } answer ? $" {VisibleText.OneLine(answer)}" : "")}"
                + (fault.OnCall is { } call ? string.Create(CultureInfo.InvariantCulture, $" on call {call}") : "");
        }

        foreach (var failing in start.FailingActions)
        {
            yield return VisibleText.Reversible(
                $"action: {failing.Action} fails{(failing.ErrorType == FlowErrors.NoMatchingError ? "" : $" with {failing.ErrorType}")}");
        }
    }

    static string Sheet(OrderDescription order) => string.Join(
        " | ",
        (IEnumerable<string>)[
            order.Id.ToString(),
            VisibleText.Field(order.Item),
            VisibleText.Field(order.CustomerName),
            $"ships {LocalDatePattern.Iso.Format(order.Ships)}",
            Word(order.Standing),
            .. order.Owner is { } owner ? [owner.ToE164()] : (string[])[],
            .. order.SpokenItem.Select(name => $"spoken {name.Language} {VisibleText.Field(name.Words)}"),
        ]);

    static string Word(OrderStatus standing) => standing switch
    {
        OrderStatus.Placed => "placed",
        OrderStatus.Cancelled => "cancelled",
        OrderStatus.Shipped => "shipped",
        _ => throw new NotSupportedException($"No word for {standing}."),
    };

    static string Count(int number, string what) => number switch
    {
        0 => $"no {what}",
        1 => $"1 {what}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} {what}s"),
    };

    static string Moment(Instant moment, DateTimeZone zone)
    {
        var local = moment.InZone(zone).ToOffsetDateTime();
        return (local.Second == 0 && local.NanosecondOfSecond == 0 ? ToTheMinute : Whole).Format(local);
    }
}
