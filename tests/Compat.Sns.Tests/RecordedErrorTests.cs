using System.Net;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrderHotline.FakeSns;
using static OrderHotline.Compat.Sns.Tests.SnsClients;

namespace OrderHotline.Compat.Sns.Tests;

public sealed class RecordedErrorTests
{
    const string RequestId = "f187a3c1-376f-11df-8963-01868b7c937a";

    [Theory]
    [InlineData("20-error-invalid-parameter", typeof(InvalidParameterException), "InvalidParameter", 400)]
    [InlineData("21-error-parameter-value-invalid", typeof(InvalidParameterValueException), "ParameterValueInvalid", 400)]
    [InlineData("22-error-authorization", typeof(AuthorizationErrorException), "AuthorizationError", 403)]
    [InlineData("23-error-invalid-client-token", typeof(AmazonSimpleNotificationServiceException), "InvalidClientTokenId", 403)]
    [InlineData("24-error-signature", typeof(AmazonSimpleNotificationServiceException), "SignatureDoesNotMatch", 403)]
    [InlineData("25-error-expired-token", typeof(AmazonSimpleNotificationServiceException), "ExpiredToken", 403)]
    [InlineData("26-error-throttling-400", typeof(AmazonSimpleNotificationServiceException), "Throttling", 400)]
    [InlineData("27-error-throttled-429", typeof(AmazonSimpleNotificationServiceException), "Throttled", 429)]
    [InlineData("28-error-internal-500", typeof(InternalErrorException), "InternalError", 500)]
    [InlineData("29-error-503", typeof(AmazonSimpleNotificationServiceException), "ServiceUnavailable", 503)]
    [InlineData("34-error-kms-throttling", typeof(KMSThrottlingException), "KMSThrottling", 400)]
    [InlineData("35-error-endpoint-disabled", typeof(EndpointDisabledException), "EndpointDisabled", 400)]
    [InlineData("36-error-not-found", typeof(NotFoundException), "NotFound", 404)]
    [InlineData("37-error-validation", typeof(AmazonSimpleNotificationServiceException), "ValidationError", 400)]
    [InlineData("38-error-optedout", typeof(AmazonSimpleNotificationServiceException), "OptedOut", 400)]
    [InlineData("39-error-unknown-code", typeof(AmazonSimpleNotificationServiceException), "SomethingNew", 400)]
    public async Task An_error_answer_keeps_its_code_status_and_request_id(string recorded, Type exception, string code, int status)
    {
        var thrown = await ThrownAfter(RecordedWire.ErrorAnswer(recorded));

        Assert.IsType(exception, thrown);
        Assert.Equal(code, thrown.ErrorCode);
        Assert.Equal((HttpStatusCode)status, thrown.StatusCode);
        Assert.Equal(RequestId, thrown.RequestId);
        Assert.Equal(status >= 500 ? ErrorType.Receiver : ErrorType.Sender, thrown.ErrorType);
    }

    [Theory]
    [InlineData("30-error-503-no-body", 503)]
    [InlineData("31-error-empty-body-500", 500)]
    public async Task An_error_without_the_services_words_keeps_its_status(string recorded, int status)
    {
        var thrown = await ThrownAfter(RecordedWire.ErrorAnswer(recorded));

        Assert.Equal((HttpStatusCode)status, thrown.StatusCode);
    }

    [Theory]
    [InlineData(typeof(InvalidSecurityException), "InvalidSecurity", 403)]
    [InlineData(typeof(KMSAccessDeniedException), "KMSAccessDenied", 400)]
    [InlineData(typeof(KMSDisabledException), "KMSDisabled", 400)]
    [InlineData(typeof(KMSInvalidStateException), "KMSInvalidState", 400)]
    [InlineData(typeof(KMSNotFoundException), "KMSNotFound", 400)]
    [InlineData(typeof(KMSOptInRequiredException), "KMSOptInRequired", 403)]
    [InlineData(typeof(PlatformApplicationDisabledException), "PlatformApplicationDisabled", 400)]
    [InlineData(typeof(ValidationException), "ValidationException", 400)]
    public async Task Every_other_error_that_Publish_declares_has_its_class(Type exception, string code, int status)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.Error(status, code, "why & <how>"));
        using var client = ClientOf(sns);

        var thrown = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));

        Assert.IsType(exception, thrown);
        Assert.Equal(code, thrown.ErrorCode);
        Assert.Equal("why & <how>", thrown.Message);
        Assert.Equal(Assert.Single(sns.Requests).AnswerId, thrown.RequestId);
    }

    static async Task<AmazonServiceException> ThrownAfter((int Status, string Body) answer)
    {
        await using var sns = FakeSnsEndpoint.Start();
        sns.Answer(SnsAnswer.RawBody(answer.Status, answer.Body));
        using var client = ClientOf(sns);
        return await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => client.PublishAsync(ToPhone(), TestContext.Current.CancellationToken));
    }
}
