using System.Globalization;

namespace OrderHotline.Simulation;

/// <summary>Many attackers, each at a shop of their own, on two threads at most.</summary>
sealed class AttackTrial
{
    const int Threads = 2;
    const double RightCode = 1e-6;
    const double RightEnd = 1e-4;

    readonly Lock gate = new();

    public Statistics Statistics { get; } = new();

    /// <summary>Every rule that was broken, how often, and the first time.</summary>
    public SortedDictionary<string, (int Count, ulong Seed, string How)> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>The bounds within which the number of right guesses lies in 999 of 1,000 trials.</summary>
    public (int Least, int Most) CodesByLuck => ByLuck(Statistics["guesses of codes"], RightCode);

    /// <inheritdoc cref="CodesByLuck"/>
    public (int Least, int Most) EndsByLuck => ByLuck(Statistics["guesses of ends"], RightEnd);

    public static AttackTrial Of(ulong first, int attackers, Weakness weakness)
    {
        var trial = new AttackTrial();
        var next = -1;
        var threads = Enumerable.Range(0, Math.Min(Threads, Environment.ProcessorCount)).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        trial.CheckLuck(first);
        return trial;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var number && number < attackers)
            {
                var seed = first + (ulong)number;
                var shop = new AttackedShop(seed, weakness);
                var attacker = new Attacker(shop);
                attacker.Attack();
                trial.Add(seed, shop, attacker);
            }
        }
    }

    /// <summary>The least and the most of a binomial count that are not too unlikely: each end is passed once in 2,000 trials.</summary>
    internal static (int Least, int Most) ByLuck(long guesses, double chance)
    {
        const double Tail = 0.0005;
        var (at, term, sum, least) = (0, Math.Exp(guesses * Math.Log(1 - chance)), 0.0, -1);
        while (true)
        {
            sum += term;
            least = least < 0 && sum > Tail ? at : least;
            if (1 - sum <= Tail)
            {
                return (least, at);
            }

            term *= (guesses - at) / (double)(at + 1) * chance / (1 - chance);
            at++;
        }
    }

    void Add(ulong seed, AttackedShop shop, Attacker attacker)
    {
        lock (gate)
        {
            var guesses = shop.Ledger.Guesses;
            Statistics.Count("attackers");
            Statistics.Count("requests", shop.Requests);
            Statistics.Count("codes sent", shop.Texts);
            Statistics.Count("changes", shop.Changes);
            Statistics.Count("changes by who had seen the code or the number", attacker.Thefts);
            Statistics.Count("guesses of codes", guesses.Codes);
            Statistics.Count("right guesses of codes", guesses.RightCodes);
            Statistics.Count("guesses of ends", guesses.Ends);
            Statistics.Count("right guesses of ends", guesses.RightEnds);
            foreach (var breach in shop.Breaches)
            {
                var (count, first, how) = Broken.GetValueOrDefault(breach.Rule, (0, seed, breach.How));
                Broken[breach.Rule] = seed < first ? (count + 1, seed, breach.How) : (count + 1, first, how);
            }
        }
    }

    void CheckLuck(ulong seed)
    {
        foreach (var (right, (least, most)) in new[] { (Statistics["right guesses of codes"], CodesByLuck), (Statistics["right guesses of ends"], EndsByLuck) })
        {
            if (right < least || right > most)
            {
                Broken[AttackRules.AsLuckHasIt] = (1, seed, string.Create(CultureInfo.InvariantCulture, $"{right} were right, and from {least} to {most} should be."));
            }
        }
    }
}
