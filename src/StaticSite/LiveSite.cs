using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite;

/// <summary>
/// A site in memory that follows its sources: what a build would write, rendered when it is asked for. Updates come one at a time;
/// <see cref="Current"/> may be asked for from any thread.
/// </summary>
internal sealed class LiveSite : IDisposable
{
    private readonly BuildOptions _options;
    private readonly TimeProvider _clock;
    private readonly SourceCache _texts;
    private readonly LiveInput _input;
    private Outcome<CompiledTheme>? _theme;
    private CompiledTheme? _lastGoodTheme;
    private volatile LiveSnapshot _current;

    private LiveSite(BuildOptions options, TimeProvider clock, SourceCache texts, LiveInput input)
    {
        (_options, _clock, _texts, _input) = (options, clock, texts, input);
        _current = LiveSnapshot.Nothing;
        Link();
    }

    public LiveSnapshot Current => _current;

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
    /// Brings the site up to date, in two steps. Where one bundle has changed, its pages are there at once, and what other pages show of
    /// it is not settled yet: <see cref="Settle"/> does the rest.
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
            return _current = quick;
        }

        Link();
        return _current;
    }

    /// <summary>Links the whole site anew, where an update has left that to do or the hour of an article has come.</summary>
    public LiveSnapshot Settle()
    {
        if (!_current.IsSettled || _clock.GetUtcNow() >= _current.NextPublication)
        {
            Link();
        }

        return _current;
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
            texts.Save();
            texts.KeepReading();
            return new(options, clock, texts, input);
        }
        catch
        {
            texts.Dispose();
            throw;
        }
    }

    private void Link()
    {
        var now = _clock.GetUtcNow();
        var options = _options with { Now = now };
        if (_input.Site is not { } site)
        {
            _current = _current.Failed(options, [.. _input.Diagnostics]);
            return;
        }

        if (_theme is null || _theme.Value.Theme != _input.Theme || !_theme.Value.Languages.SequenceEqual(site.Settings.Languages))
        {
            _theme = CompiledTheme.Compile(_input.Theme, site.Settings.Languages, SourceReader.ReadStylesheet);
        }

        var linker = SiteLinker.Create(site, options);
        var (renderer, found) = SiteRenderer.Create(linker.Site, _theme, new(now, SiteGenerator.Identity));
        if (renderer is not null)
        {
            _lastGoodTheme = _theme.Value;
        }
        else if (_lastGoodTheme is { } good && good.Languages.SequenceEqual(site.Settings.Languages))
        {
            renderer = SiteRenderer.Create(linker.Site, new(good, []), new(now, SiteGenerator.Identity)).Value;
        }

        ImmutableArray<Diagnostic> all = [.. _input.Diagnostics, .. found];
        _current = renderer is null ? _current.Failed(options, all) : _current.Next(options, site, linker, renderer, all);
    }
}
