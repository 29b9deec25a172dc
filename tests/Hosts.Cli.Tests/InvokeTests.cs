using System.Diagnostics;
using System.Text;
using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

public sealed class InvokeTests : IDisposable
{
    readonly Desk desk = new();

    public static TheoryData<string, string> Examples => CallContract.Examples;

    public void Dispose() => desk.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_call_contract_is_answered(string function, string name)
    {
        desk.PutTheDemoItem();
        desk.PutEvent(name);

        var ran = await desk.Type($"invoke {function} @{name}.json --orders @items.json --now {Desk.ContractNow}");

        CallContract.Holds(name, Encoding.UTF8.GetBytes(ran.Succeeded().Output));
    }

    [Fact]
    public async Task Without_any_option_a_sample_order_is_cancelled_and_the_message_is_shown_to_a_masked_number()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json");

        Assert.Equal(["Cancelled"], ran.Succeeded().Outcomes);
        Assert.Equal(
            ["message to +81********78: ご注文をキャンセルしました。 / 商品名: The North Face Summit L3 Ventrix 2.0 Hoodie / 注文番号: 100"],
            ran.Messages);
        Assert.DoesNotContain("9012345678", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_given_twice_is_two_calls_and_one_message()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json @cancel-order.json");

        Assert.Equal(["Cancelled", "AlreadyCancelled"], ran.Succeeded().Outcomes);
        Assert.Single(ran.Messages);
    }

    [Fact]
    public async Task An_event_given_twice_as_a_retry_is_one_call_and_one_message()
    {
        desk.PutEvent("cancel-order");

        var ran = await desk.Type("invoke CancelOrder @cancel-order.json @cancel-order.json --retry");

        Assert.Equal(["Cancelled", "Cancelled"], ran.Succeeded().Outcomes);
        Assert.Single(ran.Messages);
    }

    [Theory]
    [InlineData("{}", "Details.ContactData")]
    [InlineData("""{"Details":{"ContactData":{}}}""", "ContactId")]
    [InlineData("""{"Details":""", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("""{"Details":{"ContactData":{"ContactId":"a","ContactId":"b"}}}""", "ContactId")]
    public async Task An_event_that_makes_no_sense_is_answered_as_the_line_would_and_ends_with_1(string json, string problem)
    {
        desk.Put("event.json", json);

        var ran = await desk.Type("invoke CancelOrder @event.json");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(["InvalidRequest"], ran.Outcomes);
        Assert.Contains(problem, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_executable_itself_answers_and_keeps_replies_and_remarks_apart()
    {
        desk.PutEvent("order-table-read");
        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "hotline.exe" : "hotline");
        var start = new ProcessStartInfo(file, ["invoke", "OrderTableRead", desk.PathOf("order-table-read.json")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var hotline = Process.Start(start)!;

        var error = hotline.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await hotline.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await hotline.WaitForExitAsync(TestContext.Current.CancellationToken);

        var ran = new Ran(hotline.ExitCode, output, await error).Succeeded();
        Assert.Equal(["OrderFound"], ran.Outcomes);
        Assert.Contains("\"outcome\":\"OrderFound\"", ran.Error, StringComparison.Ordinal);
    }
}
