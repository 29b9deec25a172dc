using System.Globalization;
using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>Somebody who fakes numbers, guesses, and has seen codes that are no use any more, and the owners who call in between.</summary>
sealed class Attacker(AttackedShop shop)
{
    static readonly ConnectFunction[] Functions = [ConnectFunction.ChangeOrderDate, ConnectFunction.CancelOrder];

    readonly SeededRandom random = shop.Random;

    /// <summary>How often an attack with all that is needed has led to a change, which must happen: else nothing here could fail.</summary>
    public int Thefts { get; private set; }

    Action<Order>[] Attacks =>
    [
        OnlySays, GuessesCodes, GuessesEnds, GuessesAtOnce, ReplaysAnothersCode, UsesItForAnotherOrder, UsesItForMore, IsLate, UsesADecoy,
        AsksForMany, KnowsTheEnd, KnowsTheCode, GoesOnWhenLocked, UsesItTwice, SignsIn, SaysThatAnOperatorKnowsThem,
        UsesAnothersOperator, IsBelievedByAnOperator,
    ];

    public void Attack()
    {
        for (var moves = random.Between(4, 8); moves > 0; moves--)
        {
            var order = random.Among([.. shop.Orders]);
            if (random.Of(0.3))
            {
                OwnerCalls(order);
            }

            random.Among(Attacks)(order);
            shop.Wait(random.Among(
                Duration.Zero, Duration.FromSeconds(20), Duration.FromMinutes(1), Duration.FromMinutes(6), Duration.FromHours(2), Duration.FromHours(13),
                Duration.FromHours(25)));
        }
    }

    Call Faked(Order order) => shop.NewCall("attacker", order.Owner) with { Lied = random.Of(0.5), IsTransferred = random.Of(0.2) };

    string Digits() => random.Between(0, 999_999).ToString("D6", CultureInfo.InvariantCulture);

    string End() => random.Between(0, 9999).ToString("D4", CultureInfo.InvariantCulture);

    ConnectFunction Something() => random.Among(Functions);

    void ChangesIt(Call call, Order order)
    {
        foreach (var function in Functions)
        {
            shop.Change(call, order, function);
        }
    }

    // An owner holds the telephone: reads the code, mistypes it now and then, and may hang up without having used it.
    void OwnerCalls(Order order)
    {
        var call = shop.NewCall("owner", order.Owner);
        var function = Something();
        shop.AskForACode(call, order, function);
        shop.Wait(Duration.FromSeconds(random.Between(1, 30)));
        if (shop.Ledger.LatestOf(call, order.Id) is not { IsDecoy: false } code || random.Of(0.4))
        {
            return;
        }

        if (random.Of(0.3))
        {
            shop.KeyIn(call, order, function, Digits());
        }

        if (shop.KeyIn(call, order, function, code.Digits) == "Verified" && random.Of(0.3))
        {
            shop.Change(call with { IsTransferred = random.Of(0.3) }, order, function);
        }
    }

    void OnlySays(Order order) => ChangesIt(Faked(order) with { Lied = true }, order);

    void GuessesCodes(Order order)
    {
        var call = Faked(order);
        shop.AskForACode(call, order, ConnectFunction.CancelOrder);
        for (var guesses = random.Between(1, 6); guesses > 0; guesses--)
        {
            shop.KeyIn(call, order, ConnectFunction.CancelOrder, Digits(), isAGuess: true);
            if (random.Of(0.2))
            {
                shop.Wait(PendingCode.RetryWindow);
                shop.AskForACode(call, order, ConnectFunction.CancelOrder);
            }
        }

        ChangesIt(call, order);
    }

    void GuessesEnds(Order order)
    {
        for (var calls = random.Between(1, 3); calls > 0; calls--)
        {
            var call = Faked(order);
            for (var guesses = random.Between(1, 4); guesses > 0; guesses--)
            {
                shop.KeyInTheEnd(call, order, ConnectFunction.ChangeOrderDate, End(), isAGuess: true);
            }

            ChangesIt(call, order);
        }

        if (random.Of(0.3))
        {
            KnowsTheEnd(order); // too late, after three that were wrong
        }
    }

    void GuessesAtOnce(Order order)
    {
        var call = Faked(order);
        shop.AskForACode(call, order, ConnectFunction.CancelOrder);
        shop.KeyInAtOnce(call, order, ConnectFunction.CancelOrder, [.. Enumerable.Range(0, 8).Select(_ => Digits()).Distinct()]);
        ChangesIt(call, order);
    }

    void ReplaysAnothersCode(Order order)
    {
        var call = Faked(order);
        shop.AskForACode(call, order, ConnectFunction.CancelOrder);
        OwnerCalls(order);
        foreach (var code in shop.Ledger.Codes.Where(code => code.Order == order.Id && code.Call != call.Id).TakeLast(2).ToList())
        {
            shop.KeyIn(call, order, code.For, code.Digits);
        }

        ChangesIt(call, order);
    }

    void UsesItForAnotherOrder(Order order)
    {
        if (shop.Orders.FirstOrDefault(other => other.Owner == order.Owner && other.Id != order.Id) is { } another
            && Seen(out var call, order, ConnectFunction.CancelOrder) is { } code)
        {
            if (random.Of(0.5))
            {
                shop.AskForACode(call, another, ConnectFunction.CancelOrder);
            }

            shop.KeyIn(call, another, ConnectFunction.CancelOrder, code.Digits);
            ChangesIt(call, another);
        }
    }

