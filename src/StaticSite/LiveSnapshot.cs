using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite;

/// <summary>A site as it was at one moment. It does not change; safe to use from many threads.</summary>
internal sealed class LiveSnapshot
{
    private readonly Dictionary<string, OutputFile> _outputs;
    private readonly Dictionary<string, PageEntry> _pages;
    private readonly Dictionary<string, OutputFile> _edited;
    private readonly ImmutableArray<Diagnostic> _found;
    private readonly Lazy<ImmutableArray<Diagnostic>> _all;
    private readonly BuildOptions? _options;
    private readonly SiteLinker? _linker;
    private readonly SiteRenderer? _renderer;

    private LiveSnapshot(
        long revision, BuildOptions? options, ParsedSite? site, SiteLinker? linker, SiteRenderer? renderer,
        Dictionary<string, OutputFile> outputs, Dictionary<string, PageEntry> pages, Dictionary<string, OutputFile> edited, ImmutableArray<Diagnostic> found)
    {
        (Revision, _options, Site, _linker, _renderer, _outputs, _pages, _edited, _found) = (revision, options, site, linker, renderer, outputs, pages, edited, found);
        _all = new(FindAll);
    }

    public static LiveSnapshot Nothing { get; } = new(0, null, null, null, null, [], [], [], []);

    /// <summary>Grows with every change.</summary>
    public long Revision { get; }

    /// <summary>Null as long as there has been nothing that could be shown.</summary>
    public ParsedSite? Site { get; }

    /// <summary>Null where <see cref="Site"/> is.</summary>
    public LinkedSite? Linked => _linker?.Site;

    /// <summary>Whether all pages show what has changed, not only those of the bundle that did.</summary>
    public bool IsSettled { get; private init; } = true;

    /// <summary>When the next article that is not published yet will be; far away where future ones are shown.</summary>
    public DateTimeOffset NextPublication { get; private init; } = DateTimeOffset.MaxValue;

    /// <summary>All that is wrong with the site. All bodies are linked for that, which takes its time once.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _all.Value;

    /// <summary>What is known to be wrong without linking any body.</summary>
    public ImmutableArray<Diagnostic> KnownDiagnostics => _all.IsValueCreated ? _all.Value : _found;

    /// <summary>Every file that a build would write, but for figures and the like.</summary>
    public IEnumerable<string> Paths => _outputs.Keys;

    /// <param name="path">Below the output folder, with <c>/</c>, unescaped. A file that no page uses may be found here, and not in a build.</param>
    public OutputFile? Find(string path) =>
        _edited.GetValueOrDefault(path)
        ?? _outputs.GetValueOrDefault(path)
        ?? (_linker?.FindAsset(path) is { } asset ? SiteRenderer.Asset(asset) : null);

    /// <summary>Null for what is no Markdown page.</summary>
    public PageEntry? FindPage(string path) => _pages.GetValueOrDefault(path);

    /// <summary>Does what the first page with related reading would have to wait for.</summary>
    public void PrepareRelated() => _linker?.PrepareRelated();

    /// <summary>What is wrong with a bundle, its bodies included.</summary>
    /// <param name="folder"><c>input/articles/id</c></param>
    public IEnumerable<Diagnostic> DiagnosticsOf(BundleId id, string folder) =>
        _found.Where(found => found.Where.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Concat(_linker?.Of(id).SelectMany(page => page.Findings.Diagnostics) ?? [])
            .DistinctBy(found => (found.Code, found.Where, found.Message));

    /// <summary>The text that the places of diagnostics count in.</summary>
    public string? FindText(string path) => _options is null ? null : SourceReader.FindText(_options.Root, path);

    /// <summary>The whole site anew.</summary>
    public LiveSnapshot Next(BuildOptions options, ParsedSite site, SiteLinker linker, SiteRenderer renderer, ImmutableArray<Diagnostic> found)
    {
        var outputs = new Dictionary<string, OutputFile>(StringComparer.Ordinal);
        foreach (var file in renderer.Plan())
        {
            // Of two at one address, which has been reported, the first is shown.
            outputs.TryAdd(file.Path, file);
        }

        var pages = new Dictionary<string, PageEntry>(StringComparer.Ordinal);
        foreach (var page in linker.Site.Pages)
        {
            pages.TryAdd(page.Url.OutputPath, page);
        }

        return new(Revision + 1, options, site, linker, renderer, outputs, pages, [], [.. found, .. linker.Diagnostics])
        {
            NextPublication = options.Future ? DateTimeOffset.MaxValue : site.NextPublication(options.Now),
        };
    }

    /// <summary>With other texts of one bundle; null where the whole site has to be linked anew.</summary>
    /// <param name="found">What is wrong with each file by itself.</param>
    public LiveSnapshot? With(ParsedBundle bundle, ImmutableArray<Diagnostic> found)
    {
        if (Site is null || _renderer is null || _linker?.With(bundle) is not { } linker)
        {
            return null;
        }

        var edited = new Dictionary<string, OutputFile>(_edited, StringComparer.Ordinal);
        var pages = new Dictionary<string, PageEntry>(_pages, StringComparer.Ordinal);
        foreach (var page in linker.Of(bundle.Id))
        {
            edited[page.Entry.Url.OutputPath] = _renderer.Page(page.Entry);
            pages[page.Entry.Url.OutputPath] = page.Entry;
        }

        var site = Site with { Bundles = ImmutableArray.CreateRange(Site.Bundles, other => other.Id == bundle.Id ? bundle : other) };
        return new(Revision + 1, _options, site, linker, _renderer, _outputs, pages, edited, [.. found, .. linker.Diagnostics])
        {
            IsSettled = false,
            NextPublication = NextPublication,
        };
    }

    /// <summary>The same pages as before: what stands in the sources now cannot be shown.</summary>
    public LiveSnapshot Failed(BuildOptions options, ImmutableArray<Diagnostic> found) =>
        new(Revision + 1, options, Site, _linker, _renderer, _outputs, _pages, _edited, found) { NextPublication = NextPublication };

    private ImmutableArray<Diagnostic> FindAll() =>
        [.. _found.Concat(_linker?.LinkBodies().Diagnostics ?? []).DistinctBy(found => (found.Code, found.Where, found.Message))];
}
