using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>The ways in which a call can begin: every state of an order, with every state of the operators, and the days on which the
/// shop's own policy comes to its edges.</summary>
public static class StartWorlds
{
    const string BotsAttributes = "the bot's attributes count";
    const string Customer = "+819012345678";

    static readonly ConnectWorld Nowhere = new();

    /// <summary>Every order with every state of the operators, and every edge of the policy with the operators as they are then; each with
    /// either order in which session attributes may count.</summary>
    /// <param name="deployment">What is deployed.</param>
    /// <param name="today">The day of the calls, in the shop's zone; the next on which operators are there, if they are not.</param>
    public static ImmutableArray<StartWorld> All(Deployment deployment, LocalDate today)
    {
        var day = WorkingDay(deployment, today);
        ImmutableArray<StartWorld> worlds =
        [
            .. from order in Orders(day, deployment.Shop)
               from found in Operators()
               select order with
               {
                   Name = $"{order.Name}, {found.Name}",
                   Connect = found.Operators.In(deployment.World),
                   Operators = found.Operators,
               },
            .. Edges(day, deployment),
            .. AskingForProof(deployment, day),
        ];
        return
        [
            .. worlds,
            .. worlds.Select(world => world with
            {
                Name = $"{world.Name}, {BotsAttributes}",
                Connect = world.Connect with { SessionAttributes = SessionAttributesOf.TheBot },
            }),
        ];
    }

    /// <summary>Worlds, by their numbers, that are one until a call looks at what of the instance is different in them.</summary>
    internal static IEnumerable<ImmutableArray<int>> AlikeAtFirst(ImmutableArray<StartWorld> worlds) => worlds.Index()
        .GroupBy(
            world => world.Item with
            {
                Name = "",
                Operators = new OperatorsFound.AsDeployed(),
                Connect = world.Item.Connect with
                {
                    Hours = Nowhere.Hours,
                    Queues = Nowhere.Queues,
                    SessionAttributes = Nowhere.SessionAttributes,
                },
            },
            (_, alike) => alike.Select(world => world.Index).ToImmutableArray());

    /// <summary>Whether two of them have in common what was looked at.</summary>
    internal static bool AreAlike(StartWorld one, StartWorld other, InstanceFacts facts) =>
        (!facts.HasFlag(InstanceFacts.Queues)
            || (ReferenceEquals(one.Connect.Hours, other.Connect.Hours) && ReferenceEquals(one.Connect.Queues, other.Connect.Queues)))
        && (!facts.HasFlag(InstanceFacts.SessionAttributes) || one.Connect.SessionAttributes == other.Connect.SessionAttributes);

    // Days are asked for on either side of the edge.
    static IEnumerable<StartWorld> Edges(LocalDate today, Deployment deployment)
    {
        var (shop, policy) = (deployment.Shop, deployment.Shop.Policy);
        var (tomorrow, last, newYear) =
            (today.PlusDays(1), today.PlusDays(policy.LatestDaysAhead), new LocalDate(today.Year + 1, 1, 1));
        ShopChange closed = new ShopChange.ClosedAt(tomorrow);
        yield return World("nothing ships tomorrow", today, BeforeTheCutOff(policy), today.PlusDays(5), tomorrow) with
        {
            Shop = ShopChange.Applied(shop, [closed]),
            ShopChanges = [closed],
        };
        yield return World("a minute before the cut-off", today, policy.CutOff.PlusMinutes(-1), today.PlusDays(5), tomorrow, today.PlusDays(2));
        yield return World("at the cut-off", today, policy.CutOff, today.PlusDays(5), tomorrow, today.PlusDays(2));
        yield return World("due on the last day", today, BeforeTheCutOff(policy), last, last, last.PlusDays(1));
        yield return World("the year's last day", newYear.PlusDays(-1), BeforeTheCutOff(policy), newYear.PlusDays(1), newYear, newYear.PlusDays(4));

        StartWorld World(string name, LocalDate day, LocalTime time, LocalDate ships, params ImmutableArray<LocalDate> asked)
        {
            var at = At(day, time, policy);
            return new(name, shop, at, Customer, [Order(ships, new OrderState.Placed(), at)], deployment.World) { DaysAsked = asked };
        }
    }

