using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>A service for texts that something happens to.</summary>
sealed class UnreliableTexts : ITextMessages
{
    public RecordedTexts Recorded { get; } = new();

    /// <summary>Happens while the next text is with the service, and then no more unless it sets itself again.</summary>
    public Func<Task>? WhileItSends { get; set; }

    /// <summary>Every text is answered with this, and not taken.</summary>
    public Exception? Outage { get; set; }

    /// <summary>Every text is taken, and the answer lost.</summary>
    public bool LosesAnswers { get; set; }

    public async Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        if (Outage is not null)
        {
            throw Outage;
        }

        var meanwhile = WhileItSends;
        WhileItSends = null;
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        var receipt = await Recorded.Send(to, body, cancellation);
        return LosesAnswers ? throw new TimeoutException("no answer") : receipt;
    }
}

/// <summary>A clock that a test moves on.</summary>
sealed class MovingClock : IClock
{
    Instant now = Contracts.SampleOrder.Now;

    public Instant GetCurrentInstant() => now;

    public void MoveTo(Instant later) => now = later;

    public void MoveOn(Duration time) => now += time;
}
