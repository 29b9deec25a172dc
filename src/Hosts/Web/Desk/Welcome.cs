namespace OrderHotline.Hosts.Web;

/// <summary>What to try, told to who has started the host.</summary>
static class Welcome
{
    /// <summary>The lines.</summary>
    /// <param name="address">Where the host listens.</param>
    /// <param name="desk">Signs tokens; null where the shop does.</param>
    /// <param name="isInMemory">Whether the orders are in memory.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<string> Lines(string address, DeskTokens? desk, bool isInMemory, DateTimeOffset now)
    {
        address = address.TrimEnd('/');
        yield return $"The line answers at {address}, {(isInMemory ? "on sample orders in memory" : "on the shop's table")}. Ctrl+C stops it.";
        if (desk is null)
        {
            yield return $"Customers come with the shop's token. The API is described at {address}/openapi/v1.json.";
            yield break;
        }

        yield return $"Chat with it as the sample customer: {address}/";
        yield return "";
        yield return $"Customer {SampleOrders.Caller} has logged in; this token is theirs, and ends with this process:";
        yield return "";
        yield return $"  TOKEN={desk.For(SampleOrders.Caller, now)}";
        yield return $"  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Accept-Language: en' {address}/v1/order";
        yield return $"  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Accept-Language: en' --json '{{\"said\":\"Friday next week\"}}' {address}/v1/order/date-readings";
        yield return $"  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Accept-Language: en' -H 'Idempotency-Key: try-1' \\";
        yield return $"    --json '{{\"orderId\":\"201\",\"said\":\"Friday next week\"}}' {address}/v1/order/reschedule";
        yield return $"  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Accept-Language: ja' -H 'Idempotency-Key: try-2' \\";
        yield return $"    --json '{{\"orderId\":\"201\"}}' {address}/v1/order/cancel";
        yield return "";
        yield return $"The API is described at {address}/openapi/v1.json. Agents have tools at {address}/mcp, with that token; or their client starts them,";
        yield return "without one: dotnet run --no-build --project src/Hosts/Web -- mcp";
    }
}
