using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrderHotline.Adapters.Aws;

/// <summary>A client whose requests, with all their attempts, the pauses between them and the search for credentials, end when the
/// answer is due: the note of a message too, which no caller calls off.</summary>
sealed class DeadlineClient(AWSCredentials credentials, AmazonDynamoDBConfig config, AnswerDeadline deadline)
    : AmazonDynamoDBClient(credentials, config)
{
    // A field with an initializer is set before the base class builds its pipeline.
    readonly AnswerDeadline deadline = deadline;

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.GetItemAsync(request, end), cancellationToken);

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.QueryAsync(request, end), cancellationToken);

    public override Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) =>
        InTime(end => base.UpdateItemAsync(request, end), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new Retries(Config, deadline)));
    }

    async Task<T> InTime<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(deadline.Left);
        return await request(end.Token).WaitAsync(end.Token).ConfigureAwait(false);
    }

    // The SDK's own policy, which pauses for up to three seconds by itself.
    sealed class Retries(IClientConfig config, AnswerDeadline deadline) : StandardRetryPolicy(config)
    {
        public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
        {
            MaxBackoffInMilliseconds = (int)deadline.OnePause.TotalMilliseconds;
            return base.WaitBeforeRetryAsync(executionContext);
        }
    }
}
