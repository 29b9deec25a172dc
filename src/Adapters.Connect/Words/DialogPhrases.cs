using NodaTime;
using static OrderHotline.Adapters.Connect.DateSpeech;

namespace OrderHotline.Adapters.Connect;

/// <summary>What the caller hears in the dialogue, besides the <see cref="OutcomePhrases"/> it shares. A phrase that is followed
/// by another ends so that the two can stand side by side.</summary>
static class DialogPhrases
{
    public static readonly Phrase Nothing = new("", "");

    public static readonly Phrase Silence = new("お声が聞こえませんでした。", "I did not hear you. ");

    public static readonly Phrase YesOrNo = new("はい、または、いいえ、でお答えください。", "Please answer yes or no. ");

    public static readonly Phrase Denied = new("承知しました。", "All right. ");

    public static readonly Phrase DateByKeypad = new(
        "たとえば十二月三日は、ボタンで、一、二、ゼロ、三、シャープ、と押すこともできます。",
        "You can also use your keypad: for December 3rd, press 1, 2, 0, 3, and the pound key. ");

    public static readonly Phrase YesOrNoByKeypad = new(
        "ボタンでお答えいただくこともできます。はい、は一、いいえ、は二です。",
        "You can also press 1 for yes, or 2 for no. ");

    public static readonly Phrase GaveUp = new(
        "申し訳ございません。オペレーターにおつなぎします。",
        "I'm sorry. I will put you through to an operator.");

    public static readonly Phrase NoDayToChoose = new(
        "申し訳ございません。ただいまお選びいただける発送日がございません。オペレーターにおつなぎします。",
        "I'm sorry, there is no shipping date to choose right now. I will put you through to an operator.");

    /// <summary>How the dialogue begins, with the item if it is known.</summary>
    public static Phrase Begin(string item) => item.Length == 0
        ? new("発送日の変更ですね。", "You would like to change your shipping date. ")
        : new($"{item}の発送日の変更ですね。", $"You would like to change the shipping date of {item}. ");

    public static Phrase ReadBack(LocalDate day) => new(
        $"{Japanese(day)}に変更します。よろしいですか？",
        $"{English(day)}. Shall I change it to that day?");

    public static Phrase AlreadyShipsOn(LocalDate day) => new(
        $"ご注文は、もともと{Japanese(day)}に発送の予定です。このままでよろしいですか？",
        $"Your order already ships on {English(day)}. Shall I leave it at that day?");
}
