namespace OrderHotline.Hosts.Lambda.Tests;

/// <summary>What can go wrong with one request to the table.</summary>
enum TableFault
{
    Throttled,
    OverCapacity,
    Broken,

    /// <summary>It never arrives.</summary>
    LostRequest,

    /// <summary>It is done, and nobody hears of it.</summary>
    LostAnswer,
}

static class TableFaults
{
    public static async Task Suffer(this WireExchange exchange, TableFault fault)
    {
        switch (fault)
        {
            case TableFault.Throttled:
                await exchange.Answer(Error(400, "com.amazon.coral.availability#ThrottlingException"));
                break;
            case TableFault.OverCapacity:
                await exchange.Answer(Error(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"));
                break;
            case TableFault.Broken:
                await exchange.Answer(Error(500, "com.amazonaws.dynamodb.v20120810#InternalServerError"));
                break;
            case TableFault.LostRequest:
                await exchange.StaySilent();
                break;
            case TableFault.LostAnswer:
                await exchange.Forward();
                await exchange.StaySilent();
                break;
        }
    }

    static ReadOnlyMemory<byte> Error(int status, string type) =>
        HttpMessage.Answer(status, $$"""{"__type":"{{type}}","message":"planted"}""").Bytes;
}
