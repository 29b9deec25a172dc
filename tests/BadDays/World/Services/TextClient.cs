using System.Globalization;
using NodaTime;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.BadDays;

/// <summary>The text service as a delivery reaches it: one attempt, of which it hears within five seconds or never.</summary>
sealed class TextClient(BadDay day, FunctionInstance instance) : ITextMessages
{
    static readonly Duration OneAttempt = Duration.FromSeconds(5);

    public Task<TextReceipt> Send(PhoneNumber to, string body, CancellationToken cancellation)
    {
        var invocation = instance.Running!;
        var order = Shop.OrderNamedIn(body);
        var call = new RemoteCall<TextReceipt>(day, invocation, "a text", $"{order}", cancellation);
        if (call.IsCalledOff)
        {
            return call.Answer;
        }

        var publishing = new Publishing(to, order, invocation.Claimed.GetValueOrDefault(order), body, day.Time.Now, invocation);
        day.Publishings.Add(publishing);
        day.Diary.Write($"{order}", $"{invocation.Name} hands over text {publishing.Number}");
        var (weather, chance) = (day.Weather, day.Chance);

        // Down is down: nothing is taken, and whoever asks is refused at once or waits in vain.
        if (weather.IsDown(day.Time.Now))
        {
            Fail(chance.Of(0.7) ? "refused, the service being down" : "not answered, the service being down", taken: false);
        }
        else if (chance.Of(weather.ThrottledTexts))
        {
            call.Trouble("throttled");
            day.Time.In(Soon(), () => NotTaken("Throttling"));
        }
        else if (chance.Of(weather.FaultyTexts))
        {
            Fail("answered with a fault of the service's", taken: chance.Of(0.5));
        }
        else if (chance.Of(weather.SilentTexts))
        {
            Fail("not answered", taken: chance.Of(0.5));
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
                () => call.Failed(new HttpRequestException($"The service did not answer the text to {to.ToE164()}.")));
        }

        void NotTaken(string code)
        {
            publishing.Heard = call.IsHeard ? Heard.NotTaken : Heard.Nothing;
            call.Failed(new TextNotTakenException(code, new HttpRequestException($"Rate exceeded for {to.ToE164()}.")));
        }

        void Answered(TextReceipt receipt)
        {
            publishing.Heard = !call.IsHeard ? Heard.Nothing
                : receipt is TextReceipt.Accepted ? Heard.Accepted
                : Heard.Refused;
            call.Answered(receipt);
        }

        TextReceipt Taken()
        {
            if (day.OptedOut.Contains(to))
            {
                publishing.IsRefused = true;
                return new TextReceipt.Refused("OptedOut");
            }

            day.Figures.Count("texts taken");
            publishing.TakenAt = day.Time.Now;
            publishing.MessageId = $"message-{day.Figures["texts taken"].ToString(CultureInfo.InvariantCulture)}";
            day.Diary.Write($"{order}", $"text {publishing.Number} is taken as {publishing.MessageId}");
            return new TextReceipt.Accepted(publishing.MessageId);
        }
    }

    Duration Soon() => Duration.FromMilliseconds(day.Chance.Between(5, 250));
}
