namespace OrderHotline.Domain;

/// <summary>
/// A step from one version of an order to the next: what is stored in one write, or not at all. State, history entry and owed
/// message are all in <paramref name="After"/>.
/// </summary>
/// <param name="Before">The order the decision was made on; the write is good only while the store still holds exactly it.</param>
/// <param name="After">The order to store, one version on.</param>
public sealed record OrderChange(Order Before, Order After);
