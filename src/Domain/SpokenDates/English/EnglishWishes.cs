using static OrderHotline.Domain.DateWord;

namespace OrderHotline.Domain;

/// <content>Words that change nothing: politeness, hesitation, the order, and the wish to ship it. And those beside which a day is only
/// proposed.</content>
static partial class EnglishLexicon
{
    // What is shipped, and how it is asked for: "ship it", "send my order out", "move the shipping date".
    const int MovingVerbs = 8;

    static readonly string[] Verbs =
    [
        "ship", "send", "dispatch", "mail", "post", "move", "change", "reschedule", "set", "put", "schedule", "book", "make", "do", "switch",
        "shift", "reserve", "arrange", "choose", "pick", "take", "have", "see", "try", "prefer", "want", "go with", "go for",
        "opt for", "stick with", "keep", "update", "plan", "request", "aim for", "shoot for",
    ];

    static readonly string[] Things =
    [
        "it", "them", "that", "this", "my order", "the order", "this order", "my package", "the package", "my parcel", "the parcel",
        "my shipment", "the shipment", "the shipping", "the date", "the shipping date", "my shipping date", "my stuff", "my jacket",
        "the jacket", "the ship date", "my item", "the item", "my items", "the items", "my things", "the thing", "the day",
        "the shipping day", "my shipping day", "the dispatch", "the dispatch date", "everything", "the goods",
    ];

    static readonly string[] Asking =
    [
        "can you", "could you", "would you", "will you", "can we", "could we", "can i", "could i", "may i", "may we", "shall we", "might we",
        "i would", "i'd", "i want to", "i'd like to", "i would like to", "we'd like to", "we would like to", "i need to",
        "i want you to", "i'd like you to", "i need you to", "i'd love to", "i wish to", "i would like you to", "you can", "you could", "we can",
        "we could", "you may", "i can", "i could", "i'll", "i will", "we will", "let us", "let me", "would it be possible to",
        "is it possible to", "is there any way to", "is there a way to", "any chance you could", "any chance of", "do you think you could",
        "would you be able to", "are you able to", "is there any chance you could", "i was hoping you could", "i was wondering if you could",
        "would you mind", "do you mind if we", "if you could", "can it", "could it", "can that", "could that", "can they", "would that",
        "would it", "may it", "it can", "it could", "it should", "it would", "i prefer to", "i'd rather",
    ];

