using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Cli;

/// <summary>The telephone on the desk: it rings, a person takes the call as the customer, breaks something, edits the shop, and calls again. There
/// is one, however many pages look at it. Whoever looks is shown every change; all members may be called at once.</summary>
/// <param name="deployment">What is played.</param>
/// <param name="beginning">How calls begin; the moment is the clock's.</param>
/// <param name="clock">When a call comes in.</param>
/// <param name="runs">What plays a kept call again on a command line.</param>
sealed class Softphone(Deployment deployment, ScenarioStart beginning, IClock clock, string runs) : IDisposable
{
    /// <summary>The longest that is said or keyed at once.</summary>
    public const int LongestAct = 200;

    /// <summary>The most that is done in one call.</summary>
    public const int MostActs = 200;

    readonly SemaphoreSlim turn = new(1);
    readonly ShippingPolicy policyOfTheFile = deployment.Shop.Policy;
    ScenarioStart start = beginning with { Zone = deployment.Shop.Policy.Zone, At = ToTheSecond(clock.GetCurrentInstant()) };
    ImmutableSortedSet<Breakage> broken = [];
    SoftphoneCall? call;
    int calls;
    Seen? seen;
    TaskCompletionSource changed = NewChange();

    /// <summary>The languages in which a call can be taken, the shop's own first.</summary>
    public ImmutableArray<Language> Languages { get; } =
    [
        .. deployment.Shop.Words.Offered.Where(language => language == deployment.Shop.Words.Default
            || LanguageKeys.In(deployment.Flows[beginning.Flow]).ContainsKey(language.ToString())),
    ];

