using System.Text.Json;
using NodaTime;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Into a queue, in a queue, and on to the next.</summary>
static class Queueing
{
    // Where nothing interrupts the announcements, they are heard again after this.
    static readonly Duration UsualRound = Duration.FromSeconds(30);

    public static readonly ActionKind UpdateContactTargetQueue = new((run, action, _) => new(SetTarget(run, action)));

    public static readonly ActionKind TransferContactToQueue = new((run, _, _) => new(run.State.Stage == CallStage.SelfService
        ? Transfer(run, run.State.Queue)
        : ActionOutcome.Failed("The call is in a queue already: DequeueContactAndTransferToQueue takes it to another.")));

    public static readonly ActionKind DequeueContactAndTransferToQueue = new((run, action, _) => new(
        run.State.Stage == CallStage.Queue
            ? DequeueInto(run, action)
            : ActionOutcome.Failed("The call is in no queue that it could leave.")));

    public static readonly ActionKind MessageParticipantIteratively = new(
        (run, action, _) => new(Announce(run, action)),
        (run, action, act, _) => new(KeepWaiting(run, action, act)));

    static ActionOutcome SetTarget(CallRun run, FlowAction action)
    {
        if ((run.Text(action, "QueueId") ?? run.Text(action, "AgentId")) is not { } queue)
        {
            return ActionOutcome.Without(action, "queue", action.Parameter("QueueId") is null ? "AgentId" : "QueueId");
        }

        run.State = run.State with { Queue = queue };
        return ActionOutcome.Done;
    }

    static ActionOutcome DequeueInto(CallRun run, FlowAction action) => run.Text(action, "QueueId") is { } queue
        ? Transfer(run, queue)
        : ActionOutcome.Without(action, "queue", "QueueId");

    static ActionOutcome Transfer(CallRun run, string? queue)
    {
        if (queue is null)
        {
            return ActionOutcome.Failed("No queue is set for the call.");
        }

        var found = run.QueueTold(queue);
        if (found.Waiting >= found.Capacity)
        {
            return new ActionOutcome.Fails(
                FlowErrors.QueueAtCapacity, $"{ResourceName.From(queue)} has {found.Waiting} callers and takes no more.");
        }

        run.State = run.State with { Queue = queue };
        return new ActionOutcome.Queues();
    }

    static ActionOutcome Announce(CallRun run, FlowAction action)
    {
        if (run.State.Stage != CallStage.Queue)
        {
            return ActionOutcome.Failed("Announcements go round only in a queue.");
        }

        if (action.ParameterAt("Messages") is { ValueKind: JsonValueKind.Array } messages)
        {
            foreach (var message in messages.EnumerateArray())
            {
                if (Announcement(run, message) is { } broken)
                {
                    return ActionOutcome.Failed(broken);
                }
            }
        }

        return new ActionOutcome.Waits(new CallWaiting.ForOperator(Round(run, action) ?? UsualRound));
    }

    static string? Announcement(CallRun run, JsonElement message)
    {
        if (TextOf(message, "SSML") is { } ssml)
        {
            var filled = run.Fill(ssml);
            if (Prompts.WhatIsWrongWith(filled) is { } broken)
            {
                return $"The SSML of an announcement is broken: {broken}";
            }

            run.Say(filled);
        }
        else if (TextOf(message, "Text") is { } text)
        {
            run.Say(run.Fill(text));
        }
        else if (TextOf(message, "PromptId") is { } prompt)
        {
            run.Say($"(prompt {ResourceName.From(run.Fill(prompt))})");
        }

        return null;
    }

    static ActionOutcome KeepWaiting(CallRun run, FlowAction action, CallerAct act)
    {
        if (act is not CallerAct.StaysSilent)
        {
            if (act is CallerAct.Presses(var keys) && run.State.KeyBuffer is not null)
            {
                KeyBuffer.Add(run, keys);
            }
            else
            {
                run.Note("Nobody listens while announcements go round.");
            }

            return new ActionOutcome.Waits(run.State.Waiting);
        }

        if (Round(run, action) is { } round)
        {
            run.Pass(round);
            return new ActionOutcome.Gives("MessagesInterrupted");
        }

        run.Pass(UsualRound);
        return Announce(run, action);
    }

    static Duration? Round(CallRun run, FlowAction action) => KeyInput.Seconds(run.Text(action, "InterruptFrequencySeconds"));

    static string? TextOf(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty(name, out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
