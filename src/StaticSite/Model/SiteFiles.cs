using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>A file found under input/ or theme/, not yet read.</summary>
/// <param name="Path">Relative to <paramref name="Root"/>, with <c>/</c>.</param>
/// <param name="Root">Full path of a folder.</param>
public sealed record InputFile(string Path, string Root, long Length, DateTime LastWriteUtc)
{
    public string FullPath => System.IO.Path.Combine(Root, Path);

    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The folder of one article or page. Files has all of it, subfolders too, but for dotfiles and dot-folders.</summary>
public sealed record BundleFiles(BundleId Id, BundleKind Kind, string Path, ImmutableArray<InputFile> Files)
{
    /// <summary>What stands in its folder <c>.accepted</c>.</summary>
    public ImmutableArray<InputFile> Accepted { get; init; } = [];
}

/// <summary>What stands under the root, listed in ordinal order of paths; nothing has been read.</summary>
public sealed record SiteFiles(
    InputFile? Settings,
    ImmutableArray<BundleFiles> Bundles,
    ImmutableArray<InputFile> Data,
    ImmutableArray<InputFile> Static,
    ImmutableArray<InputFile> Templates,
    ImmutableArray<InputFile> Partials,
    ImmutableArray<InputFile> Strings,
    ImmutableArray<InputFile> ThemeAssets,
    ImmutableArray<InputFile> CitationStyles)
{
    /// <summary>Every file once, in no particular order.</summary>
    public IEnumerable<InputFile> All => Bundles.SelectMany(bundle => bundle.Files.Concat(bundle.Accepted)).Concat(BesideBundles);

    /// <summary>Every file that belongs to no bundle.</summary>
    public IEnumerable<InputFile> BesideBundles =>
    [
        .. Settings is null ? [] : ImmutableArray.Create(Settings),
        .. Data,
        .. Static,
        .. Templates,
        .. Partials,
        .. Strings,
        .. ThemeAssets,
        .. CitationStyles,
    ];
}
