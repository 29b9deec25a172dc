using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

public sealed class VouchingForACallerTests
{
    [Fact]
    public async Task Whom_an_operator_knows_may_cancel_and_the_history_says_by_whose_word()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers();

        Assert.Equal(new VouchForCallerOutcome.Verified("operator-7"), await shop.Vouch());
        Assert.IsType<CancelOutcome.Decided>(await shop.Cancel());

        Assert.Equal(Assurance.Operator, Assert.Single(shop.Only.History).Assurance);
    }

    [Fact]
    public async Task The_word_counts_in_the_contact_that_the_call_goes_on_in()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers("call-1-transferred", first: "call-1");

        await shop.Vouch(with: "call-1-transferred");

        Assert.IsType<CancelOutcome.Decided>(await shop.Cancel("call-1-back", first: "call-1"));
    }

    [Fact]
    public async Task The_word_counts_for_a_caller_who_is_locked()
    {
        var shop = new VerifyingShop();
        await shop.RequestCode();
        for (var number = 1; number <= 3; number++)
        {
            await shop.KeyIn(shop.WrongCode(number));
        }

        Assert.Equal(WayToVerify.Operator, Assert.IsType<CancelOutcome.VerificationNeeded>(await shop.Cancel()).Way);
        shop.OperatorAnswers();
        await shop.Vouch();

        Assert.IsType<CancelOutcome.Decided>(await shop.Cancel());
    }

    [Fact]
    public async Task Without_an_operator_in_the_call_nobodys_word_is_taken()
    {
        var shop = new VerifyingShop();

        Assert.IsType<VouchForCallerOutcome.NoOperatorConnected>(await shop.Vouch());

        shop.OperatorAnswers();
        shop.OperatorLeaves();
        Assert.IsType<VouchForCallerOutcome.NoOperatorConnected>(await shop.Vouch());
        Assert.Empty(shop.Proofs.All());
        Assert.IsType<CancelOutcome.VerificationNeeded>(await shop.Cancel());
    }

    [Fact]
    public async Task The_operator_of_another_call_vouches_for_nobody_in_this_one()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers("call-2", first: "call-2");

        Assert.IsType<VouchForCallerOutcome.NoOperatorConnected>(await shop.Vouch(with: "call-2", first: "call-1"));

        Assert.Empty(shop.Proofs.All());
    }

    [Fact]
    public async Task The_same_word_again_is_stored_once()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers();
        await shop.Vouch();

        Assert.IsType<VouchForCallerOutcome.Verified>(await shop.Vouch());

        Assert.Equal(1, Assert.Single(shop.Proofs.All()).Version);
    }

    [Fact]
    public async Task A_word_that_others_overtake_is_stored_after_theirs()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers();
        shop.Ports.BeforeTheNextProof = () => shop.RequestCode(contact: "call-2");

        Assert.IsType<VouchForCallerOutcome.Verified>(await shop.Vouch());

        Assert.Equal(2, Assert.Single(shop.Proofs.All()).Contacts.Length);
    }

    [Fact]
    public async Task There_is_nothing_to_vouch_for_without_an_order_or_a_number()
    {
        var shop = new VerifyingShop();
        shop.OperatorAnswers();

        Assert.IsType<VouchForCallerOutcome.NoOrder>(await shop.Vouch(number: SampleOrder.SomebodyElse));
        Assert.IsType<VouchForCallerOutcome.NoOrder>(await shop.Vouch(orderId: "20260000"));
        Assert.Empty(shop.Proofs.All());
    }
}
