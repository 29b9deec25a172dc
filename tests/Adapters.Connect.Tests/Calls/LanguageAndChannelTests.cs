using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class LanguageAndChannelTests
{
    const string InJapanese = "ご注文をキャンセルいたしました。";
    const string InEnglish = "I have cancelled your order.";

    [Theory]
    [InlineData("ja-JP", InJapanese, InJapanese)]
    [InlineData("JA", InJapanese, InJapanese)]
    [InlineData("ja", InJapanese, InJapanese)]
    [InlineData("en-US", InEnglish, InEnglish)]
    [InlineData("en-GB", InEnglish, InEnglish)]
    [InlineData("EN-au", InEnglish, InEnglish)]
    [InlineData("fr-FR", InJapanese, InEnglish)]
    [InlineData("", InJapanese, InEnglish)]
    [InlineData(null, InJapanese, InEnglish)]
    public async Task The_contact_is_answered_and_texted_in_its_language_or_else_in_the_shops(
        string? code, string inAJapaneseShop, string inAnEnglishShop)
    {
        foreach (var (shop, said) in new[] { (Language.Japanese, inAJapaneseShop), (Language.English, inAnEnglishShop) })
        {
            var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));

            var reply = await Line.Over(store, shopLanguage: shop)
                .Answer(ConnectFunction.CancelOrder, new FlowEvent { LanguageCode = code });

            Assert.StartsWith(said, reply.Value("message"), StringComparison.Ordinal);
            var text = Assert.Single(Assert.Single(store.All()).Outbox.Owed);
            Assert.Equal(said == InJapanese ? Language.Japanese : Language.English, text.Language);
        }
    }

    [Theory]
    [InlineData("VOICE", null, Channel.Voice)]
    [InlineData("VOICE", "connect:Telephony", Channel.Voice)]
    [InlineData("VOICE", "connect:WebRTC", Channel.WebRtc)]
    [InlineData("CHAT", "connect:Chat", Channel.Chat)]
    [InlineData("CHAT", "connect:SMS", Channel.Sms)]
    [InlineData("TASK", "", Channel.Task)]
    [InlineData("EMAIL", "connect:Email", Channel.Email)]
    public async Task The_change_remembers_the_channel(string name, string? subtype, Channel channel)
    {
        var store = Line.Store(SampleOrder.Of(SampleOrder.Customer, "100"));
        var trusted = new TrustedChannels(Channel.Chat, Channel.Sms, Channel.Email, Channel.Task, Channel.WebRtc);

        await Line.Over(store, trusted: trusted).Answer(
            ConnectFunction.CancelOrder,
            new FlowEvent { Channel = name, Subtype = subtype }.With("CallerID", SampleOrder.Customer.ToE164()));

        Assert.Equal(channel, Assert.Single(Assert.Single(store.All()).History).Channel);
    }
}
