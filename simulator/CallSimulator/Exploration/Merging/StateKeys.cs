using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Lex;
using OrderHotline.ContactFlows;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// Says which waiting calls are one and the same as far as anything that can still happen in them goes. Two calls with the same key
/// have the same future; every part that a key leaves out is argued for where it is left out.
/// </summary>
/// <param name="deployment">What is deployed.</param>
/// <param name="functionsReadAttributes">Whether functions read contact attributes that no flow refers to.</param>
/// <param name="countsAttempts">Whether it matters how often a bot has asked the same. Lex compares that number with its own limit only
/// when the code hook leaves the decision to it, so it is left out as long as no hook ever has: the first call in which one does
/// comes about without the number. The exploration begins anew when one does.</param>
/// <param name="asksForProof">Whether a shop of these worlds asks for proof. Where none does, no function ever answers so, and what lies
/// behind that answer is read by nobody.</param>
sealed class StateKeys(Deployment deployment, bool functionsReadAttributes, bool countsAttempts, bool asksForProof)
{
    // What the dialogue ended with is the hook's last word to the flow, which reads it as $.Lex. The hook itself throws it away.
    const string LastWord = OrderDialogHandler.ResultAttribute;

    readonly LiveReferences live = new(asksForProof
        ? deployment.Flows
        : deployment.Flows.ToDictionary(flow => flow.Key, flow => NeverTaken.Without(flow.Value, nameof(Outcome.VerificationNeeded))));

    readonly ImmutableSortedSet<string> aliases = deployment.BotAliases;

    int lastNumber;

    readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The key of a waiting call.</summary>
    /// <param name="worlds">The numbers of the worlds it may be in: the moment, the caller and the operators never change.</param>
    /// <param name="state">The call.</param>
    /// <param name="records">What the shop has.</param>
    /// <param name="remembered">What the properties remember.</param>
    public string Of(ImmutableArray<int> worlds, CallState state, ShopRecords records, string[] remembered)
    {
        // Not in it: the moment, which is set back to the world's before every step; the first contact's id, which is always the same.
        var key = new Writer(this);
        key.Add(worlds.Length);
        foreach (var world in worlds)
        {
            key.Add(world);
        }

        key.Add(state.ContactId);
        key.Add(state.Waiting.ToString());
        key.Add(state.Language);
        key.Add(state.Voice);
        key.Add((int)state.Stage);
        key.Add(state.Queue);
        key.Add(state.CallbackNumber);
        key.Add(state.KeyBuffer);
        key.Add((int)state.FunctionTime.TotalMilliseconds);
        key.Add(state.Hooks);
        key.Add(state.ContactData);
        key.Add(state.Tags);
        key.Add(state.ContactAttributes, name => functionsReadAttributes || live.MayBeRead(state.At, $"Attributes.{name}"));
        key.Add(state.Loops, name => live.MayBeRead(state.At, LiveReferences.LoopName(name)));
        for (var at = state.At; at is not null; at = at.InvokedAt)
        {
            Add(ref key, at);
        }

        foreach (var alias in aliases)
        {
            Add(ref key, live.MayBeRead(state.At, LiveReferences.BotName(alias)) ? state.Bots.With(alias) : null, IsWithABot(state));
        }

        foreach (var order in records.Orders)
        {
            Add(ref key, order);
        }

        foreach (var contact in records.Proofs.SelectMany(proof => proof.Contacts))
        {
            Add(ref key, contact);
        }

        foreach (var memory in remembered)
        {
            key.Add(memory);
        }

        return key.ToString();
    }

    bool IsWithABot(CallState state) =>
        state.Action is { } action && deployment.Flows[state.Flow].Find(action)?.Type == ActionTypes.ConnectParticipantWithLexBot;

