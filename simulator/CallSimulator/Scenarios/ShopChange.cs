using NodaTime;
using OrderHotline.Adapters.Connect;
using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Scenarios;

/// <summary>What of the shop is otherwise than its file says, for one call.</summary>
public abstract record ShopChange
{
    const string NameOnMessages = "The shop";

    ShopChange()
    {
    }

    /// <summary>Tomorrow's parcels are packed from another time of day.</summary>
    public sealed record CutOffAt(LocalTime Time) : ShopChange;

    /// <summary>The latest shipping date lies another number of days ahead.</summary>
    public sealed record LatestAhead(int Days) : ShopChange;

    /// <summary>Nothing ships on a day of the week, either.</summary>
    public sealed record ClosedOn(IsoDayOfWeek Day) : ShopChange;

    /// <summary>Nothing ships on a single day, either.</summary>
    public sealed record ClosedAt(LocalDate Date) : ShopChange;

    /// <summary>Callers are asked for proof by risk, and numbers of Japan are not foreign.</summary>
    /// <param name="OrderNumbersCannotBeGuessed">Whether the end of an order's number is a factor.</param>
    public sealed record AsksForProof(bool OrderNumbersCannotBeGuessed) : ShopChange;

    /// <summary>The shop with these changes. Whether it can be worked for is for its policy to say.</summary>
    public static Shop Applied(Shop shop, IEnumerable<ShopChange> changes) =>
        changes.Aggregate(shop, (changed, change) => change is AsksForProof(var cannotBeGuessed)
            ? changed with
            {
                Name = changed.Name.Length > 0 ? changed.Name : NameOnMessages,
                Verification = VerificationPolicy.ByRisk with { Countries = ["+81"], OrderNumbersCannotBeGuessed = cannotBeGuessed },
            }
            : changed with { Policy = change.In(changed.Policy) });

    ShippingPolicy In(ShippingPolicy policy) => this switch
    {
        CutOffAt(var time) => policy with { CutOff = time },
        LatestAhead(var days) => policy with { LatestDaysAhead = days },
        ClosedOn(var day) => policy with { ClosedWeekdays = policy.ClosedWeekdays.Add(day) },
        ClosedAt(var date) => policy with { ClosedDates = policy.ClosedDates.Add(date) },
        _ => throw new NotSupportedException($"No policy for {GetType().Name}."),
    };
}
