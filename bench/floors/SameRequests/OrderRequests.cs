namespace OrderHotline.Bench.Floors;

/// <summary>The requests that our function sends for the events of the call contract, as they were seen on the wire
/// (<c>bench/race/run.sh --requests</c>).</summary>
sealed class OrderRequests(string address) : IDisposable
{
    readonly RequestText body = new();
    readonly RequestText request = new();
    KeptConnection? connection;

    public void Latest(ReadOnlySpan<byte> json)
    {
        body.Begin()
            .Add("{\"ConsistentRead\":true,\"ExpressionAttributeNames\":{\"#caller\":\"CallerID\"},"u8)
            .Add("\"ExpressionAttributeValues\":{\":caller\":{\"S\":\""u8)
            .Add(Value(json, "\"Address\":\""u8))
            .Add("\"}},\"IndexName\":\"LatestOrder\",\"KeyConditionExpression\":\"#caller = :caller\",\"Limit\":1,"u8)
            .Add("\"ScanIndexForward\":false,\"TableName\":\"CustomerTable\"}"u8);
        Send("Query"u8);
    }

    public void Find(ReadOnlySpan<byte> json)
    {
        body.Begin().Add("{\"ConsistentRead\":true,"u8);
        AddKey(json).Add("}"u8);
        Send("GetItem"u8);
    }

    public void Cancel(ReadOnlySpan<byte> json)
    {
        BeginUpdate()
            .Add("\":shippingDate\":{\"S\":\"2018-11-12\"},\":isCancel\":{\"S\":\"True\"},\":history\":{\"L\":[{\"M\":{"u8)
            .Add("\"what\":{\"S\":\"Cancelled\"},\"at\":{\"S\":\"2018-11-07T01:00:00Z\"},\"contact\":{\"S\":\""u8)
            .Add(Value(json, "\"ContactId\":\""u8))
            .Add("\"},\"channel\":{\"S\":\"Voice\"}}}]},\":outbox\":{\"L\":[{\"M\":{\"what\":{\"S\":\"Cancelled\"},"u8)
            .Add("\"number\":{\"N\":\"1\"},\"language\":{\"S\":\"Japanese\"},\"owedSince\":{\"S\":\"2018-11-07T01:00:00Z\"}}}]},"u8);
        EndUpdate(json);
    }

    public void Move(ReadOnlySpan<byte> json)
    {
        var to = Value(json, "\"shippingDate\":\""u8);
        BeginUpdate()
            .Add("\":shippingDate\":{\"S\":\""u8)
            .Add(to)
            .Add("\"},\":isCancel\":{\"S\":\"False\"},\":history\":{\"L\":[{\"M\":{"u8)
            .Add("\"what\":{\"S\":\"Rescheduled\"},\"at\":{\"S\":\"2018-11-07T01:00:00Z\"},\"contact\":{\"S\":\""u8)
            .Add(Value(json, "\"ContactId\":\""u8))
            .Add("\"},\"channel\":{\"S\":\"Voice\"},\"from\":{\"S\":\"2018-11-12\"},\"to\":{\"S\":\""u8)
            .Add(to)
            .Add("\"},\"heard\":{\"S\":\"\"}}}]},\":outbox\":{\"L\":[{\"M\":{\"what\":{\"S\":\"Rescheduled\"},"u8)
            .Add("\"number\":{\"N\":\"1\"},\"language\":{\"S\":\"Japanese\"},"u8)
            .Add("\"owedSince\":{\"S\":\"2018-11-07T01:00:00Z\"},\"to\":{\"S\":\""u8)
            .Add(to)
            .Add("\"}}}]},"u8);
        EndUpdate(json);
    }

    public void Dispose() => connection?.Dispose();

    RequestText BeginUpdate() => body.Begin()
        .Add("{\"ConditionExpression\":\"(attribute_not_exists(#version) OR #version = :versionBefore) AND "u8)
        .Add("#shippingDate = :dateBefore AND #isCancel = :cancelBefore AND attribute_not_exists(#shippedAt)\","u8)
        .Add("\"ExpressionAttributeNames\":{\"#version\":\"version\",\"#shippingDate\":\"shippingDate\",\"#isCancel\":\"isCancel\","u8)
        .Add("\"#shippedAt\":\"shippedAt\",\"#placedAt\":\"placedAt\",\"#schemaVersion\":\"schemaVersion\",\"#history\":\"history\","u8)
        .Add("\"#outbox\":\"outbox\",\"#outboxPartition\":\"outboxPartition\",\"#dueAt\":\"dueAt\",\"#delivery\":\"delivery\","u8)
        .Add("\"#settledMessages\":\"settledMessages\"},\"ExpressionAttributeValues\":{\":versionBefore\":{\"N\":\"0\"},"u8)
        .Add("\":dateBefore\":{\"S\":\"2018-11-12\"},\":cancelBefore\":{\"S\":\"False\"},"u8)
        .Add("\":placedAt\":{\"S\":\"2018-11-05T01:00:00Z\"},\":version\":{\"N\":\"1\"},\":schemaVersion\":{\"N\":\"2\"},"u8);

    void EndUpdate(ReadOnlySpan<byte> json)
    {
        body.Add("\":outboxPartition\":{\"S\":\"8\"},\":dueAt\":{\"S\":\"2018-11-07T01:00:00Z\"}},"u8);
        AddKey(json)
            .Add(",\"UpdateExpression\":\"SET #placedAt = if_not_exists(#placedAt, :placedAt), #version = :version, "u8)
            .Add("#schemaVersion = :schemaVersion, #shippingDate = :shippingDate, #isCancel = :isCancel, #history = :history, "u8)
            .Add("#outbox = :outbox, #outboxPartition = :outboxPartition, #dueAt = :dueAt REMOVE #delivery, #settledMessages\"}"u8);
        Send("UpdateItem"u8);
    }

    RequestText AddKey(ReadOnlySpan<byte> json) => body
        .Add("\"Key\":{\"CallerID\":{\"S\":\""u8)
        .Add(Value(json, "\"Address\":\""u8))
        .Add("\"},\"orderId\":{\"S\":\""u8)
        .Add(Value(json, "\"orderId\":\""u8))
        .Add("\"}},\"TableName\":\"CustomerTable\""u8);

    // The headers are those of a request that DynamoDB would take, but for the signature.
    void Send(ReadOnlySpan<byte> action)
    {
        connection ??= new KeptConnection(address);
        request.Begin()
            .Add("POST / HTTP/1.1\r\nHost: dynamodb\r\nX-Amz-Target: DynamoDB_20120810."u8)
            .Add(action)
            .Add("\r\nX-Amz-Date: 20181107T010000Z\r\nAuthorization: AWS4-HMAC-SHA256 "u8)
            .Add("Credential=AKIDEXAMPLE/20181107/ap-northeast-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, "u8)
            .Add("Signature=0000000000000000000000000000000000000000000000000000000000000000"u8)
            .Add("\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: "u8)
            .Add(body.Bytes.Length)
            .Add("\r\n\r\n"u8)
            .Add(body.Bytes);
        connection.Exchange(request.Bytes);
    }

    static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> json, ReadOnlySpan<byte> start)
    {
        var value = json[(json.IndexOf(start) + start.Length)..];
        return value[..value.IndexOf((byte)'"')];
    }
}
