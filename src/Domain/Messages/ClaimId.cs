namespace OrderHotline.Domain;

/// <summary>
/// Names one delivery among all that may be at work at the same time. It is made at random when a delivery starts; two
/// deliveries that share one would take each other's claim for their own.
/// </summary>
/// <param name="Value">A random id; never empty.</param>
public readonly record struct ClaimId(Guid Value)
{
    const uint FnvOffset = 2_166_136_261;
    const uint FnvPrime = 16_777_619;

    /// <summary>
    /// A number from 0 to less than 1 that is this delivery's own for this attempt at this order's messages, the same whenever it is
    /// asked for. A claim is random already, so the pause after a failed attempt needs no chance of its own.
    /// </summary>
    /// <param name="order">The order whose message was tried.</param>
    /// <param name="attempt">Which attempt it was, from 1.</param>
    public double Chance(OrderId order, int attempt)
    {
        // FNV-1a, and a last stir: on its own it hardly lets the last characters into the upper bits.
        var hash = FnvOffset;
        foreach (var c in $"{Value:N} {order} {attempt}")
        {
            hash = unchecked((hash ^ c) * FnvPrime);
        }

        hash = unchecked((hash ^ (hash >> 16)) * 0x85EB_CA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2_AE35);
        return (hash ^ (hash >> 16)) / (uint.MaxValue + 1.0);
    }

    /// <summary>The id as 32 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("N");
}
