namespace OrderHotline.Bench.Race;

/// <summary>Which core the contender has to itself, and which one the race and its backend share.</summary>
static unsafe class Cores
{
    const nuint MaskBytes = 128;

    /// <summary>True from the moment at which the race moved to its own core.</summary>
    public static bool ArePinned { get; private set; }

    /// <summary>Moves the calling thread, and so every thread and process it starts, to the second core, where there is one.</summary>
    public static void Claim()
    {
        var mask = stackalloc ulong[16];
        new Span<ulong>(mask, 16).Clear();
        ArePinned = LibC.sched_getaffinity(0, MaskBytes, mask) >= 0
            && (mask[0] & 0b11) == 0b11
            && Move(core: 1);
    }

    /// <summary>Starts something on the contender's core: a child has the core of the thread that starts it.</summary>
    public static T OnContendersCore<T>(Func<T> start)
    {
        if (!ArePinned)
        {
            return start();
        }

        Move(core: 0);
        try
        {
            return start();
        }
        finally
        {
            Move(core: 1);
        }
    }

    static bool Move(int core)
    {
        var mask = stackalloc ulong[16];
        new Span<ulong>(mask, 16).Clear();
        mask[0] = 1UL << core;
        return LibC.sched_setaffinity(0, MaskBytes, mask) == 0;
    }
}
