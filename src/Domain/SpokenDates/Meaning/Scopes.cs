using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>
/// Which of the days that were said hold. A refusal covers the whole list or stretch that it stands before or after, until the
/// sentence turns; what is said of another matter (what was done before, a question, somebody's birthday) is covered the same way.
/// </summary>
sealed partial class Scopes
{
    readonly List<Said> said;
    readonly bool[] dropped;
    readonly List<string> doubts = [];
    readonly int firstDay;
    readonly int lastDay;
    int droppedUntil;

    /// <param name="said">What was said, with stretches already joined.</param>
    public Scopes(List<Said> said)
    {
        this.said = said;
        dropped = new bool[said.Count];
        (firstDay, lastDay) = (said.FindIndex(word => word.Phrase is not null), said.FindLastIndex(word => word.Phrase is not null));
        for (var at = 0; at < said.Count; at++)
        {
            Apply(at);
        }

        Replace();
        if (said is [{ Word: Rather, Value: (int)SecondThought.No }, { Phrase: not null, Paused: false }, ..])
        {
            // "No Friday" answers a question, or refuses.
            doubts.Add("no");
        }

        if (said is [.., { Word: Turn, Value: DateToken.OfWhatFollows }])
        {
            doubts.Add("but");
        }

        for (var at = 0; at < said.Count; at++)
        {
            if (said[at].Phrase is not null && !dropped[at])
            {
                Held.Add(said[at]);
            }
            else if (said[at].Word is Or && !IsFollowedByADay(at))
            {
                doubts.Add("or");
            }

            HasAnotherThatIsUnknown |= said[at].Word == Or
                && ((at > 0 && said[at - 1].Word == Unknown) || (at + 1 < said.Count && said[at + 1].Word == Unknown));
        }
    }

    /// <summary>The days that hold, in order.</summary>
    public List<Said> Held { get; } = [];

    /// <summary>Why the days that hold are unsure, although every word is known.</summary>
    public IEnumerable<string> Doubts => doubts;

    /// <summary>Whether an alternative was named that nothing is known of: the third or whatever.</summary>
    public bool HasAnotherThatIsUnknown { get; }

    /// <summary>Whether anything was refused.</summary>
    public bool Refuses { get; private set; }

    void Apply(int at)
    {
        var (word, value, _, _) = said[at];
        switch (word)
        {
            case Not when !IsAffirmed(at):
                Refuse(at, (Reach)value);
                break;
            case OnlyThat when value == 1 && !Affirms(at):
                Refuse(at, Reach.Behind);
                break;
            case Aside:
                _ = (Reach)value switch
                {
                    Reach.Ahead => DropAhead(at, isAWord: true, refuses: false),
                    Reach.Behind => DropBehind(at, untilAPause: false),
                    _ => DropBehind(at, untilAPause: true) + DropAhead(at, isAWord: false, refuses: false),
                };
                break;
            case Question:
                Refuses = true;
                _ = DropBehind(at, untilAPause: true) + DropAhead(at, isAWord: false, refuses: false);
                break;
            case Topic when SaysSomethingElse(at):
            case Reason when HasUnknownBehind(at):
                DropBehind(at, untilAPause: false);
                break;
        }
    }

    void Refuse(int at, Reach reach)
    {
        Refuses = true;
        var count = reach switch
        {
            Reach.Ahead => DropAhead(at, isAWord: true, refuses: true),
            Reach.Instead => DropAhead(at, isAWord: true, refuses: false),
            Reach.Behind => DropBehind(at, untilAPause: false),
            _ => DropBehind(at, untilAPause: true) + DropAhead(at, isAWord: false, refuses: true),
        };
        if (count == 0 && reach == Reach.Behind && !(firstDay >= 0 && firstDay < at))
        {
            // "I don't work on Friday": with nothing before it, it is about what follows.
            DropAhead(at, isAWord: false, refuses: true);
        }
        else if (count == 0 && !IsAboutSomethingElse(at, reach))
        {
            // A refusal with no day of its own is about what was said before: "Friday. No, that won't work."
            for (; droppedUntil < at; droppedUntil++)
            {
                dropped[droppedUntil] |= said[droppedUntil].Phrase is not null;
            }
        }
    }

    // The list or the stretch that follows. After it, "not tomorrow, Friday" goes on with what holds, and "I'm away Monday, Tuesday"
    // perhaps with more that does not.
    int DropAhead(int at, bool isAWord, bool refuses)
    {
        var (count, joined, goesOn) = (0, true, at);
        for (var next = at + 1; next < said.Count && !Turns(said[next].Word); next++)
        {
            var (word, _, phrase, paused) = said[next];
            if (word is Not or Aside or Question || (word is Asks && count > 0))
            {
                break;
            }

            if (phrase is null)
            {
                joined |= word is Or or And or To;
                continue;
            }

            if (count > 0 && !joined && !(paused && GoesOnWithAJoin(next, ref goesOn)))
            {
                if (refuses && !(paused && isAWord))
                {
                    doubts.Add("not");
                }

                break;
            }

            dropped[next] = true;
            (count, joined) = (count + 1, false);
        }

        return count;
    }

    int DropBehind(int at, bool untilAPause)
    {
        var count = 0;
        for (var before = at - 1; before >= 0; before--)
        {
            if (untilAPause && said[before + 1].Paused && !(said[before].Word is Or or And or To))
            {
                break;
            }

            var (word, _, phrase, _) = said[before];
            if (Turns(word) || word is Not or OnlyThat || (word == Aside && (Reach)said[before].Value == Reach.Ahead) || (word is Asks && count > 0))
            {
                break;
            }

            if (phrase is not null)
            {
                dropped[before] = true;
                count++;
            }
        }

        return count;
    }

    // The 4th of "not the 3rd, 4th or 5th".
    bool GoesOnWithAJoin(int at, ref int join)
    {
        for (join = Math.Max(join, at + 1); join < said.Count && said[join].Phrase is not null; join++)
        {
        }

        return join < said.Count && said[join].Word is Or or And or To;
    }

    // The last second thought with a day after it replaces what was said before; "Friday, no" refuses it.
    void Replace()
    {
        for (var at = said.Count - 1; at > 0; at--)
        {
            if (said[at].Word != Rather || said[at - 1].Word == Or)
            {
                continue;
            }

            var (replaces, thought) = (IsFollowedByADay(at), (SecondThought)said[at].Value);
            if (!replaces && thought is SecondThought.SaysNothing or SecondThought.Hesitates)
            {
                if (thought == SecondThought.Hesitates)
                {
                    doubts.Add("second thought"); // who breaks off after a day may have been about to name another
                }

                continue;
            }

            var replaced = 0;
            for (var before = 0; before < at; before++)
            {
                replaced += said[before].Phrase is not null && !dropped[before] ? 1 : 0;
                dropped[before] = true;
            }

            if (replaced > 1)
            {
                doubts.Add("instead of several");
            }

            Refuses |= !replaces;
            return;
        }
    }

    static bool Turns(DateWord word) => word is Turn or Rather or Accept or Reason;
}
