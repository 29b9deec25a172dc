
namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Reads what is so when a call has been played: what stands behind <c>then:</c>.</summary>
static class ExpectationReader
{
    const string Forms =
        "\"order 100 ships 2026-12-02\", \"order 100 is cancelled\", \"order 100 has 1 change\", \"1 text owed\", \"text says …\", \"code says …\", \"no code\", "
        + "\"the line hung up\", \"an operator has the call\", \"operator sees handOverReason = …\", \"operator hears …\", "
        + "\"callback to +81…\", \"no callback\", \"function CancelOrder called 1 time\", \"function CancelOrder never called\"";

    public static Expectation Read(ScenarioLine value) =>
        value.StartsWith("order ") ? OfOrder(value.Behind("order ".Length))
        : value.StartsWith("function ") ? OfFunction(value.Behind("function ".Length))
        : value.StartsWith("text says ") ? new Expectation.TextSays(PlainWords.From(value.Behind("text says ".Length).Text))
        : value.StartsWith("code says ") ? new Expectation.CodeSays(PlainWords.From(value.Behind("code says ".Length).Text))
        : value.Text == "no code" ? new Expectation.NoCode()
        : value.StartsWith("operator hears ") ? new Expectation.OperatorHears(PlainWords.From(value.Behind("operator hears ".Length).Text))
        : value.StartsWith("operator sees ") ? OfOperator(value.Behind("operator sees ".Length))
        : value.StartsWith("callback to ") ? new Expectation.CallbackTo(value.Behind("callback to ".Length).Text)
        : value.Text == "no callback" ? new Expectation.NoCallback()
        : value.EndsWith(" owed") ? new Expectation.TextsOwed(StartReader.Count(value.Before(" owed"), "text"))
        : OfTheEnd(value);

    static Expectation OfOrder(ScenarioLine value)
    {
        if (value.Text.Contains('|', StringComparison.Ordinal))
        {
            return OfTheWholeOrder(value);
        }

        var (id, what) = value.CutAt(" ");
        return what.StartsWith("ships ") ? new Expectation.OrderShips(StartReader.Id(id), StartReader.Day(what.Behind("ships ".Length)))
            : what.StartsWith("is ") ? new Expectation.OrderStands(StartReader.Id(id), StartReader.Standing(what.Behind("is ".Length)))
            : what.StartsWith("has ")
                ? new Expectation.OrderHasChanges(StartReader.Id(id), StartReader.Count(what.Behind("has ".Length), "change"))
            : throw what.Wrong($"\"{what.Text}\" is nothing an order can do: it must be one of "
                + "\"ships 2026-12-02\", \"is cancelled\", \"has 1 change\".");
    }

    static Expectation.OrderIsWhole OfTheWholeOrder(ScenarioLine value)
    {
        var (order, rest) = StartReader.Order(value);
        switch (rest)
        {
            case [var changes]:
                return new(order, StartReader.Count(changes, "change"));
            case [var changes, var before] when before.StartsWith("instead of "):
                return new(order, StartReader.Count(changes, "change"), StartReader.Day(before.Behind("instead of ".Length)));
            default:
                throw value.Wrong("An order that is told whole ends in its changes, such as \"| no change\" or \"| 1 change\", "
                    + "and may say \"| instead of 2026-11-30\".");
        }
    }

    static Expectation.FunctionCalled OfFunction(ScenarioLine value)
    {
        var (name, what) = value.CutAt(" ");
        var function = StartReader.Function(name);
        return what.Text == "never called" ? new(function, 0)
            : what.StartsWith("called ") ? new(function, StartReader.Count(what.Behind("called ".Length), "time"))
            : throw what.Wrong($"\"{what.Text}\" is nothing a function can be: it must be \"never called\" or such as \"called 1 time\".");
    }

    static Expectation.OperatorSees OfOperator(ScenarioLine value)
    {
        var (name, seen) = value.CutAt("=");
        return name.Text.Length < value.Text.Length
            ? new(name.Text, PlainWords.From(seen.Text))
            : throw value.Wrong("An operator sees an attribute: write it as in \"operator sees handOverReason = …\".");
    }

    static Expectation.CallIsOver OfTheEnd(ScenarioLine value)
    {
        foreach (var (words, end) in ScenarioWords.Ends)
        {
            if (value.Text == words)
            {
                return new(end, At: null);
            }

            if (value.StartsWith(words + " at "))
            {
                return new(end, StartReader.Moment(value.Behind(words.Length + " at ".Length)));
            }
        }

        throw value.Wrong($"\"{value.Text}\" is nothing that a call can have come to: it must be one of {Forms}.");
    }
}
