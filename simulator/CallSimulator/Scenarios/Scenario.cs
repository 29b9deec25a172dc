using System.Collections.Immutable;
using NodaTime;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>A whole call as it should go: how things stand when it rings, what is heard and done in turn, and what has come of it.
/// Written as text by <see cref="ScenarioText"/>, played by <see cref="ScenarioRunner"/>.</summary>
/// <param name="Name">What it is called, mostly its file's name.</param>
/// <param name="Start">How things stand when it rings.</param>
/// <param name="Steps">What is heard and done, in turn.</param>
/// <param name="End">What has come of it.</param>
public sealed record Scenario(
    string Name, ScenarioStart Start, ImmutableArray<ScenarioStep> Steps, ImmutableArray<Expectation> End)
{
    /// <summary>What the call shows, a line each, for readers.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>How much of the call has to be written down.</summary>
    public MatchMode MatchMode { get; init; } = MatchMode.Strict;
}

/// <summary>How much of a call has to be written down.</summary>
public enum MatchMode
{
    /// <summary>Everything: a prompt that no line names, or an end that no line tells, makes the call differ.</summary>
    Strict,

    /// <summary>What is written has to be so, in this order; what is not written may be as it likes.</summary>
    Loose,
}

/// <summary>How things stand when a call comes in.</summary>
/// <param name="Caller">The number that calls; null when it is withheld.</param>
/// <param name="At">When it rings.</param>
public sealed record ScenarioStart(PhoneNumber? Caller, Instant At)
{
    /// <summary>The flow that a number leads to unless another is named.</summary>
    public const string UsualFlow = "Reception";

    /// <summary>The flow that the number leads to.</summary>
    public string Flow { get; init; } = UsualFlow;

    /// <summary>What of the shop is otherwise than its file says.</summary>
    public ImmutableArray<ShopChange> ShopChanges { get; init; } = [];

    /// <summary>The zone in which moments are written down: the shop's.</summary>
    public DateTimeZone Zone { get; init; } = ShippingPolicy.UsualZone;

    /// <summary>What the caller finds who asks for an operator.</summary>
    public OperatorsFound Operators { get; init; } = new OperatorsFound.AsDeployed();

    /// <summary>Whose session attributes count when a bot is asked anew.</summary>
    public SessionAttributesOf SessionAttributes { get; init; } = SessionAttributesOf.TheFlow;

    /// <summary>The orders, in the order in which they were bought.</summary>
    public ImmutableArray<OrderDescription> Orders { get; init; } = [];

    /// <summary>What goes wrong with functions.</summary>
    public ImmutableArray<FunctionFault> Faults { get; init; } = [];

    /// <summary>Actions of the flows that fail, see <see cref="ConnectWorld.FailingActions"/>.</summary>
    public ImmutableArray<ActionFault> FailingActions { get; init; } = [];
}