    /// <summary>What a shop that asks for proof adds: an order whose number has an end to ask for, and callers from abroad and from a landline.
    /// None for a shop that takes the number for the person.</summary>
    /// <param name="deployment">What is deployed.</param>
    /// <param name="today">The day of the calls, in the shop's zone.</param>
    public static IEnumerable<StartWorld> AskingForProof(Deployment deployment, LocalDate today)
    {
        var (shop, at) = (deployment.Shop, Moments(today, deployment.Shop.Policy)[0]);
        return !shop.Verification.IsOn ? [] :
        [
            World("a number that can be guessed", "100", Customer),
            World("a number that cannot be guessed", "T7K2X-3907", Customer),
            World("from abroad", "100", "+14155550142"),
            World("from a landline", "100", "+81312345678"),
        ];

        StartWorld World(string name, string id, string from) => new(
            name, shop, at, from, [Order(today.PlusDays(5), new OrderState.Placed(), at, id, from)], deployment.World);
    }

    static IEnumerable<StartWorld> Orders(LocalDate today, Shop shop)
    {
        Instant[] moments = Moments(today, shop.Policy);
        var (morning, evening) = (moments[0], moments[1]);
        yield return World("placed", morning, Order(today.PlusDays(5), new OrderState.Placed(), morning));
        yield return World("due tomorrow, before the cut-off", morning, Order(today.PlusDays(1), new OrderState.Placed(), morning));
        yield return World("due tomorrow, after the cut-off", evening, Order(today.PlusDays(1), new OrderState.Placed(), morning));
        yield return World("cancelled", morning, Order(today.PlusDays(5), new OrderState.Cancelled(), morning));
        yield return World("shipped", morning, Order(today, new OrderState.Shipped(morning - Duration.FromHours(2)), morning));
        yield return World("no order", morning, null);
        yield return World("withheld number", morning, null) with { From = null };

        StartWorld World(string name, Instant at, Order? order) => new(
            name, shop, at, Customer, order is null ? [] : [order], new ConnectWorld());
    }

    // Item and name are of letters that no sentence of the line has, so that neither is taken for words of a language.
    static Order Order(LocalDate date, OrderState state, Instant now, string number = "100", string from = Customer) => new(
        OrderId.TryParse(number, out var id) ? id : default,
        PhoneNumber.TryParse(from, out var owner) ? owner : default,
        "Qyzzx-200",
        "Wyxq",
        date,
        state,
        now - Duration.FromDays(2));

    static IEnumerable<(string Name, OperatorsFound Operators)> Operators() =>
    [
        ("operators there", new OperatorsFound.AsDeployed()),
        ("operators gone home", new OperatorsFound.Closed()),
        ("no operator logged in", new OperatorsFound.NoneLoggedIn()),
        ("full queue", new OperatorsFound.Full()),
    ];

    // A day on which operators are there at the moments of the calls: else no caller would ever be put through.
    static LocalDate WorkingDay(Deployment deployment, LocalDate from) => Enumerable.Range(0, 7)
        .Select(from.PlusDays)
        .Where(day => Moments(day, deployment.Shop.Policy).All(deployment.Shop.OperatorHours.AreOpenAt))
        .FirstOrDefault(from);

    static Instant[] Moments(LocalDate day, ShippingPolicy policy) =>
        [At(day, BeforeTheCutOff(policy), policy), At(day, policy.CutOff, policy)];

    static LocalTime BeforeTheCutOff(ShippingPolicy policy) => LocalTime.Min(new LocalTime(10, 0), policy.CutOff.PlusMinutes(-1));

    static Instant At(LocalDate day, LocalTime time, ShippingPolicy policy) => (day + time).InZoneLeniently(policy.Zone).ToInstant();
}
