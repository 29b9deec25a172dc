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
    public void Whatever_happens_messages_leave_in_order_and_none_twice_without_a_doubt_on_record() =>
        ForEvery.Value(
            Acts(Enum.GetValues<Act>()),
            acts =>
            {
                var told = new Telling(acts);

                Assert.Equal(told.Sent.Order(), told.Sent);
                Assert.All(
                    told.Sent.CountBy(number => number).Where(message => message.Value > 1),
                    message => Assert.InRange(message.Value, 2, 1 + told.InDoubt(message.Key)));
            },
            Shorter,
            tests: 3000);

    [Fact]
    public void Without_a_crash_and_a_lost_answer_no_message_is_sent_twice() =>
        ForEvery.Value(
            Acts([.. Enum.GetValues<Act>().Except(Doubtful)]),
            acts => Assert.Distinct(new Telling(acts).Sent),
            Shorter,
            tests: 3000);

    [Fact]
    public void Whatever_happens_the_message_of_the_latest_change_is_sent_in_the_end_and_nothing_stays_owed() =>
        ForEvery.Value(
            Acts(Enum.GetValues<Act>()),
            acts =>
            {
                var told = new Telling([.. acts, (Act.Change, 1)]);

                var latest = told.Order.Outbox.Owed[^1].Number;
                told.RunUntilNothingIsOwed();

                Assert.Equal(latest, told.Sent[^1]);
                Assert.IsType<MessageDelivery.Untried>(told.Order.Outbox.Delivery);
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
        readonly Dictionary<int, (MessageClaim Claim, Instant Until)> held = [];
        readonly List<SettledMessage> settled = [];
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
            .Where(message => message.Message.Number == number)
            .Select(message => message.InDoubt)
            .Append(Order.Outbox.Owed is [var oldest, ..] && oldest.Number == number
                ? Order.Outbox.Delivery.InDoubt + (Order.Outbox.Delivery is MessageDelivery.Claimed ? 1 : 0)
                : 0)
            .Max();

        public void RunUntilNothingIsOwed()
        {
            for (var round = 1; !Order.Outbox.Owed.IsEmpty; round++)
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
                case Act.Claim when Order.ClaimMessage(Delivery(delivery), now) is ClaimDecision.Granted(var change):
                    Order = change.After;
                    held[delivery] = (Assert.IsType<ClaimDecision.Held>(Order.ClaimMessage(Delivery(delivery), now)).Claim, now + Outbox.Lease);
                    Keep();
                    break;
                case not Act.Claim when held.Remove(delivery, out var holding) && now < holding.Until:
                    End(act, holding.Claim);
                    break;
            }
        }

        void End(Act act, MessageClaim claim)
        {
            if (act is Act.SendAndNote or Act.LoseTheAnswer or Act.CrashAfterSending)
            {
                Sent.Add(claim.Message.Number);
            }

            var note = act switch
            {
                Act.SendAndNote => Order.Settle(claim.Accepted($"message-{Sent.Count}", now)),
                Act.LoseTheAnswer => Order.PostponeInDoubt(claim, "TimeoutException", now),
                Act.AreThrottled => Order.Postpone(claim, "Throttled", now),
                _ => null,
            };
            Order = note?.After ?? Order;
            Keep();
        }

        // The order itself forgets all but the last twenty.
        void Keep() => settled.AddRange(Order.Outbox.Settled.Except(settled));
    }
}
