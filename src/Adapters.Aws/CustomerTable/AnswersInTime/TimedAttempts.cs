using System.Net.Sockets;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>Gives every attempt at the table its share of the time, measured when it is made.</summary>
/// <param name="time">The time for the answer at hand.</param>
/// <param name="isBlocking">Whether whoever asks waits on a thread of their own. Where nothing else is to be done meanwhile, that spares
/// the threads that would have to be woken, and a cold start from making them.</param>
sealed class TimedAttempts(AnswerTime time, bool isBlocking) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Attempts(time, isBlocking)) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null; // no other client shares the connections

    sealed class Attempts : DelegatingHandler
    {
        readonly AnswerTime time;
        readonly bool isBlocking;

        public Attempts(AnswerTime time, bool isBlocking)
        {
            (this.time, this.isBlocking) = (time, isBlocking);
            var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            if (isBlocking)
            {
                connections.ConnectCallback = Connect;
            }

            InnerHandler = connections;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var share = time.OneAttempt;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            end.CancelAfter(share);
            try
            {
                return isBlocking
                    ? Whole(Send(request, end.Token), end.Token)
                    : await base.SendAsync(request, end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                // The kind that the SDK makes another attempt after.
                throw new IOException($"The table gave no answer within {share.TotalMilliseconds:0} ms.", late);
            }
        }

        // Whoever reads the answer later finds it there, and waits for nothing.
        static HttpResponseMessage Whole(HttpResponseMessage response, CancellationToken end)
        {
            using var ending = end.UnsafeRegister(static response => ((HttpResponseMessage)response!).Dispose(), response);
            try
            {
                var arriving = response.Content;
                var whole = new byte[arriving.Headers.ContentLength
                    ?? throw new IOException("What answered is no DynamoDB: it did not say how long its answer is.")];
                arriving.ReadAsStream(CancellationToken.None).ReadExactly(whole);
                response.Content = new ByteArrayContent(whole);
                response.Content.Headers.ContentType = arriving.Headers.ContentType;
                arriving.Dispose();
                return response;
            }
            catch (Exception) when (end.IsCancellationRequested)
            {
                throw new OperationCanceledException(end);
            }
        }

        static ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                using var ending = cancellation.UnsafeRegister(static socket => ((Socket)socket!).Dispose(), socket);
                socket.Connect(context.DnsEndPoint);
                return new(new NetworkStream(socket, ownsSocket: true));
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
