using NodaTime;
using NodaTime.Text;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The callers and their contacts: what each wants, and Connect, which sends a wish again while no answer comes.</summary>
sealed class Contacts(SimulatedDay day)
{
    // https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
    const int ConnectRetries = 3;
    static readonly Duration ConnectWaits = Duration.FromSeconds(8);

    // The host's own limit, and Lambda's.
    static readonly Duration LongestAnswer = Duration.FromSeconds(7);
    static readonly Duration LongestFunction = Duration.FromSeconds(10);

    // A caller who is told that it did not work, or that it did, hears that, thinks, says another day, hears it and confirms it.
    static readonly Duration ShortestThought = Duration.FromSeconds(15);
    static readonly Duration LongestThought = Duration.FromSeconds(90);
    int contacts;

    /// <summary>A caller calls, with up to three wishes one after another.</summary>
    /// <param name="caller">Whose number it is; null when it is withheld.</param>
    /// <param name="order">The order they mean.</param>
    /// <param name="named">Whether they name it; else their latest is meant.</param>
    public void Call(PhoneNumber? caller, Order order, bool named)
    {
        var contact = $"contact-{++contacts}";
        var (language, wishes, made) = (day.Random.Among("ja-JP", "en-US"), day.Random.Between(1, 3), 0);
        var proving = day.Asks is null ? null : new Proving(day, this, order, named, language, holdsTheTelephone: caller == order.Owner && day.Random.Of(0.75));
        Next();

        void Next()
        {
            if (made < wishes)
            {
                var wish = Wish(contact, ++made, caller);
                var isOfTheirLatest = wish.Function == ConnectFunction.OrderTableRead && caller == order.Owner;
                var meant = isOfTheirLatest ? day.Table.LatestOf(order.Owner) : order;
                Ask(wish, meant, named, language, reply =>
                {
                    if (proving is null)
                    {
                        GoOn();
                    }
                    else
                    {
                        proving.After(wish, meant, reply, GoOn);
                    }
                });
            }
        }

        void GoOn() => day.Time.In(day.Random.Between(ShortestThought, LongestThought), Next);
    }

    /// <summary>Somebody fakes the owner's number, asks for a code or guesses, and hangs up.</summary>
    public void Guess(Order order)
    {
        var contact = $"contact-{++contacts}";
        var wish = new Wish(1, contact, order.Owner, ConnectFunction.CancelOrder, "", "");
        new Proving(day, this, order, named: true, "en-US", holdsTheTelephone: false).GuessOnce(wish);
    }

    Wish Wish(string contact, int number, PhoneNumber? caller)
    {
        switch (day.Random.Between(0, 9))
        {
            case 0:
                return new Wish(number, contact, caller, ConnectFunction.OrderTableRead, "", "");
            case 1 or 2:
                return new Wish(number, contact, caller, ConnectFunction.CancelOrder, "", "");
            case 3:
                return new Wish(number, contact, caller, ConnectFunction.ChangeOrderDate, "", day.Random.Among("来週", "next week", "赤い自転車"));
            default:
                // Few days, so that callers want the same one, or want one back; and some that cannot be had.
                var ahead = day.Random.Of(0.8) ? day.Random.Between(3, 7) : day.Random.Among(-1, 0, 1, 2, 13, 30, 31, 32);
                return new Wish(
                    number, contact, caller, ConnectFunction.ChangeOrderDate, LocalDatePattern.Iso.Format(Shop.Day(ahead)), "");
        }
    }

    /// <summary>Has a flow ask for something, and goes on when it has an answer or has given up.</summary>
    /// <param name="then">Takes the answer; null where there was none.</param>
    public void Ask(Wish wish, Order order, bool named, string language, Action<Reply?> then)
    {
        var json = wish.ToEvent(named ? order.Id : null, language);
        var isAnswered = false;
        day.Statistics.Count("wishes");
        Send(1);

        void Send(int number)
        {
            var isOver = false;
            Run(Ended);
            if (day.Random.Of(day.Faults.DuplicateEvents))
            {
                day.Statistics.Count("fault: an event sent twice at once");
                Run(Ended);
            }

            day.Time.In(ConnectWaits, () => Ended(null));

            // Whichever comes first decides: an answer, a function that died, or the end of Connect's patience.
            void Ended(Reply? reply)
            {
                if (isOver || isAnswered)
                {
                    return;
                }

                isOver = true;
                if (reply is not null || number > ConnectRetries)
                {
                    isAnswered = true;
                    then(reply);
                }
                else
                {
                    day.Statistics.Count("fault: an event sent again by Connect");
                    day.Time.In(day.Random.Between(Duration.Zero, Duration.FromMilliseconds(500)), () => Send(number + 1));
                }
            }
        }

        void Run(Action<Reply?> ended) => day.Time.In(
            day.Random.Between(Duration.FromMilliseconds(10), Duration.FromMilliseconds(day.Random.Of(0.1) ? 2_000 : 200)),
            () =>
            {
                day.Statistics.Count("calls");
                var attempt = new Attempt(wish, day.Time.Now);
                day.AttemptsAt(order.Id).Add(attempt);
                var name = $"function {day.Statistics["invocations"] + 1}";
                day.Events.Write($"{order.Id}", $"{name} is asked {wish}");
                var invocation = day.Functions.Run<Reply>(
                    name,
                    LongestAnswer,
                    (instance, invocation) => instance.Serving(wish.Function).Answer(wish.Function, json, invocation.Cancellation),
                    (invocation, reply, _) =>
                    {
                        (attempt.Reply, attempt.Ended, attempt.Troubles) = (reply, day.Time.Now, invocation.Troubles);
                        day.Events.Write($"{order.Id}", $"{name} answers {reply?.Outcome}");
                        if (day.Random.Of(day.Faults.LostReplies))
                        {
                            day.Statistics.Count("fault: a reply lost on its way to Connect");
                        }
                        else
                        {
                            ended(reply);
                        }
                    },
                    died: () => ended(null),
                    asked: attempt);
                day.Time.In(LongestFunction, invocation.Kill);
            });
    }
}
