using NodaTime;

namespace OrderHotline.Simulation;

/// <summary>All the chance there is in a world: the same seed gives the same, on every machine and runtime. SplitMix64
/// (https://doi.org/10.1145/2714064.2660195).</summary>
sealed class SeededRandom(ulong seed)
{
    ulong state = seed;

    public ulong Next() => unchecked(Mixed(state += 0x9E37_79B9_7F4A_7C15));

    /// <summary>Whether something with a probability from 0 to 1 happens.</summary>
    public bool Of(double probability) => probability > 0 && (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public Duration Between(Duration least, Duration most) =>
        Duration.FromMilliseconds(Between((int)least.TotalMilliseconds, (int)most.TotalMilliseconds));

    public T Among<T>(params ReadOnlySpan<T> choices) => choices[Between(0, choices.Length - 1)];

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }

    static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
