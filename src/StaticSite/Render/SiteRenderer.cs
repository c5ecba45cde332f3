using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>LinkedSite and theme → every file of the output, each with all that decides about its bytes. Which of them have to be rendered is Write's to find out.</summary>
internal sealed class SiteRenderer
{
    /// <summary>What the sitemap's ingredients name for the addresses and dates of all pages: no file of the site.</summary>
    public const string SitemapSource = "input";

    private readonly LinkedSite _site;
    private readonly CompiledTheme _theme;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<Language, Frame> _frames;
    private readonly CitationStyles _styles;
    private readonly ThemeIngredients _ingredients;
    private readonly PagePlan _plan;
    private readonly CardIngredients _cards;

    private SiteRenderer(LinkedSite site, CompiledTheme theme, CitationStyles styles, RenderOptions options)
    {
        (_site, _theme, _styles, _now) = (site, theme, styles, options.Now);
        _frames = site.Settings.Languages.ToDictionary(
            language => language.Language,
            language => new Frame(site, language, theme.Strings.In(language.Language).Text));
        _ingredients = new ThemeIngredients(theme.Theme, theme.Assets, _frames, options.Generator);
        _plan = new PagePlan(_ingredients, styles, options.Now);
        _cards = new CardIngredients(_frames);
    }

    /// <summary>Null where errors, of the theme too, keep everything from being rendered.</summary>
    public static Outcome<SiteRenderer?> Create(LinkedSite site, Outcome<CompiledTheme> theme, RenderOptions options)
    {
        var styles = CitationStyles.Compile(theme.Value, site);
        ImmutableArray<Diagnostic> found = [.. theme.Diagnostics, .. styles.Diagnostics];
        return new(found.Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : new(site, theme.Value, styles.Value, options), found);
    }

    /// <summary>Nothing is rendered yet.</summary>
    public ImmutableArray<OutputFile> Plan() => [.. _site.Pages.Select(Page), .. PlanWithoutPages()];

    /// <summary>All but the Markdown pages.</summary>
    public IEnumerable<OutputFile> PlanWithoutPages() =>
    [
        .. _theme.Assets.Files,
        .. _site.Assets.Select(Asset),
        .. _site.StaticFiles.OrderBy(file => file.Key.Path, StringComparer.Ordinal).Select(file => OutputFile.Copy(file.Key, $"input/static{file.Key.Path}", file.Value)),
        .. Lists(),
        .. Feeds(),
        .. Sitemaps(),
        .. RootFiles(),
    ];

    /// <summary>A page of the site, be it one that was edited after the rest was linked.</summary>
    public OutputFile Page(PageEntry page) => new(page.Url.OutputPath, OutputKind.Page, null, () => _plan.Shows(page), () => Render(page));

    public static OutputFile Asset(LinkedAsset asset) => OutputFile.Copy(asset.Url, asset.Path, asset.Content);

    private Outcome<byte[]> Render(PageEntry page)
    {
        var frame = _frames[page.Id.Language];
        var failures = ImmutableArray<Diagnostic>.Empty;
        var document = PageDocument.Create(frame, page.Link(), _now, _styles, view =>
        {
            var list = _theme.Templates.RenderPartial(PageDocument.ReferenceListPartial, view, frame.Code);
            failures = list.Diagnostics;
            return list.Value;
        });
        var (bytes, found) = _theme.Templates.Render(document.Template, document, frame.Code);
        return new(bytes, [.. failures, .. found]);
    }

    private IEnumerable<OutputFile> Lists()
    {
        foreach (var (frame, list) in ArticleLists.Of(_site, _frames))
        {
            foreach (var (url, articles, create) in ListDocument.CreateAll(frame, list))
            {
                yield return Document(frame.Code, url, create, articles);
            }
        }

        foreach (var frame in _frames.Values)
        {
            foreach (var (url, create) in TermsDocument.CreateAll(frame))
            {
                yield return Document(frame.Code, url, create);
            }

            var newest = _site.Articles.GetValueOrDefault(frame.Code, []);
            var notFound = SiteAddresses.NotFoundIn(frame.Code);
            yield return Document(frame.Code, SiteAddresses.Home(frame.Code), () => HomeDocument.Create(frame), [.. newest.Take(HomeDocument.Latest)]);
            yield return Document(frame.Code, notFound, () => NotFoundDocument.Create(frame, notFound), [.. newest.Take(NotFoundDocument.Latest)]);
        }
    }

    private IEnumerable<OutputFile> Feeds()
    {
        foreach (var language in _site.Settings.Languages)
        {
            var order = _site.Articles.GetValueOrDefault(language.Language, []).Take(_site.Settings.FeedSize).Select((article, index) => (article.Id, index)).ToDictionary();
            ImmutableArray<PageEntry> newest = [.. _site.Pages.Where(page => order.ContainsKey(page.Id)).OrderBy(page => order[page.Id])];
            yield return new(
                SiteAddresses.Feed(language.Language).OutputPath,
                OutputKind.List,
                null,
                () =>
                [
                    .. newest.Select(page => new Ingredient(IngredientKind.Text, page.Summary.SourcePath, Ingredient.Key(page.Shows))),
                    .. _ingredients.OfData(language.Language),
                ],
                () => new(Feed.Render(_site, language, newest), []));
        }
    }

    private IEnumerable<OutputFile> Sitemaps() =>
        from part in Sitemap.Render(_site, SitemapEntries.Of(_site))
        select new OutputFile(
            part.Url.OutputPath,
            OutputKind.List,
            null,
            () => [new(IngredientKind.Facts, SitemapSource, part.Shows()), .. _ingredients.OfData(_site.Settings.DefaultLanguage)],
            () => new(part.Render(), []));

    private IEnumerable<OutputFile> RootFiles()
    {
        var first = _frames[_site.Settings.DefaultLanguage];
        yield return Document(first.Code, SiteAddresses.Root, () => RootDocument.Create(first, _frames.Values));
        yield return Document(first.Code, SiteAddresses.NotFound, () => NotFoundDocument.Create(first, SiteAddresses.NotFound));
        foreach (var redirect in _site.Redirects)
        {
            var frame = _frames[redirect.Language];
            yield return Document(frame.Code, redirect.From, () => RedirectDocument.Create(frame, redirect));
        }

        var robots = string.Create(CultureInfo.InvariantCulture, $"User-agent: *\nAllow: /\n\nSitemap: {AbsoluteUrl.Of(_site, SiteAddresses.Sitemap)}\n");
        yield return OutputFile.Of(SiteAddresses.Robots, OutputKind.List, _site.Settings.Where.Path, Encoding.UTF8.GetBytes(robots));
    }

    /// <summary>A document is a function of its view and its template.</summary>
    /// <param name="articles">Those whose cards it shows.</param>
    private OutputFile Document(Language language, SiteUrl url, Func<DocumentView> create, ImmutableArray<PageSummary> articles = default) =>
        new(url.OutputPath, OutputKind.List, null, () => Shows(language, url, create(), articles), () => Render(create(), language));

    private ImmutableArray<Ingredient> Shows(Language language, SiteUrl url, DocumentView view, ImmutableArray<PageSummary> articles) =>
    [
        .. articles.IsDefault ? [] : articles.Select(_cards.Of),
        new(IngredientKind.Facts, url.Path, articles.IsDefault ? ViewDigest.Of(view) : ViewDigest.OfWithoutCards(view)),
        .. _ingredients.Of(view.Template, language),
    ];

    private Outcome<byte[]> Render(DocumentView view, Language language) => _theme.Templates.Render(view.Template, view, language);
}
