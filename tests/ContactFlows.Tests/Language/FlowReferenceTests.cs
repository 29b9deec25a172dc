namespace OrderHotline.ContactFlows.Tests;

public sealed class FlowReferenceTests
{
    [Theory]
    [InlineData("$.External.outcome", "External outcome")]
    [InlineData("$.Channel", "Channel")]
    [InlineData("$.Attributes['order id']", "Attributes order id")]
    [InlineData("$.Attributes.['order id']", "Attributes order id")]
    [InlineData("$['AwsRegion']", "AwsRegion")]
    [InlineData("$.['LanguageCode']", "LanguageCode")]
    [InlineData("$.SegmentAttributes[\"connect:Subtype\"]", "SegmentAttributes connect:Subtype")]
    public void A_reference_is_read_name_by_name(string text, string path) =>
        Assert.Equal(path, string.Join(' ', FlowReference.Whole(text)!.Path));

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("$.")]
    [InlineData("$LATEST")]
    [InlineData("$.External.outcome.")]
    [InlineData("$.External.outcome ")]
    [InlineData("an $.External.outcome")]
    [InlineData("$.Attributes['open")]
    public void What_is_more_or_less_than_a_reference_is_none(string text) => Assert.Null(FlowReference.Whole(text));

    [Theory]
    [InlineData("ご注文は$.External.orderedItem です。$.External.shippingDateに届きます。", "$.External.orderedItem $.External.shippingDate")]
    [InlineData("$$.External.a.b costs $5.", "$.External.a.b")]
    [InlineData("Hello, $.Attributes.name. Bye, $.Attributes['first name']!", "$.Attributes.name $.Attributes.first name")]
    [InlineData("no reference at all", "")]
    public void References_are_found_within_a_text(string text, string references) =>
        Assert.Equal(references, string.Join(' ', FlowReference.In(text)));

    [Fact]
    public void A_text_is_filled_in_where_its_references_stand() => Assert.Equal(
        "商品はorderedItemで、shippingDateに届きます。",
        FlowReference.Fill("商品は$.External.orderedItemで、$.External.shippingDateに届きます。", reference => reference.Path[^1]));
}
