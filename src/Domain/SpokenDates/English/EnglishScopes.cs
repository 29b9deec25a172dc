using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <content>What refuses days, what speaks of other days, and where the sentence turns.</content>
static partial class EnglishLexicon
{
    const int NotAhead = (int)Reach.Ahead, NotBehind = (int)Reach.Behind, NotAround = (int)Reach.Around;

    static readonly string[] MoveVerbs = ["change", "move", "switch", "reschedule", "push", "moved", "changed"];

    static readonly string[] Moved =
        ["", " it", " my order", " the order", " the date", " my ship date", " the ship date", " my shipping date", " the shipping date"];

    static string MovedFrom => string.Join('|', MoveVerbs.SelectMany(verb => Moved.Select(
        thing => $"{verb}{thing} from|{verb}{thing} off|{verb}{thing} off of")));

    static readonly string[] Acceptable =
    [
        "fine", "good", "great", "ok", "okay", "perfect", "best", "better", "possible", "alright", "all right", "ideal", "convenient",
        "preferable", "preferred", "nice", "lovely", "wonderful", "excellent", "fine by me", "fine for me", "good for me", "fine with me",
        "okay for me", "okay with me", "ok for me", "ok with me", "best for me", "better for me", "perfect for me", "the best",
        "the one", "the day", "all good", "cool",
    ];