    static IEnumerable<(string Words, DateToken[] Means)> Wishes =>
    [
        .. Verbs.Select((verb, index) => (verb, index < MovingVerbs ? [new(Asks)] : Nothings)),
        .. Verbs.SelectMany(verb => Things.Select(thing => ($"{verb} {thing}", new DateToken[] { new(Asks) }))),
        .. Things.Where(thing => thing is not ("that" or "this" or "the day" or "the shipping date" or "my shipping date"))
            .Select(thing => (thing, Nothings)),
        .. Plain(
            (string.Join('|', Asking), Asks, 0),
            ("can|could|would|should|shall|be|for|that|too|just|only|then please|out|over|onto|please let it be|there|here|date|shipping|send off|sent off|ship it off|send it off"
                + "|shipped|sent|dispatched|mailed|posted|moved|set|scheduled|booked|sent out|shipped out|go out|going out|leave the warehouse"
                + "|to be|to ship|to send|to be shipped|to be sent|to move|to change|to dispatch|to have it|to go|for me|for us|to me|to us|to you|with you"
                + "|have it|have it shipped|have it sent|get it shipped|get it sent|get it out|have it go out|get it moved|need it shipped"
                + "|need it sent|i need it shipped|i need it sent|i want it|i'd like it|i would like it|i want|i'd like|i would like|i'd prefer|i prefer"
                + "|i would prefer|we'd like|we want|we'd prefer|i choose|i'll take|i'll go with|i'll have|i would say|i'd say|let it be|it to|it on"
                + "|looking at|i'm thinking of|i was thinking of|i'm thinking|i was thinking|i was thinking about|how does|does|do|what if"
                + "|either|both|any day of|any time on|anytime on|anytime|any time|sometime|some time|sometime on|at some point|whichever is sooner"
                + "|whichever is first|whichever comes first|whichever works|whichever you like|whichever suits you|whichever|as you like|up to you"
                + "|if possible|if you can|if that's possible|if it's possible|if that's ok|if that's okay|if that's fine|if it's ok|if it's okay|if you don't mind"
                + "|if that works|if that works for you|if it works|if i may|if you would|if at all possible|if not a problem|if it's not too much trouble"
                + "|if that's alright|if that is ok|if that is okay|if that is possible|if it is possible|if it is ok|if that suits you|if you could please"
                + "|how are you|how are you today|how are you doing|how are you doing today|i wanted|it's about my order|it's about|so it's|put me down for|i wonder if|i would really appreciate it if|i'd really appreciate it if|i'd love it if you could|i would love it if you could|could go out|my preference would be|like i said|as i said|i said"
                + "|needs to ship|it needs to ship|it must go out|must go out|it has to be|has to be|possibly do|no rush|no hurry|if you can manage it|if you'd be so kind|i was hoping for|make sure it goes out|make sure|goes out"
                + "|so that'd be|the only day i can do is|the only day that works is|get it out the door|out the door|have you got|do you have|this upcoming|this coming|available|let me check my calendar"
                + "|hopefully|ideally|preferably|really|definitely|certainly|exactly|precisely|for sure|sharp|for certain|absolutely|simply|now please"
                + "|not a problem|no problem|no worries|don't mind|do not mind|i don't mind|i do not mind|whether or not|not only"
                + "|a second|one second|just a second|hold on a second|wait a minute|one moment|just a moment|hold on a moment|one sec|just a minute|give me a second"
                + "|wait a second|wait a moment|hang on a second|let me see|let me check|let's see|first of all|about my order|about the order|about my parcel"
                + "|i'm calling about my order|i am calling about my order|calling about my order|calling about|i'm calling about|i'm calling to|i am calling to|calling to"
                + "|regarding my order|with my order|on my order|of my order|from you|as planned|it's fine|that's fine|that is fine|that's good|that's ok"
                + "|that's okay|that's great|that's perfect|that's it|that'll do|that will do|that works|that works for me|that would be great|that would be good"
                + "|that would be fine|that would be perfect|that would be nice|that would be lovely|that would work|that suits me|would be my choice|is my choice"
                + "|is what i want|is what i'd like|is what i would like|would be my preference|is my preference|sounds good to me|works too|is fine too|i guess that's fine"
                + "|just to be safe|to be safe|to be on the safe side|to be precise|to be exact|that is|that's|this time|new date|the new date|a new date"
                + "|as the new date|as the shipping date|as my shipping date|as the date|shipping date|for shipping|for dispatch|for the shipping date|for the order"
                + "|for my order|of course|sure|yes|yeah|yep|yup|yes please|correct|right|alright|all right|ok|okay|fine|good|great|perfect|lovely|nice|cool|sounds perfect"
                + "|wonderful|brilliant|excellent|fantastic|possible|then thanks|my choice is|my answer is|the answer is|my preference is|the best day is|the best day for me is"
                + "|the best date is|the day is|the date is|make it for|go for the|let's do|let's go with|let's go for|let's make it|let's try|let's take|let's have|let's pick"
                + "|let's choose|let's set|let's book|let's ship it|let's ship|let's send it|let's move it to|let's move it|could be shipped|can be shipped|be shipped|be sent",
                Nothing, 0),
            ("please|thank you|thanks|thank you very much|thank you so much|thanks very much|thanks a lot|many thanks|cheers|kindly|ta|much appreciated"
                + "|i'd appreciate it|i would appreciate it|if you please|pretty please|please and thank you|thanks again|thank you again|thanks so much|sir|ma'am|madam|miss|mister"
                + "|um|uh|umm|uhh|uhm|erm|er|err|hmm|hm|mm|mmm|mhm|ah|ahh|oh|eh|huh|well|like|you know|you see|i guess|i think|i suppose|let's think|kind of|sort of"
                + "|basically|anyway|hello|hi|hey|hi there|hello there|good morning|good afternoon|good evening|bye|goodbye|bye bye|excuse me|pardon me|pardon|i'm sorry"
                + "|well um|oh um|have a nice day|have a good day|have a great day|happy new year|happy holidays|merry christmas|merry christmas to you|merry christmas to you too|gosh|gee|god|oh dear|dear|mate|folks|guys",
                Filler, 0),
            ("deliver|delivered|delivery|delivering|arrive|arrives|arriving|arrival|receive|receiving|get|get it|gets|getting|get here|reach|reaches|reach me|come|comes|coming to me"
                + "|need|i need|i need it|need it|be here|be there|at my door|at my house|at home|have it here|have it in hand|in my hands|to my house|to my home|to my place"
                + "|i'm free|i'm home|i'm available|i'm in|i am free|i am home|i am available|i am in|i'm at home|i'm here|i'll be home|i'll be in|i'll be free|i'll be available|i'll be here"
                + "|i'll be at home|i will be home|i will be in|i will be free|i will be available|we're home|we're in|we're free|we are home|we are in|we are free|i'm around|i'm back|i'm open"
                + "|i am around|i am back|i'll be back|i'll be around|we'll be home|we'll be in|i can be home|i can be in|i have time|i've got time|i'm flexible|i'm fine with|i'm good with"
                + "|i'm ok with|i'm okay with|i'm happy with|i am fine with|i am happy with|i'm hoping for|i'm looking for|i say|i told you|we said|i asked for|pick up|collect|collected"
                + "|maybe|perhaps|possibly|probably|might|might be|could be|may be|also|as well|even|again|still|already|unless|tentatively|presumably|i believe|i'm not sure|not sure|not sure if it's ok"
                + "|would love|or not|something like|say|let's hope|at a push|at a pinch|guess",
                Doubt, 0),
            ("as soon as possible|as soon as you can|as early as possible|as early as you can|asap|the soonest|the earliest|the earliest possible"
                + "|sooner the better|the sooner the better|right away|immediately|first available|next available|the first available|the next available|soon|now|right now|straight away"
                + "|quickly|as quickly as possible|as quickly as you can|soon as possible|soon as you can|first available day|the first available day|next available day|the next available day|earliest possible|earliest available"
                + "|the earliest available|the earliest day|the earliest date|the soonest day|the soonest date|the earliest possible day|the earliest possible date|as fast as possible|at your earliest convenience|the earliest you have"
                + "|the earliest you can|the earliest you can do|earliest you have|soonest possible|urgently|at once|pronto|the very earliest|the first day you have|the first day possible|the first possible day|what's the earliest"
                + "|what is the earliest|when is the earliest|when's the earliest|what's the soonest|when is the soonest|how soon|how soon can you|as soon as you're able|without delay",
                Soonest, 0),
            ("any day|any day is|whenever|whenever you like|whenever you can|whenever suits you|whenever works|whenever works for you|whenever possible|whenever it's convenient|any date|doesn't matter|does not matter|no preference|anyday|any day at all|i don't care"
                + "|it doesn't matter|i don't mind when|any old day|any day you like|any day works|any day will do|any day is fine|any day is good|any time is fine|anytime is fine|any time works|anytime works|whenever is fine|i have no preference|i'm easy"
                + "|you choose|you decide|you pick|surprise me|any time you like|anytime you like|all days are fine|every day is fine|every day works",
                Soonest, 1)),
    ];

    static DateToken[] Nothings => [new(Nothing)];
}
