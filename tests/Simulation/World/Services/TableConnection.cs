using NodaTime;
using OrderHotline.Domain;

namespace OrderHotline.Simulation;

/// <summary>A network with a table at its end, and a client that makes up to three attempts.</summary>
sealed class TableConnection(SimulatedDay day, FunctionInstance instance)
{
    const int Attempts = 3;

    // The client's own limit for one attempt.
    static readonly Duration OneAttempt = Duration.FromSeconds(3.3);
    static readonly Duration LatestWrite = Duration.FromSeconds(12);

    /// <param name="what">What is asked, for the statistics.</param>
    /// <param name="order">The order it is about; empty for none, or for all.</param>
    /// <param name="does">What the table does, once for each attempt that reaches it.</param>
    /// <param name="owner">Whose number the request holds.</param>
    public Task<T> Ask<T>(string what, string order, Func<T> does, PhoneNumber? owner, CancellationToken cancellation)
    {
        var call = new RemoteCall<T>(day, instance.Running!, what, order, cancellation);
        if (!call.IsCalledOff)
        {
            Attempt(1);
        }

        return call.Answer;

        void Attempt(int number)
        {
            if (call.IsOver)
            {
                return;
            }

            var faults = day.Faults;
            if (day.Random.Of(faults.ThrottledTable))
            {
                call.Trouble("throttled by the table");
                day.Time.In(Network(), () => Again(number));
            }
            else if (day.Random.Of(faults.LostRequests))
            {
                call.Trouble("lost on its way to the table");
                day.Time.In(OneAttempt, () => Again(number));
            }
            else if (day.Random.Of(faults.LostAnswers))
            {
                call.Trouble("done by the table, its answer lost");
                day.Time.In(Network(), () => does());
                day.Time.In(OneAttempt, () => Again(number));
            }
            else if (day.Random.Of(faults.LateWrites))
            {
                call.Trouble("done by the table after the wait for it");
                day.Time.In(day.Random.Between(OneAttempt, LatestWrite), () => does());
                day.Time.In(OneAttempt, () => Again(number));
            }
            else
            {
                var slowly = Duration.FromMilliseconds(day.Random.Of(faults.SlowTable) ? day.Random.Between(0, 800) : 0);
                day.Time.In(Network() + slowly, () =>
                {
                    var answer = does();
                    day.Time.In(Network() + slowly, () => call.Answered(answer));
                });
            }
        }

        void Again(int number)
        {
            if (number < Attempts)
            {
                day.Time.In(Duration.FromMilliseconds(day.Random.Between(10, 100 << number)), () => Attempt(number + 1));
            }
            else
            {
                if (call.IsHeard && order.Length > 0)
                {
                    instance.Running!.GivenUp[Shop.Id(order)] = day.Time.Now;
                }

                // A service's own message may name the customer.
                call.Failed(new TimeoutException($"The table did not answer the request for {owner?.ToE164() ?? "everybody"}."));
            }
        }
    }

    Duration Network() => Duration.FromMilliseconds(day.Random.Between(1, 20));
}
