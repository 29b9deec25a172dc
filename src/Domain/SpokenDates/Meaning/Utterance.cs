using System.Collections.Immutable;
using NodaTime;
using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <summary>Gathers words into phrases, and notes what stands between them. What was meant in all is for <see cref="Scopes"/> and
/// <see cref="Meaning"/>.</summary>
sealed partial class Utterance
{
    readonly LocalDate today;
    readonly bool isEnglish;
    readonly List<Said> said = [];
    readonly ImmutableArray<string>.Builder unsure = ImmutableArray.CreateBuilder<string>(0);
    DatePhrase current = new();
    DatePhrase? previous;
    DateWord? bound;
    int shift;
    int? span;
    int? move;
    bool about;
    bool wholeWeek;
    (DatePhrase Phrase, bool After)? counted;
    (DatePhrase Base, bool After)? countedBase;
    bool paused;
    bool began;
    DateWord soonest;

    /// <param name="words">What was heard, in order.</param>
    /// <param name="text">The text that their places are in.</param>
    /// <param name="today">Today in the shop's zone.</param>
    /// <param name="language">The language that was spoken: in English "three days after" stands before the date it counts from and
    /// the month after both alternatives, in Japanese the other way round.</param>
    public Utterance(List<HeardWord> words, ReadOnlySpan<char> text, LocalDate today, Language language)
    {
        (this.today, isEnglish) = (today, language == Language.English);
        foreach (var word in words)
        {
            paused |= word.Paused;
            if (word.Word is Unknown or Doubt or MoveSomewhere)
            {
                unsure.Add(text.Slice(word.Start, word.Length).ToString());
            }

            Take(word.Token);
        }

        Close();
        EndShift();
        EndSpan();
        EndModifiers();
    }

    /// <summary>What was meant.</summary>
    public SpokenDate Reading()
    {
        var scopes = new Scopes(Meaning.JoinStretches(said, isEnglish, today));
        var meant = new Meaning(today).Of(scopes.Held);
        if (meant is SpokenDate.NotADate && scopes.Held.Count == 0 && soonest != Nothing && !scopes.Refuses)
        {
            meant = new SpokenDate.Earliest();
        }

        if (meant is SpokenDate.Day or SpokenDate.Shift && scopes.HasAnotherThatIsUnknown)
        {
            meant = new SpokenDate.NotADate();
        }

        if (meant is SpokenDate.Day && soonest == Soonest)
        {
            unsure.Add("soonest");
        }

        unsure.AddRange(scopes.Doubts);
        return unsure.Count == 0 || meant is SpokenDate.NotADate ? meant : new SpokenDate.Unsure(meant, unsure.ToImmutable());
    }

    void Take(DateToken token)
    {
        var wasEmpty = current.IsEmpty;
        switch (token.Word)
        {
            case Nothing or Doubt:
                break;
            case Unknown:
                Close();
                Note(token);
                break;
            case Or or And or To:
                Close();
                Note(token);
                break;
            case From or Until or Before or After or About or WeekOfThatDay:
                Modify(token);
                break;
            case TimeOfDay:
                // "After five tomorrow" is tomorrow; "by five tomorrow" may be any day until then.
                (bound, about) = current.IsEmpty && bound != Until ? (null, false) : (bound, about);
                if (counted is var (weekday, _))
                {
                    (current, counted) = (weekday, null);
                }
                else if (current.IsEmpty)
                {
                    Note(token);
                }

                break;
            case DaysAfterThat:
                TakeDaysAfterThat(token.Value);
                break;
            case Span:
                Close();
                EndSpan();
                (span, began, paused) = (token.Value, paused, false);
                MakeShift();
                break;
            case Move or MoveSomewhere:
                move = token.Word == Move ? token.Value : 1;
                MakeShift();
                break;
            case OneAfter:
                TakeOneAfter(token.Value);
                break;
            case Soonest:
                soonest = token.Value == 0 || soonest == Soonest ? Soonest : Unknown;
                break;
            case Not or Aside or Question or OnlyThat or Turn or Accept or Rather or Topic or Reason or Asks:
                Close();
                EndShift();
                EndSpan();
                Note(token);
                break;
            default:
                if (!current.TryAdd(token, today))
                {
                    Close();
                    (began, current) = (began || paused, new DatePhrase());
                    current.TryAdd(token, today);
                }
                else if (wasEmpty)
                {
                    began |= paused;
                }

                paused = false;
                break;
        }
    }
}
