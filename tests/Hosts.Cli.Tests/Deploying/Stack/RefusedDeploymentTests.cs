namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>What is wrong is named, with what would be right, before anything is done.</summary>
public sealed class RefusedDeploymentTests : IDisposable
{
    const string Package = "artifacts/publish/Lambda/order-hotline-linux-x64.zip";

    readonly ShopInTheCloud shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Without_aws_it_says_where_to_get_it() =>
        (await shop.Aws.Type(shop.Folder, $"deploy {ShopInTheCloud.Stack}", withoutAws: true)).BrokeSaying("There is no aws on the PATH.", "apt-get install awscli");

    [Theory]
    [InlineData("aws-cli/1.45.11 Python/3.11.7", "It is aws-cli/1.45.11 Python/3.11.7; hotline needs 2.9 or later.")]
    [InlineData("usage: something else", "hotline needs 2.9 or later.")]
    public async Task An_aws_that_is_too_old_is_told(string version, string said)
    {
        using var old = new RecordedAws(version);
        (await old.Type(shop.Folder, $"deploy {ShopInTheCloud.Stack}")).BrokeSaying(said, "Install it");
    }

    [Theory]
    [InlineData("AccessDenied", "User is not authorized", "aws cloudformation describe-stacks: User is not authorized. Who is signed in may not do that: have cloudformation:DescribeStacks allowed")]
    [InlineData("ExpiredToken", "The security token included in the request is expired", "Sign in again: aws sso login, or aws configure.")]
    [InlineData("Odd", "A\u001B[2J\u202Ename", "aws cloudformation describe-stacks: A\\u001B[2J\\u202Ename.")]
    [InlineData("Throttling", "Rate exceeded", "run the command again in a minute.")]
    public async Task What_aws_refuses_is_told_with_its_own_words_and_what_helps(string code, string words, string said)
    {
        shop.Aws.Refuses("cloudformation describe-stacks", code, words);
        (await shop.Deploy()).BrokeSaying(said);
    }

    [Fact]
    public void What_aws_says_after_it_tried_again_is_read_too()
    {
        var failure = AwsFailure.Read("aws s3api put-object", "\nAn error occurred (500) when calling the PutObject operation (reached max retries: 4): Internal Server Error\n");
        Assert.Equal(("500", "Internal Server Error.", "aws s3api put-object: Internal Server Error."), (failure.Code, failure.Said, failure.Message));
    }

    [Fact]
    public async Task A_bucket_that_is_somebody_elses_gets_nothing()
    {
        shop.Aws.Refuses("s3api head-bucket", "403", "Forbidden");
        shop.Uploads().Stands().HasFlows();
        (await shop.Deploy()).BrokeSaying("aws s3api head-bucket: Forbidden.", "have s3:HeadBucket allowed");
        Assert.DoesNotContain("put-object", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_CloudFormation_refuses_is_told()
    {
        shop.Aws.Refuses("cloudformation create-change-set", "ValidationError", "Name the instance to use in InstanceId, or a new one in InstanceAlias.");
        shop.Uploads().Stands().HasFlows();
        (await shop.Deploy()).BrokeSaying("aws cloudformation create-change-set: Name the instance to use in InstanceId");
    }

    [Fact]
    public async Task A_plan_makes_no_bucket()
    {
        shop.IsEmpty();
        var ran = await shop.Deploy("--plan");
        Assert.Equal(ExitCodes.CheckFailed, ran.ExitCode);
        Assert.Contains("A plan needs it, because CloudFormation reads the template there.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("create-bucket", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--parameter Colour=red", "The template has no parameter Colour; there is AdministratorName, AdministratorPassword, AlarmsTo,")]
    [InlineData("--parameter AdministratorPassword=secret", "AdministratorPassword is a secret, and a command line is not")]
    [InlineData("--parameter Commit=1", "Commit is known without being told")]
    [InlineData("--parameter InstanceAlias", "--parameter is \"InstanceAlias\": it must be NAME=VALUE, each name once.")]
    [InlineData("--to v1 --shop deploy/shop.json", "leave --shop out")]
    [InlineData("--to v1 --package " + Package, "leave --package out")]
    public async Task What_is_typed_wrong_is_named(string typed, string said)
    {
        shop.Uploads().Stands().HasFlows();
        (await shop.Deploy($"--yes {typed}")).FailedSaying(said);
    }

    [Fact]
    public async Task A_package_that_will_not_do_is_named_before_aws_is_asked()
    {
        shop.PutPackage(Package, "{}"u8.ToArray());
        (await shop.Deploy()).FailedSaying("The shop.json in order-hotline-linux-x64.zip is not the one that the template is of");
        shop.PutPackage(Package, [], machine: 8);
        (await shop.Deploy()).FailedSaying("made for a processor that Lambda does not have (ELF machine 8)");
        shop.Put(Package, "no zip");
        (await shop.Deploy()).FailedSaying("order-hotline-linux-x64.zip is no zip");
        File.Copy(Path.Combine(shop.Folder, Package), Path.Combine(shop.Folder, Package.Replace("x64", "arm64", StringComparison.Ordinal)));
        (await shop.Deploy()).FailedSaying("There are 2 packages: name one with --package");
        Directory.Delete(Path.Combine(shop.Folder, "artifacts"), recursive: true);
        (await shop.Deploy()).FailedSaying("There is no package of the functions under artifacts/publish/Lambda", "dotnet publish");
        Assert.Equal("", shop.Aws.Asked);
    }

    [Fact]
    public async Task A_template_that_is_too_large_is_told_with_its_size_and_the_limit()
    {
        shop.Put("deploy/template/more.yaml", $"Outputs: {{More: {{Value: '{new string('x', DeploymentTemplate.Largest)}'}}}}\n");
        (await shop.Aws.Type(shop.Folder, "deploy render")).FailedSaying("bytes; CloudFormation takes 1,048,576.");
        Assert.False(File.Exists(Path.Combine(shop.Folder, "deploy", "template.yaml")));
    }
}
