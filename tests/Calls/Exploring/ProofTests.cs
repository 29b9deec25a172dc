using NodaTime;
using OrderHotline.Application;
using OrderHotline.CallSimulator;
using OrderHotline.CallSimulator.Exploration;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.CallSimulator.Scenarios;
using OrderHotline.Domain;
using static OrderHotline.Calls.Tests.Exploring.PlantedLine;

namespace OrderHotline.Calls.Tests.Exploring;

/// <summary>A shop that asks for proof: what is true of every call to it, and the shortest call to one that asks for less.</summary>
public sealed class ProofTests
{
    const string CanBeGuessed = "a number that can be guessed";
    const string Move = "says \"December 1st\"";
    const string Yes = "says \"yes\"";

    [Fact]
    public async Task Whoever_calls_a_shop_that_asks_for_proof_every_property_holds()
    {
        var settings = new ExplorationSettings { Worlds = [.. StartWorlds.AskingForProof(Asking(Deployed), new(2026, 11, 25))], Depth = 6 };

        var result = await CallExplorer.Explore(Asking(Deployed), settings, progress: null, TestContext.Current.CancellationToken);

        Assert.All(result.Verdicts, verdict => Assert.IsType<PropertyVerdict.Holds>(verdict));
        TestContext.Current.SendDiagnosticMessage($"{result.States} states, {result.Transitions} steps");
    }

    [Fact]
    public async Task Functions_that_move_an_order_without_a_proof_are_found()
    {
        var broken = await Breaks<NothingIsToldOrDoneWithoutItsProof>(
            Asking(Deployed), WithoutProof(In(CanBeGuessed, depth: 3)), "presses 2", Move, Yes);

        Assert.Equal(
            "Order 100 changed: Reschedule needs Factor, its history says Number, and the caller has shown Number.", broken.Why);
    }

    [Fact]
    public async Task Functions_that_tell_a_number_from_abroad_are_found()
    {
        var broken = await Breaks<NothingIsToldOrDoneWithoutItsProof>(Asking(Deployed), WithoutProof(In("from abroad", depth: 2)), "presses 2");

        Assert.Contains("is heard by a caller who has shown Number.", broken.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_is_passed_over_in_words_is_found() => Assert.Equal(
        "The call is locked, and no words say so.",
        await WhyBroken<EveryLockEndsWithAnOperator>(With("Verification", flow => flow.Action("locked").Leads("to-operator")), CanBeGuessed));

    [Fact]
    public async Task A_lock_that_leads_back_to_the_code_is_found() => Assert.Equal(
        "The call is locked, and no operator is asked for.",
        await WhyBroken<EveryLockEndsWithAnOperator>(With("Verification", flow => flow.Action("say-failure").Leads("ask-again")), CanBeGuessed));

    [Fact]
    public async Task A_code_in_a_log_line_is_found()
    {
        var settings = In(CanBeGuessed, depth: 3) with
        {
            Functions = (ports, shop, log) =>
                new LineFunctions(ports with { Codes = new TalkativeSender(ports.Codes, log) }, shop, log).Invoke,
        };

        var broken = await Breaks<NoCodeIsHeardLoggedOrKept>(Asking(Deployed), settings, "presses 2", Move, Yes);

        Assert.Equal("A code is logged.", broken.Why);
    }

    [Fact]
    public async Task A_code_that_a_flow_keeps_is_found()
    {
        var line = With("Verification", flow => flow.Action("verified")["Parameters"]!["Attributes"]!["proof"] = "$.StoredCustomerInput");

        Assert.Equal("A code is kept in an attribute of the contact.", await WhyBroken<NoCodeIsHeardLoggedOrKept>(line, CanBeGuessed));
    }

    [Fact]
    public async Task A_wish_from_before_the_operator_that_is_carried_out_unasked_is_found()
    {
        var line = With("VerifiedByOperator", flow => flow.Action("begin-anew")["Parameters"]!["Attributes"]!["verifiedFor"] = "$.Attributes.verifyFor");

        Assert.StartsWith("Order 100 changed, and the caller said no yes", await WhyBroken<NothingIsWrittenWithoutAYes>(line, CanBeGuessed), StringComparison.Ordinal);
    }

    static ExplorationSettings In(string world, int depth) => new()
    {
        Worlds = [StartWorlds.AskingForProof(Asking(Deployed), new LocalDate(2026, 11, 25)).Single(one => one.Name == world)],
        Depth = depth,
    };

    static ExplorationSettings WithoutProof(ExplorationSettings settings) => settings with
    {
        Functions = (ports, shop, log) => new LineFunctions(ports, shop with { Verification = VerificationPolicy.None }, log).Invoke,
    };

    static Deployment Asking(Deployment line) =>
        line with { Shop = ShopChange.Applied(line.Shop, [new ShopChange.AsksForProof(OrderNumbersCannotBeGuessed: true)]) };

    static async Task<string> WhyBroken<TProperty>(Deployment line, string world)
        where TProperty : CallProperty =>
        Assert.IsType<PropertyVerdict.Broken>(await Judge<TProperty>(Asking(line), In(world, depth: 6))).Why;

    /// <summary>Carries messages, and tells the log what they say.</summary>
    sealed class TalkativeSender(IMessageSender sender, Action<string> log) : IMessageSender
    {
        public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
        {
            log(body);
            return sender.Send(to, body, cancellation);
        }
    }
}
