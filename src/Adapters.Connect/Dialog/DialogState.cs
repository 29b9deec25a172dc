using NodaTime;

namespace OrderHotline.Adapters.Connect;

/// <summary>The question that a caller answers.</summary>
abstract record DialogState
{
    DialogState()
    {
    }

    /// <summary>How the line can help.</summary>
    public sealed record Open : DialogState;

    /// <summary>Whether there is anything else, after something was done or told.</summary>
    public sealed record More : DialogState;

    /// <summary>Which day.</summary>
    public sealed record Date : DialogState;

    /// <summary>Whether it is to be this day.</summary>
    public sealed record Confirm(LocalDate Day) : DialogState;

    /// <summary>Whether the order is to be cancelled.</summary>
    public sealed record ConfirmCancel : DialogState;

    /// <summary>Whether to cancel the order or to leave it: "I'd rather stop" can mean either.</summary>
    public sealed record CancelOrKeep : DialogState;

    /// <summary>Whether the caller may be asked for any wish.</summary>
    public bool IsOpen => this is Open or More;

    /// <summary>Whether it is a question for a yes or a no.</summary>
    public bool IsForYesOrNo => this is Confirm or ConfirmCancel;

    /// <summary>The name by which a session remembers it.</summary>
    public string Name => this switch
    {
        Open => nameof(Open),
        More => nameof(More),
        Date => nameof(Date),
        Confirm => nameof(Confirm),
        ConfirmCancel => nameof(ConfirmCancel),
        CancelOrKeep => nameof(CancelOrKeep),
        _ => throw new NotSupportedException($"No name for {GetType().Name}."),
    };

    /// <summary>The question of a name; the open one where the name is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="day">The day that was read back, if one was.</param>
    public static DialogState Of(string? name, LocalDate? day) => name switch
    {
        nameof(More) => new More(),
        nameof(Confirm) when day is { } readBack => new Confirm(readBack),
        nameof(Date) or nameof(Confirm) => new Date(),
        nameof(ConfirmCancel) => new ConfirmCancel(),
        nameof(CancelOrKeep) => new CancelOrKeep(),
        _ => new Open(),
    };
}
