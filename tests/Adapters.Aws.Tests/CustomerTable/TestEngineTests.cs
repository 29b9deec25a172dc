using OrderHotline.Contracts;

namespace OrderHotline.Adapters.Aws.Tests;

/// <summary>The contract tests run on any engine that speaks DynamoDB: HOTLINE_TEST_DYNAMODB_URL names it.</summary>
public sealed class TestEngineTests
{
    [Fact]
    public async Task An_engine_that_is_named_is_used_and_nothing_is_started()
    {
        await using var engine = new Dynalite { Engine = "http://127.0.0.1:8000" };
        await engine.InitializeAsync();

        Assert.Equal(new Uri("http://127.0.0.1:8000"), engine.Address);
    }

    [Theory]
    [InlineData("localhost:8000")]
    [InlineData("dynamodb")]
    public async Task What_is_no_address_is_refused(string named)
    {
        await using var engine = new Dynalite { Engine = named };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.InitializeAsync().AsTask());

        Assert.StartsWith($"HOTLINE_TEST_DYNAMODB_URL is \"{named}\": it must be an address", refused.Message, StringComparison.Ordinal);
    }
}
