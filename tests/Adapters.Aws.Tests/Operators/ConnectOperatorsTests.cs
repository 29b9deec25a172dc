using Amazon.Runtime;
using OrderHotline.Application;
using OrderHotline.Contracts;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws.Tests;

public sealed class ConnectOperatorsTests : OperatorsContract, IAsyncDisposable
{
    static readonly ContactId Call = SampleOrder.Contact("call-1").Id;

    readonly FakeConnect connect = FakeConnect.Start();

    protected override IOperators Operators => Open(connect.Url);

    protected override void Connect(ContactId contact, string operatorId, ContactId firstContact) =>
        connect.Connect(contact.ToString(), firstContact.ToString(), operatorId);

    protected override void Disconnect(ContactId contact) => connect.End(contact.ToString());

    public ValueTask DisposeAsync() => connect.DisposeAsync();

    [Fact]
    public async Task Connect_is_asked_once_for_that_contact_of_that_instance_and_the_request_is_signed()
    {
        Connect(Call, "operator-7", Call);

        await Operators.ConnectedTo(Call, Cancellation);

        var request = Assert.Single(connect.Requests);
        Assert.StartsWith($"GET /contacts/{FakeConnect.InstanceId}/call-1 AWS4-HMAC-SHA256 Credential=key/", request, StringComparison.Ordinal);
        Assert.Contains("/ap-northeast-1/connect/aws4_request, ", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Contact":{}}""")]
    [InlineData("""{"Contact":{"AgentInfo":{"Id":"operator-7"}}}""")]
    [InlineData("""{"Contact":{"AgentInfo":{"Id":"operator-7","ConnectedToAgentTimestamp":null}}}""")]
    [InlineData("""{"Contact":{"AgentInfo":{"ConnectedToAgentTimestamp":1795564800.123}}}""")]
    [InlineData("""{"Contact":{"AgentInfo":null,"QueueInfo":{"Id":"queue-1"}}}""")]
    public async Task A_contact_that_waits_or_rings_or_tells_of_no_operator_has_none(string answer)
    {
        connect.Answer(Call.ToString(), answer);

        Assert.IsType<OperatorConnection.Nobody>(await Operators.ConnectedTo(Call, Cancellation));
    }

    [Fact]
    public async Task A_call_that_was_never_transferred_is_its_own_first_contact()
    {
        connect.Answer(Call.ToString(), """{"Contact":{"AgentInfo":{"Id":"operator-7","ConnectedToAgentTimestamp":1795564800}}}""");

        Assert.Equal(new OperatorConnection.Connected("operator-7", Call), await Operators.ConnectedTo(Call, Cancellation));
    }

    [Theory]
    [InlineData("""{"Message":"Rate exceeded"}""", 429)]
    [InlineData("""{"Message":"not authorized"}""", 403)]
    [InlineData("""{"Message":"broken"}""", 500)]
    [InlineData("""{"Something":"else"}""", 200)]
    [InlineData("no JSON", 200)]
    [InlineData("", 200)]
    [InlineData("""{"Contact":{"InitialContactId":" ","AgentInfo":{"Id":"operator-7","ConnectedToAgentTimestamp":1795564800}}}""", 200)]
    public async Task An_answer_that_says_nothing_is_an_outage_and_nobody_else(string answer, int status)
    {
        connect.Answer(Call.ToString(), answer, status);

        await Assert.ThrowsAnyAsync<Exception>(() => Operators.ConnectedTo(Call, Cancellation));
        Assert.Single(connect.Requests);
    }

    [Fact]
    public async Task A_contact_that_Connect_does_not_know_is_an_outage()
    {
        // The contact is in the event that Connect itself sent: the instance must be another.
        var fault = await Assert.ThrowsAsync<AmazonServiceException>(() => Operators.ConnectedTo(Call, Cancellation));

        Assert.Contains("ResourceNotFound", fault.ErrorCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Connect_cannot_be_reached_nobody_says_that_no_operator_is_there()
    {
        await connect.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => Operators.ConnectedTo(Call, Cancellation));
    }

    static ConnectOperators Open(string url) => ConnectOperators.Open(
        new() { InstanceId = FakeConnect.InstanceId, Endpoint = new() { Region = "ap-northeast-1", Address = new Uri(url) } },
        new BasicAWSCredentials("key", "secret"));
}
