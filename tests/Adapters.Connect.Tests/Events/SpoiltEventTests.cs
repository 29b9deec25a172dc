using System.Text;
using OrderHotline.Application;
using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Connect.Tests;

/// <summary>Events spoilt as bytes: cut off, blown up, mangled.</summary>
public sealed class SpoiltEventTests
{
    public static TheoryData<string, string> Examples => CallContract.Examples;

    public static TheoryData<ConnectFunction> Functions => new(Enum.GetValues<ConnectFunction>());

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_event_cut_off_at_any_byte_is_an_invalid_request(string function, string example)
    {
        var json = CallContract.Event(example);
        var complete = json.AsSpan().LastIndexOf((byte)'}') + 1;
        for (var length = 0; length < complete; length++)
        {
            Assert.Equal(
                Outcome.InvalidRequest, await ContractEvents.Answer(Enum.Parse<ConnectFunction>(function), json[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task An_event_with_something_before_or_after_it_is_an_invalid_request(ConnectFunction function)
    {
        var json = ContractEvents.Of(function);
        foreach (var spoilt in new byte[][]
        {
            [0xEF, 0xBB, 0xBF, .. json],
            [0x00, .. json],
            [.. json, 0x00],
            [.. json, .. "{}"u8],
            [.. json, .. json],
            [.. json, .. "+819012345678"u8],
            [.. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(json))],
        })
        {
            Assert.Equal(Outcome.InvalidRequest, await ContractEvents.Answer(function, spoilt));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    public async Task An_order_id_that_is_no_UTF_8_is_an_invalid_request(byte[] noText)
    {
        var json = ContractEvents.Of(ConnectFunction.CancelOrder);
        var at = json.AsSpan().IndexOf("100\""u8);

        Assert.Equal(
            Outcome.InvalidRequest,
            await ContractEvents.Answer(ConnectFunction.CancelOrder, [.. json[..at], .. noText, .. json[at..]]));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task An_event_nested_ten_thousand_deep_is_an_invalid_request(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        Assert.Equal(
            Outcome.InvalidRequest, await ContractEvents.Answer(ConnectFunction.CancelOrder, Encoding.UTF8.GetBytes(deep)));
        Assert.Equal(
            Outcome.InvalidRequest,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder,
                ContractEvents.Replacing(ConnectFunction.CancelOrder, "\"Attributes\": {}", $"\"Attributes\": {deep}")));
    }

    [Theory]
    [InlineData(6 * 1024 * 1024, Outcome.InvalidRequest)]
    [InlineData(200 * 1024, Outcome.Cancelled)]
    public async Task An_event_larger_than_any_contact_is_not_even_read(int bytes, Outcome outcome) =>
        Assert.Equal(
            outcome,
            await ContractEvents.Answer(
                ConnectFunction.CancelOrder,
                ContractEvents.Of(
                    ConnectFunction.CancelOrder, "Details.ContactData.Attributes", $"\"{new string('x', bytes)}\"")));

    [Fact]
    public async Task Ten_thousand_mangled_events_all_get_an_answer_and_most_of_them_a_refusal()
    {
        var chance = new Random(20261201);
        var outcomes = new List<Outcome>();
        for (var i = 0; i < 10_000; i++)
        {
            var (function, json) = ContractEvents.All[i % ContractEvents.All.Count];
            var mangled = Mangled.Of(json, chance);
            try
            {
                outcomes.Add(await ContractEvents.Answer(function, mangled));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Event {i}, {function}: {Encoding.UTF8.GetString(mangled)}", fault);
            }
        }

        Assert.DoesNotContain(Outcome.Unavailable, outcomes);
        Assert.InRange(outcomes.Count(outcome => outcome == Outcome.InvalidRequest), 5_000, 9_500);
        Assert.True(outcomes.Distinct().Count() >= 6, string.Join(' ', outcomes.Distinct()));
    }

    [Fact]
    public void A_log_line_that_gives_the_caller_away_is_seen() =>
        Assert.Equal(3, ContractEvents.PrivateIn(
            "The North Face Summit L3 Ventrix 2.0 Hoodie of Justin, +819012345678").Count());
}
