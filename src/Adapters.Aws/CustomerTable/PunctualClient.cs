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

/// <summary>Gives every attempt its share of the time, measured when it is made.</summary>
sealed class TimedAttempts(AnswerTime time) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Handler(time)) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null; // no other client shares the connections

    sealed class Handler(AnswerTime time) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var share = time.OneAttempt;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            end.CancelAfter(share);
            try
            {
                return await base.SendAsync(request, end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                // The kind that the SDK makes another attempt after.
                throw new IOException($"The table gave no answer within {share.TotalMilliseconds:0} ms.", late);
            }
        }
    }
}
