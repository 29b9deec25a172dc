using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Verifying a caller as a contact flow does it.</summary>
public sealed class VerificationCallTests
{
    readonly InMemoryOrders orders = Line.Store(SampleOrder.Of(SampleOrder.Customer, "20268341"));
    readonly InMemoryVerifications proofs = new();
    readonly RecordedMessages messages = new();
    readonly List<CallRecord> log = [];
    readonly ContactFlowHandler calls;
    readonly ContactFlowHandler verification;
    readonly ContactFlowHandler vouching;
    readonly InMemoryOperators operators = new();

    public VerificationCallTests()
    {
        var policy = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = true };
        var clock = new FakeClock(SampleOrder.Now);
        var settings = new VerificationSettings(policy, new CodeKeys(new CodeKey("k1", new byte[CodeKey.ShortestSecret])), "Tokei Kobo", () => "n");
        calls = new(OrderLine.ForCalls(orders, proofs, policy, SampleOrder.Policy, clock), LinePhrases.Standard, TrustedChannels.None, log.Add);
        verification = new(
            OrderLine.ForVerification(orders, proofs, messages, settings, SampleOrder.Policy, MessageWords.Standard, clock), LinePhrases.Standard,
            TrustedChannels.None, log.Add);
        vouching = new(OrderLine.ForOperators(orders, proofs, operators, clock), LinePhrases.Standard, TrustedChannels.None, log.Add);
    }

    static FlowEvent Call { get; } = new() { LanguageCode = "en-US" };

    string Code => messages.Sent[^1].Body.Split(' ').First(word => word.Length == OneTimeCode.Length && word.All(char.IsAsciiDigit));

    [Fact]
    public async Task A_caller_cancels_with_a_code()
    {
        var refused = await Answer(ConnectFunction.CancelOrder, Call);
        Assert.Equal((Outcome.VerificationNeeded, "Code"), (refused.Outcome, refused.Value("verification")));

        Assert.Equal(Outcome.CodeRequested, (await Answer(ConnectFunction.RequestCode, Call.With("operation", "CancelOrder"))).Outcome);
        Assert.Equal(Outcome.Verified, (await Answer(ConnectFunction.VerifyCaller, Call.With("operation", "CancelOrder").With("code", Code))).Outcome);
        Assert.Equal(Outcome.Cancelled, (await Answer(ConnectFunction.CancelOrder, Call)).Outcome);
    }

    [Fact]
    public async Task A_caller_moves_the_date_with_the_end_of_the_orders_number()
    {
        var moving = Call.With("shippingDate", "2026-12-04");
        var refused = await Answer(ConnectFunction.ChangeOrderDate, moving);
        Assert.Equal((Outcome.VerificationNeeded, "LastFour"), (refused.Outcome, refused.Value("verification")));

        Assert.Equal(
            Outcome.Verified, (await Answer(ConnectFunction.VerifyCaller, Call.With("operation", "ChangeOrderDate").With("lastFour", "8341"))).Outcome);
        Assert.Equal(Outcome.Rescheduled, (await Answer(ConnectFunction.ChangeOrderDate, moving)).Outcome);
    }

    [Fact]
    public async Task A_proof_goes_with_the_call_when_it_is_transferred()
    {
        await Prove(Call);

        var transferred = Call with { ContactId = "call-2", InitialContactId = "call-1" };
        Assert.Equal(Outcome.Cancelled, (await Answer(ConnectFunction.CancelOrder, transferred)).Outcome);
        Assert.Equal("call-2", Assert.Single(Assert.Single(orders.All()).History).Contact.ToString());
    }

    [Fact]
    public async Task What_a_flow_says_of_proofs_is_not_believed()
    {
        await Prove(Call with { ContactId = "owner-1" });
        var lies = new FlowEvent { LanguageCode = "en-US", ContactId = "call-2" }
            .With("verified", "True").With("assurance", "Possession").With("InitialContactId", "owner-1").With("FirstContact", "owner-1");
        lies = lies with { Attributes = lies.Parameters };

        Assert.Equal(Outcome.VerificationNeeded, (await Answer(ConnectFunction.CancelOrder, lies)).Outcome);
    }

    [Theory]
    [InlineData("nothing is read")]
    [InlineData("InitialContactId")]
    public async Task Without_a_first_contact_that_can_be_read_the_contact_is_the_first(string what)
    {
        var call = Call with { InitialContactId = what == "InitialContactId" ? "no contact id" : "" };
        await Prove(call);

        Assert.Equal("call-1", Assert.Single(Assert.Single(proofs.All()).Contacts).Contact.ToString());
        Assert.Equal(Outcome.Cancelled, (await Answer(ConnectFunction.CancelOrder, call)).Outcome);
    }

    [Theory]
    [InlineData(ConnectFunction.RequestCode, null, null, null, "operation must be the function that the caller is to be let through to: OrderTableRead, ChangeOrderDate, CancelOrder.")]
    [InlineData(ConnectFunction.RequestCode, "Cancel", null, null, "operation must be the function that the caller is to be let through to: OrderTableRead, ChangeOrderDate, CancelOrder.")]
    [InlineData(ConnectFunction.VerifyCaller, "RequestCode", "123456", null, "operation must be the function that the caller is to be let through to: OrderTableRead, ChangeOrderDate, CancelOrder.")]
    [InlineData(ConnectFunction.VerifyCaller, "CancelOrder", null, null, "Pass either code or lastFour: the one that the caller was asked for, empty if nothing was keyed in.")]
    [InlineData(ConnectFunction.VerifyCaller, "CancelOrder", "123456", "8341", "Pass either code or lastFour: the one that the caller was asked for, empty if nothing was keyed in.")]
    public async Task A_flow_that_asks_for_what_makes_no_sense_is_told_so_in_the_log(
        ConnectFunction function, string? operation, string? code, string? lastFour, string problem)
    {
        var asked = Call.With("operation", operation).With("code", code).With("lastFour", lastFour);

        Assert.Equal(Outcome.InvalidRequest, (await Answer(function, asked)).Outcome);
        Assert.Equal([problem], log[^1].Problems);
        Assert.Empty(proofs.All());
    }

    [Theory]
    [InlineData("OrderTableRead", "to hear about order")]
    [InlineData("ChangeOrderDate", "to move the shipping date")]
    [InlineData("CancelOrder", "to CANCEL order")]
    public async Task The_message_says_what_its_code_is_for(string operation, string said)
    {
        await Answer(ConnectFunction.RequestCode, Call.With("operation", operation));

        Assert.Contains(said, Assert.Single(messages.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_who_has_the_caller_in_the_contact_before_vouches_for_them_and_the_log_says_who()
    {
        var transfer = Call with { ContactId = "call-1-back", InitialContactId = "call-1", PreviousContactId = "call-1-with-operator" };
        operators.Connect(Id("call-1-with-operator"), "operator-7", Id("call-1"));

        var vouched = await Answer(ConnectFunction.VouchForCaller, transfer);

        Assert.Equal((Outcome.Verified, "Success"), (vouched.Outcome, vouched.Value("lambdaResult")));
        Assert.EndsWith("\"outcome\":\"Verified\",\"operator\":\"operator-7\"}", log[^1].ToLogLine().ToString(), StringComparison.Ordinal);
        Assert.Equal(Outcome.Cancelled, (await Answer(ConnectFunction.CancelOrder, transfer)).Outcome);

        static ContactId Id(string contact) => SampleOrder.Contact(contact).Id;
    }

    [Fact]
    public async Task A_flow_that_no_operator_stands_behind_vouches_for_nobody()
    {
        var vouched = await Answer(ConnectFunction.VouchForCaller, Call with { PreviousContactId = "another-call" });

        Assert.Equal((Outcome.NoOperatorConnected, "Error"), (vouched.Outcome, vouched.Value("lambdaResult")));
        Assert.DoesNotContain("operator", log[^1].ToLogLine().ToString()[..^1].Replace("NoOperatorConnected", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Outcome.VerificationNeeded, (await Answer(ConnectFunction.CancelOrder, Call)).Outcome);
    }

    [Fact]
    public async Task What_is_keyed_in_and_what_is_sent_stands_in_no_log()
    {
        await Prove(Call);
        await Answer(ConnectFunction.VerifyCaller, Call.With("operation", "CancelOrder").With("code", "no number at all"));

        Assert.All(log, record => Assert.DoesNotContain(Code, record.ToLogLine().ToString(), StringComparison.Ordinal));
        Assert.All(log, record => Assert.DoesNotContain("no number at all", record.ToLogLine().ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_has_no_keys_verifies_nobody_and_one_that_has_them_changes_nothing()
    {
        Assert.Equal(Outcome.Unavailable, (await calls.Answer(
            ConnectFunction.RequestCode, Call.With("operation", "CancelOrder").ToJson(), TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(Outcome.Unavailable, (await verification.Answer(ConnectFunction.CancelOrder, Call.ToJson(), TestContext.Current.CancellationToken)).Outcome);
        Assert.Empty(messages.Sent);
    }

    async Task Prove(FlowEvent call)
    {
        await Answer(ConnectFunction.RequestCode, call.With("operation", "CancelOrder"));
        Assert.Equal(Outcome.Verified, (await Answer(ConnectFunction.VerifyCaller, call.With("operation", "CancelOrder").With("code", Code))).Outcome);
    }

    Task<Reply> Answer(ConnectFunction function, FlowEvent flowEvent) => (function switch
    {
        ConnectFunction.RequestCode or ConnectFunction.VerifyCaller => verification,
        ConnectFunction.VouchForCaller => vouching,
        _ => calls,
    }).Answer(function, flowEvent.ToJson(), TestContext.Current.CancellationToken);
}
