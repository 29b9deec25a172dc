using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Domain;
using static OrderHotline.Simulation.AttackRules;

namespace OrderHotline.Simulation;

/// <summary>A shop that verifies by risk, its customers' orders, and the functions as Connect calls them, in memory.</summary>
sealed class AttackedShop : IClock
{
    static readonly Duration Old = Duration.FromDays(180);
    static readonly Duration New = Duration.FromDays(7);

    readonly InMemoryOrders orders = new();
    readonly InMemoryVerifications proofs = new();
    readonly RecordedMessages messages = new();
    readonly RushedProofs rushed;
    readonly VerificationPolicy policy;
    readonly CodeKeys keys;
    readonly ContactFlowHandler calls;
    readonly ContactFlowHandler verification;
    readonly ContactFlowHandler vouching;
    readonly InMemoryOperators operators = new();
    readonly Dictionary<string, Call> byContact = [];
    readonly Dictionary<LocalDate, int> codesOfADay = [];
    ContactId vouchedFor;
    int ids;

    public AttackedShop(ulong seed, Weakness weakness)
    {
        Random = new SeededRandom(seed);
        Ledger = new Ledger(Breaches);
        Now = Shop.At(new LocalTime(10, 0));
        policy = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true, CodesADay = Random.Between(4, 8) };
        keys = new CodeKeys(Key("k2"), Key("k1"));
        PutOrders();
        rushed = new RushedProofs(weakness.Proofs(new WatchedProofs(proofs, Ledger), this));
        var asked = weakness.Policy(policy);
        var settings = new VerificationSettings(asked, keys, "Tokei Kobo", () => $"{Random.Id():N}");
        calls = new(
            OrderLine.ForCalls(orders, rushed, asked, Shop.Policy, this), LinePhrases.Standard, new TrustedChannels(Channel.Chat), record => Log(record));
        verification = new(
            weakness.Line(OrderLine.ForVerification(orders, rushed, weakness.Messages(messages), settings, Shop.Policy, MessageWords.Standard, this), rushed, this),
            LinePhrases.Standard, new TrustedChannels(Channel.Chat), record => Log(record));
        vouching = new(
            OrderLine.ForOperators(orders, rushed, weakness.Operators(operators, () => vouchedFor), this), LinePhrases.Standard, new TrustedChannels(Channel.Chat),
            record => Log(record));
    }

    public SeededRandom Random { get; }

    public List<Breach> Breaches { get; } = [];

    public Ledger Ledger { get; }

    public Instant Now { get; private set; }

    public int Requests { get; private set; }

    public int Changes { get; private set; }

    public int Texts => messages.Sent.Length;

    public IReadOnlyList<Order> Orders => orders.All();

    public Instant GetCurrentInstant() => Now;

    public void Wait(Duration time) => Now += time;

    public Call NewCall(string who, PhoneNumber number) => new($"{who}-{++ids}", number);

    /// <summary>A function is called for an order that can still be anything.</summary>
    public string Change(Call call, Order order, ConnectFunction function)
    {
        byContact[call.Contact] = call;
        var before = Find(order);
        var day = Now.InZone(Shop.Policy.Zone).Date.PlusDays(Random.Between(3, 9));
        var outcome = Asked(calls, function, call.ToEvent(("orderId", $"{order.Id}"), ("shippingDate", LocalDatePattern.Iso.Format(day))));
        var after = Find(order);
        if (after.Version != before.Version)
        {
            Changes++;
            var needed = Needed(before, function);
            Ledger.Changed(call, before, needed, function, Now);
            var entry = after.History[^1];
            Ledger.Check(entry.Assurance >= needed, HistorySaysWhatThePolicyAsksFor, $"{call.Id} did {function} with {entry.Assurance}, which needs {needed}");
            Ledger.Check(
                Ledger.HasProved(call, order.Id, entry.Assurance, function, Now), HistorySaysWhatThePolicyAsksFor,
                $"{call.Id} did {function}, noted with {entry.Assurance}, which it had not proved");
        }

        return outcome;
    }

    /// <summary>A code is asked for; the event may come twice.</summary>
    public void AskForACode(Call call, Order order, ConnectFunction function)
    {
        var (before, was) = (messages.Sent.Length, Ledger.LatestOf(call, order.Id));
        var locked = Ledger.IsLocked(call, order.Id, Now);
        for (var events = Random.Of(0.2) ? 2 : 1; events > 0; events--)
        {
            var outcome = Asked(verification, ConnectFunction.RequestCode, call.ToEvent(("orderId", $"{order.Id}"), ("operation", $"{function}")));
            Ledger.Check(outcome == (locked ? "VerificationLocked" : "CodeRequested"), SameWords, $"{call.Id} hears {outcome}");
        }

        foreach (var message in messages.Sent.Skip(before))
        {
            Ledger.Check(message.To == order.Owner, ToTheOwner, call.Id);
            var day = Now.InZone(Shop.Policy.Zone).Date;
            codesOfADay[day] = codesOfADay.GetValueOrDefault(day) + 1;
            Ledger.Check(codesOfADay[day] <= policy.CodesADay, AllCodesOfADay, day);
            Ledger.Saw(new SeenCode(call.Id, order.Id, function, DigitsIn(message.Body), Now, IsDecoy: false));
        }

        // What nobody was sent is known to whoever knows the key: nobody, but a test.
        if (messages.Sent.Length == before && PendingOf(call, order) is { Sending: CodeSending.Decoy } decoy && decoy.AskedAt == Now && keys.Find(decoy.KeyId) is { } key)
        {
            var digits = OneTimeCode.Derive(key, new(order.Owner, order.Id), decoy).ToDigits();
            if (was?.Digits != digits)
            {
                Ledger.Saw(new SeenCode(call.Id, order.Id, function, digits, Now, IsDecoy: true));
            }
        }
    }

    /// <summary>Something is keyed in for a code, once or, as a retried event, more often.</summary>
    public string KeyIn(Call call, Order order, ConnectFunction function, string digits, bool isAGuess = false)
    {
        var outcome = "";
        for (var events = Random.Of(0.2) ? 3 : 1; events > 0; events--)
        {
            outcome = Asked(verification, ConnectFunction.VerifyCaller, Keyed(call, order, function, digits));
            Ledger.KeyedIn(call, order.Id, function, digits, isAGuess, outcome, Now);
        }

        return outcome;
    }

    /// <summary>Several guesses at the very same moment.</summary>
    public void KeyInAtOnce(Call call, Order order, ConnectFunction function, IReadOnlyList<string> guesses)
    {
        Requests += guesses.Count;
        rushed.Expect(guesses.Count);
        var answers = guesses.Select(digits => verification.Answer(ConnectFunction.VerifyCaller, Keyed(call, order, function, digits), default)).ToList();
        foreach (var (digits, answer) in guesses.Zip(answers))
        {
            Ledger.KeyedIn(call, order.Id, function, digits, isAGuess: true, $"{answer.GetAwaiter().GetResult().Outcome}", Now);
        }
    }

    /// <summary>Something is keyed in for the end of an order's number.</summary>
    public string KeyInTheEnd(Call call, Order order, ConnectFunction function, string end, bool isAGuess = false)
    {
        var outcome = Asked(
            verification, ConnectFunction.VerifyCaller, call.ToEvent(("orderId", $"{order.Id}"), ("operation", $"{function}"), ("lastFour", end)));
        var canBeRight = function is not ConnectFunction.CancelOrder && Needed(Find(order), function) <= Assurance.Factor;
        Ledger.KeyedInTheEnd(call, order, function, end, canBeRight, isAGuess, outcome, Now);
        return outcome;
    }

    /// <summary>The flow with which operators vouch is reached, by whoever is in that call.</summary>
    /// <param name="hasAnOperator">Whether an operator is connected to it, and chose that flow.</param>
    public string Vouch(Call call, Order order, bool hasAnOperator)
    {
        var contact = Contact(call.Contact);
        vouchedFor = Contact(call.Id);
        if (hasAnOperator)
        {
            operators.Connect(contact, "operator", vouchedFor);
        }

        var outcome = Asked(vouching, ConnectFunction.VouchForCaller, call.ToEvent(("orderId", $"{order.Id}")));
        operators.Disconnect(contact);
        Ledger.Vouched(call, order.Id, hasAnOperator, outcome, Now);
        return outcome;

        static ContactId Contact(string id) => ContactId.TryParse(id, out var contact) ? contact : throw new ArgumentException("It is no contact.", nameof(id));
    }

    /// <summary>An operator takes another call, and stays in it.</summary>
    public void OperatorTakes(Call call)
    {
        if (ContactId.TryParse(call.Id, out var contact))
        {
            operators.Connect(contact, "operator", contact);
        }
    }

    static byte[] Keyed(Call call, Order order, ConnectFunction function, string digits) =>
        call.ToEvent(("orderId", $"{order.Id}"), ("operation", $"{function}"), ("code", digits));

    static CodeKey Key(string id) => new(id, Enumerable.Repeat((byte)id[^1], CodeKey.ShortestSecret).ToArray());

    static string DigitsIn(string body) => body.Split(' ').First(word => word.Length == OneTimeCode.Length && word.All(char.IsAsciiDigit));

    // The policy, said a second time.
    Assurance Needed(Order order, ConnectFunction function) =>
        Now - order.PlacedAt > Old || (order.PhoneChangedAt is { } changed && Now - changed < New) ? Assurance.Possession
        : function switch
        {
            ConnectFunction.CancelOrder => Assurance.Possession,
            ConnectFunction.ChangeOrderDate => Assurance.Factor,
            _ => Assurance.Number,
        };

    Order Find(Order order) => orders.All().First(stored => stored.Id == order.Id);

    PendingCode? PendingOf(Call call, Order order) => proofs.All().FirstOrDefault(tried => tried.Subject.Order == order.Id)?.Contacts
        .FirstOrDefault(contact => contact.Contact.ToString() == call.Id)?.Pending;

    string Asked(ContactFlowHandler functions, ConnectFunction function, byte[] json)
    {
        Requests++;
        return $"{functions.Answer(function, json, CancellationToken.None).GetAwaiter().GetResult().Outcome}";
    }

    void Log(CallRecord record) => Ledger.Check(record is { Outcome: not (Outcome.Unavailable or Outcome.InvalidRequest) }, NeverAtFault, record.ToLogLine().ToString());

    // Some of a customer with two, some old, some of a number that is new, some that are being packed.
    void PutOrders()
    {
        for (var customer = 1; customer <= 3; customer++)
        {
            for (var number = Random.Between(1, 2); number > 0; number--)
            {
                var plain = Shop.Order(customer, (10 * customer) + number, shipsIn: Random.Of(0.1) ? 0 : Random.Between(5, 20));
                orders.Put(new Order(
                    Shop.Id($"{Random.Between(1000, 9999)}{Random.Between(0, 9999):D4}"), plain.Owner, plain.Item, plain.CustomerName, plain.ShippingDate, plain.State,
                    Random.Of(0.1) ? Now - Old - Duration.FromDays(1) : plain.PlacedAt,
                    phoneChangedAt: Random.Of(0.1) ? Now - Duration.FromDays(3) : null));
            }
        }
    }
}
