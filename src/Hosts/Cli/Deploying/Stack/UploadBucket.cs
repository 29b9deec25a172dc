using System.Globalization;
using System.Text.Json.Nodes;

namespace OrderHotline.Hosts.Cli;

/// <summary>The bucket that packages and templates are handed over in. What lies there is named by its content, so nothing is ever changed: what
/// was deployed once can be put back as it was.</summary>
/// <param name="aws">Asks AWS.</param>
/// <param name="account">The account that the bucket must be in: a name that somebody else took first gets nothing.</param>
/// <param name="name">Its name.</param>
sealed class UploadBucket(AwsCommand aws, string account, string name)
{
    /// <summary>The bucket's name.</summary>
    public string Name => name;

    /// <summary>The name of a bucket that nobody named.</summary>
    public static string DefaultName(string account, string region) => $"order-line-{account}-{region}";

    /// <summary>Whether it is there, and this account's.</summary>
    /// <exception cref="AwsFailure">It is somebody else's, or nobody may say.</exception>
    public async Task<bool> Exists(CancellationToken cancellation) =>
        await aws.AskForWhatMayLack(["s3api", "head-bucket", .. Here()], ["404", "NoSuchBucket"], cancellation) is not null;

    /// <summary>Makes it: old versions are kept, what lies there is encrypted, and nothing of it is public. This is not interrupted: half of it
    /// would be taken for the whole the next time.</summary>
    public async Task Make()
    {
        var cancellation = CancellationToken.None;
        // The oldest region is the one that must not be named: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
        string[] place = aws.Region == "us-east-1" ? [] : ["--create-bucket-configuration", $"LocationConstraint={aws.Region}"];
        await aws.Ask(["s3api", "create-bucket", "--bucket", name, .. place], cancellation);
        await aws.Ask(
            ["s3api", "put-public-access-block", .. Here(), "--public-access-block-configuration",
                "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"],
            cancellation);
        await aws.Ask(
            ["s3api", "put-bucket-encryption", .. Here(), "--server-side-encryption-configuration",
                """{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}"""],
            cancellation);
        await aws.Ask(["s3api", "put-bucket-versioning", .. Here(), "--versioning-configuration", "Status=Enabled"], cancellation);
    }

    /// <summary>Puts a revision there, but for what is there already.</summary>
    /// <returns>Whether anything was missing.</returns>
    public async Task<bool> Put(Revision revision, CancellationToken cancellation)
    {
        var package = revision.Package is { } zip && await Put(revision.PackageKey, zip.Content, [], cancellation);
        var template = revision.Template is { } text && await Put(
            revision.TemplateKey, text, ["--metadata", $"package={revision.PackageKey},architecture={revision.Architecture}"], cancellation);
        return package || template;
    }

    /// <summary>What was deployed last of a commit to a stack.</summary>
    /// <returns>Null where nothing was.</returns>
    public async Task<Revision?> Find(string stack, string commit, CancellationToken cancellation)
    {
        var listed = await aws.Ask(["s3api", "list-objects-v2", .. Here(), "--prefix", Revision.TemplateFolder(stack, commit)], cancellation);
        var newest = (listed["Contents"] as JsonArray ?? []).OrderBy(found => (DateTimeOffset)found!["LastModified"]!).LastOrDefault();
        if ((string?)newest?["Key"] is not { } key)
        {
            return null;
        }

        var head = await aws.Ask(["s3api", "head-object", .. Here(), "--key", key], cancellation);
        return (string?)head["Metadata"]?["package"] is { } package && (string?)head["Metadata"]?["architecture"] is { } architecture
            ? new(commit, key, package, architecture, Template: null, Package: null, Flows: null)
            : throw new InvalidDataException($"{key} in the bucket {name} does not say which package it goes with: hotline did not put it there.");
    }

    /// <summary>Where CloudFormation finds what has this key.</summary>
    public string Url(string key) => string.Create(CultureInfo.InvariantCulture, $"https://{name}.s3.{aws.Region}.amazonaws.com/{key}");

    async Task<bool> Put(string key, byte[] content, string[] more, CancellationToken cancellation)
    {
        if (await aws.AskForWhatMayLack(["s3api", "head-object", .. Here(), "--key", key], ["404", "NoSuchKey"], cancellation) is not null)
        {
            return false;
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellation);
            await aws.Ask(["s3api", "put-object", .. Here(), "--key", key, "--body", file, .. more], cancellation);
            return true;
        }
        finally
        {
            File.Delete(file);
        }
    }

    string[] Here() => ["--bucket", name, "--expected-bucket-owner", account];
}
