using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace OrderHotline.Hosts.Lambda;

/// <summary>What the two variables of OpenSSL name. Where they name nothing that can be trusted, no connection to AWS is, and without this
/// check every caller would find that out anew.</summary>
static class TrustedCertificates
{
    // A thousand roots have some two megabytes.
    const int LargestFile = 8 * 1024 * 1024;

    const string Begin = "-----BEGIN ";

    // What OpenSSL reads as certificates.
    static readonly string[] Labels = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];

    /// <summary>A sentence for each variable that must be mended.</summary>
    /// <param name="variable">Gives the value of an environment variable.</param>
    public static IEnumerable<string> Problems(Func<string, string?> variable)
    {
        var (file, folders) = (variable("SSL_CERT_FILE"), variable("SSL_CERT_DIR"));
        if (file is { Length: > 0 })
        {
            if (WhyUnusable(file) is { } reason)
            {
                yield return $"SSL_CERT_FILE is \"{file}\": {reason}. It must be a file of certificates in PEM form, such as "
                    + "/var/task/amazon-roots.pem, which is beside bootstrap, or unset.";
            }
        }
        else if (folders is { Length: > 0 } && !folders.Split(Path.PathSeparator).Any(HoldsACertificate))
        {
            yield return $"SSL_CERT_DIR is \"{folders}\": there is no certificate in it. It must be a folder of certificates in PEM form; or "
                + "SSL_CERT_FILE must be set, too; or it must be unset.";
        }
    }

    static bool HoldsACertificate(string folder)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => WhyUnusable(file) is null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <returns>Null when the file holds certificates and each can be read: OpenSSL stops at the first that cannot.</returns>
    static string? WhyUnusable(string path)
    {
        byte[] bytes;
        try
        {
            if (Directory.Exists(path))
            {
                return "that is a folder";
            }

            bytes = Start(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return "there is no such file";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read: {fault.Message}";
        }

        var text = Encoding.Latin1.GetString(bytes);
        var announced = Labels.Sum(label => Occurrences(text, $"{Begin}{label}-----"));
        return announced == 0
            ? IsCertificate(bytes) ? null : "it holds no certificate"
            : Certificates(text).Count(IsCertificate) == announced ? null : "a certificate in it cannot be read";
    }

    // A device has no end.
    static byte[] Start(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[file.CanSeek && file.Length is > 0 and < LargestFile ? file.Length : LargestFile];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    static int Occurrences(string text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    static IEnumerable<byte[]> Certificates(string text)
    {
        for (var rest = text; PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            if (Labels.Contains(rest[found.Label]))
            {
                yield return Convert.FromBase64String(rest[found.Base64Data]);
            }
        }
    }

    // Its outline (https://www.rfc-editor.org/rfc/rfc5280#section-4.1). Whether it can be trusted, OpenSSL says when it is used: to
    // load OpenSSL here would cost every cold start what only a connection over TLS needs.
    static bool IsCertificate(byte[] der)
    {
        try
        {
            var certificate = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            var content = certificate.ReadSequence();
            certificate.ReadSequence();
            certificate.ReadBitString(out _);
            if (content.PeekTag().TagClass == TagClass.ContextSpecific)
            {
                content.ReadEncodedValue(); // the version
            }

            content.ReadInteger(); // the serial number
            content.ReadSequence(); // how it is signed
            content.ReadSequence(); // by whom
            return content.ReadSequence().PeekTag().TagValue is (int)UniversalTagNumber.UtcTime or (int)UniversalTagNumber.GeneralizedTime;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
