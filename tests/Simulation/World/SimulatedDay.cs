using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What kind of world a day is in.</summary>
sealed record DaySettings
{
    /// <summary>The store compares when it is asked and writes a moment later, without a condition: what a store must not do.</summary>
    public bool TableComparesFirstAndWritesLater { get; init; }

    /// <summary>The same of the table of proofs: attempts that are made at the same moment are not counted together.</summary>
    public bool ProofsCompareFirstAndWriteLater { get; init; }

    /// <summary>The table of proofs as use cases see it: what is wrong with it, planted to see that it is found.</summary>
    public Func<IVerifications, IVerifications> SpoilProofs { get; init; } = proofs => proofs;

    /// <summary>How far a function's clock may be off, either way.</summary>
    public Duration ClocksAreOff { get; init; } = FunctionClock.Most;

    /// <summary>How long things go wrong, before all is well.</summary>
    public Duration Lasts { get; init; } = Duration.FromMinutes(12);
}

/// <summary>One world, from its seed to its end: callers, functions, table, message service and clocks, and all that goes wrong.</summary>
sealed class SimulatedDay
{
    // The longest pause of a message is 15 minutes, and another attempt may have to follow a claim that was left behind.
    static readonly Duration Recovery = Duration.FromMinutes(40);

    const double Crowds = 0.03;

    readonly Dictionary<OrderId, List<Attempt>> attempts = [];

    public SimulatedDay(ulong seed, DaySettings settings)
    {
        (Seed, Settings, Random) = (seed, settings, new SeededRandom(seed));
        Time = new VirtualTime(Shop.At(Random.Among(new LocalTime(10, 0), new LocalTime(16, 55), new LocalTime(23, 55))));
        Events = new EventLog(Time);
        Faults = FaultProfile.Of(Random, Time.Now, settings.Lasts);
        Asks = AskingShop.Of(seed, Time.Now, settings.Lasts);
        Table = new Table(this);
        Proofs = new ProofTable(this);
        Functions = new FunctionInstances(this);
        Deliveries = new Deliveries(this);
        Contacts = new Contacts(this);
    }

    public ulong Seed { get; }

    public DaySettings Settings { get; }

    public SeededRandom Random { get; }

    public VirtualTime Time { get; }

    public EventLog Events { get; }

    public FaultProfile Faults { get; set; }

    public Statistics Statistics { get; } = new();

    public Table Table { get; }

    /// <summary>What the shop asks callers to prove; null for nothing.</summary>
    public AskingShop? Asks { get; }

    public ProofTable Proofs { get; }

    public FunctionInstances Functions { get; }

    public Deliveries Deliveries { get; }

    public Contacts Contacts { get; }

    /// <summary>Every line that a function has logged.</summary>
    public List<string> Log { get; } = [];

    public List<Publishing> Publishings { get; } = [];

    /// <summary>Every time that a code was handed to the message service.</summary>
    public List<Publishing> Codes { get; } = [];

    public HashSet<PhoneNumber> OptedOut { get; } = [];

    public List<Attempt> AttemptsAt(OrderId order) => attempts[order];

    /// <summary>The order that a message with a code is about.</summary>
    public OrderId OrderOfCode(string body) =>
        Table.All.Select(order => order.Id).First(id => body.Contains($"{id}", StringComparison.Ordinal));

    /// <summary>Takes an order in, as the shop would.</summary>
    public void Put(Order order)
    {
        Table.Put(order);
        attempts.Add(order.Id, []);
    }

    /// <summary>The day of a seed: a few orders, more callers, and a shop that ships and moves some orders of its own accord.</summary>
    public static SimulatedDay Of(ulong seed, DaySettings settings)
    {
        var day = new SimulatedDay(seed, settings);
        var random = day.Random;
        var customers = random.Between(1, 3);
        for (var customer = 1; customer <= customers; customer++)
        {
            day.Put(day.NewOrder(customer, (10 * customer) + 1));
            if (random.Of(0.3))
            {
                day.Put(day.NewOrder(customer, (10 * customer) + 2));
            }

            if (random.Of(0.1))
            {
                day.OptedOut.Add(Shop.Number(customer));
            }
        }

        var orders = day.Table.All.ToList();
        foreach (var order in orders)
        {
            day.PlanCallsAbout(order, isLatest: order == day.Table.LatestOf(order.Owner));
            day.PlanTheShopsOwn(order);
        }

        return day;
    }

