using System.Text;
using System.Text.Json;
using OrderHotline.Contracts;
using OrderHotline.FakeSns;

namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>The functions as processes of their own, which share nothing but tables and keys.</summary>
public sealed class VerificationTests(Dynalite dynalite)
{
    const string Shop =
        """{"version": 1, "name": "Tokei Kobo", "operators": {"hours": {"Monday": "closed"}}, "verification": {"policy": "byRisk", "countries": ["+81"]}}""";

    static readonly string[] Contacts =
        ["5ca32fbd-8f92-46af-92a5-6b0f970f0efe", "c0de5e9d-8f92-46af-92a5-6b0f970f0efe", "c0defa11-8f92-46af-92a5-6b0f970f0efe"];

    [Fact]
    public async Task A_code_that_one_function_sends_another_verifies_and_a_third_cancels_by_even_when_keys_rotate_between()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, "100")));
        await using var sns = FakeSnsEndpoint.Start();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Shop, TestContext.Current.CancellationToken);
        List<(string, string)> variables =
            [.. table.Variables, .. await table.AddProofs(), ("HOTLINE_SNS_URL", sns.Url), ("HOTLINE_SHOP", file), ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z")];
        var older = variables.Single(variable => variable.Item1 == "HOTLINE_CODE_KEYS").Item2;
        var rotated = $"k2:{Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray())},{older}";

        Assert.Equal(("VerificationNeeded", "Code"), await Ask("CancelOrder", "cancel-order", variables));
        Assert.Equal(("CodeRequested", null), await Ask("RequestCode", "request-code", variables));
        var message = Assert.Single(sns.Requests).Parameters["Message"];
        var code = new string([.. message.Select(c => char.IsAsciiDigit(c) ? c : ' ')]).Split(' ').Single(digits => digits.Length == 6);
        Assert.Equal(
            ("Verified", null), await Ask("VerifyCaller", "verify-caller", [.. variables, ("HOTLINE_CODE_KEYS", rotated)], code));
        Assert.Equal(("Cancelled", "none"), await Ask("CancelOrder", "cancel-order", variables));
        File.Delete(file);

        var cancelled = await table.Read(SampleOrder.Customer, "100");
        Assert.Equal("Possession", Assert.Single(cancelled["history"].L).M["assurance"].S);

        async Task<(string? Outcome, string? Way)> Ask(string function, string example, List<(string, string)> settings, string entered = "")
        {
            await using var lambda = RunningLambda.Start(function, settings);
            var reply = JsonSerializer.Deserialize<Dictionary<string, string>>((await lambda.Send(Event(example, entered))).Text)!;
            var log = await lambda.Stop();
            Assert.All([entered, Convert.ToBase64String(new byte[32])], secret => Assert.True(secret.Length == 0 || !log.Contains(secret, StringComparison.Ordinal), log));
            return (reply["outcome"], reply.GetValueOrDefault("verification"));
        }
    }

    [Fact]
    public async Task An_operator_vouches_in_one_function_and_another_cancels_by_their_word()
    {
        using var table = await TestTable.Create(dynalite);
        await table.Put(TestTable.ItemOf(SampleOrder.Of(SampleOrder.Customer, "100")));
        await using var connect = FakeConnect.Start();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Shop, TestContext.Current.CancellationToken);
        List<(string, string)> variables =
        [
            .. table.Variables, .. await table.AddProofs(), ("HOTLINE_SHOP", file), ("HOTLINE_FIXED_NOW", "2026-11-25T01:00:00Z"),
            ("HOTLINE_CONNECT_INSTANCE", FakeConnect.InstanceId), ("HOTLINE_CONNECT_URL", connect.Url),
        ];

        Assert.Equal("Unavailable", await Ask("VouchForCaller", "vouch-for-caller")); // Connect knows no such contact
        connect.Connect("call-1", "call-1", "operator-7");
        Assert.Equal("Verified", await Ask("VouchForCaller", "vouch-for-caller"));
        Assert.Equal("Cancelled", await Ask("CancelOrder", "cancel-order"));
        File.Delete(file);

        Assert.Equal("Operator", Assert.Single((await table.Read(SampleOrder.Customer, "100"))["history"].L).M["assurance"].S);

        async Task<string> Ask(string function, string example)
        {
            await using var lambda = RunningLambda.Start(function, variables);
            return JsonSerializer.Deserialize<Dictionary<string, string>>((await lambda.Send(Event(example, ""))).Text)!["outcome"];
        }
    }

    // The examples are of three calls; here they are one.
    static string Event(string example, string entered) => Contacts
        .Aggregate(Encoding.UTF8.GetString(CallContract.Event(example)), (json, contact) => json.Replace(contact, "call-1", StringComparison.Ordinal))
        .Replace("123456\"", $"{entered}\"", StringComparison.Ordinal);
}
