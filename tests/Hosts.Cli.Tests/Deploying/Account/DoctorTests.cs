using OrderHotline.Contracts;

namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What an account still lacks, as <c>hotline deploy doctor</c> tells it.</summary>
public sealed class DoctorTests : IDisposable
{
    readonly RecordedAws aws = new();

    public DoctorTests() => aws.Answers("sts get-caller-identity", """{"Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/engineer"}""");

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task A_new_account_lacks_nearly_everything_and_gets_the_texts_to_ask_for_it()
    {
        aws.Answers("connect list-phone-numbers-v2", """{"ListPhoneNumbersSummaryList": []}""").Answers("connect list-instances", """{"InstanceSummaryList": []}""")
            .Answers("sns get-sms-sandbox-account-status", """{"IsInSandbox": true}""").Answers("sns get-sms-attributes", """{"attributes": {"MonthlySpendLimit": "1"}}""")
            .Answers("lambda get-account-settings", """{"AccountLimit": {"ConcurrentExecutions": 10}}""")
            .Answers("service-quotas list-service-quotas", """{"Quotas": [{"QuotaName": "Amazon Connect instances per account", "Value": 2.0}, {"QuotaName": "Tags", "Value": 50.0}]}""");
        var ran = await aws.Type(".", "deploy doctor");
        Approved.Holds("doctor", $"{ran.Output}{ran.Error}ends with {ran.ExitCode}\n\n{aws.Asked}", "What a shop's engineer reads and pastes.");
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
    }

    [Fact]
    public async Task An_account_that_has_all_needs_nothing()
    {
        aws.Answers("connect list-phone-numbers-v2", """{"ListPhoneNumbersSummaryList": [{"PhoneNumber": "+81312345678", "PhoneNumberId": "cccc"}]}""")
            .Answers("connect list-instances", """{"InstanceSummaryList": [{"Id": "dddd", "InstanceAlias": "my-shop"}]}""")
            .Answers("sns get-sms-sandbox-account-status", """{"IsInSandbox": false}""").Answers("sns get-sms-attributes", """{"attributes": {"MonthlySpendLimit": "200"}}""")
            .Answers("lambda get-account-settings", """{"AccountLimit": {"ConcurrentExecutions": 1000}}""").Answers("service-quotas list-service-quotas", """{"Quotas": []}""");
        var ran = (await aws.Type(".", "deploy doctor")).Succeeded();
        Assert.Contains("number: there. +81312345678 (--parameter NumberId=cccc).", ran.Output, StringComparison.Ordinal);
        Assert.Contains("instances: there. my-shop (--parameter InstanceId=dddd).", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NEEDED", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_asked_is_said_and_not_taken_for_ready()
    {
        foreach (var asked in new[] { "connect list-phone-numbers-v2", "sns get-sms-sandbox-account-status", "sns get-sms-attributes", "lambda get-account-settings", "connect list-instances", "service-quotas list-service-quotas" })
        {
            aws.Refuses(asked, "AccessDeniedException", "User is not authorized");
        }

        var ran = await aws.Type(".", "deploy doctor");
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        Assert.Equal(6, ran.Output.Split("could not be asked. aws ").Length - 1);
        Assert.Contains("have lambda:GetAccountSettings allowed, or sign in as somebody else.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signed_in_is_told()
    {
        using var nobody = new RecordedAws();
        nobody.Fails("sts get-caller-identity", "Unable to locate credentials. You can configure credentials by running \"aws configure\".");
        (await nobody.Type(".", "deploy doctor")).BrokeSaying("aws sts get-caller-identity: Unable to locate credentials.", "Sign in again");
    }
}
