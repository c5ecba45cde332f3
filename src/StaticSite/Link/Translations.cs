using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which language is a bundle's source, and what do its translations take from it?</summary>
internal static class Translations
{
    /// <summary>
    /// The facts of every page, hidden ones too, in the order of the bundles and of the site's languages. Of two bundles
    /// of one name the first counts; that there are two has been reported.
    /// </summary>
    public static ImmutableArray<PageFacts> Inherit(ParsedSite site) =>
        [.. SideBySide.Select([.. site.Bundles.DistinctBy(bundle => bundle.Id)], bundle => Inherit(bundle, site.Settings)).SelectMany(facts => facts)];

    public static ImmutableArray<PageFacts> Inherit(ParsedBundle bundle, SiteSettings settings)
    {
        var pages = settings.Languages
            .Select(info => bundle.Pages.FirstOrDefault(page => page.Id.Language == info.Language))
            .OfType<ParsedPage>()
            .ToImmutableArray();
        var ofBundle = ImmutableArray.CreateBuilder<Diagnostic>();
        var sourceLanguage = SourceLanguage(bundle, pages, settings, ofBundle);
        var source = pages.FirstOrDefault(page => page.Id.Language == sourceLanguage);
        return [.. pages.Select(page => Facts(bundle, page, sourceLanguage, new(page, page == source ? null : source, ofBundle)))];
    }

    private static PageFacts Facts(ParsedBundle bundle, ParsedPage page, Language sourceLanguage, Inheritance from) => new(
        bundle,
        page,
        sourceLanguage,
        from.Take("date", file => file.Date, PublicationDates.Text),
        from.Take("category", file => file.Category, text => text),
        from.TakeSet("tags", file => file.Tags),
        from.TakeList("authors", file => file.Authors),
        from.TakeList("reviewed_by", file => file.ReviewedBy),
        from.Reviewed(),
        from.TakeEntries("references", file => file.References),
        from.TakeEntries("nocite", file => file.NoCite),
        from.TakeSet("disclaimer", file => file.Disclaimers),
        from.Take("cover", file => file.Cover, text => text),
        from.Diagnostics());

    private static Language SourceLanguage(
        ParsedBundle bundle, ImmutableArray<ParsedPage> pages, SiteSettings settings, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var exists = pages.Select(page => page.Id.Language).Concat(bundle.Failed).ToHashSet();
        var named = pages.Select(page => page.FrontMatter.SourceLanguage).OfType<Located<Language>>().ToList();
        foreach (var other in named.Where(other => other.Value != named[0].Value))
        {
            diagnostics.Add(LinkDiagnostics.TranslationDiffers("source_language", other.Value.Code, other.Where, named[0].Value.Code, named[0].Where));
        }

        if (named.Count > 0 && exists.Contains(named[0].Value))
        {
            return named[0].Value;
        }

        if (named.Count > 0)
        {
            diagnostics.Add(LinkDiagnostics.SourceLanguageMissing(named[0], bundle));
        }

        var first = settings.Languages.FirstOrDefault(info => exists.Contains(info.Language));
        return first?.Language ?? settings.DefaultLanguage;
    }
}
