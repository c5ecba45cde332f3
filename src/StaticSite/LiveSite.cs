using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite;

/// <summary>
/// A site in memory that follows its sources: what a build would write, rendered when it is asked for. <see cref="Update"/>,
/// <see cref="Settle"/> and <see cref="Accept"/> come one at a time; <see cref="Current"/> may be asked for from any thread.
/// </summary>
internal sealed class LiveSite : IDisposable
{
    private readonly BuildOptions _options;
    private readonly TimeProvider _clock;
    private readonly SourceCache _texts;
    private readonly LiveInput _input;
    private readonly Lock _compiling = new();

    /// <summary>What was edited since the last look at the whole site began.</summary>
    private readonly List<ParsedBundle> _edits = [];

    private int _wholes;
    private Outcome<CompiledTheme>? _theme;
    private CompiledTheme? _lastGoodTheme;
    private volatile LiveSnapshot _current;

    private LiveSite(BuildOptions options, TimeProvider clock, SourceCache texts, LiveInput input)
    {
        (_options, _clock, _texts, _input) = (options, clock, texts, input);
        if (input.Site is { } site)
        {
            // Side by side with the linking, which needs nothing of it before its end.
            _ = Task.Run(() => CompileTheme(input.Theme, site.Settings.Languages));
        }

        _current = Link(LiveSnapshot.Nothing, Sources());
    }

    public LiveSnapshot Current => _current;

    /// <summary>Paths below the root: files that had changed so shortly before the site was opened that their dates may not tell the next change.</summary>
    public required IReadOnlySet<string> Doubtful { get; init; }

    /// <summary>Reads the site, with the help of what earlier builds have left in the cache.</summary>
    /// <param name="options">Which site, with or without drafts and future articles. Its time is taken from <paramref name="clock"/>.</param>
    public static LiveSite Open(BuildOptions options, TimeProvider clock, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            return Open(options, clock, fresh: false, progress, cancellation);
        }
        catch (Exception error) when (SiteBuild.IsDamagedCache(error))
        {
            return Open(options, clock, fresh: true, progress, cancellation);
        }
    }

    /// <summary>
    /// Brings the site up to date. Where one bundle has changed, its pages are there at once, and what other pages show of it is not settled
    /// yet: <see cref="Settle"/> does the rest.
    /// </summary>
    /// <param name="touched">Paths below the root, with <c>/</c>; null where anything may have changed.</param>
    public LiveSnapshot Update(IReadOnlySet<string>? touched)
    {
        var change = _input.Update(touched);
        if (change is { IsWhole: false, Bundle: null })
        {
            return _current;
        }

        if (change.Bundle is { } bundle && _current.With(bundle, [.. _input.Diagnostics]) is { } quick)
        {
            _edits.RemoveAll(other => other.Id == bundle.Id);
            _edits.Add(bundle);
            return _current = quick;
        }

        return _current = LinkAll();
    }

    /// <summary>Does without the cache from now on, because a text in it turned out to be damaged.</summary>
    public LiveSnapshot Reread()
    {
        _input.Reread();
        return _current = LinkAll();
    }

    /// <summary>What an update has left to do, or the hour of an article that has come; null where there is nothing.</summary>
    public Settling? Settle()
    {
        if (_current.IsSettled && _clock.GetUtcNow() < _current.NextPublication)
        {
            return null;
        }

        _edits.Clear();
        var (before, sources) = (_current, Sources());
        return new(_wholes, () =>
        {
            var settled = Link(before, sources);
            settled.PrepareRelated();
            return settled;
        });
    }

    /// <summary>Takes what came of <see cref="Settling.Work"/>. Edits that were made in the meantime stay.</summary>
    public LiveSnapshot Accept(Settling settling, LiveSnapshot settled)
    {
        if (settling.Wholes != _wholes)
        {
            return _current;
        }

        foreach (var bundle in _edits)
        {
            if (settled.With(bundle, [.. _input.Diagnostics]) is not { } edited)
            {
                return _current = LinkAll();
            }

            settled = edited;
        }

        return _current = settled;
    }

    public void Dispose() => _texts.Dispose();

    private static LiveSite Open(BuildOptions options, TimeProvider clock, bool fresh, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        // A preview lasts for hours, and builds need the folder: it is given back as soon as all sources are known.
        using var folder = CacheFolder.Open(CacheFolder.Of(options.Root), () => progress?.Report(new BuildProgress("wait", 0, 0)), cancellation);
        var texts = SourceCache.Open(folder, SiteGenerator.Identity, fresh);
        try
        {
            var input = LiveInput.Open(options, texts, progress, cancellation);
            var saving = Task.Run(() => texts.Save(isOfAll: true), cancellation);
            var site = new LiveSite(options, clock, texts, input) { Doubtful = input.FindDoubtful(folder.Now) };
            saving.GetAwaiter().GetResult();
            return site;
        }
        catch
        {
            texts.Dispose();
            throw;
        }
    }

    private LiveSources Sources() => new(_options with { Now = _clock.GetUtcNow() }, _input.Site, _input.Theme, [.. _input.Diagnostics]);

    private LiveSnapshot LinkAll()
    {
        _wholes++;
        _edits.Clear();
        return Link(_current, Sources());
    }

    private LiveSnapshot Link(LiveSnapshot before, LiveSources sources)
    {
        if (sources.Site is not { } site)
        {
            return before.Failed(sources.Options, sources.Found);
        }

        var linker = SiteLinker.Create(site, sources.Options, preparesRelated: true);
        var (renderer, found) = CreateRenderer(linker.Site, sources);
        ImmutableArray<Diagnostic> all = [.. sources.Found, .. found];
        return renderer is null ? before.Failed(sources.Options, all) : before.Next(sources.Options, linker, renderer, all);
    }

    /// <summary>With the last good theme, where the present one has errors.</summary>
    private Outcome<SiteRenderer?> CreateRenderer(LinkedSite site, LiveSources sources)
    {
        lock (_compiling)
        {
            var languages = site.Settings.Languages;
            var options = new RenderOptions(sources.Options.Now, SiteGenerator.Identity);
            var theme = CompileTheme(sources.Theme, languages);
            var made = SiteRenderer.Create(site, theme, options);
            if (made.Value is not null)
            {
                _lastGoodTheme = theme.Value;
                return made;
            }

            return _lastGoodTheme is { } good && good.Languages.SequenceEqual(languages)
                ? new(SiteRenderer.Create(site, new(good, []), options).Value, made.Diagnostics)
                : made;
        }
    }

    private Outcome<CompiledTheme> CompileTheme(Theme theme, ImmutableArray<LanguageInfo> languages)
    {
        lock (_compiling)
        {
            if (_theme is null || _theme.Value.Theme != theme || !_theme.Value.Languages.SequenceEqual(languages))
            {
                _theme = CompiledTheme.Compile(theme, languages, SourceReader.ReadStylesheet);
            }

            return _theme;
        }
    }

    /// <summary>What a site is linked from.</summary>
    private sealed record LiveSources(BuildOptions Options, ParsedSite? Site, Theme Theme, ImmutableArray<Diagnostic> Found);
}

/// <summary>Work that may take its time while the site goes on being edited.</summary>
/// <param name="Wholes">How often the site had been linked as a whole when it began.</param>
/// <param name="Work">Needs no lock.</param>
internal sealed record Settling(int Wholes, Func<LiveSnapshot> Work);