    /// <summary>Takes the call that rings, or calls again.</summary>
    /// <param name="language">The caller's language: its key is pressed at the greeting, or for the shop's own none.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public Task<Answer> Take(string language, CancellationToken cancellation) => InTurn(
        async () =>
        {
            if (Languages.FirstOrDefault(offered => offered.ToString() == language) is var spoken && !Languages.Contains(spoken))
            {
                return new Answer.Wrong($"\"language\" must be one of {string.Join(", ", Languages)}.");
            }

            if (call?.State.Waiting is not (null or CallWaiting.Over))
            {
                return new Answer.TooLate("A call is going on: hang up first.");
            }

            start = start with { At = ToTheSecond(clock.GetCurrentInstant()) };
            var began = start.With(broken, [], ImmutableSortedDictionary<string, int>.Empty);
            var next = await SoftphoneCall.Play(deployment, began, [], cancellation);
            if (ActFor(spoken, next.State) is { } ahead)
            {
                await next.Do(ahead, cancellation);
            }

            (call, calls) = (next, calls + 1);
            return new Answer.Done();
        },
        cancellation);

    /// <summary>The caller does something.</summary>
    /// <param name="after">How many steps the call had on the page on which it was done: what was meant for another question is refused.</param>
    /// <param name="typed">What is done, see <see cref="CallerInput"/>.</param>
    /// <param name="cancellation">Ends the work when the result is no longer needed.</param>
    public Task<Answer> Do(int after, string typed, CancellationToken cancellation) => InTurn(
        async () =>
        {
            if (call?.State.Waiting is null or CallWaiting.Over)
            {
                return new Answer.TooLate("There is no call: take one first.");
            }

            if (after != call.Steps.Length)
            {
                return new Answer.TooLate($"The call has gone on: it has {call.Steps.Length} steps, and this was done after {after}.");
            }

            if (typed.Length > LongestAct || call.Steps.Length > MostActs)
            {
                return new Answer.Wrong($"\"typed\" has at most {LongestAct} characters, and a call at most {MostActs} acts.");
            }

            await call.Do(CallerInput.Read(typed), cancellation);
            return new Answer.Done();
        },
        cancellation);

    /// <summary>Breaks these things, and mends all others: in the call that goes on, and in those that follow.</summary>
    public Task<Answer> Break(IEnumerable<Breakage> things, CancellationToken cancellation) => InTurn(
        async () =>
        {
            ImmutableSortedSet<Breakage> now = [.. things];
            if (call?.State.Waiting is not (null or CallWaiting.Over))
            {
                if (await call.With(now, cancellation) is not { } otherwise)
                {
                    return new Answer.TooLate("The call has looked for an operator already: hang up, and call again.");
                }

                call = otherwise;
            }

            broken = now;
            return new Answer.Done();
        },
        cancellation);

    /// <summary>Edits the order and the shop for the calls that follow.</summary>
    public Task<Answer> Edit(ShopEdit edit, CancellationToken cancellation) => InTurn(
        () =>
        {
            var (edited, problems) = edit.In(start, deployment.Shop);
            start = edited ?? start;
            return Task.FromResult<Answer>(edited is null ? new Answer.Wrong(problems) : new Answer.Done());
        },
        cancellation);

    /// <summary>The call as a scenario that <c>hotline run</c> plays; null when there was none.</summary>
    public async Task<string?> Keep(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return call is null ? null : ScenarioText.Write(await call.Record(KeptName, cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What a page sees: as it is now, and anew after every change. Whoever is slow sees the latest.</summary>
    public async IAsyncEnumerable<string> Pictures([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (Seen? last = null; !cancellation.IsCancellationRequested;)
        {
            var soon = Volatile.Read(ref changed).Task;
            await turn.WaitAsync(cancellation);
            try
            {
                seen ??= new(Picture());
            }
            finally
            {
                turn.Release();
            }

            if (seen != last)
            {
                last = seen;
                yield return last.Json;
            }

            await soon.WaitAsync(cancellation);
        }
    }

    /// <summary>The name of the file of a kept call.</summary>
    public string KeptName => $"call-{calls}.call";

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    async Task<Answer> InTurn(Func<Task<Answer>> act, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var answer = await act();
            if (answer is Answer.Done)
            {
                seen = new(Picture());
                Interlocked.Exchange(ref changed, NewChange()).SetResult();
            }

            return answer;
        }
        finally
        {
            turn.Release();
        }
    }

    // Nobody has to say "nothing" to a question for a language that they have chosen already.
    CallerAct? ActFor(Language spoken, CallState state)
    {
        var keys = LanguageKeys.In(deployment.Flows[start.Flow]);
        return state.Waiting is not CallWaiting.ForKey || keys.Count == 0 ? null
            : keys.TryGetValue(spoken.ToString(), out var key) ? new CallerAct.Presses(key)
            : new CallerAct.StaysSilent();
    }

    string Picture() => SoftphonePicture.Write(json =>
    {
        var policy = ShopChange.Applied(deployment.Shop, start.ShopChanges).Policy;
        json.WriteString("shop", deployment.Shop.Name);
        json.WriteString("caller", start.Caller?.ToString());
        Texts("languages", Languages.Select(language => language.ToString()));
        json.WriteNumber("call", calls);
        json.WriteString("phase", call is null ? "ringing" : call.State.Waiting is CallWaiting.Over ? "over" : "talking");
        if (call is { } going)
        {
            json.Order("before", SoftphonePicture.Described(going.OrderBefore));
            json.List("steps", going.Steps, json.Step);
            json.Waiting(going.State);
            Texts("suggestions", Suggestions.For(going, deployment, policy));
            json.Times(going.Times);
            json.WriteString("kept", KeptName);
            json.WriteString("runs", $"hotline run {KeptName}{runs}");
        }

        json.WriteStartObject("edit");
        var edit = ShopEdit.Of(start, policyOfTheFile);
        json.WriteString("item", edit.Item);
        json.WriteString("name", edit.Name);
        json.WriteString("ships", edit.Ships);
        json.WriteString("cutOff", edit.CutOff);
        Texts("closedWeekdays", edit.ClosedWeekdays);
        Texts("closedDates", edit.ClosedDates);
        json.WriteEndObject();
        Texts("alwaysClosed", policyOfTheFile.ClosedWeekdays.Order().Select(day => day.ToString()));
        json.Order("order", start.Orders.LastOrDefault());
        Texts("broken", broken.Select(NameOf));

        void Texts(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    });

    /// <summary>The name of a breakage in JSON.</summary>
    public static string NameOf(Breakage breakage) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(breakage.ToString());

    // A scenario is written to the second.
    static Instant ToTheSecond(Instant moment) => Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed class Seen(string json)
    {
        public string Json => json;
    }
}

/// <summary>What became of something that was done on the page.</summary>
abstract record Answer
{
    Answer()
    {
    }

    /// <summary>It was done, and every page sees it.</summary>
    public sealed record Done : Answer;

    /// <summary>It was understood, and the telephone is past it.</summary>
    public sealed record TooLate(string Why) : Answer;

    /// <summary>It cannot be done as it is.</summary>
    public sealed record Wrong(string Why) : Answer;
}
