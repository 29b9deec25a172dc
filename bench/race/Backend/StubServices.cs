namespace OrderHotline.Bench.Race;

/// <summary>The constant-time stub as the backend of a race, over plain HTTP or TLS.</summary>
sealed class StubServices : IBackend
{
    readonly TestAuthority? authority;
    readonly StubBackend stub;

    /// <param name="shippedRoots">The roots that our function ships, which it trusts beside the race's; null serves plain HTTP.</param>
    /// <param name="folder">Where the files of trusted roots are written.</param>
    /// <param name="alarm">Told of what goes wrong.</param>
    public StubServices(string? shippedRoots, string folder, Alarm alarm)
    {
        authority = shippedRoots is null ? null : new TestAuthority();
        stub = new StubBackend(Order, authority?.ServerCertificate, alarm);
        Addresses = authority is null
            ? new(stub.Address, stub.Address)
            : new(
                stub.Address,
                stub.Address,
                Write(Path.Combine(folder, "trusted.pem"), shippedRoots + "\n" + authority.Pem),
                Write(Path.Combine(folder, "root.pem"), authority.Pem));
    }

    /// <summary>The order of the call contract, with <c>placedAt</c>, as the line writes it: without, a look-up of ours is two
    /// requests.</summary>
    public static string Order
    {
        get
        {
            var order = Events.Compact(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "customer-table-item.json")));
            return $"{order[..^1]},\"placedAt\":{{\"S\":\"2018-11-05T01:00:00Z\"}}}}";
        }
    }

    public string Name => Addresses.AreTls ? "stub, TLS" : "stub";

    public ServiceAddresses Addresses { get; }

    public bool Remembers => false;

    public Requests Asked => stub.Requests;

    public Action<string>? Witness
    {
        set => stub.Witness = value;
    }

    public void Prepare(int calls) => stub.Requests.Forget();

    public void Dispose() => authority?.Dispose();

    static string Write(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }
}
