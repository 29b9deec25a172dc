namespace OrderHotline.Bench.Race;

/// <summary>What is behind all contenders.</summary>
interface IBackend : IDisposable
{
    /// <summary>By which it is chosen and told of.</summary>
    string Name { get; }

    ServiceAddresses Addresses { get; }

    /// <summary>True when what one call wrote is there for the next.</summary>
    bool Remembers { get; }

    /// <summary>What was asked of it since the last <see cref="Prepare"/>; null when nobody counts.</summary>
    Requests? Asked { get; }

    /// <summary>Has an order ready, placed and unchanged, for each of so many calls.</summary>
    void Prepare(int calls);
}
