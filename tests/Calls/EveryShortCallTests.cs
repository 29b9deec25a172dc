using OrderHotline.Adapters.Local;
using static OrderHotline.Calls.Tests.PhoneCall;

namespace OrderHotline.Calls.Tests;

/// <summary>Every call of up to four acts, in both languages: too many to think of, few enough to play.</summary>
public sealed class EveryShortCallTests
{
    const int LongestCall = 4;

    static readonly CallerAct[] Acts =
    [
        Press("1"), Press("2"), Press("3"), Press("9"), Press("0"), Press("7"), Silence, Say("来週の水曜日"), Say("next Wednesday"), OperatorAnswers,
    ];

    [Fact]
    public async Task No_call_ends_in_silence_or_is_cut_off_whatever_the_caller_does()
    {
        var (played, silent) = (0, new List<string>());
        foreach (var broken in new[] { "", "OrderTableRead", "OrderDialog", "CancelOrder", "ChangeOrderDate" })
        {
            var todo = new Queue<(CallerAct[] Acts, PhoneCall Call)>([([], await Shop(broken).Ring())]);
            while (todo.TryDequeue(out var next))
            {
                foreach (var act in Acts.Where(act => IsPossible(act, next.Call.State.Waiting)))
                {
                    var call = await next.Call.Fork().Then(act);
                    played++;
                    if (IsSilent(call, next.Call.State.Waiting))
                    {
                        silent.Add($"{broken}: {string.Join(", ", next.Acts.Append(act))}");
                    }

                    if (call.End is null && next.Acts.Length + 1 < LongestCall)
                    {
                        todo.Enqueue(([.. next.Acts, act], call));
                    }
                }
            }
        }

        Assert.Empty(silent);
        Assert.InRange(played, 5 * 1000, int.MaxValue);
    }

    [Fact]
    public async Task A_caller_can_hang_up_at_any_step()
    {
        var call = await TestShop.WithAnOrder().Ring();
        foreach (var act in new[] { Silence, Press("1"), Press("1"), Say("十二月三日"), Say("はい"), Press("3"), Silence })
        {
            Assert.Equal(CallEnd.CallerHungUp, (await call.Fork().Then(HangUp)).End);
            await call.Then(act);
        }

        Assert.Null(call.End);
    }

    static TestShop Shop(string broken) => broken.Length == 0 ? TestShop.WithAnOrder() : TestShop.WithAnOrder().Breaking(broken);

    static bool IsPossible(CallerAct act, CallWaiting waiting) => act != OperatorAnswers || waiting is CallWaiting.ForOperator;

    // Whatever the caller does, they hear words, and are not cut off. In a queue they hear the next announcement in its time.
    static bool IsSilent(PhoneCall call, CallWaiting before)
    {
        var since = call.Events.Select((happened, index) => (happened, index)).Last(at => at.happened is CallEvent.Did).index;
        var waitsOn = before is CallWaiting.ForOperator && call.State.Waiting is CallWaiting.ForOperator;
        return call.End == CallEnd.CutOff
            || (call.End is null or CallEnd.LineHungUp
                && !waitsOn
                && !call.Events.Skip(since).OfType<CallEvent.Heard>().Any(heard => heard.By == Audience.Caller && heard.Words.Trim().Length > 0));
    }
}
