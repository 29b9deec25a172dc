using NodaTime;
using static OrderHotline.Domain.Tests.Proofs;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class BeingVerifiedTests
{
    static VerificationDecision TryFactor(
        OrderVerification tried, bool isRight = true, string contact = "call-1", Operation operation = Operation.Reschedule, string entered = "entered",
        Instant? at = null) => tried.TryFactor(Call(contact), operation, isRight, [entered], at ?? Now);

    static VerificationDecision TryWrongCode(OrderVerification tried, string entered, string contact = "call-1") =>
        tried.TryCode(Call(contact), Operation.Cancel, _ => false, [entered], Now);

    [Fact]
    public void The_right_code_is_possession_for_what_it_was_asked_for_and_for_what_risks_less()
    {
        var verified = Nothing.AfterACode(operation: Operation.Reschedule).TryRightCode(operation: Operation.Reschedule).Verified();

        Assert.Equal(Assurance.Possession, verified.ReachedBy(Call(), Operation.Reschedule, Now));
        Assert.Equal(Assurance.Possession, verified.ReachedBy(Call(), Operation.Tell, Now));
        Assert.Equal(Assurance.None, verified.ReachedBy(Call(), Operation.Cancel, Now));
        Assert.Equal(Assurance.None, verified.ReachedBy(Call("call-2"), Operation.Tell, Now));
    }

    [Fact]
    public void An_operators_word_counts_for_everything_in_that_call_for_an_hour()
    {
        var vouched = Assert.IsType<VerificationDecision.Verified>(Nothing.Vouch(Call(), Now)).After;

        Assert.Equal(Assurance.Operator, vouched.ReachedBy(Call(), Operation.Cancel, Now));
        Assert.Equal(Assurance.None, vouched.ReachedBy(Call("call-2"), Operation.Tell, Now));
        Assert.Equal(Assurance.None, vouched.ReachedBy(Call(), Operation.Tell, Now + ReachedAssurance.Life));
    }

    [Fact]
    public void An_operators_word_again_changes_nothing()
    {
        var vouched = Assert.IsType<VerificationDecision.Verified>(Nothing.Vouch(Call(), Now)).After;

        Assert.IsType<VerificationDecision.VerifiedBefore>(vouched.Vouch(Call(), Now));
    }

    [Fact]
    public void An_operators_word_counts_for_a_call_that_is_locked_and_is_more_than_a_code()
    {
        var locked = Nothing.AfterACode().AfterWrongCodes(3);
        var proved = Nothing.AfterACode().TryRightCode().Verified();

        Assert.Equal(Assurance.Operator, locked.Vouch(Call(), Now).Verified().ReachedBy(Call(), Operation.Cancel, Now));
        Assert.Equal(Assurance.Operator, proved.Vouch(Call(), Now).Verified().ReachedBy(Call(), Operation.Cancel, Now));
    }

    [Fact]
    public void A_code_that_nobody_knows_to_have_been_sent_counts_all_the_same() => // it may have been
        Assert.IsType<VerificationDecision.Verified>(Nothing.AfterACode().TryRightCode());

    [Fact]
    public void A_code_is_worth_nothing_for_what_risks_more_and_trying_it_costs_nothing() => Assert.IsType<VerificationDecision.Expired>(
        Nothing.AfterACode(operation: Operation.Reschedule).TryRightCode(operation: Operation.Cancel));

    [Fact]
    public void A_code_is_worth_nothing_in_another_call() =>
        Assert.IsType<VerificationDecision.Expired>(Nothing.AfterACode("call-1").TryRightCode("call-2"));

    [Fact]
    public void A_code_lives_for_five_minutes()
    {
        var tried = Nothing.AfterACode();

        Assert.IsType<VerificationDecision.Verified>(tried.TryRightCode(at: Now + Duration.FromMinutes(5) - Duration.Epsilon));
        Assert.IsType<VerificationDecision.Expired>(tried.TryRightCode(at: Now + Duration.FromMinutes(5)));
    }

    [Fact]
    public void A_clock_that_is_a_little_behind_does_not_hurt_and_one_far_behind_brings_no_code_back()
    {
        var tried = Nothing.AfterACode();

        Assert.IsType<VerificationDecision.Verified>(tried.TryRightCode(at: Now - PendingCode.RetryWindow));
        Assert.IsType<VerificationDecision.Expired>(tried.TryRightCode(at: Now - PendingCode.RetryWindow - Duration.Epsilon));
    }

    [Fact]
    public void A_decoy_is_compared_which_takes_as_long_as_a_code_and_is_never_right()
    {
        var tried = Nothing.AfterACode(isAllowed: false);
        var compared = 0;

        Assert.IsType<VerificationDecision.Wrong>(tried.TryCode(Call(), Operation.Cancel, _ => ++compared > 0, ["123456"], Now));

        Assert.Equal(1, compared);
    }

    [Fact]
    public void A_code_is_used_up_by_being_right()
    {
        var verified = Nothing.AfterACode().TryRightCode().Verified();

        Assert.Null(Assert.Single(verified.Contacts).Pending);
        Assert.IsType<VerificationDecision.Expired>(verified.TryRightCode(at: Now + ReachedAssurance.Life));
    }

    [Fact]
    public void Who_is_verified_stays_so_for_an_hour_whatever_is_keyed_in()
    {
        var verified = Nothing.AfterACode().TryRightCode().Verified();
        var later = Now + ReachedAssurance.Life - Duration.Epsilon;

        Assert.IsType<VerificationDecision.VerifiedBefore>(verified.TryCode(Call(), Operation.Cancel, _ => false, ["wrong"], later));
        Assert.IsType<VerificationDecision.VerifiedBefore>(TryFactor(verified, isRight: false, at: later));
        Assert.Equal(Assurance.None, verified.ReachedBy(Call(), Operation.Cancel, Now + ReachedAssurance.Life));
        Assert.Equal(Assurance.None, verified.ReachedBy(Call(), Operation.Cancel, Now - PendingCode.RetryWindow - Duration.Epsilon));
    }

    [Fact]
    public void The_end_of_the_number_is_a_factor_and_no_possession()
    {
        var verified = TryFactor(Nothing).Verified();

        Assert.Equal(Assurance.Factor, verified.ReachedBy(Call(), Operation.Reschedule, Now));
        Assert.IsType<VerificationDecision.Expired>(verified.TryRightCode());
    }

    [Fact]
    public void Three_wrong_answers_lock_the_call_and_take_its_code()
    {
        var tried = Nothing.AfterACode().AfterWrongCodes(2);
        Assert.False(tried.IsLockedFor(Call(), Now));

        var third = Assert.IsType<VerificationDecision.Locked>(TryWrongCode(tried, "wrong-3"));
        Assert.NotNull(third.After);
        Assert.True(third.After.IsLockedFor(Call(), Now));
        Assert.Null(third.After.Contacts[0].Pending);
        Assert.Null(Assert.IsType<VerificationDecision.Locked>(third.After.TryRightCode()).After);
        Assert.Null(Assert.IsType<VerificationDecision.Locked>(TryFactor(third.After)).After);
    }

    [Fact]
    public void Wrong_codes_and_wrong_ends_of_the_number_lock_a_call_together()
    {
        var tried = Nothing.AfterACode().AfterWrongCodes(1).AfterWrongFactors(1, at: Now);

        Assert.IsType<VerificationDecision.Locked>(TryWrongCode(tried, "another"));
    }

    [Fact]
    public void The_same_wrong_answer_again_is_a_retry_and_counted_once()
    {
        var tried = Nothing.AfterACode().AfterWrongCodes(1);

        for (var retry = 0; retry < 10; retry++)
        {
            Assert.Null(Assert.IsType<VerificationDecision.Wrong>(TryWrongCode(tried, "wrong-1")).After);
        }
    }

    [Fact]
    public void A_new_code_brings_no_new_attempts()
    {
        var tried = Nothing.AfterACode().AfterWrongCodes(2).AfterACode(at: Now + PendingCode.RetryWindow, nonce: "n2");

        Assert.IsType<VerificationDecision.Locked>(TryWrongCode(tried, "wrong-3"));
    }

    [Fact]
    public void A_lock_is_over_a_day_after_the_last_attempt()
    {
        var locked = Nothing.AfterACode().AfterWrongCodes(3);

        Assert.True(locked.IsLockedFor(Call(), Now + OrderVerification.Window - Duration.Epsilon));
        Assert.False(locked.IsLockedFor(Call(), Now + OrderVerification.Window));
    }

    [Fact]
    public void Three_wrong_ends_of_the_number_lock_that_factor_for_every_call_and_no_code()
    {
        var tried = Nothing.AfterWrongFactors(1, "call-1").AfterWrongFactors(1, "call-2");
        Assert.False(tried.FactorIsLocked(Now));

        tried = tried.AfterWrongFactors(1, "call-3");
        Assert.True(tried.FactorIsLocked(Now));
        Assert.IsType<VerificationDecision.Expired>(TryFactor(tried, contact: "owner"));
        Assert.IsType<VerificationDecision.Verified>(tried.AfterACode("owner").TryRightCode("owner"));
        Assert.IsType<VerificationDecision.Verified>(TryFactor(tried, contact: "owner", at: Now + OrderVerification.Window));
    }

    [Fact]
    public void Without_a_code_there_is_nothing_to_be_wrong_about() => Assert.IsType<VerificationDecision.Expired>(Nothing.TryRightCode());

    [Fact]
    public void What_counts_no_more_is_forgotten_with_the_next_attempt()
    {
        var tried = Nothing.AfterACode("call-1").AfterWrongFactors(2, "call-2");
        var later = tried.AfterACode("call-3", at: Now + OrderVerification.Window);

        Assert.Equal(Call("call-3"), Assert.Single(later.Contacts).Contact);
        Assert.Single(later.CodesSent);
        Assert.Empty(later.WrongFactors);
    }

    [Fact]
    public void Calls_that_are_verified_are_forgotten_after_those_that_only_tried()
    {
        var tried = TryFactor(Nothing, contact: "owner").Verified();
        for (var call = 1; call <= OrderVerification.MostContacts; call++)
        {
            tried = tried.AfterACode($"call-{call}", at: Now + Duration.FromSeconds(call), isAllowed: false);
        }

        Assert.Equal(OrderVerification.MostContacts, tried.Contacts.Length);
        Assert.Equal(Assurance.Factor, tried.ReachedBy(Call("owner"), Operation.Reschedule, Now));
    }
}
