using System.Globalization;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The message service as a delivery reaches it: one attempt, of which it hears within five seconds or never.</summary>
sealed class MessageClient(SimulatedDay day, FunctionInstance instance) : IMessageSender
{
    static readonly Duration OneAttempt = Duration.FromSeconds(5);

    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        var invocation = instance.Running!;
        var order = Shop.OrderNamedIn(body);
        var call = new RemoteCall<MessageReceipt>(day, invocation, "a message", $"{order}", cancellation);
        if (call.IsCalledOff)
        {
            return call.Answer;
        }

        var publishing = new Publishing(to, order, invocation.Claimed.GetValueOrDefault(order), body, day.Time.Now, invocation);
        day.Publishings.Add(publishing);
        day.Events.Write($"{order}", $"{invocation.Name} hands over message {publishing.Number}");
        var (faults, random) = (day.Faults, day.Random);

        // Down is down: nothing is taken, and whoever asks is refused at once or waits in vain.
        if (faults.IsDown(day.Time.Now))
        {
            Fail(random.Of(0.7) ? "refused, the service being down" : "not answered, the service being down", taken: false);
        }
        else if (random.Of(faults.ThrottledMessages))
        {
            call.Trouble("throttled");
            day.Time.In(Soon(), () => NotTaken("Throttling"));
        }
        else if (random.Of(faults.FaultyMessages))
        {
            Fail("answered with a fault of the service's", taken: random.Of(0.5));
        }
        else if (random.Of(faults.UnansweredMessages))
        {
            Fail("not answered", taken: random.Of(0.5));
        }
        else
        {
            day.Time.In(Soon(), () =>
            {
                var receipt = Taken();
                day.Time.In(Soon(), () => Answered(receipt));
            });
        }

        return call.Answer;

        void Fail(string how, bool taken)
        {
            call.Trouble($"{how}{(taken ? ", and taken" : "")}");
            if (taken)
            {
                day.Time.In(Soon(), () => Taken());
            }

            // A service that is silent is waited for as long as an attempt lasts.
            day.Time.In(
                how.StartsWith("not", StringComparison.Ordinal) ? OneAttempt : Duration.FromMilliseconds(600),
                () => call.Failed(new HttpRequestException($"The service did not answer the message to {to.ToE164()}.")));
        }

        void NotTaken(string code)
        {
            publishing.Heard = call.IsHeard ? Heard.NotTaken : Heard.Nothing;
            call.Answered(new MessageReceipt.NotTaken(code, $"Rate exceeded for {to.ToE164()}."));
        }

        void Answered(MessageReceipt receipt)
        {
            publishing.Heard = !call.IsHeard ? Heard.Nothing
                : receipt is MessageReceipt.Accepted ? Heard.Accepted
                : Heard.Refused;
            call.Answered(receipt);
        }

        MessageReceipt Taken()
        {
            if (day.OptedOut.Contains(to))
            {
                publishing.IsRefused = true;
                return new MessageReceipt.Refused("OptedOut");
            }

            day.Statistics.Count("texts taken");
            publishing.TakenAt = day.Time.Now;
            publishing.MessageId = $"message-{day.Statistics["texts taken"].ToString(CultureInfo.InvariantCulture)}";
            day.Events.Write($"{order}", $"text {publishing.Number} is taken as {publishing.MessageId}");
            return new MessageReceipt.Accepted(publishing.MessageId);
        }
    }

    Duration Soon() => Duration.FromMilliseconds(day.Random.Between(5, 250));
}
