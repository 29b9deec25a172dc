using OrderHotline.Domain;

namespace OrderHotline.CallSimulator.Lex;

/// <summary>What counts as a yes or a no while a bot waits for one. Lex keeps its own lists to itself; these are the plain answers,
/// and whatever else is said, and all of other languages, is left to the code hook.</summary>
static class YesNoWords
{
    public const string None = "None";
    public const string Confirmed = "Confirmed";
    public const string Denied = "Denied";

    /// <summary>The confirmation state after these words.</summary>
    /// <param name="heard">What was said, normalised.</param>
    /// <param name="language">The language of the bot's locale.</param>
    public static string Read(string heard, Language language) =>
        language == Language.Japanese ? Japanese(heard)
        : language == Language.English ? English(heard)
        : None;

    static string Japanese(string heard) => heard switch
    {
        "はい" or "はいはい" or "はいお願いします" or "はいそうです" or "はいそれでお願いします" or "はい大丈夫です" or "ええ" or "ええお願いします" or "うん"
            or "そうです" or "その通りです" or "それでお願いします" or "お願いします" or "よろしくお願いします" or "オーケー" or "オッケー" => Confirmed,
        "いいえ" or "いえ" or "いや" or "いいえ違います" or "いえ違います" or "違います" or "違う" or "ちがいます" or "やめます" or "だめです" => Denied,
        _ => None,
    };

    static string English(string heard) => heard switch
    {
        "yes" or "yes please" or "yes thats right" or "yes it is" or "yeah" or "yep" or "yup" or "sure" or "ok" or "okay" or "correct"
            or "right" or "thats right" or "thats correct" or "that is correct" or "that is right" or "please do" or "go ahead"
            or "of course" => Confirmed,
        "no" or "no thanks" or "no thank you" or "nope" or "nah" or "no thats wrong" or "thats wrong" or "thats not right" or "wrong"
            or "not really" or "dont" => Denied,
        _ => None,
    };
}
