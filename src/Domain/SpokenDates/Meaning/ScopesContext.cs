using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <content>What stands around a word that decides which days hold.</content>
sealed partial class Scopes
{
    // "Friday, but not in the morning"; "Friday, don't ring the bell".
    bool IsAboutSomethingElse(int at, Reach reach)
    {
        for (var next = at + 1; reach != Reach.Behind && next < said.Count && !Turns(said[next].Word) && said[next].Word != Not; next++)
        {
            if (said[next].Word is Unknown or TimeOfDay)
            {
                return true;
            }
        }

        for (var before = at - 1; reach != Reach.Ahead && before >= 0 && said[before].Phrase is null
            && !Turns(said[before].Word) && said[before].Word != Not; before--)
        {
            if (said[before].Word is Unknown)
            {
                return true;
            }
        }

        return false;
    }

    // 金曜しか受け取れません; 金曜以外は無理です.
    bool IsAffirmed(int at)
    {
        for (var before = at - 1; before >= 0 && said[before].Phrase is null && !Turns(said[before].Word) && said[before].Word != Not; before--)
        {
            if (said[before].Word == OnlyThat)
            {
                return true;
            }
        }

        return false;
    }

    bool Affirms(int at)
    {
        for (var next = at + 1; next < said.Count && said[next].Phrase is null && !Turns(said[next].Word); next++)
        {
            if (said[next].Word == Not)
            {
                return true;
            }
        }

        return false;
    }

    // "Friday is my birthday"; 三日は法事です.
    bool SaysSomethingElse(int at)
    {
        for (var next = at + 1; next < said.Count; next++)
        {
            if (said[next].Word == Unknown)
            {
                return true;
            }

            if (said[next].Phrase is not null || Turns(said[next].Word) || said[next].Word is Not or Topic)
            {
                return false;
            }
        }

        return false;
    }

    bool HasUnknownBehind(int at)
    {
        for (var before = at - 1; before >= 0 && !Turns(said[before].Word); before--)
        {
            if (said[before].Word == Unknown)
            {
                return true;
            }
        }

        return false;
    }

    bool IsFollowedByADay(int at) => lastDay > at;
}
