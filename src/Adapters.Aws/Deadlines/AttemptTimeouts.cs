using System.Net.Sockets;
using Amazon.Runtime;

namespace OrderHotline.Adapters.Aws;

/// <summary>Bounds every attempt at a service, from its first byte out to the last byte of the answer in, and the answer's length.</summary>
/// <param name="service">What is asked, as a fault names it.</param>
/// <param name="oneAttempt">How long an attempt that begins now may take.</param>
/// <param name="longestAnswer">In bytes. A longer answer is refused, and no memory is set aside for what has not arrived.</param>
/// <param name="isBlocking">Whether whoever asks waits on a thread of their own. Where nothing else is to be done meanwhile, that spares
/// the threads that would have to be woken, and a cold start from making them.</param>
/// <param name="oneConnection">How long a connection may take; null for the usual.</param>
sealed class AttemptTimeouts(string service, Func<TimeSpan> oneAttempt, int longestAnswer, bool isBlocking, TimeSpan? oneConnection = null)
    : HttpClientFactory
{
    // A connection that is not there by then is given up for another; the SDKs' own figure for a service of the same region:
    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html.
    static readonly TimeSpan OneConnection = TimeSpan.FromSeconds(1.1);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Attempts(service, oneAttempt, longestAnswer, isBlocking, oneConnection ?? OneConnection)) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null; // no other client shares the connections

    sealed class Attempts : DelegatingHandler
    {
        readonly string service;
        readonly Func<TimeSpan> oneAttempt;
        readonly int longestAnswer;
        readonly bool isBlocking;

        public Attempts(string service, Func<TimeSpan> oneAttempt, int longestAnswer, bool isBlocking, TimeSpan oneConnection)
        {
            (this.service, this.oneAttempt, this.longestAnswer, this.isBlocking) = (service, oneAttempt, longestAnswer, isBlocking);
            var connections = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = oneConnection,
                MaxResponseDrainSize = 0, // an answer that is given up is not read to its end first, which would take two seconds more
            };
            if (isBlocking)
            {
                connections.ConnectCallback = Connect;
            }

            InnerHandler = connections;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var limit = oneAttempt();
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            end.CancelAfter(limit);
            HttpResponseMessage? response = null;
            try
            {
                response = isBlocking ? Send(request, end.Token) : await base.SendAsync(request, end.Token).ConfigureAwait(false);
                var arriving = response.Content;
                response.Content = await Whole(arriving, end.Token).ConfigureAwait(false);
                arriving.Dispose();
                return response;
            }
            catch (Exception fault)
            {
                response?.Dispose();
                if (cancellationToken.IsCancellationRequested)
                {
                    throw new TaskCanceledException(null, fault, cancellationToken);
                }

                if (end.IsCancellationRequested || fault is OperationCanceledException)
                {
                    // The kind that the SDK makes another attempt after.
                    throw new IOException($"{service} gave no whole answer within {limit.TotalMilliseconds:0} ms.", fault);
                }

                throw;
            }
        }

        // Whoever reads the answer later finds it there, and waits for nothing.
        async ValueTask<ByteArrayContent> Whole(HttpContent arriving, CancellationToken end)
        {
            var reader = new AnswerReader(service, arriving.Headers.ContentLength, longestAnswer);

            // Nothing else ends a read that blocks.
            using var ending = isBlocking ? end.UnsafeRegister(static arriving => ((HttpContent)arriving!).Dispose(), arriving) : default;
            var stream = isBlocking
                ? arriving.ReadAsStream(CancellationToken.None)
                : await arriving.ReadAsStreamAsync(end).ConfigureAwait(false);
            while (!reader.IsWhole)
            {
                var arrived = isBlocking ? stream.Read(reader.Space.Span) : await stream.ReadAsync(reader.Space, end).ConfigureAwait(false);
                end.ThrowIfCancellationRequested(); // a connection that was closed here looks like an answer that has ended
                reader.Add(arrived);
            }

            var whole = new ByteArrayContent(reader.Bytes, 0, reader.Length);
            whole.Headers.ContentType = arriving.Headers.ContentType;
            return whole;
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
                cancellation.ThrowIfCancellationRequested();
                throw;
            }
        }
    }
}
