namespace OrderHotline.Domain.Tests;

public sealed class OrderIdTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("100")]
    [InlineData("2026-000123")]
    [InlineData("A_1.2/3#4")]
    [InlineData("注文100")]
    [InlineData("ab-CD")]
    public void An_id_reads_back_exactly_as_the_shop_wrote_it(string text)
    {
        Assert.True(OrderId.TryParse(text, out var id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("　")]
    [InlineData(" 100")]
    [InlineData("100 ")]
    [InlineData("1 00")]
    [InlineData("$.Attributes.secret")]
    [InlineData("<speak>100</speak>")]
    [InlineData("100&amp;")]
    [InlineData("\"100\"")]
    [InlineData("it's")]
    [InlineData("a\\b")]
    [InlineData("{100}")]
    [InlineData("100;")]
    public void What_means_something_to_a_flow_to_SSML_or_to_a_log_is_no_id(string? text)
    {
        Assert.False(OrderId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0009)]
    [InlineData(0x000A)]
    [InlineData(0x000D)]
    [InlineData(0x001B)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0x200B)]
    [InlineData(0x115F)]
    [InlineData(0x1160)]
    [InlineData(0x3164)]
    [InlineData(0xFFA0)]
    [InlineData(0x2028)]
    [InlineData(0x202E)]
    [InlineData(0xD842)]
    [InlineData(0xDFB7)]
    [InlineData(0xFEFF)]
    public void No_control_character_no_invisible_one_and_no_surrogate_stands_in_an_id(int unit)
    {
        Assert.False(OrderId.TryParse($"1{(char)unit}0", out _));
        Assert.False(OrderId.TryParse($"100{(char)unit}", out _));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void An_id_has_at_most_64_characters(int length, bool isAnId) =>
        Assert.Equal(isAnId, OrderId.TryParse(new string('7', length), out _));

    [Fact]
    public void Ids_that_differ_in_case_alone_name_two_orders()
    {
        Assert.NotEqual(Samples.OrderNumber("A1"), Samples.OrderNumber("a1"));
        Assert.Equal(Samples.OrderNumber("A1"), Samples.OrderNumber("A1"));
    }

    [Fact]
    public void The_default_id_names_no_order_and_says_so()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => default(OrderId).ToString());
        Assert.Contains("OrderId.TryParse", refusal.Message, StringComparison.Ordinal);
    }
}
