using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace OrderHotline.Domain.Tests;

/// <summary>Runs a property over generated values, the same ones on every machine.</summary>
static class ForEvery
{
    public static Rnd Seed => new(20261201);

    public static void Value<T>(Gen<T> values, Action<T> holds, Func<T, IEnumerable<T>>? simpler = null, int tests = 1000) =>
        Check.One(
            Config.QuickThrowOnFailure
                .WithMaxTest(tests)
                .WithReplay(FSharpOption<Replay>.Some(new Replay(Seed, FSharpOption<int>.None))),
            Prop.ForAll(Arb.From(values, simpler ?? (_ => [])), holds));
}
