using System.Collections.Immutable;
using FluentValidation;
using OrderHotline.Domain;
using static OrderHotline.Contracts.SampleOrder;

namespace OrderHotline.Application.Tests;

/// <summary>Every rule of every validator, broken by a request that breaks no other and sent down the pipeline.</summary>
public sealed class InvalidRequestTests
{
    static readonly ContactId Call = Contact("call-1").Id;
    static readonly DueOrder Due = new(Customer, Id("1"));

    static readonly CancelOrder Cancelling = new(ShopLine.Customer, Id("1"), Call, Channel.Voice, Language.Japanese);
    static readonly RescheduleOrder Moving = new(
        ShopLine.Customer, Id("1"), Call, Channel.Voice, Language.Japanese, ShippingDate: "2026-12-04", SpokenDate: null);

    static readonly RequestCode Requesting = new(ShopLine.Customer, Id("1"), Operation.Cancel, Call, Language.Japanese);
    static readonly VerifyCaller Verifying = new(ShopLine.Customer, Id("1"), Operation.Cancel, Call, Code: "123456", LastFour: null);

    static readonly VouchForCaller Vouching = new(ShopLine.Customer, Id("1"), Call, Contact("call-2").Id);

    // Each with a word of the problem that it must be told, and of no other.
    static readonly Dictionary<object, string> Wrong = new()
    {
        [new LookUpOrder(null!, Call, Channel.Voice)] = "Caller.At",
        [new LookUpOrder(ShopLine.Customer, default, Channel.Voice)] = "ContactId",
        [new LookUpOrder(ShopLine.Customer, Call, (Channel)9)] = "Channel.Other",

        [Cancelling with { Caller = null! }] = "Caller.At",
        [Cancelling with { OrderId = default(OrderId) }] = "OrderId.TryParse",
        [Cancelling with { ContactId = default }] = "ContactId",
        [Cancelling with { Channel = (Channel)9 }] = "Channel.Other",
        [Cancelling with { Language = default }] = "Language.Japanese",

        [Moving with { Caller = null! }] = "Caller.At",
        [Moving with { OrderId = default(OrderId) }] = "OrderId.TryParse",
        [Moving with { ContactId = default }] = "ContactId",
        [Moving with { Channel = (Channel)9 }] = "Channel.Other",
        [Moving with { Language = default }] = "Language.Japanese",
        [Moving with { ShippingDate = null }] = "shippingDate",

        [Requesting with { Caller = null! }] = "Caller.At",
        [Requesting with { OrderId = default(OrderId) }] = "OrderId.TryParse",
        [Requesting with { FirstContact = default }] = "ContactId",
        [Requesting with { Language = default }] = "Language.Japanese",
        [Requesting with { Operation = (Operation)4 }] = "Operation",

        [Verifying with { Caller = null! }] = "Caller.At",
        [Verifying with { OrderId = default(OrderId) }] = "OrderId.TryParse",
        [Verifying with { FirstContact = default }] = "ContactId",
        [Verifying with { Operation = (Operation)(-1) }] = "Operation",
        [Verifying with { Code = null }] = "either code or lastFour",

        [Vouching with { Caller = null! }] = "Caller.At",
        [Vouching with { OrderId = default(OrderId) }] = "OrderId.TryParse",
        [Vouching with { FirstContact = default }] = "ContactId",
        [Vouching with { ContactWithTheOperator = default }] = "ContactId",

        [new ConsiderDate("x", null, default)] = "Language.Japanese",

        [new DeliverOutbox(null!, Delivery())] = "Order is missing",
        [new DeliverOutbox(Due, default)] = "random id",

        [new DeliverDueMessages(default, Limit: 1, default)] = "random id",
        [new DeliverDueMessages(Delivery(), Limit: 0, default)] = "Limit",
    };

    static readonly Dictionary<Type, IValidator> Validators = new()
    {
        [typeof(LookUpOrder)] = new LookUpOrderValidator(),
        [typeof(CancelOrder)] = new CancelOrderValidator(),
        [typeof(RescheduleOrder)] = new RescheduleOrderValidator(),
        [typeof(RequestCode)] = new RequestCodeValidator(),
        [typeof(VerifyCaller)] = new VerifyCallerValidator(),
        [typeof(VouchForCaller)] = new VouchForCallerValidator(),
        [typeof(ConsiderDate)] = new ConsiderDateValidator(),
        [typeof(DeliverOutbox)] = new DeliverOutboxValidator(),
        [typeof(DeliverDueMessages)] = new DeliverDueMessagesValidator(),
    };

