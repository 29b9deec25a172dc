using System.Globalization;
using NodaTime.Text;
using OrderHotline.Domain;

namespace OrderHotline.Application;

/// <summary>The words of the messages, in both languages.</summary>
static class MessageWords
{
    // A message holds 1,600 bytes in all. A name this long leaves room for the rest even at 4 bytes a character.
    const int MaxItemLength = 200;

    static readonly LocalDatePattern JapaneseDate =
        LocalDatePattern.Create("uuuu'年'M'月'd'日'", CultureInfo.InvariantCulture);

    public static string For(OwedMessage message, Order order) => (message, message.Language) switch
    {
        (OwedMessage.Cancellation, Language.English) => English("We changed state to cancel.", order),
        (OwedMessage.Cancellation, Language.Japanese) => Japanese("ご注文をキャンセルしました。", order),
        (OwedMessage.NewDate(_, _, _, var date), Language.English) =>
            English($"We changed shipping date to {LocalDatePattern.Iso.Format(date)}.", order),
        (OwedMessage.NewDate(_, _, _, var date), Language.Japanese) =>
            Japanese($"発送日を{JapaneseDate.Format(date)}（{"月火水木金土日"[(int)date.DayOfWeek - 1]}）に変更しました。", order),
        _ => throw new NotSupportedException($"No words for {message.GetType().Name} in {message.Language}."),
    };

    static string English(string news, Order order) => $"{news}\nItem Name: {Name(order.Item)}\nOrder ID: {order.Id}";

    static string Japanese(string news, Order order) => $"{news}\n商品名: {Name(order.Item)}\n注文番号: {order.Id}";

    // A shop's item name is data: it must not add lines of its own, nor break off inside a character.
    static string Name(string item)
    {
        var line = OneLine.From(item);
        return line.Length <= MaxItemLength ? line
            : $"{line.AsSpan(0, char.IsHighSurrogate(line[MaxItemLength - 1]) ? MaxItemLength - 1 : MaxItemLength)}…";
    }
}
