using NodaTime;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>A service for messages that something happens to.</summary>
sealed class UnreliableMessageSender : IMessageSender
{
    public RecordedMessages Recorded { get; } = new();

    /// <summary>Happens while the next message is with the service, and then no more unless it sets itself again.</summary>
    public Func<Task>? WhileItSends { get; set; }

    /// <summary>Every message is answered with this, and not taken.</summary>
    public MessageReceipt.NotTaken? Answers { get; set; }

    /// <summary>Every message is taken, and the answer lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Every message is taken, and answered with a fault that repeats it.</summary>
    public bool RepeatsMessagesInFaults { get; set; }

    public async Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        if (Answers is not null)
        {
            return Answers;
        }

        var meanwhile = WhileItSends;
        WhileItSends = null;
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        var receipt = await Recorded.Send(to, body, cancellation);
        return RepeatsMessagesInFaults ? throw new HttpRequestException($"500: {body}")
            : LosesAnswers ? throw new TimeoutException("no answer") : receipt;
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
