using System.Collections.Immutable;
using NodaTime;

namespace OrderHotline.Adapters.Connect;

/// <summary>Where a conversation stands: all that is to be kept of it between two turns.</summary>
/// <param name="Step">The question that the customer answers, by the name that a session of the bot has for it too.</param>
/// <param name="Day">The day that was read back; null where none was.</param>
/// <param name="Named">The days that were named to choose from; none where all can be had that the shop offers.</param>
/// <param name="Question">The question in words; empty to have it asked anew, in another language say.</param>
/// <param name="Failures">How many times in a row the customer was not understood.</param>
/// <param name="HelpWasTold">Whether it was explained what can be asked for.</param>
public sealed record ConversationPoint(string Step, LocalDate? Day, ImmutableArray<LocalDate> Named, string Question, int Failures, bool HelpWasTold)
{
    /// <summary>Whether a yes would change the order.</summary>
    public bool IsReadBack => State.IsForYesOrNo;

    internal DialogState State => DialogState.Of(Step, Day);

    /// <summary>The beginning, before anything was asked.</summary>
    internal static ConversationPoint Beginning { get; } = new("", Day: null, [], Question: "", Failures: 0, HelpWasTold: false);

    /// <summary>Where it stands after something was asked. Who is asked the same again chooses from the same days.</summary>
    internal ConversationPoint After(DialogMove.Ask ask) => new(
        ask.State.Name,
        (ask.State as DialogState.Confirm)?.Day,
        ask.Days.Count > 0 ? [.. ask.Days] : ask.State is DialogState.Date && ask.Question == Question ? Named : [],
        ask.Question,
        ask.Failures,
        HelpWasTold || ask.TellsOfKeys);
}
