using System.Security.Cryptography;

namespace OrderHotline.Hosts.Cli;

/// <summary>What a deployment puts into AWS: the template and the package of one commit.</summary>
/// <param name="Commit">The commit; empty where there is none.</param>
/// <param name="TemplateKey">The template's key in the bucket.</param>
/// <param name="PackageKey">The package's key in the bucket.</param>
/// <param name="Architecture">The processor that the package was compiled for.</param>
/// <param name="Template">The template; null where it lies in the bucket already.</param>
/// <param name="Package">The package; null where it lies in the bucket already.</param>
/// <param name="Flows">What each flow of the template does, see <see cref="FlowContent.Hash"/>; null where the template lies in the bucket.</param>
sealed record Revision(
    string Commit, string TemplateKey, string PackageKey, string Architecture, byte[]? Template, FunctionPackage? Package, IReadOnlyDictionary<string, string>? Flows)
{
    const int Letters = 16;

    /// <summary>A revision of files that are at hand, for a stack.</summary>
    public static Revision Of(string stack, string commit, RenderedShop shop, FunctionPackage package) => new(
        commit,
        $"{TemplateFolder(stack, commit)}{Hash([.. shop.Template, .. package.Content])}.yaml",
        $"{stack}/{Hash(package.Content)}.zip",
        package.Architecture,
        shop.Template,
        package,
        shop.Flows);

    /// <summary>How the keys of all templates begin that are of a commit. Shops have stacks of their own, and may share a bucket.</summary>
    public static string TemplateFolder(string stack, string commit) => $"{stack}/{(commit.Length > 0 ? commit : "no-commit")}/";

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..Letters];
}
