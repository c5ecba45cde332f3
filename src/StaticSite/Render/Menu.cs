using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The menus: what site.yml names on top, the other pages in the footer.</summary>
internal static class Menu
{
    public static ImmutableArray<MenuItemView> Create(LinkedSite site, Language language, Phrase phrase) =>
        [.. site.Settings.Menu.Select(entry => Find(site, language, entry.Value, phrase)).OfType<MenuItemView>()];

    public static ImmutableArray<MenuItemView> CreateFooter(LinkedSite site, Language language) =>
    [
        .. Pages(site, language)
            .OrderBy(page => page.Id.Bundle.Value, StringComparer.Ordinal)
            .Select(page => new MenuItemView(page.Meta.Title, page.Url.Escaped, IsCurrent: false)),
    ];

    /// <summary>Null for a page or a list that this language does not have: a menu never leads to a dead end.</summary>
    private static MenuItemView? Find(LinkedSite site, Language language, string entry, Phrase phrase) => entry switch
    {
        "articles" => new(phrase("articles"), SiteAddresses.Articles(language).Escaped, false),
        "categories" => FindIndex(site, language, TermKind.Category, phrase),
        "tags" => FindIndex(site, language, TermKind.Tag, phrase),
        "people" => FindIndex(site, language, TermKind.Person, phrase),
        _ => Pages(site, language)
            .Where(page => page.Id.Bundle.Value == entry)
            .Select(page => new MenuItemView(page.Meta.Title, page.Url.Escaped, IsCurrent: false))
            .FirstOrDefault(),
    };

    private static MenuItemView? FindIndex(LinkedSite site, Language language, TermKind kind, Phrase phrase) =>
        site.Terms.Any(term => term.Kind == kind && term.Language == language)
            ? new(phrase(TermLists.Title(kind)), SiteAddresses.Terms(kind, language).Escaped, IsCurrent: false)
            : null;

    private static IEnumerable<PageEntry> Pages(LinkedSite site, Language language) =>
        site.Pages.Where(page => page.Summary.Kind == BundleKind.Page && page.Id.Language == language);
}