    void UsesItForMore(Order order)
    {
        if (Seen(out var call, order, ConnectFunction.ChangeOrderDate) is { } code)
        {
            shop.KeyIn(call, order, ConnectFunction.CancelOrder, code.Digits);
            shop.Change(call, order, ConnectFunction.CancelOrder);
        }
    }

    void IsLate(Order order)
    {
        if (Seen(out var call, order, ConnectFunction.CancelOrder) is { } code)
        {
            shop.Wait(PendingCode.Life + Duration.FromSeconds(random.Between(0, 600)));
            shop.KeyIn(call, order, ConnectFunction.CancelOrder, code.Digits);
            ChangesIt(call, order);
        }
    }

    void UsesADecoy(Order order)
    {
        for (var asked = 0; asked < 4; asked++)
        {
            var call = Faked(order);
            shop.AskForACode(call, order, ConnectFunction.CancelOrder);
            if (shop.Ledger.LatestOf(call, order.Id) is { IsDecoy: true } decoy)
            {
                shop.KeyIn(call, order, ConnectFunction.CancelOrder, decoy.Digits);
                ChangesIt(call, order);
                return;
            }
        }
    }

    void AsksForMany(Order order)
    {
        var call = Faked(order);
        for (var asked = random.Between(4, 10); asked > 0; asked--)
        {
            shop.AskForACode(random.Of(0.5) ? call : Faked(random.Among([.. shop.Orders])), order, Something());
            shop.Wait(PendingCode.RetryWindow);
        }
    }

    // Whoever has the parcel's label may move the order, as the policy has it, and no more.
    void KnowsTheEnd(Order order)
    {
        var call = Faked(order);
        var end = order.Id.ToString()[^4..];
        shop.KeyInTheEnd(call, order, random.Of(0.5) ? ConnectFunction.CancelOrder : ConnectFunction.ChangeOrderDate, end);
        shop.Change(call, order, ConnectFunction.CancelOrder);
        Thefts += shop.Change(call, order, ConnectFunction.ChangeOrderDate) == "Rescheduled" ? 1 : 0;
    }

    // Whoever has the telephone is taken for its owner.
    void KnowsTheCode(Order order)
    {
        if (Seen(out var call, order, ConnectFunction.CancelOrder) is { } code)
        {
            shop.KeyIn(call, order, Something(), code.Digits);
            Thefts += shop.Change(call, order, ConnectFunction.CancelOrder) == "Cancelled" ? 1 : 0;
        }
    }

    void GoesOnWhenLocked(Order order)
    {
        if (Seen(out var call, order, ConnectFunction.CancelOrder) is { } code)
        {
            for (var guess = 0; guess < 4; guess++)
            {
                shop.KeyIn(call, order, ConnectFunction.CancelOrder, $"{(int.Parse(code.Digits, CultureInfo.InvariantCulture) + guess + 1) % 1_000_000:D6}");
            }

            shop.KeyIn(call, order, ConnectFunction.CancelOrder, code.Digits);
            ChangesIt(call, order);
        }
    }

    void UsesItTwice(Order order)
    {
        if (Seen(out var call, order, ConnectFunction.CancelOrder) is { } code)
        {
            shop.KeyIn(call, order, ConnectFunction.CancelOrder, code.Digits);
            shop.KeyIn(Faked(order), order, ConnectFunction.CancelOrder, code.Digits);
            shop.Wait(ReachedAssurance.Life);
            shop.KeyIn(call, order, ConnectFunction.CancelOrder, code.Digits);
            ChangesIt(call, order);
        }
    }

    void SaysThatAnOperatorKnowsThem(Order order)
    {
        var call = Faked(order) with { Lied = true };
        shop.Vouch(call, order, hasAnOperator: false);
        ChangesIt(call, order);
    }

    // The event names a contact in which an operator is, of another call.
    void UsesAnothersOperator(Order order)
    {
        var (call, others) = (Faked(order), shop.NewCall("owner", order.Owner));
        shop.OperatorTakes(others);
        shop.Vouch(call with { Previous = others.Id }, order, hasAnOperator: false);
        ChangesIt(call, order);
    }

    // Whoever talks an operator round has what the operator gives: in that call, and for an hour.
    void IsBelievedByAnOperator(Order order)
    {
        var call = Faked(order);
        shop.Vouch(call, order, hasAnOperator: true);
        if (random.Of(0.3))
        {
            shop.Wait(ReachedAssurance.Life);
            ChangesIt(call, order);
        }
        else
        {
            Thefts += shop.Change(call, order, ConnectFunction.CancelOrder) == "Cancelled" ? 1 : 0;
        }

        ChangesIt(Faked(order), order);
    }

    void SignsIn(Order order) => ChangesIt(Faked(order) with { IsALogin = true }, order);

    // A code of a call of one's own, read over the owner's shoulder.
    SeenCode? Seen(out Call call, Order order, ConnectFunction function)
    {
        call = Faked(order);
        shop.AskForACode(call, order, function);
        return shop.Ledger.LatestOf(call, order.Id) is { IsDecoy: false } code ? code : null;
    }
}