    /// <summary>Lets the day happen, and then a time in which nothing goes wrong.</summary>
    public void Run()
    {
        // A context to return to would be on another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        var end = Time.Now + Settings.Lasts;
        Deliveries.Begin();
        Time.RunUntil(end);
        Faults.StopAll();
        Time.RunUntil(end + Recovery);
        Statistics.Count("orders", Table.All.Count());
        Statistics.Count("log lines", Log.Count);
    }

    public IEnumerable<OrderTrace> Traces()
    {
        var publishings = Publishings.ToLookup(message => message.Order);
        var codes = Codes.ToLookup(message => message.Order);
        foreach (var order in Table.All)
        {
            var steps = Table.StepsOf(order.Id);
            var first = steps is [var step, ..] ? step.Before : order;
            yield return new OrderTrace(first, steps, order, attempts[order.Id], [.. publishings[order.Id]], IsRecovered: true)
            {
                Proofs = Asks is null ? null : new ProofTrace(Asks.Policy, Proofs.StepsOf(new(order.Owner, order.Id)), [.. codes[order.Id]]),
            };
        }
    }

    // Half of them call in the same few seconds.
    void PlanCallsAbout(Order order, bool isLatest)
    {
        var rush = Random.Between(Duration.Zero, Settings.Lasts / 2);
        for (var calls = Random.Between(1, 5); calls > 0; calls--)
        {
            PhoneNumber? caller = Random.Between(0, 19) switch
            {
                0 => null,
                1 => Shop.Number(99), // a stranger who knows the order's id
                _ => order.Owner,
            };
            var named = !isLatest || caller != order.Owner || Random.Of(0.7);
            var isInTheRush = Random.Of(0.5);
            var at = Random.Between(Duration.Zero, isInTheRush ? Duration.FromSeconds(3) : Settings.Lasts / 2);
            Time.In(isInTheRush ? rush + at : at, () => Contacts.Call(caller, order, named));
        }

        if (Asks is not null && Random.Of(Crowds))
        {
            PlanACrowd(order, rush);
        }
    }

    // Many fake the owner's number at once, more than an order remembers calls of.
    void PlanACrowd(Order order, Duration from)
    {
        for (var calls = Random.Between(22, 26); calls > 0; calls--)
        {
            Time.In(from + Random.Between(Duration.Zero, Duration.FromMinutes(1)), () => Contacts.Guess(order));
        }
    }

    Order NewOrder(int customer, int number)
    {
        var shipsIn = Random.Between(1, 6);
        return Asks is null
            ? Shop.Order(customer, number, shipsIn)
            : Shop.Order(
                customer, number, shipsIn, prefix: Random.Among("A700", "A700", "A"), age: Random.Among(7, 7, 7, 7, 400),
                phoneChangedAt: Random.Among<Instant?>(null, null, null, null, Time.Now - Duration.FromDays(1), Time.Now - Duration.FromDays(30)));
    }

    void PlanTheShopsOwn(Order order)
    {
        if (Random.Of(0.15))
        {
            Time.In(Random.Between(Duration.Zero, Settings.Lasts), () => Write(held => Changed(
                held, held.ShippingDate, held.State is OrderState.Placed ? new OrderState.Shipped(Time.Now) : held.State)));
        }

        if (Random.Of(0.2))
        {
            Time.In(Random.Between(Duration.Zero, Settings.Lasts), () => Write(held => Changed(
                held, Shop.Day(Random.Between(8, 12)), held.State)));
        }

        void Write(Func<Order, Order> change)
        {
            Statistics.Count("writes of the shop's own");
            Table.Write(change(Table[order.Id]), new Writer.Shop());
        }
    }

    // A system that knows nothing of versions, history and messages leaves them as they are.
    static Order Changed(Order order, LocalDate date, OrderState state) => new(
        order.Id, order.Owner, order.Item, order.CustomerName, date, state, order.PlacedAt, order.Version, order.History, order.Outbox,
        order.PhoneChangedAt);
}
