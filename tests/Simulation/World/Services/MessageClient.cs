using System.Globalization;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>The message service as a function reaches it: one attempt, of which it hears within five seconds or never.</summary>
/// <param name="what">What it carries.</param>
/// <param name="publishings">Where each is noted that is handed over.</param>
/// <param name="orderNamedIn">Which order it is about.</param>
sealed class MessageClient(
    SimulatedDay day, FunctionInstance instance, string what, List<Publishing> publishings, Func<string, OrderId> orderNamedIn) : IMessageSender
{
    public const string Messages = "message";
    public const string Codes = "code";

    static readonly Duration OneAttempt = Duration.FromSeconds(5);

    public Task<MessageReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        var invocation = instance.Running!;
        var order = orderNamedIn(body);
        var call = new RemoteCall<MessageReceipt>(day, invocation, $"a {what}", $"{order}", cancellation);
        if (call.IsCalledOff)
        {
            return call.Answer;
        }

        var publishing = new Publishing(to, order, invocation.Claimed.GetValueOrDefault(order), body, day.Time.Now, invocation);
        publishings.Add(publishing);
        day.Events.Write($"{order}", $"{invocation.Name} hands over {what} {publishing.Number}");
        var (faults, random) = (day.Faults, day.Random);

        // Down is down: nothing is taken, and a delivery is refused at once or waits in vain.
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

        // A service may repeat what it was sent, and whoever reads its faults must not find a code there.
        string Quoted() => what == Codes ? $": {body}" : "";

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
                () => call.Failed(new HttpRequestException($"The service did not answer the message to {to.ToE164()}{Quoted()}.")));
        }

        void NotTaken(string code)
        {
            publishing.Heard = call.IsHeard ? Heard.NotTaken : Heard.Nothing;
            call.Answered(new MessageReceipt.NotTaken(code, $"Rate exceeded for {to.ToE164()}{Quoted()}."));
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

            var (taken, kind) = what == Messages ? ("texts taken", "text") : ($"{what}s taken", what);
            day.Statistics.Count(taken);
            publishing.TakenAt = day.Time.Now;
            publishing.MessageId = $"{what}-{day.Statistics[taken].ToString(CultureInfo.InvariantCulture)}";
            day.Events.Write($"{order}", $"{kind} {publishing.Number} is taken as {publishing.MessageId}");
            return new MessageReceipt.Accepted(publishing.MessageId);
        }
    }

    Duration Soon() => Duration.FromMilliseconds(day.Random.Between(5, 250));
}
