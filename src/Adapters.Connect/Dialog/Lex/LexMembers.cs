using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderHotline.Adapters.Connect;

/// <summary>An object of which only a part is the line's: it reads what it knows, and sends the rest back as it came.</summary>
/// <param name="All">Its members, in their order.</param>
[JsonConverter(typeof(LexMembersJson))]
sealed record LexMembers(IReadOnlyList<LexMember> All)
{
    public static LexMembers None { get; } = new([]);

    /// <summary>A member's value; null when there is none.</summary>
    /// <exception cref="JsonException">It is given twice.</exception>
    public JsonElement? this[string name]
    {
        get
        {
            JsonElement? value = null;
            foreach (var member in All)
            {
                if (member.Name == name)
                {
                    value = value is null ? member.Value : throw new JsonException($"{name} is given twice.");
                }
            }

            return value;
        }
    }

    /// <summary>A member's text; null when there is none, or it is null.</summary>
    /// <exception cref="JsonException">It is something else than a text, or given twice.</exception>
    public string? Text(string name) => this[name] switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new JsonException($"{name} is no text."),
    };
}

/// <summary>A member as it is read, halves of characters replaced, and where the whole of it stands in the event.</summary>
sealed record LexMember(string Name, JsonElement Value, Range AsItCame);

/// <summary>An object on its way back to Lex.</summary>
/// <param name="received">The event, from which others' members are copied.</param>
sealed class LexObject(ReadOnlyMemory<byte> received)
{
    readonly ArrayBufferWriter<byte> members = new();

    /// <summary>Sends members back as they came.</summary>
    public LexObject Pass(IEnumerable<LexMember> others)
    {
        foreach (var member in others.DistinctBy(member => member.Name))
        {
            Separate();
            members.Write(received.Span[member.AsItCame]);
        }

        return this;
    }

    /// <summary>Adds a member of the line's own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes its value.</param>
    public LexObject Add(string name, Action<Utf8JsonWriter> write)
    {
        Separate();
        members.Write("\""u8);
        members.Write(JsonEncodedText.Encode(name).EncodedUtf8Bytes);
        members.Write("\":"u8);
        using var writer = new Utf8JsonWriter(members, LexResponse.AsIs);
        write(writer);
        return this;
    }

    /// <inheritdoc cref="Add(string, Action{Utf8JsonWriter})"/>
    public LexObject Add(string name, string text) => Add(name, writer => writer.WriteStringValue(text));

    public void WriteTo(Utf8JsonWriter writer) =>
        writer.WriteRawValue([.. "{"u8, .. members.WrittenSpan, .. "}"u8], skipInputValidation: true);

    void Separate()
    {
        if (members.WrittenCount > 0)
        {
            members.Write(","u8);
        }
    }
}

sealed class LexMembersJson : JsonConverter<LexMembers>
{
    public override LexMembers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <summary>Reads the object that begins here.</summary>
    /// <exception cref="JsonException">There is none, or it is no JSON.</exception>
    public static LexMembers Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }

        var members = new List<LexMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = reader.GetString()!;
            reader.Read();
            var value = JsonElement.ParseValue(ref reader);
            members.Add(new LexMember(name, value, start..(int)reader.BytesConsumed));
        }

        return new LexMembers(members);
    }

    public override void Write(Utf8JsonWriter writer, LexMembers value, JsonSerializerOptions options) =>
        throw new NotSupportedException("What goes back is written by LexObject.");
}
