using System.Collections.Immutable;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect;

/// <summary>One shop, as its <c>shop.json</c> says it: when it ships, when its operators are there, and whom
/// it trusts. See <see cref="ShopFile"/>.</summary>
public sealed record Shop
{
    /// <summary>What the shop is called; empty where it does not say.</summary>
    public required string Name { get; init; }

    /// <summary>What the shop asks of callers before anything is told or done.</summary>
    public required VerificationPolicy Verification { get; init; }

    /// <summary>When the shop ships; always sound.</summary>
    public required ShippingPolicy Policy { get; init; }

    /// <summary>How many days after shipping an order is delivered; null where the shop does not say, and no day of delivery is spoken of.
    /// </summary>
    public required int? DeliveryDaysAfterShipping { get; init; }

    /// <summary>When operators are there, in the shop's zone.</summary>
    public required OpeningHours OperatorHours { get; init; }

    /// <summary>The sender's name on a message, where the country allows one; empty for none.</summary>
    public required string SenderId { get; init; }

    /// <summary>What functions and dialogue say, in each language that the shop offers; see <see cref="LinePhrases"/>.</summary>
    public required LineWords Words { get; init; }

    /// <summary>What the contact flows say, in the same languages.</summary>
    public required LineWords FlowWords { get; init; }

    /// <summary>What messages say, in the same languages.</summary>
    public required LineWords MessageWords { get; init; }

    /// <summary>Whether Connect keeps a log of the flows, where nothing personal is said in them.</summary>
    public required bool LogsFlows { get; init; }

    /// <summary>The channels whose flow is trusted to know the caller's number.</summary>
    public required TrustedChannels Trusted { get; init; }
}

/// <summary>What a <c>shop.json</c> reads as, with the environment on top of it.</summary>
public abstract record ShopReading
{
    ShopReading()
    {
    }

    /// <summary>A shop that the line can work for.</summary>
    /// <param name="Shop">The shop.</param>
    /// <param name="Settings">Tells every setting, with its value and where that comes from, in the order of the documentation.</param>
    public sealed record Sound(Shop Shop, Func<ImmutableArray<ShopSetting>> Settings) : ShopReading;

    /// <summary>No shop.</summary>
    /// <param name="Problems">Everything that is wrong, a sentence each, saying where it stands and what would be right.</param>
    public sealed record Unsound(ImmutableArray<string> Problems) : ShopReading;
}

/// <summary>One setting of a shop.</summary>
/// <param name="Path">Where it stands in the file: <c>$.shipping.cutOff</c>.</param>
/// <param name="Value">Its effective value, for a person; empty for none.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Variable">The environment variable that overrides it; empty where none does.</param>
public sealed record ShopSetting(string Path, string Value, SettingSource Source, string Variable);

/// <summary>Where the value of a setting comes from.</summary>
public enum SettingSource
{
    /// <summary>Nobody says: it is the line's own default.</summary>
    Default,

    /// <summary>The shop's file.</summary>
    File,

    /// <summary>An environment variable, whatever the file says.</summary>
    Environment,
}
