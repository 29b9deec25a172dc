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

    /// <summary>It is done, and of the answer there is a head and nothing more.</summary>
    StallsBeforeTheBody,

    /// <summary>It is done, and half the answer's body comes.</summary>
    StallsWithinTheBody,

    /// <summary>It is done, and the answer's last byte does not come.</summary>
    StallsBeforeTheLastByte,

    /// <summary>It is done, and the connection breaks within the answer.</summary>
    BreaksWithinTheBody,

    /// <summary>An error begins to be told.</summary>
    StallsWithinAnError,
}

static class TableFaults
{
    /// <summary>Whether it is done in spite of what is heard.</summary>
    public static bool IsAfterTheDeed(this TableFault fault) => fault is TableFault.LostAnswer or TableFault.StallsBeforeTheBody
        or TableFault.StallsWithinTheBody or TableFault.StallsBeforeTheLastByte or TableFault.BreaksWithinTheBody;

    public static async Task Suffer(this WireExchange exchange, TableFault fault)
    {
        switch (fault)
        {
            case TableFault.Throttled:
                await exchange.Answer(Error(400, "com.amazon.coral.availability#ThrottlingException").Bytes);
                break;
            case TableFault.OverCapacity:
                await exchange.Answer(Error(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException").Bytes);
                break;
            case TableFault.Broken:
                await exchange.Answer(Error(500, "com.amazonaws.dynamodb.v20120810#InternalServerError").Bytes);
                break;
            case TableFault.LostRequest:
                await exchange.StaySilent();
                break;
            case TableFault.LostAnswer:
                await exchange.Forward();
                await exchange.StaySilent();
                break;
            case TableFault.StallsBeforeTheBody:
                await exchange.Stall(await exchange.Forward(), body => 0);
                break;
            case TableFault.StallsWithinTheBody:
                await exchange.Stall(await exchange.Forward(), body => body / 2);
                break;
            case TableFault.StallsBeforeTheLastByte:
                await exchange.Stall(await exchange.Forward(), body => body - 1);
                break;
            case TableFault.BreaksWithinTheBody:
                await exchange.Break(await exchange.Forward(), body => body / 2);
                break;
            case TableFault.StallsWithinAnError:
                await exchange.Stall(Error(500, "com.amazonaws.dynamodb.v20120810#InternalServerError"), body => body / 2);
                break;
        }
    }

    static HttpMessage Error(int status, string type) =>
        HttpMessage.Answer(status, $$"""{"__type":"{{type}}","message":"planted"}""");
}
