using System.Collections.Immutable;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.CallSimulator.Connect;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>Plays steps of calls that began in one world, one at a time.</summary>
sealed class StepPlayer
{
    static readonly ImmutableSortedDictionary<string, InjectedFault> NoFault =
        ImmutableSortedDictionary.Create<string, InjectedFault>(StringComparer.Ordinal);

    readonly Deployment deployment;
    readonly StartWorld world;
    readonly string flow;
    readonly ResettableOrders orders = new();
    readonly ResettableProofs proofs = new();
    readonly List<string> log = [];
    readonly WatchedFunctions functions;
    readonly MemoizedBot bot;
    readonly LocalConnect connect;

    public StepPlayer(Deployment deployment, StartWorld world, ExplorationSettings settings, BotTurns? turns = null)
    {
        this.deployment = deployment;
        this.world = world;
        flow = settings.Flow;
        functions = new(settings.Functions(new(orders, proofs, proofs), world.Shop, log.Add), orders, proofs, world.At);
        bot = new(deployment.Lex(functions.Invoke), functions, orders, log, turns ?? new());
        connect = deployment.Connect(functions.Invoke, world.Connect, bot.Ask);
    }

    public bool HasLeftTheBotAlone => functions.HaveLeftTheBotAlone;

    /// <summary>The functions that were called in the step that was played last, retries included.</summary>
    public IReadOnlyList<string> Calls => functions.Calls;

    /// <summary>Plays an act with every function as it is, and again with each that was invoked going wrong in every way.</summary>
    /// <param name="before">The call; null when it is to ring.</param>
    /// <param name="stored">What the shop has.</param>
    /// <param name="act">The act; null when it is to ring.</param>
    /// <param name="broken">The ways in which a bot has broken at this call before, to which those of this act are added. A bot whose code
    /// hook gives no answer has made nothing of what was said, and keeps nothing of it: each way is played with the first act alone.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<ExploredStep> EveryStep(
        CallState? before,
        ShopRecords stored,
        CallerAct? act,
        HashSet<string> broken,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var todo = new Queue<ImmutableSortedDictionary<string, InjectedFault>>([NoFault]);
        var planned = new HashSet<string>(StringComparer.Ordinal);
        while (todo.TryDequeue(out var faults))
        {
            yield return await Play(before, stored, new(act, faults), cancellation).ConfigureAwait(false);
            foreach (var (name, changedSomething) in functions.Invoked.Where(function => !faults.ContainsKey(function.Key)))
            {
                foreach (var more in FaultsOf(changedSomething).Select(fault => faults.Add(name, fault)))
                {
                    var plan = string.Join(',', more);
                    if (planned.Add(plan) && (!HasNoAnswerForTheBot(before, more) || broken.Add(plan)))
                    {
                        todo.Enqueue(more);
                    }
                }
            }
        }
    }

    // The code hook is the first to be asked, and always answers or fails for good.
    bool HasNoAnswerForTheBot(CallState? before, ImmutableSortedDictionary<string, InjectedFault> faults) =>
        before?.Waiting is CallWaiting.ForAnswer
        && functions.Calls[0] == OrderDialogHandler.FunctionName
        && faults.TryGetValue(OrderDialogHandler.FunctionName, out var fault)
        && fault is InjectedFault.FailsBeforeItsWork or InjectedFault.TimesOut;

    // What changed nothing has no work that an answer could be lost after: losing it is failing.
    static InjectedFault[] FaultsOf(bool changedSomething) => changedSomething
        ? Enum.GetValues<InjectedFault>()
        : [InjectedFault.FailsBeforeItsWork, InjectedFault.TimesOut];

    // Every step begins at the moment of its world: no session of a bot comes to its end between two of them.
    static CallState AsOf(Instant moment, CallState call) =>
        call with { Now = moment, Spoken = Duration.Zero, Bots = call.Bots.AsOf(moment) };

    /// <summary>Plays an act with the functions going wrong as it says.</summary>
    public async Task<ExploredStep> Play(
        CallState? before, ShopRecords stored, PlayedAct act, CancellationToken cancellation)
    {
        log.Clear();
        orders.Rewind(stored.Orders);
        proofs.Rewind(stored.Proofs);
        functions.Begin(act.Faults);
        bot.Begin(stored.Orders, act.Faults);
        var call = new IncomingCall(IncomingCall.ComparedContactId, world.From, IncomingCall.RehearsedNumber, flow, world.At);
        var step = before is null
            ? await connect.Ring(call, cancellation).ConfigureAwait(false)
            : await connect.Next(AsOf(world.At, before), act.Act!, cancellation).ConfigureAwait(false);
        return new()
        {
            Deployment = deployment,
            World = world,
            Before = before,
            Act = act,
            Events = step.Events,
            After = step.State,
            LooksAt = step.LooksAt,
            RecordsBefore = stored,
            RecordsAfter = orders.Changes == 0 && proofs.Changes == 0 ? stored
                : new(orders.Changes == 0 ? stored.Orders : orders.All(), proofs.Changes == 0 ? stored.Proofs : proofs.All()),
            CodesSent = proofs.Sent,
            TheShopChangedAnOrder = orders.ShopHasChangedOne,
            LogLines = [.. log],
            Writers = [.. functions.Writers],
        };
    }
}
