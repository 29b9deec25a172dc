using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrderHotline.Bench.Race;

/// <summary>A certificate authority that lives for one race, as Amazon's are: an ECDSA root, an RSA certificate for the server.</summary>
sealed class TestAuthority : IDisposable
{
    readonly X509Certificate2 root;
    readonly X509Certificate2 server;

    public TestAuthority()
    {
        var now = DateTimeOffset.UtcNow;
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Race Root", rootKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));

        using var serverKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        using var signed = request.Create(
            root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(root.GetECDsaPrivateKey()!),
            now.AddDays(-1),
            now.AddDays(1),
            [1, 2, 3, 4, 5, 6, 7, 8]);
        server = signed.CopyWithPrivateKey(serverKey);
    }

    public SslStreamCertificateContext ServerCertificate => SslStreamCertificateContext.Create(server, null, offline: true);

    public string Pem => root.ExportCertificatePem();

    public void Dispose()
    {
        root.Dispose();
        server.Dispose();
    }
}
