using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Questions about opening hours, operators and queues.</summary>
static class QueueChecks
{
    // Operators here are free or busy, and do nothing else.
    static readonly string[] NobodyIs = ["AfterContactWork", "Missed", "NonProductive"];

    const string Open = "True";
    const string NoQueue = "No queue is set for the call, and the action names none.";

    public static readonly ActionKind CheckHoursOfOperation = new((run, action, _) => new(CheckHours(run, action)));

    public static readonly ActionKind CheckMetricData = new((run, action, _) => new(Check(run, action)));

    public static readonly ActionKind GetMetricData = new((run, action, _) => new(Get(run, action)));

    static ActionOutcome CheckHours(CallRun run, FlowAction action)
    {
        var name = run.Text(action, "HoursOfOperationId");
        if (name is null)
        {
            if (run.State.Queue is not { } queue)
            {
                return ActionOutcome.Failed("The action names no hours, and no queue is set for the call.");
            }

            name = run.QueueOf(queue).Hours;
            if (name is null)
            {
                run.Miss($"Nothing here tells the hours of the queue {ResourceName.From(queue)}: it is open.");
                return new ActionOutcome.Gives(Open);
            }
        }

        if (run.HoursOf(name) is not { } hours)
        {
            run.Miss($"Nothing here tells the hours {ResourceName.From(name)}: it is open.");
            return new ActionOutcome.Gives(Open);
        }

        return new ActionOutcome.Gives(hours.AreOpenAt(run.Now) ? Open : "False");
    }

    static ActionOutcome Check(CallRun run, FlowAction action)
    {
        if ((run.Text(action, "QueueId") ?? run.State.Queue) is not { } name)
        {
            return ActionOutcome.Failed(NoQueue);
        }

        var queue = run.QueueTold(name);
        var metric = action.Parameter("MetricType");
        long? value = metric switch
        {
            "NumberOfAgentsAvailable" => queue.Available,
            "NumberOfAgentsStaffed" or "NumberOfAgentsOnline" => queue.Online,
            "NumberOfContactsInQueue" => Waiting(run, queue),
            "OldestContactInQueueAgeSeconds" => (long)queue.LongestWait.TotalSeconds,
            _ => null,
        };
        return value is { } number
            ? new ActionOutcome.Gives(ReferenceValues.Number(number))
            : ActionOutcome.Failed($"{metric} is no metric of a queue.");
    }

    static ActionOutcome Get(CallRun run, FlowAction action)
    {
        if ((run.Text(action, "QueueId") ?? run.State.Queue) is not { } name)
        {
            return ActionOutcome.Failed(NoQueue);
        }

        var queue = run.QueueTold(name);
        run.Data = run.Data with
        {
            Metrics = TextMap.From(
            [
                KeyValuePair.Create("Queue.Name", run.QueueName(name) ?? ""),
                KeyValuePair.Create("Queue.ARN", run.Setup.QueueArn(name)),
                KeyValuePair.Create("Queue.Size", ReferenceValues.Number(Waiting(run, queue))),
                KeyValuePair.Create("Queue.OldestContactAge", ReferenceValues.Number((long)queue.LongestWait.TotalSeconds)),
                KeyValuePair.Create("Agents.Online.Count", ReferenceValues.Number(queue.Online)),
                KeyValuePair.Create("Agents.Staffed.Count", ReferenceValues.Number(queue.Online)),
                KeyValuePair.Create("Agents.Available.Count", ReferenceValues.Number(queue.Available)),
                KeyValuePair.Create("Agents.Busy.Count", ReferenceValues.Number(Math.Max(queue.Online - queue.Available, 0))),
                .. from idle in NobodyIs select KeyValuePair.Create($"Agents.{idle}.Count", ReferenceValues.Number(0)),
            ]),
        };
        return ActionOutcome.Done;
    }

    // A caller who waits in a queue counts among those who wait.
    static int Waiting(CallRun run, QueueState queue) => queue.Waiting + (run.State.Stage == CallStage.Queue ? 1 : 0);
}
