using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrderHotline.Hosts.Lambda.Tests;

public sealed class TrustedCertificatesTests : IDisposable
{
    static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    static readonly CertificateRequest Request = new("CN=Root", Key, HashAlgorithmName.SHA256);
    static readonly X509Certificate2 Root =
        Request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));

    readonly string folder = Directory.CreateTempSubdirectory("trust").FullName;

    static string Pem => Root.ExportCertificatePem();

    static readonly Dictionary<string, (byte[] Content, string Reason)> Unusable = new()
    {
        ["empty"] = ([], "it holds no certificate"),
        ["words"] = ("there are no certificates here\n"u8.ToArray(), "it holds no certificate"),
        ["noise"] = ([.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31 % 251))], "it holds no certificate"),
        ["a private key"] = (Ascii(Key.ExportPkcs8PrivateKeyPem()), "it holds no certificate"),
        ["a private key in DER"] = (Key.ExportPkcs8PrivateKey(), "it holds no certificate"),
        ["a request"] = (Ascii(Request.CreateSigningRequestPem()), "it holds no certificate"),
        ["a request in DER"] = (Request.CreateSigningRequest(), "it holds no certificate"),
        ["a PKCS#12 store"] = (Root.Export(X509ContentType.Pkcs12), "it holds no certificate"),
        ["a label around nothing"] = (Ascii("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"), "a certificate in it cannot be read"),
        ["a label around noise"] = (Ascii("-----BEGIN CERTIFICATE-----\nAAECAwQF\n-----END CERTIFICATE-----\n"), "a certificate in it cannot be read"),
        ["a label around a key"] = (Ascii(PemEncoding.WriteString("CERTIFICATE", Key.ExportPkcs8PrivateKey())), "a certificate in it cannot be read"),
        ["half a certificate"] = (Ascii(Pem[..(Pem.Length / 2)]), "a certificate in it cannot be read"),
        ["a certificate and half of one"] = (Ascii($"{Pem}\n{Pem[..(Pem.Length / 2)]}"), "a certificate in it cannot be read"),
        ["a certificate that was cut when it was copied"] =
            (Ascii(PemEncoding.WriteString("CERTIFICATE", Root.RawData.AsSpan()[..^9])), "a certificate in it cannot be read"),
    };

    static readonly Dictionary<string, byte[]> Usable = new()
    {
        ["a certificate"] = Ascii(Pem),
        ["two, with words around them"] = Ascii($"Root one\n{Pem}\nRoot two\n{Pem}\nThe end.\n"),
        ["a certificate with Windows' line ends"] = Ascii(Pem.ReplaceLineEndings("\r\n")),
        ["a certificate and its key"] = Ascii($"{Key.ExportPkcs8PrivateKeyPem()}\n{Pem}"),
        ["a certificate under its old label"] = Ascii(PemEncoding.WriteString("X509 CERTIFICATE", Root.RawData)),
        ["a certificate in DER"] = Root.RawData,
    };

    public static TheoryData<string> UnusableNames => [.. Unusable.Keys];

    public static TheoryData<string> UsableNames => [.. Usable.Keys];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(UnusableNames))]
    public void A_file_without_a_certificate_is_refused(string kind)
    {
        var (content, reason) = Unusable[kind];
        var file = FileOf(content);

        Assert.Equal(
            $"SSL_CERT_FILE is \"{file}\": {reason}. It must be a file of certificates in PEM form, such as /var/task/amazon-roots.pem, "
            + "which is beside bootstrap, or unset.",
            Assert.Single(Problems(file, "/nonexistent")));
    }

    [Theory]
    [MemberData(nameof(UsableNames))]
    public void A_file_of_certificates_is_taken_and_so_is_a_folder_of_such_files(string kind)
    {
        var file = FileOf(Usable[kind]);

        Assert.Empty(Problems(file, null));
        Assert.Empty(Problems(file, "/nonexistent"));
        Assert.Empty(Problems(null, folder));
        Assert.Empty(Problems("", $"/nonexistent{Path.PathSeparator}{folder}"));
    }

    [Fact]
    public void What_is_no_file_is_refused()
    {
        Assert.Contains("there is no such file", Assert.Single(Problems(Path.Combine(folder, "none.pem"), null)), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Assert.Single(Problems(Path.Combine(folder, "none", "none.pem"), null)), StringComparison.Ordinal);
        Assert.Contains("that is a folder", Assert.Single(Problems(folder, null)), StringComparison.Ordinal);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such devices.");
        Assert.Contains("it holds no certificate", Assert.Single(Problems("/dev/null", null)), StringComparison.Ordinal);
        Assert.Contains("it holds no certificate", Assert.Single(Problems("/dev/zero", null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_certificate_is_refused_unless_a_file_says_what_is_trusted()
    {
        FileOf("no certificate"u8.ToArray());

        Assert.All(["/nonexistent", folder], named => Assert.Equal(
            $"SSL_CERT_DIR is \"{named}\": there is no certificate in it. It must be a folder of certificates in PEM form; or SSL_CERT_FILE "
            + "must be set, too; or it must be unset.",
            Assert.Single(Problems(null, named))));
        Assert.Empty(Problems(null, null));
    }

    [Fact]
    public async Task The_function_does_not_start_with_a_file_that_holds_no_certificate()
    {
        var file = FileOf(Ascii(Key.ExportPkcs8PrivateKeyPem()));
        await using var lambda = RunningLambda.Start("OrderTableRead", ("SSL_CERT_FILE", file));

        var error = await lambda.InitializationError();

        Assert.Equal("InvalidSettingsException", error.ErrorText("errorType"));
        Assert.Contains($"SSL_CERT_FILE is \"{file}\": it holds no certificate.", error.ErrorText("errorMessage")!, StringComparison.Ordinal);
    }

    static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);

    static IEnumerable<string> Problems(string? file, string? folders) => TrustedCertificates.Problems(name => name switch
    {
        "SSL_CERT_FILE" => file,
        "SSL_CERT_DIR" => folders,
        _ => null,
    });

    string FileOf(byte[] content)
    {
        var file = Path.Combine(folder, "roots.pem");
        File.WriteAllBytes(file, content);
        return file;
    }
}
