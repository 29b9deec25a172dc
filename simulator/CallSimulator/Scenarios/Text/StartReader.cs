using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>Reads how things stand when a call comes in.</summary>
sealed class StartReader
{
    const string OrderExample = "100 | Jacket | 髙﨑 花 | ships 2026-11-30 | placed";

    const string SpokenIn = "spoken ";
    const string SpokenExample = "spoken en-US winter jacket";

    static readonly string[] Functions = [.. Enum.GetNames<ConnectFunction>(), OrderDialogHandler.FunctionName];

    readonly HashSet<string> once = [];
    readonly ImmutableArray<OrderDescription>.Builder orders = ImmutableArray.CreateBuilder<OrderDescription>();
    readonly ImmutableArray<FunctionFault>.Builder faults = ImmutableArray.CreateBuilder<FunctionFault>();
    readonly ImmutableArray<ShopChange>.Builder shop = ImmutableArray.CreateBuilder<ShopChange>();
    readonly ImmutableArray<ActionFault>.Builder actions = ImmutableArray.CreateBuilder<ActionFault>();
    PhoneNumber? caller;
    Instant at;
    string flow = ScenarioStart.UsualFlow;
    OperatorsFound operators = new OperatorsFound.AsDeployed();
    SessionAttributesOf sessionAttributes;

    public static bool Knows(string keyword) => keyword is "caller" or "at" or "flow" or "shop" or "operators" or "session attributes" or "order"
        or "function" or "action";

    public ScenarioStart Whole(ScenarioLine nowhere) =>
        !once.Contains("caller") ? throw nowhere.Wrong("Nobody calls: write a line \"caller: +81…\", or \"caller: withheld\".")
        : !once.Contains("at") ? throw nowhere.Wrong("It never rings: write a line such as \"at: 2026-11-25T10:00+09:00\".")
        : new(caller, at)
        {
            Flow = flow,
            ShopChanges = shop.ToImmutable(),
            Operators = operators,
            SessionAttributes = sessionAttributes,
            Orders = orders.ToImmutable(),
            Faults = faults.ToImmutable(),
            FailingActions = actions.ToImmutable(),
        };

    public void Read(string keyword, ScenarioLine value)
    {
        if (keyword is not ("shop" or "order" or "function" or "action") && !once.Add(keyword))
        {
            throw value.Wrong($"\"{keyword}:\" stands here a second time: one is enough.");
        }

        switch (keyword)
        {
            case "caller":
                caller = value.Text == ScenarioWords.Withheld ? null : Number(value, $", or {ScenarioWords.Withheld}");
                break;
            case "at":
                at = Moment(value);
                break;
            case "flow":
                flow = value.Text;
                break;
            case "shop":
                shop.Add(ShopChangeText.Read(value));
                break;
            case "operators":
                operators = Operators(value) with { Line = value.Number };
                break;
            case "session attributes":
                sessionAttributes = value.Text == ScenarioWords.OfTheBot
                    ? SessionAttributesOf.TheBot
                    : throw value.Wrong($"\"{value.Text}\" is nobody whose attributes count: it must be \"{ScenarioWords.OfTheBot}\", or no such line.");
                break;
            case "order":
                orders.Add(NewOrder(value));
                break;
            case "action":
                actions.Add(NewAction(value));
                break;
            default:
                faults.Add(FaultReader.Function(value));
                break;
        }
    }

    public static Instant Moment(ScenarioLine value) =>
        ScenarioMoment.TryParse(value.Text, out var moment)
            ? moment
            : throw value.Wrong($"\"{value.Text}\" is no moment: it must be one with its offset, such as 2026-11-25T10:00+09:00.");

    /// <summary>Reads an order; what stands behind it in the same line is given back.</summary>
    public static (OrderDescription Order, ScenarioLine[] More) Order(ScenarioLine value)
    {
        if (value.Parts("|") is not [var id, var item, var name, var ships, var standing, .. var rest])
        {
            throw value.Wrong($"An order has an id, an item, a customer's name, a day and a standing, such as {OrderExample}.");
        }

        if (!ships.StartsWith("ships "))
        {
            throw ships.Wrong($"\"{ships.Text}\" is no day on which an order ships: write it as in \"ships 2026-11-30\".");
        }

        var order = new OrderDescription(Id(id), item.Text, name.Text, Day(ships.Behind("ships ".Length)), Standing(standing));
        return rest is [var owner, .. var more] && owner.StartsWith("+")
            ? (order with { Owner = Number(owner, "") }, more)
            : (order, rest);
    }

