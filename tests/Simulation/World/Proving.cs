using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>A call to a shop that asks for proof: the flow leads, and the caller keys in what they have, mistype, guess or have heard.</summary>
/// <param name="holdsTheTelephone">Whether they read what is sent to the owner's number; else they have faked it.</param>
sealed class Proving(SimulatedDay day, Contacts contacts, Order order, bool named, string language, bool holdsTheTelephone)
{
    const int MostRequests = 3;
    const int MostAnswers = 5;

    // What people key in who do not know.
    static readonly string[] Favourites = ["000000", "123456", "777777"];

    int number = 100;
    int requests;
    int answers;

    SeededRandom Random => day.Random;

    /// <summary>Goes on after an answer to a wish: proves what is missing, and wishes again.</summary>
    public void After(Wish wish, Order meant, Reply? reply, Action goOn)
    {
        var isAsked = reply?.Outcome is Outcome.VerificationNeeded;
        var tries = isAsked ? 0.9 : reply?.Outcome is Outcome.NoOrder ? 0.5 : 0.1;
        if (wish.Caller is null || !Random.Of(tries))
        {
            goOn();
            return;
        }

        (requests, answers) = (0, 0);
        switch (isAsked ? reply!.Pairs.First(pair => pair.Key == "verification").Value : "Code")
        {
            case "LastFour" when Random.Of(0.6):
                KeyIn(wish, meant, isTheEnd: true, goOn);
                break;
            case "Operator" when Random.Of(0.8):
                goOn();
                break;
            default:
                RequestACode(wish, meant, goOn);
                break;
        }
    }

    /// <summary>Asks for a code or keys in something, once.</summary>
    public void GuessOnce(Wish wish)
    {
        var verifying = Of(wish, ConnectFunction.VerifyCaller);
        var asked = Random.Between(0, 2) switch
        {
            0 => Of(wish, ConnectFunction.RequestCode),
            1 => verifying with { Code = Guess() },
            _ => verifying with { For = ConnectFunction.ChangeOrderDate, LastFour = End(order) },
        };
        contacts.Ask(asked, order, named, language, _ => { });
    }

    Wish Of(Wish wish, ConnectFunction function) =>
        new(++number, wish.Contact, wish.Caller, function, Day: "", Words: "") { First = wish.First, For = wish.Function };

    void RequestACode(Wish wish, Order meant, Action goOn)
    {
        if (++requests > MostRequests)
        {
            goOn();
            return;
        }

        contacts.Ask(Of(wish, ConnectFunction.RequestCode), meant, named, language, reply =>
        {
            if (reply?.Outcome is Outcome.VerificationLocked && Random.Of(0.8))
            {
                goOn();
            }
            else
            {
                KeyIn(wish, meant, isTheEnd: false, goOn);
            }
        });
    }

    void KeyIn(Wish wish, Order meant, bool isTheEnd, Action goOn, string? again = null)
    {
        var isLate = !isTheEnd && Random.Of(0.05);
        var thought = isLate
            ? Random.Between(Duration.FromSeconds(270), Duration.FromSeconds(380))
            : Random.Between(Duration.FromSeconds(4), Duration.FromSeconds(40));
        day.Time.In(thought, () =>
        {
            var keyed = again ?? (isTheEnd ? End(meant) : Code(wish, meant));
            var asked = Of(wish, ConnectFunction.VerifyCaller);
            if (Random.Of(0.1))
            {
                // Another call's line, or a flow gone wrong: two answers at the very same moment.
                contacts.Ask(Keyed(Of(wish, ConnectFunction.VerifyCaller), isTheEnd ? End(meant) : Guess()), meant, named, language, _ => { });
            }

            contacts.Ask(Keyed(asked, keyed), meant, named, language, reply => Heard(wish, meant, isTheEnd, keyed, reply, goOn));
        });

        Wish Keyed(Wish asked, string keyed) => isTheEnd ? asked with { LastFour = keyed } : asked with { Code = keyed };
    }

    void Heard(Wish wish, Order meant, bool isTheEnd, string keyed, Reply? reply, Action goOn)
    {
        answers++;
        switch (reply?.Outcome)
        {
            case Outcome.Verified:
                WishAgain();
                break;
            case Outcome.WrongCode when answers < MostAnswers && Random.Of(0.9):
                KeyIn(wish, meant, isTheEnd, goOn);
                break;
            case Outcome.CodeExpired when Random.Of(0.8):
                RequestACode(wish, meant, goOn);
                break;
            case Outcome.VerificationLocked when answers < MostAnswers && Random.Of(0.2):
                KeyIn(wish, meant, isTheEnd, goOn);
                break;
            case null or Outcome.Unavailable when answers < MostAnswers && Random.Of(0.8):
                KeyIn(wish, meant, isTheEnd, goOn, again: keyed);
                break;
            default:
                goOn();
                break;
        }

        // What was asked for, or what risks more; now and then the call has been transferred in between.
        void WishAgain() => day.Time.In(Random.Between(Duration.FromSeconds(1), Duration.FromSeconds(5)), () =>
        {
            var next = Random.Of(0.15)
                ? new Wish(++number, wish.Contact, wish.Caller, ConnectFunction.CancelOrder, "", "") { First = wish.First }
                : wish with { Number = ++number };
            next = Random.Of(0.1) ? next with { Contact = $"{next.First}-transferred" } : next;
            contacts.Ask(next, meant, named, language, _ => goOn());
        });
    }

    // The owner reads the latest message, and may mistype it; who does not hold the telephone guesses, or has heard of another code.
    string Code(Wish wish, Order meant)
    {
        var sent = day.Codes.Where(code => code.TakenAt <= day.Time.Now).ToList();
        var own = sent.FindLast(code => code.Order == meant.Id && code.By.Asked?.Wish.First == wish.First);
        var other = sent.Count > 0 ? Random.Among([.. sent]) : null;
        var read = holdsTheTelephone && !Random.Of(0.1) ? own ?? other : Random.Of(0.4) ? other : null;
        return read is null || Random.Of(0.15) ? Guess() : Shop.CodeIn(read.Body);
    }

    string End(Order meant) => Random.Of(holdsTheTelephone ? 0.7 : 0.2)
        ? $"{meant.Id}"[^Math.Min(4, $"{meant.Id}".Length)..]
        : Random.Between(0, 3).ToString("D4", CultureInfo.InvariantCulture);

    string Guess() => Random.Of(0.5)
        ? Random.Among(Favourites)
        : Random.Between(0, 999_999).ToString("D6", CultureInfo.InvariantCulture);
}
