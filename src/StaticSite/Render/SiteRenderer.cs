using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>LinkedSite and theme → every file of the output, each with all that decides about its bytes. Which of them have to be rendered is Write's to find out.</summary>
internal sealed class SiteRenderer
{
    private readonly LinkedSite _site;
    private readonly Templates _templates;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<Language, Frame> _frames;
    private readonly CitationStyles _styles;
    private readonly ThemeIngredients _theme;

    private SiteRenderer(LinkedSite site, Theme theme, ThemeAssets assets, Templates templates, SiteStrings strings, CitationStyles styles, RenderOptions options)
    {
        (_site, _templates, _styles, _now) = (site, templates, styles, options.Now);
        _frames = site.Settings.Languages.ToDictionary(
            language => language.Language,
            language => new Frame(site, language, strings.In(language.Language).Text));
        _theme = new ThemeIngredients(theme, assets, _frames, options.Generator);
    }

    /// <summary>Nothing is rendered yet. Errors mean that nothing can be.</summary>
    public static Outcome<ImmutableArray<OutputFile>> Plan(LinkedSite site, Theme theme, RenderOptions options)
    {
        var assets = ThemeAssets.Create(theme, options.ReadText);
        var strings = SiteStrings.Create(theme, site.Settings.Languages);
        var templates = Templates.Compile(theme, assets.Value.Urls, strings.Value);
        var styles = CitationStyles.Compile(theme, site);
        ImmutableArray<Diagnostic> found = [.. assets.Diagnostics, .. strings.Diagnostics, .. RequiredStrings.FindMissing(strings.Value), .. templates.Diagnostics, .. styles.Diagnostics];
        if (found.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new([], found);
        }

        var renderer = new SiteRenderer(site, theme, assets.Value, templates.Value, strings.Value, styles.Value, options);
        ImmutableArray<OutputFile> files =
        [
            .. assets.Value.Files,
            .. site.Assets.Select(asset => OutputFile.Copy(asset.Url, asset.Path, asset.Content)),
            .. site.StaticFiles.OrderBy(file => file.Key.Path, StringComparer.Ordinal).Select(file => OutputFile.Copy(file.Key, $"input/static{file.Key.Path}", file.Value)),
            .. renderer.Pages(),
            .. renderer.Lists(),
            .. renderer.Feeds(),
            .. renderer.Sitemaps(),
            .. renderer.RootFiles(),
        ];
        return new(files, found);
    }

    private OutputFile[] Pages()
    {
        var plan = new PagePlan(_theme, _styles, _now);
        var files = new OutputFile[_site.Pages.Length];
        Parallel.For(0, files.Length, index =>
        {
            var page = _site.Pages[index];
            files[index] = new(page.Url.OutputPath, OutputKind.Page, plan.Shows(page), null, () => Render(page));
        });
        return files;
    }

    private Outcome<byte[]> Render(PageEntry page)
    {
        var frame = _frames[page.Page.Id.Language];
        var failures = ImmutableArray<Diagnostic>.Empty;
        var document = PageDocument.Create(frame, page.Link(), _now, _styles, view =>
        {
            var list = _templates.RenderPartial(PageDocument.ReferenceListPartial, view, frame.Code);
            failures = list.Diagnostics;
            return list.Value;
        });
        var (bytes, found) = _templates.Render(document.Template, document, frame.Code);
        return new(bytes, [.. failures, .. found]);
    }

    private ConcurrentBag<OutputFile> Lists()
    {
        var files = new ConcurrentBag<OutputFile>();
        Parallel.ForEach(ArticleLists.Of(_site, _frames), list =>
        {
            foreach (var (url, articles, create) in ListDocument.CreateAll(list.Frame, list.List))
            {
                files.Add(Document(list.Frame.Code, url, create, articles));
            }
        });
        foreach (var frame in _frames.Values)
        {
            foreach (var (url, create) in TermsDocument.CreateAll(frame))
            {
                files.Add(Document(frame.Code, url, create));
            }

            var newest = _site.Articles.GetValueOrDefault(frame.Code, []);
            var notFound = SiteAddresses.NotFoundIn(frame.Code);
            files.Add(Document(frame.Code, SiteAddresses.Home(frame.Code), () => HomeDocument.Create(frame), [.. newest.Take(HomeDocument.Latest)]));
            files.Add(Document(frame.Code, notFound, () => NotFoundDocument.Create(frame, notFound), [.. newest.Take(NotFoundDocument.Latest)]));
        }

        return files;
    }

    private IEnumerable<OutputFile> Feeds()
    {
        foreach (var language in _site.Settings.Languages)
        {
            var order = _site.Articles.GetValueOrDefault(language.Language, []).Take(_site.Settings.FeedSize).Select((article, index) => (article.Id, index)).ToDictionary();
            ImmutableArray<PageEntry> newest = [.. _site.Pages.Where(page => order.ContainsKey(page.Page.Id)).OrderBy(page => order[page.Page.Id])];
            yield return new(
                SiteAddresses.Feed(language.Language).OutputPath,
                OutputKind.List,
                [
                    .. newest.Select(page => new Ingredient(IngredientKind.Article, page.Page.Path, Ingredient.Key(page.Shows))),
                    .. _theme.OfData(language.Language),
                ],
                null,
                () => new(Feed.Render(_site, language, newest), []));
        }
    }

    private IEnumerable<OutputFile> Sitemaps() =>
        from part in Sitemap.Render(_site, SitemapEntries.Of(_site))
        select new OutputFile(
            part.Url.OutputPath,
            OutputKind.List,
            [new(IngredientKind.Facts, "input", part.Shows), .. _theme.OfData(_site.Settings.DefaultLanguage)],
            null,
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
    private OutputFile Document(Language language, SiteUrl url, Func<DocumentView> create, ImmutableArray<PageSummary> articles = default)
    {
        var view = create();
        return new(
            url.OutputPath,
            OutputKind.List,
            [
                .. articles.IsDefault ? [] : articles.Select(article => new Ingredient(IngredientKind.Article, article.SourcePath, ViewDigest.Of(_frames[language].Card(article)))),
                new(IngredientKind.Facts, url.Path, ViewDigest.Of(view)),
                .. _theme.Of(view.Template, language),
            ],
            null,
            () => _templates.Render(view.Template, create(), language));
    }
}
