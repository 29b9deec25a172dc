using System.Text.Json;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Connect.Tests;

public sealed class CallRecordTests
{
    static readonly ContactId Call = SampleOrder.Contact("call-1").Id;

    [Fact]
    public void A_call_that_went_well_is_one_line() =>
        Assert.Equal(
            """{"level":"info","function":"OrderTableRead","contactId":"call-1","outcome":"OrderFound"}""",
            new CallRecord(ConnectFunction.OrderTableRead, Call, Outcome.OrderFound, [], Fault: null).ToLogLine().ToString());

    [Fact]
    public void A_wrong_event_is_a_warning_with_everything_wrong() =>
        Assert.Equal(
            """{"level":"warning","function":"CancelOrder","contactId":"unknown","outcome":"InvalidRequest","problems":"One. Two."}""",
            new CallRecord(ConnectFunction.CancelOrder, null, Outcome.InvalidRequest, ["One.", "Two."], Fault: null).ToLogLine().ToString());

    [Theory]
    [InlineData("+819012345678", "(number)")]
    [InlineData("desk:+819012345678:1", "desk:(number):1")]
    public void A_telephone_number_in_a_contact_id_is_masked(string contactId, string logged) =>
        Assert.Equal(
            logged, Read(new(ConnectFunction.CancelOrder, SampleOrder.Contact(contactId).Id, Outcome.Cancelled, [], Fault: null))["contactId"]);

    [Theory]
    [InlineData("5ca32fbd-8f92-46af-92a5-6b0f970f0efe")]
    [InlineData("12345678-1234-1234-1234-123456789012")]
    public void A_contact_id_of_Connects_stays_whole_for_finding_the_call(string contactId) =>
        Assert.Equal(
            contactId, Read(new(ConnectFunction.CancelOrder, SampleOrder.Contact(contactId).Id, Outcome.Cancelled, [], Fault: null))["contactId"]);

    [Fact]
    public void A_fault_is_an_error_with_the_whole_of_it()
    {
        var fault = new InvalidOperationException("The table is gone.", new IOException("No route."));

        var log = Read(new(ConnectFunction.ChangeOrderDate, Call, Outcome.Unavailable, [], fault));

        Assert.Equal("error", log["level"]);
        Assert.Contains("System.InvalidOperationException: The table is gone.", log["fault"], StringComparison.Ordinal);
        Assert.Contains("System.IO.IOException: No route.", log["fault"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+819012345678", "(number)")]
    [InlineData("a+819012345678b", "a(number)b")]
    [InlineData("819012345678", "(number)")]
    [InlineData("0312345678, 0120123", "(number), (number)")]
    [InlineData("tel:+12025550123;x=1", "tel:(number);x=1")]
    [InlineData("port 8443, 2026-12-01, 120 ms", "port 8443, 2026-12-01, 120 ms")]
    public void What_could_be_a_telephone_number_in_a_fault_is_masked(string message, string logged) =>
        Assert.Equal(
            $"System.IO.IOException: {logged}",
            Read(new(ConnectFunction.CancelOrder, Call, Outcome.Unavailable, [], new IOException(message)))["fault"]);

    [Theory]
    [InlineData("two\nlines\r\nand\ttab")]
    [InlineData("\u2028 \u2029 \u0085 \u0000 \u001b[31m")]
    [InlineData("\"quotes\" and \\backslashes\\")]
    [InlineData("髙﨑 🧥")]
    public void Whatever_a_fault_says_it_is_one_line_of_JSON(string message)
    {
        var fault = new IOException(message);
        var record = new CallRecord(ConnectFunction.CancelOrder, Call, Outcome.Unavailable, [message], fault);

        Assert.DoesNotContain(record.ToLogLine().ToString(), c => char.IsControl(c) || c is '\u2028' or '\u2029');
        Assert.Equal($"System.IO.IOException: {message}", Read(record)["fault"]);
        Assert.Equal(message, Read(record)["problems"]);
    }

    [Fact]
    public void Half_a_character_in_a_fault_does_not_cost_the_log_line() =>
        Assert.Equal(
            "System.IO.IOException: \ufffd.",
            Read(new(ConnectFunction.CancelOrder, Call, Outcome.Unavailable, [], new IOException("\ud83e.")))["fault"]);

    [Fact]
    public void Of_a_very_long_text_the_beginning_is_kept_and_masked() =>
        Assert.Equal(
            "System.IO.IOException: (number)… (100022 characters)",
            Read(new(ConnectFunction.CancelOrder, Call, Outcome.Unavailable, [], new IOException(new string('7', 99_999))))["fault"]);

    static Dictionary<string, string> Read(CallRecord record) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(record.ToLogLine().ToString())!;
}