    public static OrderId Id(ScenarioLine value) =>
        OrderId.TryParse(value.Text, out var id)
            ? id
            : throw value.Wrong(
                $"\"{value.Text}\" is no order's id: it has up to {OrderId.MaxLength} letters, digits or - _ . / # and no spaces.");

    public static LocalDate Day(ScenarioLine value) =>
        LocalDatePattern.Iso.Parse(value.Text) is { Success: true, Value: var day }
            ? day
            : throw value.Wrong($"\"{value.Text}\" is no day: it must be one such as 2026-11-30.");

    public static OrderStatus Standing(ScenarioLine value) => value.Text switch
    {
        "placed" => OrderStatus.Placed,
        "cancelled" => OrderStatus.Cancelled,
        "shipped" => OrderStatus.Shipped,
        _ => throw value.Wrong($"\"{value.Text}\" is no standing of an order: it must be placed, cancelled or shipped."),
    };

    public static string Function(ScenarioLine value) =>
        Functions.Contains(value.Text)
            ? value.Text
            : throw value.Wrong($"There is no function \"{value.Text}\": it must be one of {string.Join(", ", Functions)}.");

    /// <summary>Reads a count such as <c>1 change</c>, <c>no text</c> or <c>3 texts</c>.</summary>
    public static int Count(ScenarioLine value, string what)
    {
        var (number, unit) = value.CutAt(" ");
        if (unit.Text != what && unit.Text != what + "s")
        {
            throw value.Wrong($"\"{value.Text}\" is no count: it must be one such as \"no {what}\", \"1 {what}\" or \"2 {what}s\".");
        }

        return number.Text == "no" ? 0 : Number(number);
    }

    ActionFault NewAction(ScenarioLine value)
    {
        var fault = FaultReader.Action(value);
        return actions.All(known => known.Action != fault.Action)
            ? fault
            : throw value.Wrong($"{fault.Action} fails already: once is enough.");
    }

    OrderDescription NewOrder(ScenarioLine value)
    {
        var (order, rest) = Order(value);
        order = order with { SpokenItem = [.. rest.TakeWhile(part => part.StartsWith(SpokenIn)).Select(SpokenName)] };
        if (rest[order.SpokenItem.Length..] is [var more, ..])
        {
            throw more.Wrong(
                $"\"{more.Text}\" is nothing that follows: after the standing come its owner's number such as +81…, if it is not the caller, "
                + $"and how its item is spoken, such as \"{SpokenExample}\".");
        }

        return orders.All(known => known.Id != order.Id)
            ? order
            : throw value.Wrong($"There is an order {order.Id} already: every order needs an id of its own.");
    }

    static SpokenName SpokenName(ScenarioLine value)
    {
        var (tag, words) = value.Behind(SpokenIn.Length).CutAt(" ");
        return Language.TryParse(tag.Text, out var language) && words.Text.Length > 0
            ? new SpokenName(language, words.Text)
            : throw value.Wrong($"\"{value.Text}\" says in no language how the item is spoken: write it as in \"{SpokenExample}\".");
    }

    static OperatorsFound Operators(ScenarioLine value) => value.Text switch
    {
        "closed" => new OperatorsFound.Closed(),
        "none" => new OperatorsFound.NoneLoggedIn(),
        "full" => new OperatorsFound.Full(),
        _ when value.EndsWith(" waiting") => new OperatorsFound.Waiting(Number(value.Before(" waiting"))),
        _ => throw value.Wrong($"\"{value.Text}\" is nothing a caller finds: "
            + "it must be closed, none, full, or a number of callers such as \"3 waiting\"."),
    };

    static PhoneNumber Number(ScenarioLine value, string or) =>
        PhoneNumber.TryParse(value.Text, out var number)
            ? number
            : throw value.Wrong($"\"{value.Text}\" is no telephone number: it must be one such as +81…{or}.");

    public static int Number(ScenarioLine value) =>
        int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw value.Wrong($"\"{value.Text}\" is no number: it must be one such as 2.");
}
