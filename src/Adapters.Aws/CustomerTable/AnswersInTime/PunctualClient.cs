using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>A client whose requests, with all their attempts and the pauses between them, end when the time for the answer does: the note
/// of a text too, which no caller calls off.</summary>
sealed class PunctualClient : AmazonDynamoDBClient
{
    readonly AnswerTime time;

    public PunctualClient(AmazonDynamoDBConfig config, AnswerTime time)
        : base(config) => this.time = time;

    public PunctualClient(AWSCredentials credentials, AmazonDynamoDBConfig config, AnswerTime time)
        : base(credentials, config) => this.time = time;

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.GetItemAsync(request, end), cancellationToken);

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.QueryAsync(request, end), cancellationToken);

    public override Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.UpdateItemAsync(request, end), cancellationToken);

    async Task<T> InTime<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(time.Left);
        return await request(end.Token).ConfigureAwait(false);
    }
}
