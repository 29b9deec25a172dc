using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NodaTime;
using NodaTime.Testing;
using OrderHotline.Adapters.InMemory;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Application.Tests;

public sealed class OrderLineTests
{
    static readonly Dictionary<string, string[]> Served = new()
    {
        [nameof(ICallLine)] = [nameof(LookUpOrder), nameof(CancelOrder), nameof(RescheduleOrder)],
        [nameof(IDateLine)] = [nameof(ConsiderDate)],
        [nameof(IDeliveryLine)] = [nameof(DeliverOutbox), nameof(DeliverDueMessages)],
    };

    [Fact]
    public void A_line_does_not_open_under_a_policy_no_shop_can_work_by()
    {
        var policy = new ShippingPolicy { LatestDaysAhead = 0, ClosedWeekdays = [.. Enum.GetValues<IsoDayOfWeek>()] };
        Action[] openings =
        [
            () => OrderLine.ForCalls(new InMemoryOrders(), policy, new FakeClock(SampleOrder.Now)),
            () => OrderLine.ForDates(policy, new FakeClock(SampleOrder.Now)),
        ];

        Assert.All(openings, open => Assert.All(
            policy.Problems(),
            problem => Assert.Contains(problem, Assert.Throws<ArgumentException>(open).Message, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_the_line_does_not_serve_says_where_to_add_it()
    {
        using var shop = new ShopLine();

        var refusal = await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => shop.Calls.Send(new SendFlowers(), TestContext.Current.CancellationToken));

        Assert.Contains(nameof(OrderLine), $"{refusal}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_compiles_on_the_line_that_serves_it_and_on_no_other()
    {
        var requests = Served.Values.SelectMany(served => served).ToList();
        var sendings = Served.Keys
            .SelectMany(line => requests.Select(request => (Name: $"{line}_{request}", line, request)))
            .Select(sending => (
                sending.Name,
                IsServed: Served[sending.line].Contains(sending.request),
                Code: $"object {sending.Name}({sending.line} line, {sending.request} request) => line.Send(request, default);"))
            .ToList();

        var refused = Refused(sendings.Select(sending => sending.Code));

        Assert.Equal(12, sendings.Count(sending => !sending.IsServed));
        Assert.Equal(
            sendings.Where(sending => !sending.IsServed).Select(sending => sending.Name).Order(StringComparer.Ordinal),
            refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_readme_shows_compiles()
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "README.md"));
        var shown = readme.Split("```csharp")[1].Split("```")[0];

        Assert.Empty(Errors(Host(shown)));
        Assert.NotEmpty(Errors(Host(shown.Replace("ForCalls", "ForDates", StringComparison.Ordinal))));

        static string Host(string statements) =>
            $$"""
            using NodaTime;
            using OrderHotline.Application;
            using OrderHotline.Domain;
            using System.Threading;
            class Host
            {
                async System.Threading.Tasks.Task<object> Cancel(
                    IOrders orders, Caller caller, OrderId orderId, ContactId contactId, CancellationToken cancellation)
                {
                    {{statements}}
                    return outcome;
                }
            }
            """;
    }

    /// <summary>The methods that the compiler refuses.</summary>
    static IEnumerable<string> Refused(IEnumerable<string> methods) =>
        Errors($"using OrderHotline.Application; class Host {{ {string.Join('\n', methods)} }}")
            .Select(line => line[(line.IndexOf("object ", StringComparison.Ordinal) + "object ".Length)..line.IndexOf('(')])
            .Distinct();

    /// <summary>The lines that the compiler refuses.</summary>
    static IEnumerable<string> Errors(string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var code = CSharpSyntaxTree.ParseText(text, cancellationToken: cancellation);
        var known = $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "host",
            [code],
            known.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.GetDiagnostics(cancellation)
            .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            .Select(diagnostic => code.GetText(cancellation).Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString());
    }

    static string ThisFile([CallerFilePath] string file = "") => file;

    sealed record SendFlowers : ICallRequest<string>;
}
