using System.Net;
using System.Net.Sockets;

namespace OrderHotline.Bench.Race;

/// <summary>Serves connections on a free port, each on a thread of its own that does nothing but wait for it: no pool and no
/// scheduler stands between a request and the moment at which it is seen.</summary>
sealed class Listener
{
    readonly Action<Stream> serve;
    readonly Alarm alarm;

    public Listener(string name, Action<Stream> serve, Alarm alarm)
    {
        this.serve = serve;
        this.alarm = alarm;
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        new Thread(() => Accept(listener)) { IsBackground = true, Name = name }.Start();
    }

    public int Port { get; }

    void Accept(TcpListener listener)
    {
        while (true)
        {
            var socket = listener.AcceptSocket();
            socket.NoDelay = true;
            new Thread(() => Serve(socket)) { IsBackground = true }.Start();
        }
    }

    void Serve(Socket socket)
    {
        using var connection = new NetworkStream(socket, ownsSocket: true);
        try
        {
            serve(connection);
        }
        catch (Exception ended) when (ended is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The sandbox at the other end is gone, or does not trust us and will fail for it.
        }
        catch (RaceException fault)
        {
            alarm.Raise(fault.Message);
        }
    }
}

/// <summary>What went wrong on a thread that nobody waits for. The first fault counts; whoever waits for a run asks for it.</summary>
sealed class Alarm
{
    string? fault;

    public void Raise(string message) => Interlocked.CompareExchange(ref fault, message, null);

    /// <exception cref="RaceException">Something went wrong.</exception>
    public void ThrowIfRaised()
    {
        if (Interlocked.Exchange(ref fault, null) is { } message)
        {
            throw new RaceException(message);
        }
    }
}
