using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>One page while its slots are resolved: what may be looked up, and where messages and assets are gathered.</summary>
internal sealed record PageScope(SitePage Page, PageDetails Details, SiteIndex Index, Lazy<Addresses> AllAddresses, ImmutableArray<Diagnostic>.Builder Diagnostics)
{
    public Addresses Addresses => AllAddresses.Value;

    public List<LinkedAsset> Assets { get; } = [];

    public ParsedBundle Bundle => Page.Facts.Bundle;

    public Language Language => Page.Language;

    /// <summary>The address of a file that this page uses; it will be copied there.</summary>
    public SiteUrl Use(AssetFile file)
    {
        var asset = Files.Asset(file);
        Assets.Add(asset);
        return asset.Url;
    }
}
