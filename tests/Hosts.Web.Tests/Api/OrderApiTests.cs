using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Hosts.Web.Tests;

public sealed class OrderApiTests
{
    [Theory]
    [InlineData("en", "en-US", "Your order, Kyoto Blend 200g, ships on Monday, November 30th.")]
    [InlineData("fr, en;q=0.5, ja;q=0.4", "en-US", "Your order, Kyoto Blend 200g, ships on Monday, November 30th.")]
    [InlineData("ja-JP", "ja-JP", "Kyoto Blend 200gは十一月三十日、月曜日に発送します。")]
    [InlineData("fr", "ja-JP", "Kyoto Blend 200gは十一月三十日、月曜日に発送します。")]
    [InlineData("en;q=0, *", "ja-JP", "Kyoto Blend 200gは十一月三十日、月曜日に発送します。")]
    public async Task A_customer_is_told_how_their_latest_order_stands_in_a_language_they_read(string wanted, string language, string told)
    {
        await using var host = await RunningHost.Start();

        var answer = await host.Client(language: wanted).LookUp();

        Assert.Equal((200, "OrderFound"), (answer.Status, answer.Name));
        Assert.Equal([language], answer.Message.Content.Headers.ContentLanguage);
        Assert.Equal(told, answer.Told);
        Assert.Equal(("201", "Placed", "2026-11-30"), (Text(answer, "orderId"), Text(answer, "standing"), Text(answer, "shippingDate")));
    }

    [Theory]
    [InlineData("en", "the day after tomorrow", "Possible", "2026-11-27")]
    [InlineData("en", "two days later", "Possible", "2026-12-02")]
    [InlineData("ja", "来週の水曜", "Possible", "2026-12-02")]
    [InlineData("en", "next week", "WhichDay", null)]
    [InlineData("en", "yesterday", "NotPossible", null)]
    [InlineData("en", "a nice day", "NotUnderstood", null)]
    public async Task Words_for_a_day_are_read_and_nothing_is_changed(string language, string said, string verdict, string? day)
    {
        await using var host = await RunningHost.Start();

        var answer = await host.Client(language: language).Read(new { said });

        Assert.Equal((200, verdict), (answer.Status, answer.Name));
        Assert.Equal(day, answer.Body.GetProperty("day").GetString());
        Assert.NotEmpty(answer.Told);
        Assert.Equal(0, host.Order.Version);
    }

    [Fact]
    public async Task A_date_of_a_calendar_is_read_like_one_in_words_and_says_why_it_cannot_be_had()
    {
        await using var host = await RunningHost.Start();

        var answer = await host.Client().Read(new { date = "2027-12-04" });

        Assert.Equal(("NotPossible", "TooFar"), (answer.Name, answer.Body.GetProperty("why").GetString()));
        Assert.Equal(["2026-12-25"], answer.Body.GetProperty("days").EnumerateArray().Select(day => day.GetString()));
    }

    [Fact]
    public async Task A_date_is_moved_by_words_and_by_a_calendar_and_the_order_is_told_as_it_is_then()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();

        var byWords = await client.Reschedule("k1", new { orderId = "201", said = "Friday next week" });
        var byCalendar = await client.Reschedule("k2", new { orderId = "201", date = "2026-12-09" });

        Assert.Equal((200, "Rescheduled", "Your order now ships on Friday, December 4th."), (byWords.Status, byWords.Name, byWords.Told));
        Assert.Equal((200, "2026-12-09"), (byCalendar.Status, Text(byCalendar, "shippingDate")));
        Assert.Equal(new LocalDate(2026, 12, 9), host.Order.ShippingDate);
        Assert.Equal(
            [(Channel.Web, Assurance.Factor), (Channel.Web, Assurance.Factor)], host.Order.History.Select(change => (change.Channel, change.Assurance)));
    }

    [Fact]
    public async Task A_vague_day_moves_nothing_and_is_answered_with_the_days_that_were_meant()
    {
        await using var host = await RunningHost.Start();

        var answer = await host.Client().Reschedule("k1", new { orderId = "201", said = "next week" });

        Assert.Equal((422, "WhichDay"), (answer.Status, answer.Name));
        Assert.Equal(0, host.Order.Version);
    }

    [Fact]
    public async Task An_order_is_cancelled_once_whoever_asks_again()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();

        var first = await client.Cancel("k1");
        var again = await client.Cancel("k2");
        var moved = await client.Reschedule("k3", new { orderId = "201", date = "2026-12-09" });

        Assert.Equal(((200, "Cancelled"), (200, "AlreadyCancelled"), (409, "OrderIsCancelled")), ((first.Status, first.Name), (again.Status, again.Name), (moved.Status, moved.Name)));
        Assert.Single(host.Order.Outbox.Owed);
    }

    [Fact]
    public async Task A_shop_that_asks_for_possession_is_asked_for_by_telephone_and_nothing_is_changed()
    {
        await using var host = await RunningHost.Start(VerificationPolicy.ByRisk with { Countries = ["+81"] });
        using var client = host.Client();

        var cancelled = await client.Cancel("k1");
        var moved = await client.Reschedule("k2", new { orderId = "201", date = "2026-12-09" });

        Assert.Equal((403, "VerificationNeeded", "Code"), (cancelled.Status, cancelled.Name, cancelled.Body.GetProperty("verification").GetString()));
        Assert.Equal((200, "Rescheduled"), (moved.Status, moved.Name));
    }

    [Fact]
    public async Task Who_ordered_what_is_told_by_no_answer_where_a_login_is_not_enough_to_hear_it()
    {
        await using var host = await RunningHost.Start(
            VerificationPolicy.ByRisk with { Countries = ["+81"], ToTellNameAndItem = Assurance.Possession, ToReschedule = Assurance.Possession });
        host.Orders.Put(SampleOrder.Of(SampleOrder.Customer, "201", state: new OrderState.Cancelled(), item: "Kyoto Blend 200g", name: "髙﨑 花"));
        using var client = host.Client();

        Answer[] answers = [await client.LookUp(), await client.Cancel("k1"), await client.Reschedule("k2", new { orderId = "201", date = "2026-12-09" })];

        Assert.Equal(["OrderFound", "AlreadyCancelled", "OrderIsCancelled"], answers.Select(answer => answer.Name));
        Assert.All(answers, answer => Assert.Empty(host.PersonalDataIn(answer.Body.GetRawText())));
    }

    [Fact]
    public async Task Without_an_order_a_customer_is_told_so()
    {
        await using var host = await RunningHost.Start();

        Assert.Equal((404, "NoOrder"), await host.Client(SampleOrder.Number("+819000001111")).LookUp() is var answer ? (answer.Status, answer.Name) : default);
    }

    static string? Text(Answer answer, string member) => answer.Body.GetProperty("order").GetProperty(member).GetString();
}
