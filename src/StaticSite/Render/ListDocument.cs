using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>A list of articles to be cut into pages.</summary>
/// <param name="Kind">articles, category, tag, person.</param>
internal sealed record ArticleList(
    string Kind, string Title, string? Subtitle, SiteUrl Url, ImmutableArray<PageSummary> Articles, ImmutableArray<LinkView> Parents, ImmutableArray<ArticleListAlternate> Alternates);

/// <param name="Pages">How many pages the list has in that language.</param>
internal sealed record ArticleListAlternate(LanguageInfo Language, SiteUrl Url, int Pages);

/// <summary>The documents of a list: one per page, numbered pages linked to each other.</summary>
internal static class ListDocument
{
    /// <summary>Views are made when they are asked for: those of all lists at once are many.</summary>
    public static IEnumerable<(SiteUrl Url, ImmutableArray<PageSummary> Articles, Func<DocumentView> Create)> CreateAll(Frame frame, ArticleList list)
    {
        var size = frame.Site.Settings.PageSize;
        var count = SiteAddresses.PageCount(list.Articles.Length, size);
        for (var number = 1; number <= count; number++)
        {
            var url = SiteAddresses.ListPage(list.Url, number);
            var alternates = list.Alternates
                .Where(alternate => number <= alternate.Pages)
                .Select(alternate => new Alternate(alternate.Language, SiteAddresses.ListPage(alternate.Url, number)))
                .ToImmutableArray();
            var (page, articles) = (number, Slice(list, number, size));
            yield return (url, articles, () => Create(frame, list, page, count, url, alternates));
        }
    }

    private static DocumentView Create(Frame frame, ArticleList list, int number, int count, SiteUrl url, ImmutableArray<Alternate> alternates)
    {
        var size = frame.Site.Settings.PageSize;
        var newer = number > 1 ? SiteAddresses.ListPage(list.Url, number - 1).Escaped : null;
        var older = number < count ? SiteAddresses.ListPage(list.Url, number + 1).Escaped : null;
        var title = number == 1 ? list.Title : frame.Phrase("title_page", list.Title, number);
        var description = frame.Phrase($"description_{list.Kind}", list.Title, frame.Site.Settings.Title.Find(frame.Code) ?? "");
        var head = frame.Head(title, description, url, alternates, DefaultUrl(frame, alternates)) with
        {
            OpenGraph = OpenGraph.Of(frame, title, description, url, alternates),
            JsonLdHtml = JsonLd.ForList(frame, title, url, [.. list.Parents, new LinkView(list.Title, list.Url.Escaped)]),
            PreviousUrl = newer,
            NextUrl = older,
        };
        return frame.Document("list", head, url, alternates) with
        {
            List = new ListView(
                list.Kind,
                list.Title,
                list.Subtitle,
                list.Parents,
                list.Articles.Length,
                [.. Slice(list, number, size).Select(article => frame.Card(article))],
                number,
                count,
                newer,
                older,
                count > 1 ? PageNumbers(list.Url, number, count) : []),
        };
    }

    private static ImmutableArray<PageSummary> Slice(ArticleList list, int number, int size)
    {
        var start = (number - 1) * size;
        return list.Articles.Slice(start, Math.Min(size, list.Articles.Length - start));
    }

    /// <summary>Lists have no source language; the site's first language is the one to fall back to.</summary>
    public static SiteUrl? DefaultUrl(Frame frame, ImmutableArray<Alternate> alternates) =>
        alternates.FirstOrDefault(alternate => alternate.Language.Language == frame.Site.Settings.DefaultLanguage)?.Url
        ?? alternates.FirstOrDefault()?.Url;

    /// <summary>First, last, and two on either side of the current page; gaps between them.</summary>
    private static ImmutableArray<PageNumberView> PageNumbers(SiteUrl list, int current, int count)
    {
        var views = ImmutableArray.CreateBuilder<PageNumberView>();
        var last = 0;
        for (var number = 1; number <= count; number++)
        {
            if (number != 1 && number != count && Math.Abs(number - current) > 2)
            {
                continue;
            }

            if (number > last + 1)
            {
                views.Add(new PageNumberView("…", null, IsCurrent: false, IsGap: true));
            }

            views.Add(new PageNumberView(
                number.ToString(CultureInfo.InvariantCulture), SiteAddresses.ListPage(list, number).Escaped, number == current, IsGap: false));
            last = number;
        }

        return views.ToImmutable();
    }
}
