
namespace OrderHotline.Hosts.Cli.Tests;

public sealed class AtTheDeskTests : IDisposable
{
    readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("", "invoke", "date", "orders", "table", "--version")]
    [InlineData("date", "SAID", "--language", "--slot", "--json", "--table", "--now")]
    [InlineData("invoke", "FUNCTION", "EVENT.json", "--retry", "--now", "--orders", "--dynamodb", "--table", "OrderTableRead, CancelOrder, ChangeOrderDate")]
    [InlineData("deliver", "--sns", "--watch", "--now", "--orders", "--dynamodb", "--table")]
    [InlineData("orders", "list", "show", "seed")]
    [InlineData("orders list", "--caller", "--now", "--orders", "--dynamodb", "--table")]
    [InlineData("orders show", "ORDER", "--caller", "--now", "--orders", "--dynamodb", "--table")]
    [InlineData("orders seed", "ITEMS.json", "--dynamodb", "--table")]
    [InlineData("table", "create")]
    [InlineData("table create", "--dynamodb", "--table", "CustomerTable")]
    public async Task Help_tells_of_everything_that_can_be_typed(string command, params string[] words)
    {
        var help = (await desk.Type($"{command} --help")).Succeeded().Output;

        Assert.All(words, word => Assert.Contains(word, help, StringComparison.Ordinal));
        Assert.DoesNotContain("CancelOrder|", help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_orders_stand_around_the_moment_that_is_given()
    {
        var listed = (await desk.Type($"orders list --now {Desk.ContractNow}")).Succeeded().Output;

        Assert.Equal(
            """
            +819011112222  201  2018-11-10  placed     Kyoto Blend 200g
            +819012345678  100  2018-11-12  placed     The North Face Summit L3 Ventrix 2.0 Hoodie
            +819033334444  301  2018-11-11  cancelled  Enamel kettle
            +819055556666  401  2018-11-07  shipped    Nambu kettle

            """,
            listed);
    }

    [Theory]
    [InlineData("+819012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("０９０１２３４５６７８")]
    public async Task A_callers_number_may_be_typed_either_way(string number)
    {
        var listed = (await desk.Type("orders list --caller", number)).Succeeded().Output;

        Assert.StartsWith("+819012345678  100  ", listed, StringComparison.Ordinal);
        Assert.Single(listed, '\n');
    }

    [Fact]
    public async Task One_of_your_own_orders_is_shown_whole()
    {
        desk.PutTheDemoItem();

        var shown = (await desk.Type("orders show 100 --orders @items.json")).Succeeded().Output;

        Assert.Equal(
            """
            Order      100 of Justin, +819012345678
            Item       The North Face Summit L3 Ventrix 2.0 Hoodie
            Ships      2018-11-12
            State      placed

            """,
            shown);
    }

    [Fact]
    public async Task An_empty_list_says_that_it_is_empty()
    {
        desk.Put("items.json", "[]");

        Assert.Equal("There are no orders.\n", (await desk.Type("orders list --orders @items.json")).Succeeded().Error);
        Assert.Equal("+819087654321 has no orders.\n", (await desk.Type("orders list --caller +819087654321")).Succeeded().Error);
    }
}
