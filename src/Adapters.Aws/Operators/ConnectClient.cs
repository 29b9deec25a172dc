using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace OrderHotline.Adapters.Aws;

/// <summary>The one operation of Amazon Connect that the line asks for, signed and sent by AWSSDK.Core's own pipeline. The whole SDK of Connect
/// has some three hundred, and not every registry serves it.</summary>
sealed class ConnectClient(AWSCredentials credentials, ConnectClientConfig config) : AmazonServiceClient(credentials, config)
{
    protected override IServiceMetadata ServiceMetadata => ConnectMetadata.Instance;

    /// <exception cref="AmazonServiceException">Connect refused; ErrorCode and StatusCode tell why.</exception>
    public Task<DescribedContact> DescribeContact(string instanceId, string contactId, CancellationToken cancellation) =>
        InvokeAsync<DescribedContact>(
            new DescribeContactRequest(instanceId, contactId),
            new InvokeOptions { RequestMarshaller = DescribeContactRequest.Marshaller, ResponseUnmarshaller = DescribedContact.Unmarshaller },
            cancellation);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        // Runs as marshaller, auth scheme, endpoint: the order of the other clients on AWSSDK.Core.
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ConnectEndpoint());
        pipeline.AddHandlerAfter<Marshaller>(new SignsWithVersion4());
    }

    sealed class SignsWithVersion4 : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }

    sealed class ConnectEndpoint : BaseEndpointResolver
    {
        protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
            ConnectClientConfig.Parameters(requestContext.ClientConfig);
    }
}

/// <summary>What AWSSDK.Core must know of Amazon Connect.</summary>
sealed class ConnectClientConfig : ClientConfig
{
    // A contact with all its segment attributes has some ten kilobytes.
    const int LongestAnswer = 256 * 1024;

    static readonly DefaultConfiguration Defaults = new() { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };

    public ConnectClientConfig(TimeSpan oneRequest)
        : base(new DefaultConfigurationProvider([Defaults]))
    {
        AuthenticationServiceName = ConnectMetadata.SigningName;
        EndpointProvider = new Hosts();
        HttpClientFactory = new AttemptTimeouts("Connect", () => oneRequest, LongestAnswer, isBlocking: false);
        DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        MaxErrorRetry = 0;
        MaxStaleConnectionRetries = 0;
    }

    public override string RegionEndpointServiceName => ConnectMetadata.SigningName;

    public override string ServiceVersion => "2017-08-08";

    public override string UserAgent => "order-hotline";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(Parameters(this));

    public static EndpointParameters Parameters(IClientConfig config) => new()
    {
        ["Region"] = config.RegionEndpoint?.SystemName,
        ["Endpoint"] = config.ServiceURL,
    };

    // https://docs.aws.amazon.com/general/latest/gr/connect_region.html
    sealed class Hosts : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters parameters) => parameters["Endpoint"] is string { Length: > 0 } address
            ? new Endpoint(address)
            : parameters["Region"] is string { Length: > 0 } region
                ? new Endpoint($"https://connect.{region}.amazonaws.com")
                : throw new AmazonClientException("Neither a region nor an address of Connect is configured.");
    }
}

sealed class ConnectMetadata : IServiceMetadata
{
    public const string SigningName = "connect";

    public static readonly ConnectMetadata Instance = new();

    public string ServiceId => "Connect";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}

sealed class DescribeContactRequest(string instanceId, string contactId) : AmazonWebServiceRequest
{
    public static IMarshaller<IRequest, AmazonWebServiceRequest> Marshaller { get; } = new Marshalling();

    sealed class Marshalling : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var contact = (DescribeContactRequest)input;
            var request = new DefaultRequest(contact, "Amazon.Connect") { HttpMethod = "GET", ResourcePath = "/contacts/{InstanceId}/{ContactId}" };
            request.AddPathResource("{InstanceId}", StringUtils.FromString(contact.Instance));
            request.AddPathResource("{ContactId}", StringUtils.FromString(contact.Contact));
            return request;
        }
    }

    string Instance => instanceId;

    string Contact => contactId;
}

/// <summary>What the line reads of a contact.</summary>
sealed class DescribedContact : AmazonWebServiceResponse
{
    public static ResponseUnmarshaller Unmarshaller { get; } = new Unmarshalling();

    public string? InitialContactId { get; private init; }

    public string? OperatorId { get; private init; }

    public bool IsConnectedToOperator { get; private init; }

    public bool IsOver { get; private init; }

    static DescribedContact Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("Contact", out var contact) || contact.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException("What answered is not Connect: it gave no Contact.");
        }

        var agent = contact.TryGetProperty("AgentInfo", out var info) && info.ValueKind == JsonValueKind.Object ? info : default;
        return new()
        {
            InitialContactId = Text(contact, "InitialContactId"),
            OperatorId = Text(agent, "Id"),
            IsConnectedToOperator = Has(agent, "ConnectedToAgentTimestamp"),
            IsOver = Has(contact, "DisconnectTimestamp"),
        };
    }

    static string? Text(JsonElement from, string name) => Has(from, name) && from.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static bool Has(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    sealed class Unmarshalling : JsonResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => Read(input.Stream);

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new StreamingUtf8JsonReader(input.Stream);
            var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
            return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
        }
    }
}
