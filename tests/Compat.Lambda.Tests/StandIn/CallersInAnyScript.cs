using OrderHotline.RuntimeApi;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

public sealed class CallersInAnyScript
{
    [Fact]
    public async Task A_mobile_caller_may_describe_itself_in_japanese()
    {
        await using var function = RunningFunction.Telling(context =>
            $"{context.ClientContext?.Client?.AppTitle} {context.ClientContext?.Custom?["店"]}");

        var outcome = await function.SendAsync(new LambdaEvent("{}")
        {
            ClientContext = """{"client":{"app_title":"注文"},"custom":{"店":"銀座"}}""",
        });

        Assert.Equal("注文 銀座", outcome.Text);
    }
}
