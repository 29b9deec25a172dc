using OrderHotline.Adapters.Connect;

namespace OrderHotline.Hosts.Cli;

/// <summary>Which template and package a deployment takes: those of the files as they are, or those of a tag, as they were.</summary>
/// <param name="request">What was typed.</param>
/// <param name="rendered">Renders the files as they are.</param>
sealed class RevisionChoice(DeployRequest request, Func<CancellationToken, Task<RenderedShop>> rendered)
{
    /// <summary>That of the files as they are.</summary>
    /// <exception cref="InvalidDataException">The package is not at hand, or is another shop's.</exception>
    public async Task<Revision> OfTheFiles(CancellationToken cancellation)
    {
        var shop = await rendered(cancellation);
        var package = await FunctionPackage.Read(request.Package, cancellation);
        return package.Shop.AsSpan().SequenceEqual(shop.File)
            ? Revision.Of(request.Stack, await GitCommit.Of(shop.Folder, cancellation), shop, package)
            : throw new InvalidDataException(
                $"The {ShopFile.Name} in {package.File.Name} is not the one that the template is of: put that one into the package (docs/deploying.md), or name its shop with --shop.");
    }

    /// <summary>What was deployed of the tag, byte for byte: a package made anew of an old commit would be another one.</summary>
    /// <param name="bucket">Where revisions lie that were deployed before.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <exception cref="InvalidDataException">It was never deployed; the message says how it can be.</exception>
    public async Task<Revision> OfTheTag(UploadBucket bucket, CancellationToken cancellation)
    {
        var tag = request.Tag!;
        var commit = await GitCommit.Of(tag, cancellation);
        return await bucket.Find(request.Stack, commit, cancellation) ?? throw new InvalidDataException(
            $"The bucket for packages has no template and no package of {tag} ({commit}): it was never deployed to {request.Stack} through it. "
            + $"Check it out (git worktree add ../{commit} {commit}), make its package there, and run hotline deploy there without --to.");
    }
}

/// <summary>A shop's template, with what it was rendered from.</summary>
/// <param name="Folder">The folder that is deployed.</param>
/// <param name="File">The shop's file.</param>
/// <param name="Template">The template.</param>
/// <param name="Flows">What each flow of it does, see <see cref="FlowContent.Hash"/>.</param>
sealed record RenderedShop(DirectoryInfo Folder, byte[] File, byte[] Template, IReadOnlyDictionary<string, string> Flows);
