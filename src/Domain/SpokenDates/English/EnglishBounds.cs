using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <content>Bounds, joins, and moves of the order's own day.</content>
static partial class EnglishLexicon
{
    static IEnumerable<(string Words, DateToken[] Means)> Bounds => Plain(
        ("from|starting|starting from|starting on|beginning|beginning on|between|anytime between|any time between|sometime between"
            + "|somewhere between|any day between|any time from|anytime from|any day from|no earlier than|not earlier than|no sooner than"
            + "|not sooner than|on or after|the earliest i can do is|the earliest i can do|the earliest is|can't be before|can't do before|can't do it before|not a day before|as early as|as of|as from|effective|at least|no less than|not less than|hold it until|hold it till|hold until"
            + "|hold off until|keep it until|keep it till|wait until|wait till|hold my order until|hold the order until|hold on to it until"
            + "|at the earliest on|earliest on|the earliest on|any day on or after|later than or on|don't ship it before|don't send it before"
            + "|don't ship before|don't send before|don't ship it until|don't send it until|don't ship it till|do not ship it before"
            + "|do not send it before|do not ship it until|do not send it until|not until|not till|not before|since",
            From, Ahead),
        ("at the earliest|at the soonest|at the very earliest|at the very soonest|is the earliest|is the soonest|is the earliest i can do|would be the earliest|earliest|soonest|onwards|onward|or later|or after|and after"
            + "|and later|and onwards|and onward|and on|on onwards|or any day after|or any day after that|or any time after|or anytime after"
            + "|or anytime later|or any day later|or thereafter|and thereafter|or afterwards|or after that|or sometime after|or beyond|and beyond"
            + "|or some time after|or whenever after|or the days after|or so onwards|and up|or anything after|or anything later",
            From, 0),

        ("any time after|anytime after|any day after|sometime after|some time after|after|later than|past|past the|beyond|following the"
            + "|more than|over|once it's past|after the|right after|immediately after|shortly after|soon after|just after"
            + "|only after|sometime past",
            After, Ahead),

        ("until|till|the latest i can do is|the latest i can do|the latest i could wait is|the latest is|the latest would be|my latest is|the deadline is|can't be later than|can't be any later than|not any later than|by the end of|no later than|not later than|up to|up until|as late as|on or before|at or before|within|inside|no more than"
            + "|not more than|less than|at most|before or on|no after|not after|not past|not beyond|in less than|within the next|inside of"
            + "|at the latest on|at the latest by|by no later than|latest by|in time for|any day up to|any time up to|any time until"
            + "|anytime until|anytime up to|any day until|for the next|over the next|in the next|during the next|sometime within|sometime in the next"
            + "|don't ship it after|don't send it after|do not ship it after|do not send it after",
            Until, Ahead),
        ("at the latest|latest|at latest|at the very latest|at the absolute latest|is the latest|is the latest i can do|would be the latest|is the deadline|or before|or earlier|or sooner|or any day before|or any day before that"
            + "|or any time before|or anytime before|or before that|or earlier than that|tops|max|at most|at the most|and no later|and not a day later|not a day later|no later|not later"
            + "|and not later|but no later|but not later|or any earlier day|and not after|and no earlier day",
            Until, 0),

        ("by", Small, By),
        ("before|prior to|ahead of|in advance of|earlier than|sooner than|any time before|anytime before|any day before|sometime before"
            + "|some time before|just before|right before|immediately before|shortly before|preceding|any day prior to"
            + "|any time prior to",
            Before, Ahead),

        ("around|about|near|close to|somewhere near|somewhere around|sometime around|some time around|approximately|roughly|circa|near to"
            + "|in the region of|in the vicinity of|more or less|nearly|almost|close on|somewhere close to|sometime near|thereabouts of"
            + "|roughly around|around about|on or about|on or around|or near",
            About, Ahead),
        ("ish|or so|or thereabouts|or around then|or about then|or around there|give or take|give or take a day|give or take a day or two"
            + "|give or take one day|give or take a few days|give or take a couple of days|plus or minus a day|plus or minus one day"
            + "|more or less|roughly|approximately|or near it|or near that|or close to it|or nearabouts|or something like that",
            About, 0),

        ("or|nor|or else|if not|or maybe|or perhaps|or possibly|or alternatively|if that's not possible|if that doesn't work"
            + "|if that does not work|if not then|failing that|otherwise|alternatively|or if not|or otherwise|and or|or even",
            Or, 0),
        ("and|and then|and also", And, 0),
        ("through", To, Through),
        ("to|through to|thru|all the way to|right through to|up through", To, 0),

        // Moves of the order's own day, and the day itself.
        ("later|later than planned|later than scheduled|later than it is now|later than now|later than the current date|later than originally"
            + "|later than originally planned|later than it was|later than that|later than expected|later than agreed|later than the plan"
            + "|later than it's planned|later than it's scheduled|later than the planned date|later than the original date|after that"
            + "|further out|further back|farther out|behind schedule|past the planned date|past the original date|past the current date"
            + "|postpone|postpone it|postponed|delay|delay it|delayed|push back|push it back|push it out|pushed back|put it back|put it off"
            + "|put off|move it back|move it out|moved back|set it back|set back|push the date back|push my order back|move my order back"
            + "|push the order back|move the order back|delay my order|delay the order|postpone my order|postpone the order|push it off"
            + "|defer|defer it|hold it back|move the date back|delay shipping|delay the shipment|postpone the shipment|push shipping back"
            + "|push the shipping date back|move the shipping date back|bump it back|hold off for|wait another|push it later"
            + "|move it later|push it|push it by|push that by|push that|bump it|bump it by|add|slide it back|an extra|extra|delay please",
            Move, 1),
        ("earlier|sooner|earlier than planned|earlier than scheduled|earlier than it is now|earlier than now|earlier than originally planned"
            + "|earlier than expected|sooner than planned|sooner than scheduled|earlier than the planned date|earlier than that"
            + "|earlier than the current date|earlier than the original date|sooner than expected|ahead of schedule|ahead of plan"
            + "|bring forward|bring it forward|bring my order forward|bring the date forward|bring the order forward|move it up|pull it in"
            + "|pull it forward|move my order up|move the date up|move the order up|advance it|bring the shipping date forward|bump it up"
            + "|move it earlier",
            Move, -1),
        ("planned date|the planned date|original date|the original date|current date|the current date|scheduled date|the scheduled date"
            + "|the planned day|the original day|the scheduled day|the current day|my current date|my shipping date|the shipping date"
            + "|current shipping date|the current shipping date|the original shipping date|the date i have|the day i have|the date it is now"
            + "|the day it is now|it's scheduled|it is scheduled|when it's scheduled|it was scheduled|it was planned|the agreed date"
            + "|when it's due|the due date|the date you have|what was planned|what's planned|the plan",
            OwnDay, 0));
}
