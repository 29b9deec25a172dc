using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrderHotline.Hosts.Lambda.Deployment.Tests;

/// <summary>The file of roots is what Amazon Trust Services publishes, https://www.amazontrust.com/repository/, and nothing else.</summary>
public sealed class TrustedRootsTests
{
    // What that page gives for each root: the SHA-256 hash of its subject public key information.
    static readonly Dictionary<string, string> Keys = new()
    {
        ["Amazon Root CA 1"] = "fbe3018031f9586bcbf41727e417b7d1c45c2f47f93be372a17b96b50757d5a2",
        ["Amazon Root CA 2"] = "7f4296fc5b6a4e3b35d3c369623e364ab1af381d8fa7121533c9d6c633ea2461",
        ["Amazon Root CA 3"] = "36abc32656acfc645c61b71613c4bf21c787f5cabbee48348d58597803d7abc9",
        ["Amazon Root CA 4"] = "f7ecded5c66047d28ed6466b543c40e0743abe81d109254dcf845d4c2c7853c5",
        ["Starfield Services Root Certificate Authority - G2"] = "2b071c59a0a0ae76b0eadb2bad23bad4580b69c3601b630c2eaf0613afa83f92",
    };

    // Of the whole certificates as Debian's ca-certificates has them, which takes them from Mozilla's root program.
    static readonly Dictionary<string, string> Fingerprints = new()
    {
        ["Amazon Root CA 1"] = "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e",
        ["Amazon Root CA 2"] = "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4",
        ["Amazon Root CA 3"] = "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4",
        ["Amazon Root CA 4"] = "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092",
        ["Starfield Services Root Certificate Authority - G2"] = "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5",
    };

    static readonly TimeSpan TimeToRenew = TimeSpan.FromDays(365);

    [Fact]
    public void The_file_holds_the_roots_that_AWS_names_each_with_its_key_and_nothing_else()
    {
        var roots = Roots(File.ReadAllText(Repository.Roots));

        Assert.Equal(Keys.OrderBy(key => key.Key), Named(roots, root => Hash(root.PublicKey.ExportSubjectPublicKeyInfo())));
        Assert.Equal(Fingerprints.OrderBy(key => key.Key), Named(roots, root => Hash(root.RawData)));
        Assert.Equal(Keys.Count, roots.Count);
        Assert.Equal(
            Keys.Keys.Order(),
            File.ReadLines(Repository.Roots).Where(line => line.StartsWith('#')).Select(line => line[2..]).Order());
    }

    [Fact]
    public void A_root_of_somebody_else_would_be_found()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var stranger = new CertificateRequest("CN=Amazon Root CA 1, O=Amazon, C=US", signer, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));

        var roots = Roots(stranger.ExportCertificatePem());

        var (name, key) = Assert.Single(Named(roots, root => Hash(root.PublicKey.ExportSubjectPublicKeyInfo())));
        Assert.NotEqual(Keys[name], key);
    }

    [Fact]
    public void Every_root_is_an_authority_signs_itself_and_is_valid_for_another_year() =>
        Assert.All(Roots(File.ReadAllText(Repository.Roots)), root =>
        {
            Assert.Equal(root.Subject, root.Issuer);
            Assert.True(root.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
            Assert.True(root.NotBefore < DateTime.UtcNow);
            Assert.True(root.NotAfter > DateTime.UtcNow + TimeToRenew, $"{root.Subject} ends on {root.NotAfter:d}: docs/operations.md.");
        });

    static List<X509Certificate2> Roots(string pem)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(pem);
        return [.. roots];
    }

    static IEnumerable<KeyValuePair<string, string>> Named(
        IEnumerable<X509Certificate2> roots, Func<X509Certificate2, string> hash) => roots
        .Select(root => KeyValuePair.Create(root.GetNameInfo(X509NameType.SimpleName, forIssuer: false), hash(root)))
        .OrderBy(root => root.Key);

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
