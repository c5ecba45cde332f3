using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite;

/// <summary>A site as it was at one moment. It does not change; safe to use from many threads.</summary>
internal sealed class LiveSnapshot
{
    private readonly Dictionary<string, PageEntry> _pages;
    private readonly Dictionary<string, PageEntry> _edited;
    private readonly Lazy<Dictionary<string, OutputFile>> _others;
    private readonly ImmutableArray<Diagnostic> _found;
    private readonly Lazy<ImmutableArray<Diagnostic>> _all;
    private readonly BuildOptions? _options;
    private readonly SiteLinker? _linker;
    private readonly SiteRenderer? _renderer;

    /// <param name="pages">By path, as they were when the whole site was linked.</param>
    /// <param name="edited">Those that are others since.</param>
    /// <param name="others">By path: every file but the pages.</param>
    private LiveSnapshot(
        long revision, BuildOptions? options, SiteLinker? linker, SiteRenderer? renderer,
        Dictionary<string, PageEntry> pages, Dictionary<string, PageEntry> edited, Lazy<Dictionary<string, OutputFile>> others, ImmutableArray<Diagnostic> found)
    {
        (Revision, _options, _linker, _renderer, _pages, _edited, _others, _found) = (revision, options, linker, renderer, pages, edited, others, found);
        _all = new(FindAll);
    }

    public static LiveSnapshot Nothing { get; } = new(0, null, null, null, [], [], new([]), []);

    /// <summary>Grows with every change.</summary>
    public long Revision { get; }

    /// <summary>Null as long as there has been nothing that could be shown.</summary>
    public ParsedSite? Site => _linker?.Parsed;

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
    public IEnumerable<string> Paths => _pages.Keys.Union(_others.Value.Keys);

    /// <param name="path">Below the output folder, with <c>/</c>, unescaped. A file that no page uses may be found here, and not in a build.</param>
    public OutputFile? Find(string path) =>
        FindPage(path) is { } page
            ? _renderer!.Page(page)
            : _others.Value.GetValueOrDefault(path) ?? (_linker?.FindAsset(path) is { } asset ? SiteRenderer.Asset(asset) : null);

    /// <summary>Null for what is no Markdown page.</summary>
    public PageEntry? FindPage(string path) => _edited.GetValueOrDefault(path) ?? _pages.GetValueOrDefault(path);

    /// <summary>Does what the first page with related reading would have to wait for.</summary>
    public void PrepareRelated() => _linker?.PrepareRelated();

    /// <summary>What is wrong with a bundle, its bodies included.</summary>
    /// <param name="folder"><c>input/articles/id</c></param>
    public IEnumerable<Diagnostic> DiagnosticsOf(BundleId id, string folder) =>
        _found.Where(found => found.Where.Path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Concat(_linker?.FindFaults(id) ?? [])
            .DistinctBy(found => (found.Code, found.Where, found.Message));

    /// <summary>The text that the places of diagnostics count in.</summary>
    public string? FindText(string path) => _options is null ? null : SourceReader.FindText(_options.Root, path);

    /// <summary>The whole site anew.</summary>
    public LiveSnapshot Next(BuildOptions options, SiteLinker linker, SiteRenderer renderer, ImmutableArray<Diagnostic> found)
    {
        var pages = new Dictionary<string, PageEntry>(linker.Site.Pages.Length, StringComparer.Ordinal);
        foreach (var page in linker.Site.Pages)
        {
            // Of two at one address, which has been reported, the first is shown.
            pages.TryAdd(page.Url.OutputPath, page);
        }

        return new(Revision + 1, options, linker, renderer, pages, [], new(() => Index(renderer)), [.. found, .. linker.Diagnostics])
        {
            NextPublication = options.Future ? DateTimeOffset.MaxValue : linker.Parsed.NextPublication(options.Now),
        };
    }

    /// <summary>With other texts of one bundle; null where the whole site has to be linked anew.</summary>
    /// <param name="found">What is wrong with each file by itself.</param>
    public LiveSnapshot? With(ParsedBundle bundle, ImmutableArray<Diagnostic> found)
    {
        if (_linker?.With(bundle) is not { } linker)
        {
            return null;
        }

        var edited = new Dictionary<string, PageEntry>(_edited, StringComparer.Ordinal);
        foreach (var page in linker.Of(bundle.Id))
        {
            edited[page.Entry.Url.OutputPath] = page.Entry;
        }

        return new(Revision + 1, _options, linker, _renderer, _pages, edited, _others, [.. found, .. linker.Diagnostics])
        {
            IsSettled = false,
            NextPublication = NextPublication,
        };
    }

    /// <summary>The same pages as before: what stands in the sources now cannot be shown.</summary>
    public LiveSnapshot Failed(BuildOptions options, ImmutableArray<Diagnostic> found) =>
        new(Revision + 1, options, _linker, _renderer, _pages, _edited, _others, found) { NextPublication = NextPublication };

    private static Dictionary<string, OutputFile> Index(SiteRenderer renderer)
    {
        var files = new Dictionary<string, OutputFile>(StringComparer.Ordinal);
        foreach (var file in renderer.PlanWithoutPages())
        {
            files.TryAdd(file.Path, file);
        }

        return files;
    }

    private ImmutableArray<Diagnostic> FindAll() =>
        [.. _found.Concat(_linker?.LinkBodies().Diagnostics ?? []).DistinctBy(found => (found.Code, found.Where, found.Message))];
}
