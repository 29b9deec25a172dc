namespace OrderHotline.Domain.Tests;

public sealed class OrderIdTests
{
    [Theory]
    [InlineData("100")]
    [InlineData("2026-000123")]
    [InlineData("A_1.2/3#4")]
    [InlineData("注文100")]
    public void An_id_reads_back_exactly_as_the_shop_wrote_it(string text)
    {
        Assert.True(OrderId.TryParse(text, out var id));
        Assert.Equal(text, id.ToString());
    }
}
