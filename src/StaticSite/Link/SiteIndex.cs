using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Every bundle by its id, and of each the pages that this build publishes.</summary>
internal sealed class SiteIndex
{
    private readonly Dictionary<BundleId, ParsedBundle> _bundles;
    private readonly Dictionary<BundleId, ImmutableArray<SitePage>> _published;

    public SiteIndex(ParsedSite site, ImmutableArray<SitePage> pages)
    {
        Settings = site.Settings;
        Languages = site.Settings.Languages.ToImmutableDictionary(info => info.Language);
        _bundles = new(site.Bundles.Length);
        foreach (var bundle in site.Bundles)
        {
            _bundles.TryAdd(bundle.Id, bundle);
        }

        _published = pages.GroupBy(page => page.Id.Bundle).ToDictionary(group => group.Key, group => group.ToImmutableArray());
        Names = new(_bundles.Keys.Select(id => id.Value));
    }

    private SiteIndex(SiteIndex other, ParsedBundle bundle, ImmutableArray<SitePage> pages)
    {
        (Settings, Languages, Names) = (other.Settings, other.Languages, other.Names);
        _bundles = new(other._bundles) { [bundle.Id] = bundle };
        _published = new(other._published);
        if (!pages.IsEmpty)
        {
            _published[bundle.Id] = pages;
        }
    }

    public SiteSettings Settings { get; }

    public ImmutableDictionary<Language, LanguageInfo> Languages { get; }

    /// <summary>The ids of all bundles, hidden ones too.</summary>
    public NearNames Names { get; }

    /// <summary>The same with other texts of one bundle, of which the same pages are published.</summary>
    public SiteIndex With(ParsedBundle bundle, ImmutableArray<SitePage> pages) => new(this, bundle, pages);

    public ParsedBundle? Find(BundleId id) => _bundles.GetValueOrDefault(id);

    /// <summary>The published pages of a bundle, in the order of the site's languages.</summary>
    public ImmutableArray<SitePage> Published(BundleId id) => _published.GetValueOrDefault(id, []);

    /// <summary>The page in this language, else in the first language that exists; null where none is published.</summary>
    public SitePage? FindNearest(BundleId id, Language language)
    {
        var pages = Published(id);
        return pages.FirstOrDefault(page => page.Language == language) ?? pages.FirstOrDefault();
    }

    /// <summary>The language of a page, where it is not the reader's.</summary>
    public LanguageInfo? OtherLanguage(SitePage page, Language reader) => page.Language == reader ? null : Languages[page.Language];

    public ImmutableArray<Alternate> Alternates(BundleId id) =>
        [.. Published(id).Select(page => new Alternate(Languages[page.Language], page.Url))];
}
