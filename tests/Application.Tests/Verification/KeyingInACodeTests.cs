using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using static OrderHotline.Application.Tests.VerifyingShop;

namespace OrderHotline.Application.Tests;

public sealed class KeyingInACodeTests
{
    [Fact]
    public async Task Keys_rotate_without_a_code_under_way_being_lost()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        shop.Rotate(Key("k2"), Key("k1"));

        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));
        await shop.RequestCode(contact: "call-2");
        Assert.Equal("k2", shop.Proofs.All()[0].Contacts.Single(call => call.Pending is not null).Pending!.KeyId);
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode, contact: "call-2"));
    }

    [Fact]
    public async Task A_code_whose_key_is_not_in_use_here_is_an_outage_and_no_wrong_answer()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        shop.Rotate(Key("k2"));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.KeyIn(shop.LatestCode));
        Assert.Contains("key", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts);
        shop.Rotate(Key("k2"), Key("k1"));
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));
    }

    [Fact]
    public async Task The_same_wrong_answer_is_the_same_attempt_when_the_keys_have_rotated_in_between()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        await shop.KeyIn(shop.WrongCode());
        await shop.KeyInTheEnd("0000");

        shop.Rotate(Key("k2"), Key("k1"));

        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(shop.WrongCode()));
        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyInTheEnd("0000"));
        Assert.Equal(2, Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts.Length);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task Whoever_is_outrun_thirty_times_hears_of_an_outage_and_was_not_counted(int outrun, bool isAnswered)
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        var others = 0;
        shop.Ports.BeforeTheNextProof = OutrunBy;

        var answer = shop.KeyIn(shop.WrongCode());

        if (isAnswered)
        {
            Assert.IsType<VerifyCallerOutcome.Wrong>(await answer);
        }
        else
        {
            Assert.Contains("30 times", (await Assert.ThrowsAsync<TimeoutException>(() => answer)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(outrun, others);
        Assert.Equal(isAnswered ? 1 : 0, Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts.Length);
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));

        async Task OutrunBy()
        {
            var stored = Assert.Single(shop.Proofs.All());
            await shop.Proofs.Store(stored with { Version = stored.Version + 1 }, TestContext.Current.CancellationToken);
            shop.Ports.BeforeTheNextProof = ++others < outrun ? OutrunBy : null;
        }
    }

    [Fact]
    public async Task The_same_event_again_gets_the_same_answer_and_locks_nobody_out()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        for (var delivery = 1; delivery <= 5; delivery++)
        {
            Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(shop.WrongCode()));
        }

        for (var delivery = 1; delivery <= 5; delivery++)
        {
            Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));
        }

        Assert.Single(Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts);
    }

    [Fact]
    public async Task The_third_wrong_answer_and_its_retries_say_that_the_call_is_locked()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        await shop.KeyIn(shop.WrongCode(1));
        await shop.KeyIn(shop.WrongCode(2));

        Assert.IsType<VerifyCallerOutcome.Locked>(await shop.KeyIn(shop.WrongCode(3)));
        Assert.IsType<VerifyCallerOutcome.Locked>(await shop.KeyIn(shop.WrongCode(3)));
        Assert.IsType<VerifyCallerOutcome.Locked>(await shop.KeyIn(shop.LatestCode));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_counted_one_by_one()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        var guess = 0;
        shop.Ports.BeforeTheNextProof = Another;

        await shop.KeyIn(shop.WrongCode(9));

        Assert.Equal(3, Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts.Length);
        Assert.IsType<VerifyCallerOutcome.Locked>(await shop.KeyIn(shop.LatestCode));

        Task Another()
        {
            shop.Ports.BeforeTheNextProof = guess < 7 ? Another : null;
            return shop.KeyIn(shop.WrongCode(++guess));
        }
    }

    [Fact]
    public async Task An_answer_that_meets_its_own_write_is_counted_once()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        shop.Ports.MeetsItsOwnWrite = true;
        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(shop.WrongCode()));
        shop.Ports.MeetsItsOwnWrite = true;
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(shop.LatestCode));

        Assert.Single(Assert.Single(shop.Proofs.All()[0].Contacts).WrongAttempts);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_in_another_call_for_another_order_for_what_risks_more_and_after_five_minutes()
    {
        var shop = new VerifyingShop(policy: null, AnOrder(), AnOrder("20261112", placedAt: SampleOrder.Now - Duration.FromDays(1)));
        await shop.RequestCode(Operation.Reschedule);
        var code = shop.LatestCode;

        Assert.IsType<VerifyCallerOutcome.Expired>(await shop.KeyIn(code, Operation.Cancel));
        Assert.IsType<VerifyCallerOutcome.Expired>(await shop.KeyIn(code, Operation.Reschedule, contact: "call-2"));
        Assert.IsType<VerifyCallerOutcome.Expired>(await shop.KeyIn(code, Operation.Reschedule, orderId: "20261112"));
        shop.Clock.MoveOn(PendingCode.Life);
        Assert.IsType<VerifyCallerOutcome.Expired>(await shop.KeyIn(code, Operation.Reschedule));
    }

    [Fact]
    public async Task A_code_of_one_call_is_wrong_in_another_that_has_its_own()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode(contact: "call-1");
        var first = shop.LatestCode;
        await shop.RequestCode(contact: "call-2");

        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(first, contact: "call-2"));
        Assert.IsType<VerifyCallerOutcome.Verified>(await shop.KeyIn(first, contact: "call-1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8341")]
    [InlineData("１２３４５６")]
    public async Task What_is_no_code_is_a_wrong_one(string entered)
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();

        Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyIn(entered));
    }

    [Fact]
    public async Task The_end_of_the_number_proves_nothing_where_numbers_can_be_guessed_or_possession_is_asked_for_or_it_is_about_cancelling()
    {
        VerificationPolicy[] policies = [ByRisk with { OrderNumbersCannotBeGuessed = false }, ByRisk with { ToReschedule = Assurance.Possession }];
        foreach (var policy in policies)
        {
            Assert.IsType<VerifyCallerOutcome.Wrong>(await new VerifyingShop(policy).KeyInTheEnd());
        }

        Assert.IsType<VerifyCallerOutcome.Wrong>(await new VerifyingShop().KeyInTheEnd(operation: Operation.Cancel));
        Assert.IsType<VerifyCallerOutcome.Wrong>(await new VerifyingShop(ByRisk with { ToCancel = Assurance.Factor }).KeyInTheEnd(operation: Operation.Cancel));
    }

    [Fact]
    public async Task Three_wrong_ends_of_the_number_lock_it_for_the_order_and_the_owner_is_asked_for_a_code()
    {
        var shop = new VerifyingShop();
        for (var call = 1; call <= 3; call++)
        {
            Assert.IsType<VerifyCallerOutcome.Wrong>(await shop.KeyInTheEnd($"000{call}", contact: $"stranger-{call}"));
        }

        Assert.IsType<VerifyCallerOutcome.Expired>(await shop.KeyInTheEnd(contact: "owner"));
        Assert.Equal(WayToVerify.Code, Assert.IsType<RescheduleOutcome.VerificationNeeded>(await shop.Reschedule(contact: "owner")).Way);
        await shop.Prove(Operation.Reschedule, "owner");
        (await shop.Reschedule(contact: "owner")).Decided<RescheduleDecision.Rescheduled>();
    }

    [Fact]
    public async Task Who_is_locked_is_an_operators_whatever_is_wished()
    {
        var shop = new VerifyingShop();
        for (var guess = 1; guess <= 3; guess++)
        {
            await shop.KeyInTheEnd($"000{guess}");
        }

        Assert.Equal(WayToVerify.Operator, Assert.IsType<RescheduleOutcome.VerificationNeeded>(await shop.Reschedule()).Way);
        Assert.Equal(WayToVerify.Operator, Assert.IsType<CancelOutcome.VerificationNeeded>(await shop.Cancel()).Way);
    }

    [Fact]
    public async Task What_was_keyed_in_is_not_kept()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        var wrong = shop.WrongCode();
        await shop.KeyIn(wrong);
        await shop.KeyInTheEnd("7777");

        var kept = string.Join(' ', shop.Proofs.All()[0].Contacts.SelectMany(call => call.WrongAttempts));
        Assert.DoesNotContain(wrong, kept, StringComparison.Ordinal);
        Assert.Matches("^[0-9A-F]{24} [0-9A-F]{24}$", kept);
    }
}
