using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>What the shop of a day asks callers to prove, and the keys of its functions, which change while it is open.</summary>
/// <param name="Policy">What is asked.</param>
/// <param name="NewKeyIsKnownAt">When the functions get a second key, behind the one they use.</param>
/// <param name="NewKeyIsUsedAt">When it becomes the first, long after the last function has it.</param>
sealed record AskingShop(VerificationPolicy Policy, Instant NewKeyIsKnownAt, Instant NewKeyIsUsedAt)
{
    /// <summary>How long a machine is still in use after its settings have changed.</summary>
    public static readonly Duration SettingsAreOld = Duration.FromSeconds(10);

    const double Share = 0.25;
    const string Name = "Tokei Kobo";

    static readonly CodeKey First = Key("k1");
    static readonly CodeKey Second = Key("k2");

    /// <summary>Chosen by the seed alone, so that the days of all other shops stay what they are; null where nothing is asked for.</summary>
    public static AskingShop? Of(ulong seed, Instant opens, Duration lasts)
    {
        var random = new SeededRandom(~seed);
        if (!random.Of(Share))
        {
            return null;
        }

        var toTell = random.Among(Assurance.Number, Assurance.Number, Assurance.Factor);
        var toTellAll = AtLeast(toTell, random.Among(Assurance.Number, Assurance.Factor, Assurance.Possession));
        var toMove = AtLeast(toTell, random.Among(Assurance.Number, Assurance.Factor, Assurance.Factor, Assurance.Possession));
        var policy = VerificationPolicy.ByRisk with
        {
            ToTell = toTell,
            ToTellNameAndItem = toTellAll,
            ToReschedule = toMove,
            ToCancel = AtLeast(toMove, random.Among(Assurance.Factor, Assurance.Possession, Assurance.Possession)),
            OrderNumbersCannotBeGuessed = random.Of(0.7),
            Countries = ["+81"],
            CodesADay = random.Between(2, 9),
        };
        var known = opens + random.Between(Duration.Zero, lasts / 2);
        return new(policy, known, known + SettingsAreOld + random.Between(Duration.FromSeconds(5), lasts / 2));

        static Assurance AtLeast(Assurance least, Assurance level) => level < least ? least : level;
    }

    /// <summary>Which of its settings the functions that start now have.</summary>
    public int SettingsAt(Instant now) => now < NewKeyIsKnownAt ? 0 : now < NewKeyIsUsedAt ? 1 : 2;

    public VerificationSettings Verification(Instant now, Func<string> newNonce) => new(
        Policy,
        SettingsAt(now) switch
        {
            0 => new CodeKeys(First),
            1 => new CodeKeys(First, Second),
            _ => new CodeKeys(Second, First),
        },
        Name,
        newNonce);

    static CodeKey Key(string id) => new(id, Enumerable.Repeat((byte)id[^1], CodeKey.ShortestSecret).ToArray());
}