    static IEnumerable<(string Words, DateToken[] Means)> Refusals =>
    [
        .. Acceptable.SelectMany(word => new (string, DateToken[])[]
        {
            ($"is {word}|s {word}|be {word}|would be {word}|will be {word}|sounds {word}|looks {word}|seems {word}|should be {word}|are {word}",
                [new(Accept)]),
            ($"isnt {word}|is not {word}|wouldnt be {word}|would not be {word}|wont be {word}|will not be {word}|doesnt sound {word}"
                + $"|doesnt look {word}|s not {word}|arent {word}|are not {word}|is no {word}|is never {word}|s no {word}|not {word}|no {word}",
                [new(Not, NotBehind)]),
        }),
        .. Plain(
            ("works|works for me|works best|works better|works fine|works well|works great|suits|suits me|suits me best|suits us|will do"
                + "|will work|would work|would work for me|would suit|would suit me|should work|can work|works for us|would do"
                + "|fits|fits me|looks good|sounds good|would do nicely|will do fine",
                Accept, 0),
            ("may work|might work|could work|may be ok|might be ok|may do|might do|may be fine|might be fine|may suit", Doubt, 0),

            ("not|except|except for|except on|but not|and not|and not on|but not on|not on|anything but|anything but on|any day but|any day except"
                + "|any time but|any time except|anytime but|anytime except|anything except|all but|all except|every day but|every day except"
                + "|everything but|any day apart from|any day other than|anything other than|other than|apart from|aside from|besides"
                + "|excluding|without|barring|save for|bar|skip|avoid|avoiding|skipping"
                + "|neither|and neither does|neither does|nor does|and nor does|nor is|and neither is|neither is|nor on|never on|never|no longer"
                + "|rule out|cross out|leave out|don't ship|don't ship it|don't ship it on|don't send it|don't send it on|don't send|do not ship"
                + "|do not ship it|do not send|do not send it|don't make it|do not make it|don't do|do not do|please not|just not|definitely not"
                + "|certainly not|absolutely not|preferably not|ideally not|not on a|whenever but|whenever except|any other day than|not for"
                + "|anywhere but|outside of|outside|hold off on|forget the|forget about|forget about the|i'd pass on|pass on|steer clear of|stay away from|off of|take it off|take it off of"
                + "|move it off|move it off of|get it off",
                Not, NotAhead),

            ("instead of|rather than|in place of|as opposed to", Not, (int)Reach.Instead),
            (MovedFrom, Not, (int)Reach.Leaving),
            ("won't work|will not work|doesn't work|does not work|won't work for me|doesn't work for me|does not work for me"
                + "|will not work for me|no good|not good|not possible|not convenient|inconvenient|won't suit|doesn't suit|does not suit"
                + "|not going to work|is not going to work|isn't going to work|isn't going to happen|is too late|is too early|is too soon"
                + "|too late|too early|too soon|s too late|s too early|s too soon|is difficult|is hard|is tricky|is tough|is bad|s bad"
                + "|would be bad|wouldn't work|would not work|couldn't work|can't work|cannot work|is out|are out|s out|is no use|is useless"
                + "|is impossible|s impossible|is fully booked|is booked|is taken|is full|won't do|will not do|does nt work|isn't an option"
                + "|is not an option|isn't happening|is off|are off|is off the table|is out of the question|are out of the question|are bad"
                + "|are no good|don't work|do not work|don't suit|do not suit|don't suit me|doesn't suit me|doesn't fit|does not fit|excluded"
                + "|is excluded|are excluded|ruled out|is ruled out|are impossible|is a problem|is no go|is a no go|no go|is terrible|is awful"
                + "|is not great|isn't great|is worse|is the worst|is wrong|was wrong|is inconvenient|is unsuitable|is problematic|is busy|is bad for me"
                + "|don't work for me|do not work for me|fails|is a bad day|is a no|is not available|isn't available|aren't available",
                Not, NotBehind),

            ("can't|cannot|can not|couldn't|could not|won't|will not|don't|do not|doesn't|does not|isn't|is not|wasn't|was not|aren't"
                + "|are not|unable|not able|unavailable|i'm away|i am away|away|i'm busy|i am busy|busy|out of town|impossible|i'm not|i am not|i'm out"
                + "|i am out|on holiday|on vacation|on a trip|at work|in the office|wouldn't|would not|didn't|did not|hasn't|hasn t|haven't|have not"
                + "|shouldn't|should not|hate|refuse|cancel|closed|we're closed|we are closed|traveling|travelling|abroad|gone|not home|not in"
                + "|not here|not around|not available|not at home|not there|no one home|nobody home|nobody is home|nobody's home|no one is home"
                + "|no one's home|nobody will be home|nobody's in|nobody is in|booked|occupied|tied up|off work|sick|in hospital|absent|engaged"
                + "|out of the country|out of office|out of the office|overseas|on leave|on business|working|can't make|can't do|not free"
                + "|moving house|mustn't|must not|can't have it|shut|not open|nobody's here|nobody will be here|no one's here|no one will be here|no one is here"
                + "|nobody is here|no one will be in|nobody will be|no one will be|no one in|nobody in|nobody can|no one can|none of us|everybody will be out|everyone will be out"
                + "|off|i'm off|i am off|we're off|hardly|needn't|need not|no way|there's no way|no way i can do|there's no way i can do|no one comes|nobody comes",
                Not, NotAround),

            // Other matters: what was done, what is asked, what happens to somebody.
            ("ordered|i ordered|called|phoned|rang|bought|purchased|paid|placed|spoke|talked|was|were|had|told|asked|emailed|wrote|received|got"
                + "|arrived|came|went|happened|complained|requested|booked it|rescheduled|changed it|changed|promised|agreed|supposed to|meant to"
                + "|due|was told|i was told|scheduled for|was scheduled|originally|used to|made|chose|picked|returned|shipped it|sent it|read"
                + "|heard|saw|tried|cancelled|canceled|moved it|missed|planned for|since last|it shipped|it went out|it already shipped|set for|is set for|the email said"
                + "|someone's coming|somebody's coming|someone is coming|get paid|i get paid|we come back|leaving|we leave|i'm leaving",
                Aside, NotAround),
            ("what day|what date|which day|which date|what's today|what is today|what time|when does|when do|when did|when is|when's|when will"
                + "|when was|when are|when can|what was|what's the date|what is the date|what's tomorrow|what is tomorrow|does it ship|does it go"
                + "|will it ship|has it|did it|is it shipping|is it going|is it still|is it due|is it on|is it scheduled|is my order on|why|why is"
                + "|why did|how long|how far|how come|who|where|which|what is the day|what's the day|do you ship|do you deliver|are you open"
                + "|are you closed|do you open|is today|is it today|is tomorrow|the date today|is there|are there|was it|what's my|what is my|what is it"
                + "|it ships|it's shipping|it's going|it's due|it's coming|ships on|it is due|it's on|it's for|it is on|number|order number|phone number"
                + "|my number|number is|tracking number|account number|reference|code|zip|postcode|room|apartment|flat|street|avenue|it's|is it delayed|will it be delayed|was it delayed|is delayed|my order is delayed|the order is delayed|it is delayed"
                + "|be delayed|been delayed|got delayed|is it two|is it three|is it a week|will it be two|will it be three|will it be a|that's two|that's three",
                Question, 0),
            ("when|while|as we|since we|since i'm|since i am|since we're|because|since i|as i|although|though|whereas|once|as soon as|whenever i|until i|before i|after i|after we"
                + "|before we|until we|so that|given that|considering|even though|that's when|now that|seeing as|by the time|the day i"
                + "|the day we|the day my|the day that",
                Aside, NotAhead),
            ("i'm|i am|we're|we are|i'll be|i will be|we'll be|we will be|i've|i have|we've|we have|i've got|she's|he's|she is|he is|they're"
                + "|they are|it was|there's|there is|i work|i'll have|birthday|anniversary|wedding|funeral|party|appointment|meeting|exam"
                + "|interview|conference|concert|holiday|holidays|vacation|trip|flight|surgery|moving day|deadline|school|church|christening"
                + "|graduation|my day off|day off|lease|payday|pay day|i'd be|someone else's|their|his|her|husband|wife|mother|father|mom|dad|son"
                + "|daughter|sister|brother|friend|neighbor|neighbour|boss|girlfriend|boyfriend|partner|roommate|colleague|kids|children|parents",
                Aside, NotAround),
            ("my|our", Person, Mine), ("i|we|you|he|she|they|me|us|someone|somebody|everyone|nobody|no one|people", Person, 0),

            ("so|but the|but on|then|how about|what about|so then|so the|therefore|and so|in that case|that leaves|which leaves|but then|well then"
                + "|so on|so maybe|so perhaps|so let's say|so make it|but how about|but what about|ok so|so please|yet|however",
                Turn, 0),

            ("actually|sorry|rather|make it|instead|let's|let's say|no let's say|better|excuse me i mean|pardon me i mean", Rather, 0),
            ("no|nope|nah|no no|wrong|that's wrong|never mind|nevermind|forget it|not really|not quite|i don't think so",
                Rather, (int)SecondThought.No),
            ("scratch that|strike that|forget that|i take that back|no wait|wait no|no sorry|sorry no|no actually|actually no|no i mean|no i meant"
                + "|no make it|no make that|no hold on|wait no sorry|that was wrong|my mistake|my bad",
                Rather, (int)SecondThought.Refuses),
            ("wait|i mean|i meant|correction|on second thought|on second thoughts|second thought|second thoughts|let me think|make that"
                + "|hold on|hang on|make that the|sorry i meant|sorry i mean|or rather|let me rephrase|or actually|change that to|or wait|just a moment"
                + "|one moment|just a second|one second|let me see|let me check|give me a second|give me a moment",
                Rather, (int)SecondThought.Hesitates),

            ("is|will be|would be|'s|are|will|sounds|looks|seems|feels|sound|look|seem", Topic, 0),

            // Polite questions in the negative name the day that they ask for.
            ("can't we|couldn't it|couldn't it go|can't you|couldn't we|couldn't you|why don't we|why don't you|won't you|can't i|couldn't i|why not|wouldn't you|can't it be"
                + "|couldn't it be|isn't it possible to|is it not possible to|would it not be possible to|wouldn't it be possible to|why can't we"
                + "|why can't you|don't you have|isn't there|why couldn't we|can't we just|why can't it be",
                Doubt, 0)),
        ("if|unless|in case|provided|provided that|as long as|assuming", [new(Doubt), new(Aside, NotAhead)]),
        ("but", [new(Turn, DateToken.OfWhatFollows)]), ("not sure", [new(Doubt)]),
    ];
}
