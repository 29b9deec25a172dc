using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.CallSimulator.Connect;
using OrderHotline.CallSimulator.Functions;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Exploration;

/// <summary>
/// What is announced as done is stored, what is stored is announced, and what is refused has changed nothing. When a function's
/// answer was lost after its work, the caller hears neither the one nor the other.
/// </summary>
public sealed class WhatIsAnnouncedIsWhatWasDone : CallProperty
{
    readonly ConcurrentDictionary<LineWords, Announcements> announcements = new();

    /// <inheritdoc/>
    public override string Sentence => "What is announced is what was done";

    /// <inheritdoc/>
    public override string? WhatIsWrong(string remembered, ExploredStep step)
    {
        var words = SpokenWords.In(step).ToList();
        var known = announcements.GetOrAdd(step.Deployment.Shop.Words, static spoken => new(spoken));
        var claims = words.Select(said => known.In(said, step.World)).ToList();
        var changed = step.Changes.Any();
        foreach (var claim in claims)
        {
            if (claim.Cancelled && !step.OrdersAfter.Any(order => order.State is OrderState.Cancelled))
            {
                return "The caller hears that an order is cancelled, and none is.";
            }

            if (claim.ShipsOn is { } day
                && !step.OrdersAfter.Any(order => order.State is not OrderState.Cancelled && order.ShippingDate == day))
            {
                return $"The caller hears that an order ships on {day:uuuu-MM-dd}, and none does.";
            }
        }

        if (!changed)
        {
            return null;
        }

        if (claims.Any(claim => claim.Refused))
        {
            return "An order changed, and the caller hears that it cannot be.";
        }

        return Reply(step) is { } message
            ? words.Any(said => said.Contains(message, StringComparison.Ordinal)) ? null : "An order changed, and the caller is not told."
            : claims.Any(claim => claim.Cancelled || claim.ShipsOn is not null)
                ? "The answer was lost, and the caller hears what came of it all the same."
                : null;
    }

    // The message of the answer that the flow got last; null when it got none.
    static string? Reply(ExploredStep step)
    {
        if (step.Events.OfType<CallEvent.Invoked>().LastOrDefault() is not { Answer: FunctionAnswer.Replied(var json, _) })
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("message", out var message)
            ? SpokenWords.WithoutMarkup(message.GetString() ?? "")
            : null;
    }
}

/// <summary>What a sentence says of an order.</summary>
/// <param name="Cancelled">That it is cancelled.</param>
/// <param name="ShipsOn">That it now ships on this day.</param>
/// <param name="Refused">That it can be neither changed nor cancelled, or not changed.</param>
readonly record struct Announcement(bool Cancelled, LocalDate? ShipsOn, bool Refused);
