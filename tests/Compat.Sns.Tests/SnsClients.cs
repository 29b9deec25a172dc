using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using OrderHotline.FakeSns;

namespace OrderHotline.Compat.Sns.Tests;

static class SnsClients
{
    // Amazon's own example keys, from their documentation.
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static PublishRequest ToPhone(string message = "x") => new() { PhoneNumber = "+819012345678", Message = message };

    public static AmazonSimpleNotificationServiceClient ClientOf(FakeSnsEndpoint sns, int retries = 0) =>
        new(new BasicAWSCredentials(AccessKey, SecretKey), ConfigFor(sns, retries));

    public static AmazonSimpleNotificationServiceConfig ConfigFor(FakeSnsEndpoint sns, int retries = 0) =>
        new() { ServiceURL = sns.Url, AuthenticationRegion = "ap-northeast-1", MaxErrorRetry = retries };
}