    public static TheoryData<string> Sound => [.. Enum.GetNames<Channel>()];

    [Fact]
    public async Task What_is_wrong_is_told_by_the_pipeline_and_nothing_else_is()
    {
        using var shop = new ShopLine(Of(Customer, "1"));
        foreach (var (request, word) in Wrong)
        {
            var problem = Assert.Single(await Problems(shop, request));
            Assert.True(problem.Contains(word, StringComparison.Ordinal), $"{request.GetType().Name}: {problem}");
        }

        Assert.Equal(0, shop.Only.Version);
    }

    [Fact]
    public async Task A_code_and_the_end_of_the_number_at_once_are_neither()
    {
        using var shop = new ShopLine(Of(Customer, "1"));

        Assert.Contains("either code or lastFour", Assert.Single(await Problems(shop, Verifying with { LastFour = "" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_broken_by_a_request_of_its_own() => Assert.All(Validators, validator => Assert.Equal(
        validator.Value.CreateDescriptor().Rules.Count(), Wrong.Keys.Count(request => request.GetType() == validator.Key)));

    [Fact]
    public void Every_request_that_the_line_serves_has_its_validator_here() => Assert.Equal(
        typeof(OrderLine).Assembly.GetTypes()
            .Where(type => type.IsClass && type.GetInterfaces().Any(IsARequest))
            .OrderBy(type => type.Name),
        Validators.Keys.OrderBy(type => type.Name));

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var shop = new ShopLine();

        var problems = await Problems(shop, new RescheduleOrder(null!, default(OrderId), default, (Channel)9, default, null, null));

        Assert.Equal(new RescheduleOrderValidator().CreateDescriptor().Rules.Count(), problems.Length);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Whatever_the_channel_and_the_language_a_sound_request_is_decided_on(string channel)
    {
        foreach (var language in MessageWords.Standard.Offered)
        {
            using var shop = new ShopLine(Of(Customer, "1"));
            var request = Cancelling with { Channel = Enum.Parse<Channel>(channel), Language = language };

            Assert.IsType<CancelOutcome.Decided>(await shop.Calls.Send(request, TestContext.Current.CancellationToken));
        }
    }

    static bool IsARequest(Type type) => type.IsGenericType && new[]
    {
        typeof(ICallRequest<>), typeof(IDateRequest<>), typeof(IVerificationRequest<>), typeof(IOperatorRequest<>), typeof(IDeliveryRequest<>),
    }.Contains(type.GetGenericTypeDefinition());

    static async Task<ImmutableArray<string>> Problems(ShopLine shop, object request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return request switch
        {
            LookUpOrder asked => Assert.IsType<LookUpOutcome.InvalidRequest>(await shop.Calls.Send(asked, cancellation)).Problems,
            CancelOrder asked => Assert.IsType<CancelOutcome.InvalidRequest>(await shop.Calls.Send(asked, cancellation)).Problems,
            RescheduleOrder asked => Assert.IsType<RescheduleOutcome.InvalidRequest>(await shop.Calls.Send(asked, cancellation)).Problems,
            RequestCode asked => Assert.IsType<RequestCodeOutcome.InvalidRequest>(await shop.Verification.Send(asked, cancellation)).Problems,
            VerifyCaller asked => Assert.IsType<VerifyCallerOutcome.InvalidRequest>(await shop.Verification.Send(asked, cancellation)).Problems,
            VouchForCaller asked => Assert.IsType<VouchForCallerOutcome.InvalidRequest>(await shop.Operators.Send(asked, cancellation)).Problems,
            ConsiderDate asked => Assert.IsType<ConsiderDateOutcome.InvalidRequest>(
                await OrderLine.ForDates(Policy, shop.Clock).Send(asked, cancellation)).Problems,
            DeliverOutbox asked => Assert.IsType<DeliveryOutcome.InvalidRequest>(
                await shop.Deliveries.Send(asked, cancellation)).Problems,
            DeliverDueMessages asked => Assert.IsType<SweepOutcome.InvalidRequest>(
                await shop.Deliveries.Send(asked, cancellation)).Problems,
            _ => throw new NotSupportedException($"No line for {request.GetType().Name}."),
        };
    }
}
