namespace OrderHotline.Simulation;

/// <summary>FNV-1a in 64 bits, a step at a time: the hash of a day is taken while it happens.</summary>
static class Fnv1a64
{
    public const ulong Offset = 14_695_981_039_346_656_037;
    const ulong Prime = 1_099_511_628_211;

    public static ulong Mix(ulong hash, ulong more) => unchecked((hash ^ more) * Prime);
}
