using System.Text;
using System.Text.Json;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>Actions that write something down about the contact, or the flow.</summary>
static class ContactUpdates
{
    /// <summary>What all attributes of a contact may take, names and texts, in bytes of UTF-8.</summary>
    public const int MostAttributeBytes = 32 * 1024;

    const string HooksConfiguration = "EventHooksConfiguration";

    static readonly string[] PlainData = ["Name", "Description", "CustomerId"];
    static readonly string[] PlayedHooks = [QueueWaiting.Hook, Whisper.AgentHook, Whisper.CustomerHook];

    public static readonly ActionKind UpdateContactAttributes = new((run, action, _) => new(SetAttributes(run, action)));

    public static readonly ActionKind UpdateContactData = new((run, action, _) => new(SetData(run, action)));

    public static readonly ActionKind UpdateContactEventHooks = new((run, action, _) => new(SetHooks(run, action)));

    public static readonly ActionKind UpdateContactTextToSpeechVoice = new((run, action, _) => new(SetVoice(run, action)));

    public static readonly ActionKind UpdateFlowAttributes = new((run, action, _) => new(SetFlowAttributes(run, action)));

    // All of them or none. Setting one to nothing removes it:
    // https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactAttributes.html
    static ActionOutcome SetAttributes(CallRun run, FlowAction action)
    {
        if (IsForAnotherContact(run, action))
        {
            return ActionOutcome.Done;
        }

        var attributes = run.State.ContactAttributes;
        foreach (var (name, text) in action.Map("Attributes"))
        {
            var filled = run.Fill(text);
            attributes = filled.Length == 0 ? attributes.Without(run.Fill(name)) : attributes.With(run.Fill(name), filled);
        }

        var bytes = attributes.Entries.Sum(entry => Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount(entry.Value));
        if (bytes > MostAttributeBytes)
        {
            return ActionOutcome.Failed($"The contact's attributes would take {bytes} bytes: {MostAttributeBytes} is the most.");
        }

        run.State = run.State with { ContactAttributes = attributes };
        return ActionOutcome.Done;
    }

    static ActionOutcome SetFlowAttributes(CallRun run, FlowAction action)
    {
        var attributes = run.Data.FlowAttributes;
        if (action.ParameterAt("FlowAttributes") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var attribute in given.EnumerateObject())
            {
                if (attribute.Value.ValueKind == JsonValueKind.Object
                    && attribute.Value.TryGetProperty("Value", out var value)
                    && value.ValueKind == JsonValueKind.String)
                {
                    attributes = attributes.With(run.Fill(attribute.Name), run.Fill(value.GetString()!));
                }
            }
        }

        run.Data = run.Data with { FlowAttributes = attributes };
        return ActionOutcome.Done;
    }

    static ActionOutcome SetData(CallRun run, FlowAction action)
    {
        if (IsForAnotherContact(run, action))
        {
            return ActionOutcome.Done;
        }

        run.State = run.State with { Language = run.Text(action, "LanguageCode") ?? run.State.Language };
        foreach (var name in PlainData)
        {
            if (run.Text(action, name) is { } text)
            {
                run.State = run.State with { ContactData = run.State.ContactData.With(name, text) };
            }
        }

        return ActionOutcome.Done;
    }

    static ActionOutcome SetVoice(CallRun run, FlowAction action)
    {
        if (run.Text(action, "TextToSpeechVoice") is not { } voice)
        {
            return ActionOutcome.Without(action, "voice", "TextToSpeechVoice");
        }

        run.State = run.State with { Voice = voice };
        return ActionOutcome.Done;
    }

    static ActionOutcome SetHooks(CallRun run, FlowAction action)
    {
        var hooks = run.State.Hooks;
        foreach (var (hook, reference) in action.Map("EventHooks"))
        {
            var flow = run.Fill(reference);
            if (!PlayedHooks.Contains(hook))
            {
                run.Note($"{hook} happens outside what is played here.");
            }
            else if (flow.Length == 0)
            {
                return ActionOutcome.Without(action, $"flow for {hook}", "EventHooks", hook);
            }
            else if (run.Setup.FlowOf(flow) is null)
            {
                return ActionOutcome.Lacks($"There is no flow {flow} for {hook} here.");
            }

            hooks = hooks.With(hook, flow);
        }

        // An export that turns one off can leave out the flow.
        if (action.ParameterAt(HooksConfiguration) is { ValueKind: JsonValueKind.Object } configured)
        {
            foreach (var hook in configured.EnumerateObject().Where(hook => action.IsTrue(HooksConfiguration, hook.Name, "DisableExecution")))
            {
                hooks = hooks.With(hook.Name, Whisper.Disabled);
            }
        }

        run.State = run.State with { Hooks = hooks };
        return ActionOutcome.Done;
    }

    static bool IsForAnotherContact(CallRun run, FlowAction action)
    {
        var isForAnother = action.Parameter("TargetContact") is "Related";
        if (isForAnother)
        {
            run.Note("A call has no related contact here: nothing is written.");
        }

        return isForAnother;
    }
}
