using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>In which order do the articles of a language stand?</summary>
internal static class Articles
{
    /// <summary>Every language of the site has its list, newest first, be it empty.</summary>
    public static ImmutableDictionary<Language, ImmutableArray<PageOutline>> Order(ImmutableArray<PageOutline> pages, SiteSettings settings)
    {
        var byLanguage = pages.Where(page => page.Summary.Kind == BundleKind.Article).ToLookup(page => page.Id.Language);
        return settings.Languages.ToImmutableDictionary(
            info => info.Language,
            info => byLanguage[info.Language]
                .OrderByDescending(page => page.Summary.Date?.Instant ?? DateTimeOffset.MinValue)
                .ThenBy(page => page.Id.Bundle.Value, StringComparer.Ordinal)
                .ToImmutableArray());
    }
}
