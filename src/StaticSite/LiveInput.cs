using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>
/// The sources of a site that is being edited. What has an error keeps its last good form, so that there is always something to show.
/// For one thread at a time.
/// </summary>
internal sealed class LiveInput
{
    /// <summary>With more than these, it is less work to look at all.</summary>
    private const int MostBundles = 16;

    private readonly BuildOptions _options;
    private readonly Dictionary<string, LiveBundle> _bundles = new(StringComparer.Ordinal);
    private SiteFiles _files;
    private ImmutableArray<Diagnostic> _unexpected;
    private Outcome<SiteSettings?> _settings = new(null, []);
    private Outcome<SiteData>? _data;
    private Outcome<ImmutableDictionary<SiteUrl, FileContent>> _static = new([], []);
    private Outcome<Theme> _theme = null!;

    private LiveInput(BuildOptions options, Outcome<SiteFiles> listed)
    {
        (_options, _files, _unexpected) = (options, listed.Value, listed.Diagnostics);
    }

    private sealed record LiveBundle(BundleFiles Files, Digest Context, Outcome<ParsedBundle> Parsed);

    /// <summary>Null as long as there has not been a site.yml without an error.</summary>
    public ParsedSite? Site { get; private set; }

    public Theme Theme => _theme.Value;

    /// <summary>What is wrong with each file by itself.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        _unexpected
            .Concat(_settings.Diagnostics)
            .Concat(_data?.Diagnostics ?? [])
            .Concat(_static.Diagnostics)
            .Concat(_theme.Diagnostics)
            .Concat(_bundles.Values.SelectMany(bundle => bundle.Parsed.Diagnostics));

