using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Every bundle by its id, and of each the pages that this build publishes. Safe to use from many threads.</summary>
/// <param name="names">The ids of all bundles, hidden ones too.</param>
/// <param name="find">Null for an id that no bundle has.</param>
internal sealed class SiteIndex(SiteSettings settings, Lazy<NearNames> names, Func<BundleId, SiteBundle?> find)
{
    public SiteSettings Settings => settings;

    public ImmutableDictionary<Language, LanguageInfo> Languages { get; } = settings.Languages.ToImmutableDictionary(info => info.Language);

    /// <summary>The ids of all bundles, hidden ones too.</summary>
    public NearNames Names => names.Value;

    /// <param name="bundles">Each id once.</param>
    public static SiteIndex Of(SiteSettings settings, ImmutableArray<SiteBundle> bundles)
    {
        var byId = bundles.ToDictionary(bundle => bundle.Id);
        return new(settings, new(() => new(byId.Keys.Select(id => id.Value))), id => byId.GetValueOrDefault(id));
    }

    /// <summary>The same with other texts of one bundle.</summary>
    public SiteIndex With(SiteBundle bundle) => new(settings, names, id => id == bundle.Id ? bundle : find(id));

    public ParsedBundle? Find(BundleId id) => find(id)?.Parsed;

    /// <summary>The published pages of a bundle, in the order of the site's languages.</summary>
    public ImmutableArray<SitePage> Published(BundleId id) => find(id)?.Published ?? [];

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
