using NodaTime;
using static OrderHotline.Domain.Tests.Proofs;
using static OrderHotline.Domain.Tests.Samples;

namespace OrderHotline.Domain.Tests;

public sealed class AskingForACodeTests
{
    static readonly Duration AfterTheRetries = PendingCode.RetryWindow;

    static CodeRequestDecision Ask(
        OrderVerification tried, string contact = "call-1", Operation operation = Operation.Cancel, Instant? at = null, bool isAllowed = true) =>
        tried.RequestCode(Call(contact), operation, isAllowed, "n2", "k2", at ?? Now);

    static CodeSending SendingOf(CodeRequestDecision decision) => Assert.IsType<CodeRequestDecision.NewCode>(decision).Code.Sending;

    [Fact]
    public void A_new_code_is_owed_and_stored_before_it_is_sent()
    {
        var asked = Assert.IsType<CodeRequestDecision.NewCode>(Ask(Nothing));

        Assert.Equal(new PendingCode(Call(), Operation.Cancel, "n2", "k2", Now, CodeSending.Owed), asked.Code);
        Assert.Equal(asked.Code, Assert.Single(asked.After.Contacts).Pending);
        Assert.Equal((Subject, 1, Now), (asked.After.Subject, asked.After.Version, Assert.Single(asked.After.CodesSent)));
    }

    [Fact]
    public void Where_no_code_may_be_sent_a_decoy_is_stored_and_none_is_counted_as_sent()
    {
        var asked = Assert.IsType<CodeRequestDecision.NewCode>(Ask(Nothing, isAllowed: false));

        Assert.Equal(CodeSending.Decoy, asked.Code.Sending);
        Assert.Empty(asked.After.CodesSent);
    }

    [Fact]
    public void The_same_request_within_half_a_minute_is_a_retry_and_brings_the_same_code()
    {
        var tried = Nothing.AfterACode();

        Assert.Equal(tried.Contacts[0].Pending, Assert.IsType<CodeRequestDecision.TheSameCode>(Ask(tried, at: Now + AfterTheRetries - Duration.Epsilon)).Code);
        Assert.IsType<CodeRequestDecision.TheSameCode>(Ask(tried, at: Now - AfterTheRetries)); // by another function's clock
        Assert.IsType<CodeRequestDecision.NewCode>(Ask(tried, at: Now + AfterTheRetries));
    }

    [Fact]
    public void The_same_request_for_something_else_or_in_another_call_is_no_retry()
    {
        var tried = Nothing.AfterACode();

        Assert.IsType<CodeRequestDecision.NewCode>(Ask(tried, operation: Operation.Reschedule));
        Assert.IsType<CodeRequestDecision.NewCode>(Ask(tried, contact: "call-2"));
    }

    [Fact]
    public void A_new_code_takes_the_place_of_the_one_before()
    {
        var tried = Nothing.AfterACode().AfterACode(at: Now + AfterTheRetries, nonce: "n2");

        Assert.Equal("n2", Assert.Single(tried.Contacts).Pending?.Nonce);
    }

    [Fact]
    public void Three_codes_are_sent_for_an_order_within_a_day_whichever_call_asks()
    {
        var tried = Nothing.AfterACode("call-1").AfterACode("call-2").AfterACode("call-3");
        var tomorrow = Now + OrderVerification.Window;

        Assert.Equal(CodeSending.Decoy, SendingOf(Ask(tried, contact: "call-4")));
        Assert.Equal(CodeSending.Decoy, SendingOf(Ask(tried, contact: "call-4", at: tomorrow - Duration.Epsilon)));
        Assert.Equal(CodeSending.Owed, SendingOf(Ask(tried, contact: "call-4", at: tomorrow)));
    }

    [Fact]
    public void Decoys_use_up_no_codes()
    {
        var tried = Nothing;
        for (var call = 1; call <= 10; call++)
        {
            tried = tried.AfterACode($"call-{call}", isAllowed: false);
        }

        Assert.Equal(CodeSending.Owed, SendingOf(Ask(tried, contact: "owner")));
    }

    [Fact]
    public void Who_has_failed_too_often_gets_no_code_and_others_do()
    {
        var tried = Nothing.AfterACode().AfterWrongCodes(3);

        Assert.IsType<CodeRequestDecision.Locked>(Ask(tried, at: Now + AfterTheRetries));
        Assert.Equal(CodeSending.Owed, SendingOf(Ask(tried, contact: "owner")));
    }

    [Fact]
    public void A_code_that_the_service_took_is_noted_as_sent()
    {
        var tried = Nothing.AfterACode();
        var noted = tried.NoteSending(tried.Contacts[0].Pending!, isTaken: true, Now);

        Assert.Equal((CodeSending.Sent, 2), (noted?.Contacts[0].Pending?.Sending, noted?.Version));
        Assert.Single(noted!.CodesSent);
    }

    [Fact]
    public void A_code_that_the_service_will_not_carry_is_worth_nothing()
    {
        var tried = Nothing.AfterACode();
        var noted = tried.NoteSending(tried.Contacts[0].Pending!, isTaken: false, Now);

        Assert.Equal(CodeSending.Decoy, noted?.Contacts[0].Pending?.Sending);
        Assert.IsType<VerificationDecision.Wrong>(noted!.TryRightCode());
    }

    [Fact]
    public void Nothing_is_noted_of_a_code_that_another_has_replaced_or_that_is_used()
    {
        var tried = Nothing.AfterACode();
        var code = tried.Contacts[0].Pending!;
        var replaced = tried.AfterACode(at: Now + AfterTheRetries, nonce: "n2");
        var used = tried.TryRightCode().Verified();

        Assert.All([replaced, used, Nothing], later =>
        {
            Assert.Null(later.NoteSending(code, isTaken: true, Now));
            Assert.Null(later.NoteSending(code, isTaken: false, Now));
        });
    }

    [Fact]
    public void Twenty_calls_that_only_try_do_not_make_an_owners_code_worthless()
    {
        var tried = Nothing.AfterACode("owner");
        for (var call = 1; call <= 3 * OrderVerification.MostContacts; call++)
        {
            tried = tried.AfterACode($"call-{call}", at: Now + Duration.FromSeconds(call), isAllowed: false);
        }

        Assert.Equal(OrderVerification.MostContacts, tried.Contacts.Length);
        Assert.IsType<VerificationDecision.Verified>(tried.TryRightCode("owner", at: Now + Duration.FromMinutes(2)));
    }

    [Fact]
    public void An_order_for_which_nothing_was_tried_has_expired() =>
        Assert.Equal(default(Instant) + OrderVerification.Window, Nothing.ExpiresAt);

    [Fact]
    public void What_was_tried_expires_a_day_after_the_last_of_it()
    {
        Assert.Equal(Now + OrderVerification.Window, Nothing.AfterACode().ExpiresAt);

        var later = Now + Duration.FromHours(2);
        Assert.Equal(later + OrderVerification.Window, Nothing.AfterACode().AfterWrongFactors(1, "call-2", at: later).ExpiresAt);
    }
}
