using System.Collections.Immutable;
using System.Globalization;
using OrderHotline.ContactFlows;

namespace OrderHotline.CallSimulator.Connect;

/// <summary>What references mean in the middle of a call.</summary>
static class ReferenceValues
{
    // https://docs.aws.amazon.com/connect/latest/adminguide/set-voice.html
    const string DefaultVoice = "Joanna";

    /// <summary>The keys of an object; null when the reference means none.</summary>
    public static ImmutableHashSet<string>? KeysOf(FlowReference reference, CallRun run)
    {
        var group = reference.Namespace switch
        {
            "Tags" => run.State.Tags,
            "External" => run.Data.External,
            "Lex" => run.Data.Lex,
            "Modules" => run.Data.Modules,
            _ => TextMap.Empty,
        };
        var prefix = string.Concat(reference.Path[1..].Select(name => name + "."));
        ImmutableHashSet<string> keys =
        [
            .. group.Entries.Keys
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[prefix.Length..].Split('.')[0]),
        ];
        return keys.IsEmpty ? null : keys;
    }

    /// <summary>The value; null when there is none, or when it is no text but a group of them.</summary>
    public static string? Read(FlowReference reference, CallRun run)
    {
        var state = run.State;
        var data = run.Data;
        var name = reference.Path.Length switch
        {
            1 => "",
            2 => reference.Path[1],
            _ => string.Join('.', reference.Path[1..].AsEnumerable()),
        };
        var value = reference.Namespace switch
        {
            "Attributes" => state.ContactAttributes[name],
            "External" => data.External[name],
            "FlowAttributes" => data.FlowAttributes[name],
            "Lex" => data.Lex[name],
            "Modules" => data.Modules[name],
            "Metrics" => data.Metrics[name],
            "LambdaInvocation" => name.StartsWith("ResultData.", StringComparison.Ordinal)
                ? data.External[name["ResultData.".Length..]]
                : name == "InvocationId" ? data.InvocationId : null,
            "StoredCustomerInput" => data.StoredInput,
            "CustomerEndpoint" => Endpoint(name, state.From),
            "SystemEndpoint" => Endpoint(name, state.To),
            "Queue" => Queue(name, run),
            "Agent" => Operator(name, state.Stage),
            "ContactId" => state.ContactId,
            "InitialContactId" => state.FirstContactId,
            "PreviousContactId" => state.PreviousContactId ?? state.ContactId,
            "LanguageCode" => state.Language,
            "CustomerCallbackNumber" or "CallbackNumber" => state.CallbackNumber ?? state.From,
            "Tags" => state.Tags[name],
            "TextToSpeechVoiceId" => state.Voice ?? DefaultVoice,
            "Name" or "Description" or "CustomerId" => state.ContactData[reference.Namespace],
            "Channel" => ContactFacts.Channel,
            "InitiationMethod" => ContactFacts.InitiationMethodOf(state),
            "InstanceARN" => run.Setup.World.InstanceArn,
            "AwsRegion" => run.Setup.World.Region,
            "SegmentAttributes" => name == ContactFacts.SubtypeName ? ContactFacts.Subtype : null,
            _ => null,
        };
        return value is { Length: > 0 } ? value : null;
    }

    /// <summary>A number as references give it.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string? Endpoint(string name, string? address) => name switch
    {
        "Address" => address,
        "Type" when address is not null => ContactFacts.TelephoneNumber,
        _ => null,
    };

    static string? Queue(string name, CallRun run) => (name, run.State.Queue) switch
    {
        (_, null) => null,
        ("Name", var queue) => run.QueueName(queue),
        ("ARN", var queue) => run.Setup.QueueArn(queue),
        _ => null,
    };

    // Who answers is known from the moment they do.
    static string? Operator(string name, CallStage stage) =>
        stage is CallStage.AgentWhisper or CallStage.CustomerWhisper
            ? name switch
            {
                "UserName" => "operator",
                "FirstName" => "Local",
                "LastName" => "Operator",
                _ => null,
            }
            : null;
}

/// <summary>What is the same for every telephone call that comes in, or told by how it came.</summary>
static class ContactFacts
{
    public const string Channel = "VOICE";
    public const string TelephoneNumber = "TELEPHONE_NUMBER";
    public const string SubtypeName = "connect:Subtype";
    public const string Subtype = "connect:Telephony";

    public static string InitiationMethodOf(CallState state) => state.PreviousContactId is null ? "INBOUND" : "TRANSFER";
}
