
namespace OrderHotline.Hosts.Cli.Tests;

public sealed class WhatIsTypedWrongTests : IDisposable
{
    readonly Desk desk = new();

    public WhatIsTypedWrongTests()
    {
        desk.PutTheDemoItem();
        desk.PutEvent("cancel-order");
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("invoke Cancel @cancel-order.json", "\"Cancel\"", "OrderTableRead, CancelOrder, ChangeOrderDate")]
    [InlineData("invoke 1 @cancel-order.json", "\"1\"", "OrderTableRead, CancelOrder, ChangeOrderDate")]
    [InlineData("invoke CancelOrder", "EVENT.json", "invoke --help")]
    [InlineData("invoke CancelOrder @missing.json", "missing.json", "does not exist")]
    [InlineData("invoke CancelOrder @cancel-order.json --orders @missing.json", "missing.json", "does not exist")]
    [InlineData("invoke CancelOrder @cancel-order.json --now tomorrow", "\"tomorrow\"", "2018-11-07T10:00+09:00")]
    [InlineData("invoke CancelOrder @cancel-order.json --now 2018-11-07T10:00", "with its offset", "2018-11-07T10:00+09:00")]
    [InlineData("invoke CancelOrder @cancel-order.json --now", "--now", "invoke --help")]
    [InlineData("invoke CancelOrder @cancel-order.json --orders @items.json --dynamodb http://127.0.0.1:8000", "--orders", "choose one")]
    [InlineData("invoke CancelOrder @cancel-order.json --dynamodb localhost:8000", "\"localhost:8000\"", "http://127.0.0.1:8000")]
    [InlineData("invoke CancelOrder @cancel-order.json --again", "--again", "invoke --help")]
    [InlineData("orders list --caller 12345", "\"12345\"", "+819012345678")]
    [InlineData("orders list --dynamodb ftp://127.0.0.1", "\"ftp://127.0.0.1\"", "http://127.0.0.1:8000")]
    [InlineData("orders show 100 --dynamodb http://127.0.0.1:9", "caller by caller", "--caller")]
    [InlineData("orders list --dynamodb http://127.0.0.1:9", "caller by caller", "--caller")]
    [InlineData("orders show --caller +819012345678", "ORDER", "orders show --help")]
    [InlineData("orders seed @items.json", "--dynamodb", "orders seed --help")]
    [InlineData("table create", "--dynamodb", "table create --help")]
    public async Task It_names_what_is_wrong_and_what_would_be_right(string commandLine, string wrong, string right) =>
        (await desk.Type(commandLine)).FailedSaying(wrong, right);

    [Theory]
    [InlineData("", "invoke")]
    [InlineData("orders", "seed")]
    [InlineData("order", "orders")]
    public async Task Without_a_command_it_shows_which_there_are(string commandLine, string command)
    {
        var ran = await desk.Type(commandLine);

        Assert.Equal(ExitCodes.BadInput, ran.ExitCode);
        Assert.Contains(command, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "DynamoDB's JSON")]
    [InlineData("", "DynamoDB's JSON")]
    [InlineData("5", "DynamoDB's JSON")]
    [InlineData("""{"orderId": "100"}""", "orderId")]
    [InlineData("""{"orderId": {"X": "100"}}""", "known are S, N")]
    [InlineData("{}", "orderId")]
    [InlineData("""{"orderId": {"S": "100"}, "CallerID": {"S": "090-1234-5678"}}""", "CallerID")]
    [InlineData("""{"orderId": {"S": "100"}, "CallerID": {"S": "+819012345678"}, "shippingDate": {"S": "12/31"}}""", "shippingDate")]
    [InlineData(
        """{"orderId": {"S": "100"}, "CallerID": {"S": "+819012345678"}, "shippingDate": {"S": "2018-11-12"}, "isCancel": {"S": "Maybe"}}""",
        "isCancel")]
    public async Task A_file_that_holds_no_orders_is_named_with_what_is_wrong_in_it(string content, string problem)
    {
        desk.Put("broken.json", content);

        (await desk.Type("orders list --orders @broken.json")).FailedSaying("broken.json", problem);
        (await desk.Type("invoke CancelOrder @cancel-order.json --orders @broken.json")).FailedSaying("broken.json", problem);
        (await desk.Type("orders seed @broken.json --dynamodb http://127.0.0.1:9")).FailedSaying("broken.json", problem);
    }

    [Fact]
    public async Task An_order_nobody_has_is_answered_with_those_the_caller_has()
    {
        (await desk.Type("orders show 999")).FailedSaying("There is no order 999; there are 201, 100, 301, 401.");
        (await desk.Type("orders show 999 --caller +819012345678")).FailedSaying("+819012345678 has no order 999; they have 100.");
        (await desk.Type("orders show 999 --caller +819087654321")).FailedSaying("+819087654321 has no order 999; they have none.");
    }
}
