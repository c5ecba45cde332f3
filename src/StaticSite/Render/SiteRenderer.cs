using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>LinkedSite and theme → every file of the output.</summary>
internal sealed class SiteRenderer
{
    private readonly LinkedSite _site;
    private readonly Templates _templates;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<Language, Frame> _frames;
    private readonly CitationStyles _styles;
    private readonly ConcurrentBag<Diagnostic> _failures = [];

    private SiteRenderer(LinkedSite site, Templates templates, SiteStrings strings, CitationStyles styles, DateTimeOffset now)
    {
        (_site, _templates, _styles, _now) = (site, templates, styles, now);
        _frames = site.Settings.Languages.ToDictionary(
            language => language.Language,
            language => new Frame(site, language, strings.In(language.Language).Text));
    }

    /// <param name="readText">Reads a stylesheet of the theme.</param>
    /// <param name="report">Pages done, pages in all; called from many threads.</param>
    public static Outcome<ImmutableArray<OutputFile>> Render(
        LinkedSite site, Theme theme, DateTimeOffset now, Func<FileContent, string> readText, Action<int, int> report)
    {
        var assets = ThemeAssets.Create(theme, readText);
        var strings = SiteStrings.Create(theme, site.Settings.Languages);
        var templates = Templates.Compile(theme, assets.Value.Urls, strings.Value);
        var styles = CitationStyles.Compile(theme, site);
        ImmutableArray<Diagnostic> found = [.. assets.Diagnostics, .. strings.Diagnostics, .. RequiredStrings.FindMissing(strings.Value), .. templates.Diagnostics, .. styles.Diagnostics];
        if (found.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new([], found);
        }

        var renderer = new SiteRenderer(site, templates.Value, strings.Value, styles.Value, now);
        var pages = renderer.RenderPages(report);
        ImmutableArray<OutputFile> files =
        [
            .. assets.Value.Files,
            .. site.Assets.Select(asset => new OutputFile(asset.Url.OutputPath, OutputKind.Asset, default, asset.Content)),
            .. site.StaticFiles.OrderBy(file => file.Key.Path, StringComparer.Ordinal)
                .Select(file => new OutputFile(file.Key.OutputPath, OutputKind.Asset, default, file.Value)),
            .. pages,
            .. renderer.RenderLists(),
            .. renderer.RenderFeeds(),
            .. Sitemap.Render(site, SitemapEntries.Of(site)),
            .. renderer.RenderRootFiles(),
        ];
        return new(files, [.. found, .. renderer._failures.Distinct()]);
    }

    private OutputFile[] RenderPages(Action<int, int> report)
    {
        var files = new OutputFile[_site.Pages.Length];
        var done = 0;
        Parallel.For(0, files.Length, index =>
        {
            var page = _site.Pages[index];
            var frame = _frames[page.Page.Id.Language];
            var document = PageDocument.Create(frame, page, _now, _styles, view => Collect(_templates.RenderPartial("reference-list", view, frame.Code)));
            files[index] = Document(frame.Code, page.Url, OutputKind.Page, document);
            report(Interlocked.Increment(ref done), files.Length);
        });
        return files;
    }

    private ConcurrentBag<OutputFile> RenderLists()
    {
        var files = new ConcurrentBag<OutputFile>();
        Parallel.ForEach(ArticleLists.Of(_site, _frames), list =>
        {
            foreach (var (url, _, document) in ListDocument.CreateAll(list.Frame, list.List))
            {
                files.Add(Document(list.Frame.Code, url, OutputKind.List, document));
            }
        });
        foreach (var frame in _frames.Values)
        {
            foreach (var (url, document) in TermsDocument.CreateAll(frame))
            {
                files.Add(Document(frame.Code, url, OutputKind.List, document));
            }

            files.Add(Document(frame.Code, SiteAddresses.Home(frame.Code), OutputKind.List, HomeDocument.Create(frame)));
            files.Add(Document(frame.Code, SiteAddresses.NotFoundIn(frame.Code), OutputKind.List, NotFoundDocument.Create(frame, SiteAddresses.NotFoundIn(frame.Code))));
        }

        return files;
    }

    private IEnumerable<OutputFile> RenderFeeds()
    {
        var newest = _site.Pages.Where(page => page.Page.Kind == BundleKind.Article).ToLookup(page => page.Page.Id.Language);
        foreach (var language in _site.Settings.Languages)
        {
            var order = _site.Articles.GetValueOrDefault(language.Language, []).Take(_site.Settings.FeedSize).Select(article => article.Id).ToHashSet();
            var pages = newest[language.Language].Where(page => order.Contains(page.Page.Id)).ToDictionary(page => page.Page.Id);
            yield return Feed.Render(
                _site,
                language,
                [.. _site.Articles.GetValueOrDefault(language.Language, []).Where(article => pages.ContainsKey(article.Id)).Select(article => pages[article.Id])]);
        }
    }

    private IEnumerable<OutputFile> RenderRootFiles()
    {
        var first = _frames[_site.Settings.DefaultLanguage];
        yield return Document(first.Code, SiteAddresses.Root, OutputKind.List, RootDocument.Create(first, _frames.Values));
        yield return Document(first.Code, SiteAddresses.NotFound, OutputKind.List, NotFoundDocument.Create(first, SiteAddresses.NotFound));
        foreach (var redirect in _site.Redirects)
        {
            var frame = _frames[redirect.Language];
            yield return Document(frame.Code, redirect.From, OutputKind.List, RedirectDocument.Create(frame, redirect));
        }

        yield return new OutputFile(
            SiteAddresses.Robots.OutputPath,
            OutputKind.List,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"User-agent: *\nAllow: /\n\nSitemap: {AbsoluteUrl.Of(_site, SiteAddresses.Sitemap)}\n")));
    }

    private OutputFile Document(Language language, SiteUrl url, OutputKind kind, DocumentView document) =>
        new(url.OutputPath, kind, Collect(_templates.Render(document.Template, document, language)));

    private T Collect<T>(Outcome<T> rendered)
    {
        foreach (var diagnostic in rendered.Diagnostics)
        {
            _failures.Add(diagnostic);
        }

        return rendered.Value;
    }
}
