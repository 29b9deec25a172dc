using NodaTime;
using OrderHotline.Contracts;
using OrderHotline.Domain;
using OrderHotline.FakeSns;
using OrderHotline.RuntimeApi;
using static OrderHotline.Hosts.Lambda.Tests.DeliveryEvents;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class DeliverTextsTests(Dynalite dynalite)
{
    static readonly SnsAnswer Broken = SnsAnswer.Error(500, "InternalFailure", "Nothing was sent to +819012345678.");

    [Fact]
    public async Task Owed_messages_are_published_once_in_the_customers_language_and_nothing_is_owed_afterwards()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100", item: "コーヒー豆").Cancel());
        await table.Put(Moved(SampleOrder.Of(SampleOrder.SomebodyElse, "200"), Language.English));
        await using var lambda = Start(table, sns, ("HOTLINE_SENDER_ID", "HOTLINE"));
        var records = StreamEvent((SampleOrder.Customer, "100"), (SampleOrder.SomebodyElse, "200"));

        var delivered = await lambda.Send(records);
        var again = await lambda.Send(records);

        Assert.Equal("{}", delivered.Text);
        Assert.Equal("{}", again.Text);
        Assert.Equal(
            [
                (SampleOrder.Customer.ToE164(), "ご注文をキャンセルしました。\n商品名: コーヒー豆\n注文番号: 100"),
                (SampleOrder.SomebodyElse.ToE164(), "Your order now ships on Wednesday, December 2.\nOrder 200: Jacket"),
            ],
            sns.Requests.Select(request => (request.Parameters["PhoneNumber"], request.Parameters["Message"])));
        Assert.All(sns.Requests, request => Assert.Equal(
            [("AWS.SNS.SMS.SMSType", "Transactional"), ("AWS.SNS.SMS.SenderID", "HOTLINE")], Attributes(request)));
        await AssertNothingIsOwed(table, SampleOrder.Customer, "100");
        await AssertNothingIsOwed(table, SampleOrder.SomebodyElse, "200");
    }

    [Fact]
    public async Task When_SNS_fails_the_attempt_is_noted_and_the_schedule_makes_the_next_when_it_is_due()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(Broken);
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        Item owing;
        await using (var lambda = Start(table, sns, At("2026-11-25T01:00:00Z")))
        {
            var noted = await lambda.Send(StreamEvent((SampleOrder.Customer, "100")));
            await lambda.Send(Schedule);
            await lambda.Send(StreamEvent((SampleOrder.Customer, "100")));

            Assert.Equal("{}", noted.Text);
            Assert.Single(sns.Requests);
            owing = await table.Read(SampleOrder.Customer, "100");
            Assert.Single(owing["outbox"].L);
            Assert.Equal(("1", "1"), (owing["delivery"].M["attempts"].N, owing["delivery"].M["inDoubt"].N));
            Assert.Contains("Nothing was sent to (number).", await lambda.Stop(), StringComparison.Ordinal);
        }

        await using var later = Start(table, sns, At(owing["dueAt"].S));
        Assert.Equal("{}", (await later.Send(Schedule)).Text);

        Assert.Equal(2, sns.Requests.Count);
        await AssertNothingIsOwed(table, SampleOrder.Customer, "100");
        Assert.Contains("\"accepted\":1,\"refused\":0,\"perhapsTwice\":1", await later.Stop(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_functions_that_are_told_of_a_message_at_once_send_it_once()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        var orders = Enumerable.Range(1, 10).Select(id => (SampleOrder.Customer, $"{id}")).ToArray();
        foreach (var (owner, id) in orders)
        {
            await table.Put(SampleOrder.Of(owner, id).Cancel());
        }

        await using var one = Start(table, sns);
        await using var other = Start(table, sns);

        var answers = await Task.WhenAll(one.Send(StreamEvent(orders)), other.Send(StreamEvent(orders)));
        var rounds = await Task.WhenAll(one.Send(Schedule), other.Send(Schedule));

        Assert.All([.. answers, .. rounds], answer => Assert.Equal("{}", answer.Text));
        Assert.Equal(
            orders.Select(order => order.Item2).Order(),
            sns.Requests.Select(request => request.Parameters["Message"].Split(": ")[^1]).Order());
        foreach (var (owner, id) in orders)
        {
            await AssertNothingIsOwed(table, owner, id);
        }
    }

    [Fact]
    public async Task The_schedule_delivers_what_the_stream_never_told_of_and_says_how_much_it_was()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        await table.Put(SampleOrder.Of(SampleOrder.SomebodyElse, "200").Cancel());
        await using var lambda = Start(table, sns, At("2026-11-25T01:00:00Z"));

        Assert.Equal("{}", (await lambda.Send(Schedule)).Text);
        Assert.Equal("{}", (await lambda.Send(Schedule)).Text);

        Assert.Equal(2, sns.Requests.Count);
        await AssertNothingIsOwed(table, SampleOrder.Customer, "100");
        await AssertNothingIsOwed(table, SampleOrder.SomebodyElse, "200");
        var log = await lambda.Stop();
        Assert.Contains("\"outcome\":\"SweepEnded\",\"orders\":2,\"left\":0", log, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"SweepEnded\",\"orders\":0,\"left\":0", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_there_is_no_time_for_is_left_for_the_next_run_and_the_stream_comes_back_to_it()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        await using var lambda = Start(table, sns);

        var stream = await lambda.Send(new LambdaEvent(StreamEvent((SampleOrder.Customer, "100"))) { Deadline = DateTimeOffset.UtcNow });
        var round = await lambda.Send(new LambdaEvent(Schedule) { Deadline = DateTimeOffset.UtcNow });

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""", stream.Text);
        Assert.Empty(sns.Requests);
        Assert.True(round.IsError);
        Assert.Single((await table.Read(SampleOrder.Customer, "100"))["outbox"].L);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_does_not_keep_the_others_waiting_and_the_stream_comes_back_to_it_alone()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.PutABrokenItem(SampleOrder.Of(SampleOrder.Customer, "100"));
        await table.Put(SampleOrder.Of(SampleOrder.SomebodyElse, "200").Cancel());
        await using var lambda = Start(table, sns);

        var outcome = await lambda.Send(StreamEvent((SampleOrder.Customer, "100"), (SampleOrder.SomebodyElse, "200")));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"1"}]}""", outcome.Text);
        Assert.Equal(SampleOrder.SomebodyElse.ToE164(), Assert.Single(sns.Requests).Parameters["PhoneNumber"]);
        await AssertNothingIsOwed(table, SampleOrder.SomebodyElse, "200");
        Assert.Contains("\"orderId\":\"100\",\"outcome\":\"StillOwed\"", await lambda.Stop(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_tells_of_what_cannot_be_read_and_delivers_the_rest()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await table.Put(new Item(Owing("100")) { ["dueAt"] = new("1 Nov 2026") });
        await table.Put(new Item(Owing("101")) { ["CallerID"] = new("09012345678"), ["orderId"] = new("Justin's") });
        await table.Put(new Item(Owing("102")) { ["isCancel"] = new("Maybe") });
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "200").Cancel());
        await using var lambda = Start(table, sns, At("2026-11-25T01:00:00Z"));

        Assert.Equal("{}", (await lambda.Send(Schedule)).Text);

        await AssertNothingIsOwed(table, SampleOrder.Customer, "200");
        Assert.Single(sns.Requests);
        var log = await lambda.Stop();
        Assert.Contains("\"orderId\":\"100\",\"outcome\":\"Unreadable\",\"problems\":\"The outbox index", log, StringComparison.Ordinal);
        Assert.Contains("\"orderId\":\"unknown\",\"outcome\":\"Unreadable\"", log, StringComparison.Ordinal);
        Assert.Contains("\"orderId\":\"102\",\"outcome\":\"StillOwed\"", log, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"SweepEnded\",\"orders\":2,\"left\":0,\"unreadable\":2", log, StringComparison.Ordinal);

        static Item Owing(string id) => new(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, id)))
        {
            ["outboxPartition"] = new("8"),
            ["dueAt"] = new("2026-11-25T00:00:00Z"),
        };
    }

    [Fact]
    public async Task The_message_of_a_customer_who_wants_none_is_settled_as_refused()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Error(403, "OptedOut", "+819012345678 opted out."));
        await table.Put(SampleOrder.Of(SampleOrder.Customer, "100").Cancel());
        await using var lambda = Start(table, sns);

        var outcome = await lambda.Send(StreamEvent((SampleOrder.Customer, "100")));

        Assert.False(outcome.IsError, outcome.Text);
        Assert.Equal(["AWS.SNS.SMS.SMSType"], Attributes(Assert.Single(sns.Requests)).Select(attribute => attribute.Name));
        await AssertNothingIsOwed(table, SampleOrder.Customer, "100");
        var settled = Assert.Single((await table.Read(SampleOrder.Customer, "100"))["settledMessages"].L).M;
        Assert.Equal(("Refused", "OptedOut"), (settled["became"].S, settled["reason"].S));
        Assert.Contains("\"accepted\":0,\"refused\":1", await lambda.Stop(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_of_the_stream_nor_of_the_schedule_is_an_error_and_the_next_one_is_served()
    {
        using var table = await TestTable.Create(dynalite);
        await using var sns = FakeSnsEndpoint.Start();
        await using var lambda = Start(table, sns);

        foreach (var json in new[] { "{", "{}", """{"Records":"all"}""" })
        {
            Assert.True((await lambda.Send(json)).IsError, json);
        }

        Assert.False((await lambda.Send(StreamEvent((SampleOrder.Customer, "no-such-order")))).IsError);
        Assert.False((await lambda.Send("""{"Records":[]}""")).IsError);
        Assert.False((await lambda.Send("""{"Records":[null,{"dynamodb":{"Keys":{},"NewImage":{"dueAt":{"S":"x"}}}}]}""")).IsError);
        Assert.Empty(sns.Requests);
        Assert.Equal(2, (await lambda.Stop()).Split("\"Unreadable\"").Length - 1);
    }

    static (string, string) At(string moment) => ("HOTLINE_FIXED_NOW", moment);

    static RunningLambda Start(TestTable table, FakeSnsEndpoint sns, params (string, string)[] variables) =>
        RunningLambda.Start("DeliverTexts", [.. table.Variables, ("HOTLINE_SNS_URL", sns.Url), .. variables]);

    static OrderChange Moved(Order order, Language language)
    {
        var wish = new Wish.ToReschedule(
            SampleOrder.Contact("call-1") with { Language = language }, new SpokenDate.Day(new LocalDate(2026, 12, 2)), "");
        return Assert.IsType<RescheduleDecision.Rescheduled>(order.Reschedule(wish, SampleOrder.Now, SampleOrder.Policy)).Change;
    }

    static IEnumerable<(string Name, string Value)> Attributes(ReceivedRequest request) =>
        Enumerable.Range(1, 9)
            .Where(number => request.Parameters.ContainsKey($"MessageAttributes.entry.{number}.Name"))
            .Select(number => (
                request.Parameters[$"MessageAttributes.entry.{number}.Name"],
                request.Parameters[$"MessageAttributes.entry.{number}.Value.StringValue"]))
            .Order();

    static async Task AssertNothingIsOwed(TestTable table, PhoneNumber owner, string orderId)
    {
        var item = await table.Read(owner, orderId);
        Assert.All(["outbox", "outboxPartition", "dueAt", "delivery"], attribute => Assert.DoesNotContain(attribute, item.Keys));
    }
}