    void Add(ref Writer key, FlowPosition at)
    {
        key.Add(at.Flow);
        key.Add(at.Action);
        key.Add(at.Data.External, name => live.MayBeRead(at, $"External.{name}"));
        key.Add(at.Data.Lex, name => live.MayBeRead(at, $"Lex.{name}"));
        key.Add(at.Data.Metrics, name => live.MayBeRead(at, $"Metrics.{name}"));
        key.Add(at.Data.FlowAttributes, name => live.MayBeRead(at, $"FlowAttributes.{name}"));
        key.Add(at.Data.Modules);
        key.Add(live.MayBeRead(at, "StoredCustomerInput") ? at.Data.StoredInput : null);
        key.Add(at.Data.InvocationId);
    }

    // Between two conversations a bot keeps its attributes and nothing else. What a flow passes anew in the next may count or not.
    void Add(ref Writer key, BotSession? session, bool isUnderWay)
    {
        if (session is null)
        {
            key.Add(-1);
            return;
        }

        key.Add(TextMap.From(session.Attributes), name => isUnderWay || name != LastWord);
        if (!isUnderWay)
        {
            return;
        }

        key.Add(session.Locale);
        key.Add(session.SlotToElicit);
        key.Add(session.AwaitsConfirmation ? 1 : 0);
        key.Add(countsAttempts ? session.Attempt : 0);
        if (session.Intent is { } intent)
        {
            key.Add(intent.Name);
            key.Add(intent.State);
            key.Add(intent.Confirmation);
            foreach (var (name, slot) in intent.Slots.OrderBy(slot => slot.Key, StringComparer.Ordinal))
            {
                // Not in it: the words that the slot was filled from. The hook hands them back, and no flow can read them.
                key.Add(name);
                key.Add(slot?.Interpreted);
            }
        }
    }

    // An order is decided on by its state, its date and the latest change of the contact, which is the only contact there is. The
    // moment of a change is the world's. How many changes came before, and how many texts are owed for them, decides nothing. Nor does the
    // day before the change, which a retry that counts from it would be known by, or the words for the new day: no act counts days from the
    // order's, and while the clock stands still the same words are the same day.
    static void Add(ref Writer key, Order order)
    {
        key.Add(order.Id.ToString());
        key.Add(order.State.ToString());
        key.Add(order.ShippingDate.ToString("uuuuMMdd", System.Globalization.CultureInfo.InvariantCulture));
        key.Add(order.History.LastOrDefault() switch
        {
            Change.Rescheduling moved => (moved with { From = moved.To, Heard = "" }).ToString(),
            var other => other?.ToString(),
        });
    }

    // There is one call and one order, and every moment is the world's. That the order's own counts stay below their limits is part of the
    // attempts: nobody else calls. Of a code nothing else can be told: its nonce is the same on a desk. Which wrong answers were given
    // matters to who gives the same again, which changes nothing: for every other answer they are alike, and their number is in the key.
    static void Add(ref Writer key, ContactVerification contact)
    {
        key.Add(contact.Reached?.ToString());
        key.Add(contact.Pending is { } code ? $"{code.For} {code.Sending}" : null);
        key.Add(contact.WrongAttempts.Length);
    }

    int NumberOf(string text) => numbers.GetOrAdd(text, (_) => Interlocked.Increment(ref lastNumber));

    /// <summary>Writes numbers, and texts as the numbers they are known by: a key is short, and equal only to its equals.</summary>
    readonly ref struct Writer(StateKeys keys)
    {
        const int Nothing = -1;

        readonly StringBuilder text = new(256);

        public void Add(int number) => text.Append((char)(number & 0xFFFF)).Append((char)(number >>> 16));

        public void Add(string? words) => Add(words is null ? Nothing : keys.NumberOf(words));

        public void Add(TextMap map) => Add(map, _ => true);

        public void Add(TextMap map, Func<string, bool> counts)
        {
            foreach (var (name, words) in map.Entries)
            {
                if (counts(name))
                {
                    Add(name);
                    Add(words);
                }
            }

            Add(Nothing);
        }

        public override string ToString() => text.ToString();
    }
}
