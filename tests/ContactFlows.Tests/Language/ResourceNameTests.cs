namespace OrderHotline.ContactFlows.Tests;

public sealed class ResourceNameTests
{
    [Theory]
    [InlineData("${OrderMenu.ContactFlowArn}", "OrderMenu")]
    [InlineData("${CancelOrder}", "CancelOrder")]
    [InlineData("arn:aws:lambda:ap-northeast-1:123456789012:function:CancelOrder", "CancelOrder")]
    [InlineData("arn:aws:lambda:ap-northeast-1:123456789012:function:CancelOrder:live", "CancelOrder")]
    [InlineData("arn:aws:connect:ap-northeast-1:123456789012:instance/i/queue/q", "q")]
    [InlineData("arn:aws:lex:ap-northeast-1:123456789012:bot-alias/BOT/ALIAS", "ALIAS")]
    [InlineData("BasicQueue", "BasicQueue")]
    public void A_resource_goes_by_its_short_name(string reference, string name) => Assert.Equal(name, ResourceName.From(reference));
}