    /// <exception cref="CacheDamagedException"/>
    public static LiveInput Open(BuildOptions options, ISourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new BuildProgress("read", 0, 0));
        var input = new LiveInput(options, SiteReader.List(options.Root));
        input.ReadAll(cache, progress, cancellation);
        return input;
    }

    /// <summary>Paths of files whose dates may not tell the next change.</summary>
    /// <param name="opened">By the clock of the disk, before anything was read.</param>
    public IReadOnlySet<string> FindDoubtful(DateTime opened) =>
        _files.All.Where(file => FileStamp.Of(file).IsDoubtful(opened)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads and parses everything anew: what the cache held is damaged.</summary>
    public void Reread()
    {
        (_files, _unexpected) = SiteReader.List(_options.Root);
        ReadAll(NoSourceCache.Instance, progress: null, CancellationToken.None);
    }

    /// <summary>Looks at the disk again. Gives the bundle that has changed, where nothing else has.</summary>
    /// <param name="touched">Paths below the root, with <c>/</c>: what stands there is read whatever its date says. Null where anything may have changed.</param>
    public LiveChange Update(IReadOnlySet<string>? touched)
    {
        if (touched is not null && FindTouchedBundles(touched) is { } bundles)
        {
            return UpdateBundles(bundles, touched);
        }

        var before = _files;
        (_files, _unexpected) = SiteReader.List(_options.Root);
        if (IsTouched(before.Settings, _files.Settings))
        {
            ReadSettings(NoSourceCache.Instance);
        }

        if (_settings.Value is not { } settings)
        {
            return LiveChange.Whole;
        }

        var ofData = IsAnyTouched(before.Data, _files.Data) || IsTouched(before.Settings, _files.Settings);
        var ofStatic = IsAnyTouched(before.Static, _files.Static);
        var ofTheme = IsAnyTouched(ThemeFiles(before), ThemeFiles(_files));
        if (ofData)
        {
            ReadData(settings, NoSourceCache.Instance);
        }

        if (ofStatic)
        {
            _static = DataInput.ReadStatic(_files, NoSourceCache.Instance);
        }

        if (ofTheme)
        {
            _theme = ThemeInput.Read(_files, NoSourceCache.Instance);
        }

        ReadBundles(settings, touched, out var count);
        Compose(settings);
        return count == 0 && !ofData && !ofStatic && !ofTheme && before.Settings == _files.Settings ? LiveChange.None : LiveChange.Whole;

        bool IsTouched(InputFile? then, InputFile? now) => then != now || (now is not null && touched?.Contains(now.Path) == true);
        bool IsAnyTouched(IEnumerable<InputFile> then, IEnumerable<InputFile> now) =>
            !then.SequenceEqual(now) || (touched is not null && now.Any(file => touched.Contains(file.Path)));
    }

    private static IEnumerable<InputFile> ThemeFiles(SiteFiles files) =>
        [.. files.Templates, .. files.Partials, .. files.Strings, .. files.ThemeAssets, .. files.CitationStyles];

    private void ReadAll(ISourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        ReadSettings(cache);
        _theme = ThemeInput.Read(_files, cache);
        _static = DataInput.ReadStatic(_files, cache);
        if (_settings.Value is not { } settings)
        {
            return;
        }

        ReadData(settings, cache);
        var context = BundleInput.Context(settings);
        var parsed = SiteInput.ReadBundles(_files.Bundles, settings, cache, progress, cancellation);
        foreach (var (files, bundle) in _files.Bundles.Zip(parsed))
        {
            _bundles[files.Path] = new(files, context, bundle);
        }

        Compose(settings);
    }

    private void ReadSettings(ISourceCache cache)
    {
        var (settings, found) = DataInput.ReadSettings(_files, cache);
        settings = settings is null ? null : settings with { BaseUrl = _options.BaseUrl ?? settings.BaseUrl };
        _settings = new(settings ?? _settings.Value, found);
    }

    private void ReadData(SiteSettings settings, ISourceCache cache)
    {
        var read = DataInput.ReadData(_files, settings, cache);
        _data = HasError(read.Diagnostics) && _data is { } last ? new(last.Value, read.Diagnostics) : read;
    }

    /// <summary>The bundles that all of these paths lie in; null where one lies elsewhere.</summary>
    private HashSet<string>? FindTouchedBundles(IReadOnlySet<string> touched)
    {
        var bundles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in touched)
        {
            var parts = path.Split('/', 4);
            if (parts is not ["input", "articles" or "pages", _, _] || !_bundles.ContainsKey($"input/{parts[1]}/{parts[2]}"))
            {
                return null;
            }

            bundles.Add($"input/{parts[1]}/{parts[2]}");
        }

        return bundles.Count <= MostBundles ? bundles : null;
    }

    private LiveChange UpdateBundles(HashSet<string> paths, IReadOnlySet<string> touched)
    {
        foreach (var path in paths)
        {
            var (files, unexpected) = SiteReader.List(_options.Root, _bundles[path].Files);
            if (files is null)
            {
                return Update(null);
            }

            _unexpected = [.. _unexpected.RemoveAll(found => found.Where.Path == path || found.Where.Path.StartsWith(path + "/", StringComparison.Ordinal)), .. unexpected];
            _files = _files with { Bundles = ImmutableArray.CreateRange(_files.Bundles, bundle => bundle.Path == path ? files : bundle) };
        }

        var settings = _settings.Value!;
        var changed = ReadBundles(settings, touched, out var count);
        Compose(settings);
        return count switch
        {
            0 => LiveChange.None,
            1 => new(IsWhole: false, changed),
            _ => LiveChange.Whole,
        };
    }

    /// <summary>Reads the bundles whose files are others than they were, or were touched; gives the last one.</summary>
    private ParsedBundle? ReadBundles(SiteSettings settings, IReadOnlySet<string>? touched, out int count)
    {
        var context = BundleInput.Context(settings);
        var changed = _files.Bundles.Where(files => !IsKnown(files)).ToArray();
        var parsed = new Outcome<ParsedBundle>[changed.Length];
        Parallel.For(0, changed.Length, index => parsed[index] = BundleInput.Read(changed[index], settings, context, NoSourceCache.Instance));
        foreach (var (files, (bundle, found)) in changed.Zip(parsed))
        {
            var last = _bundles.GetValueOrDefault(files.Path)?.Parsed.Value;
            _bundles[files.Path] = new(files, context, new(last is null ? bundle : KeepGood(bundle, last), found));
        }

        var gone = _bundles.Keys.Except(_files.Bundles.Select(files => files.Path), StringComparer.Ordinal).ToList();
        gone.ForEach(path => _bundles.Remove(path));
        count = changed.Length + gone.Count;
        return changed is [.., var one] ? _bundles[one.Path].Parsed.Value : null;

        bool IsKnown(BundleFiles files) =>
            _bundles.TryGetValue(files.Path, out var known)
            && known.Context == context
            && known.Files.Files.SequenceEqual(files.Files)
            && known.Files.Accepted.SequenceEqual(files.Accepted)
            && (touched is null || !files.Files.Concat(files.Accepted).Any(file => touched.Contains(file.Path)));
    }

    /// <summary>Of a text or reference file that has an error now, the last good one stays.</summary>
    private static ParsedBundle KeepGood(ParsedBundle now, ParsedBundle last)
    {
        var kept = last.Pages.Where(page => now.Failed.Contains(page.Id.Language)).ToList();
        return now with
        {
            Pages = [.. now.Pages, .. kept],
            Failed = now.Failed.RemoveAll(language => kept.Exists(page => page.Id.Language == language)),
            References = now.References.IsIncomplete && !last.References.IsIncomplete ? last.References : now.References,
        };
    }

    private void Compose(SiteSettings settings) =>
        Site = new(settings, _data!.Value, [.. _files.Bundles.Select(files => _bundles[files.Path].Parsed.Value)], _static.Value);

    private static bool HasError(ImmutableArray<Diagnostic> found) => found.Any(one => one.Severity == Severity.Error);
}

/// <summary>What an update has found.</summary>
/// <param name="IsWhole">More than the texts and files of one bundle.</param>
/// <param name="Bundle">The one that changed.</param>
internal sealed record LiveChange(bool IsWhole, ParsedBundle? Bundle)
{
    public static LiveChange None { get; } = new(false, null);

    public static LiveChange Whole { get; } = new(true, null);
}
