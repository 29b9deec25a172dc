using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

/// <summary>Three deliveries and a customer at the same order, in any order of events, each write made on what is stored.</summary>
public sealed class DeliveryProperties
{
    static readonly Act[] Doubtful = [Act.LoseTheAnswer, Act.CrashAfterSending];

    enum Act
    {
        Change,
        Claim,
        SendAndNote,
        LoseTheAnswer,
        AreThrottled,
        CrashBeforeSending,
        CrashAfterSending,
        Wait,
    }

    [Fact]
    public void Whatever_happens_texts_leave_in_order_and_none_twice_without_a_doubt_on_record() =>
        ForEvery.Value(
            Acts(Enum.GetValues<Act>()),
            acts =>
            {
                var told = new Telling(acts);

                Assert.Equal(told.Sent.Order(), told.Sent);
                Assert.All(
                    told.Sent.CountBy(number => number).Where(text => text.Value > 1),
                    text => Assert.InRange(text.Value, 2, 1 + told.InDoubt(text.Key)));
            },
            Shorter,
            tests: 3000);

    [Fact]
    public void Without_a_crash_and_a_lost_answer_no_text_is_sent_twice() =>
        ForEvery.Value(
            Acts([.. Enum.GetValues<Act>().Except(Doubtful)]),
            acts => Assert.Distinct(new Telling(acts).Sent),
            Shorter,
            tests: 3000);

    [Fact]
    public void Whatever_happens_the_text_of_the_latest_change_is_sent_in_the_end_and_nothing_stays_owed() =>
        ForEvery.Value(
            Acts(Enum.GetValues<Act>()),
            acts =>
            {
                var told = new Telling([.. acts, (Act.Change, 1)]);

                var latest = told.Order.OwedTexts[^1].Number;
                told.RunUntilNothingIsOwed();

                Assert.Equal(latest, told.Sent[^1]);
                Assert.IsType<TextDelivery.Untried>(told.Order.Texts.Delivery);
            },
            Shorter,
            tests: 3000);

    static Gen<(Act Act, int Delivery)[]> Acts(Act[] possible) =>
        from length in Gen.Choose(1, 30)
        from acts in Gen.ArrayOf(Gen.Elements(possible).Zip(Gen.Choose(1, 3)), length)
        select acts.Select(act => (act.Item1, act.Item2)).ToArray();

    static IEnumerable<(Act, int)[]> Shorter((Act, int)[] acts) => acts.Select((_, i) => acts.Where((_, j) => j != i).ToArray());

    sealed class Telling
    {
        readonly Dictionary<int, (TextClaim Claim, Instant Until)> held = [];
        readonly List<SettledText> settled = [];
        Instant now = Now;

        public Telling((Act Act, int Delivery)[] acts)
        {
            foreach (var (act, delivery) in acts)
            {
                Play(act, delivery);
            }
        }

        public Order Order { get; private set; } = PlacedOrder().After(ToMoveTo("2026-12-15"));

        public List<int> Sent { get; } = [];

        public int InDoubt(int number) => settled
            .Where(text => text.Text.Number == number)
            .Select(text => text.InDoubt)
            .Append(Order.OwedTexts is [var oldest, ..] && oldest.Number == number
                ? Order.Texts.Delivery.InDoubt + (Order.Texts.Delivery is TextDelivery.Claimed ? 1 : 0)
                : 0)
            .Max();

        public void RunUntilNothingIsOwed()
        {
            for (var round = 1; !Order.OwedTexts.IsEmpty; round++)
            {
                Assert.InRange(round, 1, 3);
                now += Backoff.Longest;
                Play(Act.Claim, 9);
                Play(Act.SendAndNote, 9);
            }
        }

        void Play(Act act, int delivery)
        {
            switch (act)
            {
                case Act.Change:
                    var day = Order.ShippingDate == Day("2026-12-14") ? "2026-12-15" : "2026-12-14";
                    Order = Order.After(ToMoveTo(day, $"call-{Order.Version}"), Now);
                    Keep();
                    break;
                case Act.Wait:
                    now += Duration.FromSeconds(20);
                    break;
                case Act.Claim when Order.ClaimText(Delivery(delivery), now) is ClaimDecision.Granted(var claim, var change):
                    held[delivery] = (claim, now + OrderTexts.Lease);
                    Order = change.After;
                    Keep();
                    break;
                case not Act.Claim when held.Remove(delivery, out var holding) && now < holding.Until:
                    End(act, holding.Claim);
                    break;
            }
        }

        void End(Act act, TextClaim claim)
        {
            if (act is Act.SendAndNote or Act.LoseTheAnswer or Act.CrashAfterSending)
            {
                Sent.Add(claim.Text.Number);
            }

            var note = act switch
            {
                Act.SendAndNote => Order.Settle(claim.Accepted($"message-{Sent.Count}", now)),
                Act.LoseTheAnswer => Order.Postpone(claim, FailedAttempt.InDoubt, "TimeoutException", now),
                Act.AreThrottled => Order.Postpone(claim, FailedAttempt.NotTaken, "Throttled", now),
                _ => new TextNote.Outdated(),
            };
            Order = note is TextNote.ToStore(var change) ? change.After : Order;
            Keep();
        }

        // The order itself forgets all but the last twenty.
        void Keep() => settled.AddRange(Order.Texts.Settled.Except(settled));
    }
}
