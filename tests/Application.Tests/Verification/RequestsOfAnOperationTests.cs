using System.Globalization;
using System.Text;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

/// <summary>What verification costs: the requests that each operation makes, counted.</summary>
public sealed class RequestsOfAnOperationTests
{
    static readonly VerificationPolicy Strict = VerifyingShop.ByRisk with
    {
        ToTell = Assurance.Factor,
        ToTellNameAndItem = Assurance.Factor,
        ToReschedule = Assurance.Possession,
    };

    static readonly string[] Columns = ["order read", "order written", "proofs read", "proofs written", "code taken", "message sent", "operator asked for"];

    [Fact]
    public async Task The_requests_of_each_operation_under_each_policy_are_what_was_approved()
    {
        var table = new StringBuilder($"| policy | operation | {string.Join(" | ", Columns)} |\n|---|---|{string.Concat(Columns.Select(_ => "---|"))}\n");

        await Row("none", "look up", VerificationPolicy.None, [], shop => shop.LookUp());
        await Row("none", "look up, no order", VerificationPolicy.None, [], shop => shop.LookUp(number: SampleOrder.SomebodyElse));
        await Row("none", "reschedule", VerificationPolicy.None, [], shop => shop.Reschedule());
        await Row("none", "cancel", VerificationPolicy.None, [], shop => shop.Cancel());

        await Row("number", "look up", null, [], shop => shop.LookUp());
        await Row("number", "look up, no order", null, [], shop => shop.LookUp(number: SampleOrder.SomebodyElse));
        await Row("number", "reschedule to the same day", null, [], shop => shop.Reschedule("2026-11-30"));

        await Row("factor", "reschedule, more needed", null, [], shop => shop.Reschedule());
        await Row("factor", "verify the last four", null, [], shop => shop.KeyInTheEnd());
        await Row("factor", "verify wrong last four", null, [], shop => shop.KeyInTheEnd("0000"));
        await Row("factor", "reschedule", null, [shop => shop.KeyInTheEnd()], shop => shop.Reschedule());
        await Row("factor", "reschedule, by a login", null, [], shop => shop.Reschedule(channel: Channel.Web));

        await Row("possession", "cancel, more needed", null, [], shop => shop.Cancel());
        await Row("possession", "request a code", null, [], shop => shop.RequestCode());
        await Row("possession", "request a code again, a retry", null, [shop => shop.RequestCode()], shop => shop.RequestCode());
        await Row("possession", "request a code where none may be sent", null, [], shop => shop.RequestCode(number: SampleOrder.SomebodyElse));
        await Row("possession", "verify the code", null, [shop => shop.RequestCode()], shop => shop.KeyIn(shop.LatestCode));
        await Row("possession", "verify a wrong code", null, [shop => shop.RequestCode()], shop => shop.KeyIn(shop.WrongCode()));
        await Row("possession", "verify the code again, a retry", null, [shop => shop.Prove()], shop => shop.KeyIn(shop.LatestCode));
        await Row("possession", "cancel", null, [shop => shop.Prove()], shop => shop.Cancel());
        await Row("possession", "cancel again, a retry", null, [shop => shop.Prove(), shop => shop.Cancel()], shop => shop.Cancel());

        await Row("operator", "vouch", null, [Answered], shop => shop.Vouch());
        await Row("operator", "vouch again, a retry", null, [Answered, shop => shop.Vouch()], shop => shop.Vouch());
        await Row("operator", "vouch, nobody is connected", null, [], shop => shop.Vouch());
        await Row("operator", "cancel", null, [Answered, shop => shop.Vouch()], shop => shop.Cancel());

        await Row("factor to tell", "look up, more needed", Strict, [], shop => shop.LookUp());
        await Row("factor to tell", "look up, no order", Strict, [], shop => shop.LookUp(number: SampleOrder.SomebodyElse));
        await Row("factor to tell", "look up", Strict, [shop => shop.Prove(Operation.TellNameAndItem)], shop => shop.LookUp());

        Approved.Holds(
            "requests-of-an-operation", table.ToString(), "What verification costs has changed: look at it, and say so in docs/verification.md where it has the table.");

        static Task Answered(VerifyingShop shop)
        {
            shop.OperatorAnswers();
            return Task.CompletedTask;
        }

        async Task Row(
            string level, string operation, VerificationPolicy? policy, Func<VerifyingShop, Task>[] before, Func<VerifyingShop, Task> work)
        {
            var shop = new VerifyingShop(policy);
            foreach (var step in before)
            {
                await step(shop);
            }

            var requests = await shop.Ports.Of(() => work(shop));
            var cells = Enum.GetValues<CountedPorts.Request>().Select(request => requests.TryGetValue(request, out var count) ? $"{count}" : "");
            table.AppendLine(CultureInfo.InvariantCulture, $"| {level} | {operation} | {string.Join(" | ", cells)} |");
        }
    }

    [Fact]
    public async Task A_shop_that_verifies_nobody_makes_no_request_more()
    {
        Func<VerifyingShop, Task>[] operations = [shop => shop.LookUp(), shop => shop.Reschedule(), shop => shop.Cancel(), shop => shop.LookUp(number: SampleOrder.SomebodyElse)];
        foreach (var operation in operations)
        {
            var shop = new VerifyingShop(VerificationPolicy.None);
            var requests = await shop.Ports.Of(() => operation(shop));

            Assert.DoesNotContain(requests.Keys, request => request is not (CountedPorts.Request.ReadAnOrder or CountedPorts.Request.WriteAnOrder));
        }
    }
}
