using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;
using StaticSite.Write;

namespace StaticSite;

/// <summary>The whole flow of a build: files → parsed → linked → planned → rendered and written. Only this folder's files know the order of the stages.</summary>
internal sealed class SiteBuild
{
    /// <summary>In bytes: the lists of files of a site of 20,000 pages, of its sources, of its output, and of what the last build knew.</summary>
    private const long MostToCompare = 1L << 27;

    /// <summary>In bytes: of an output of some 7,000 files. A smaller site makes less garbage than the collector waits for.</summary>
    private const long LargeState = 1L << 19;

    private readonly BuildOptions _options;
    private readonly OutputFolder _folder;
    private readonly CacheFolder _cache;
    private readonly IProgress<BuildProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    private SiteBuild(BuildOptions options, OutputFolder folder, CacheFolder cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        (_options, _folder, _cache, _progress, _cancellation) = (options, folder, cache, progress, cancellation);
    }

    private bool KeepFromWriting => _found.Any(found => found.Severity == Severity.Error || (_options.Strict && found.Severity == Severity.Warning));

    /// <exception cref="IOException">A disk that fails, or an output folder that must not be written to.</exception>
    public static BuildResult Run(BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var folder = OutputFolder.Open(options.Root, options.Output);
        var result = Run(options, CacheFolder.Of(options.Root), folder, progress, cancellation);
        return options.Verify && result.WasWritten ? result with { Diagnostics = result.Diagnostics.AddRange(Verify(options, folder, progress, cancellation)) } : result;
    }

    /// <param name="cachePath">The folder of the cache.</param>
    public static BuildResult Run(BuildOptions options, string cachePath, OutputFolder folder, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        using var cache = CacheFolder.Open(cachePath, () => progress?.Report(new BuildProgress("wait", 0, 0)), cancellation);
        try
        {
            return new SiteBuild(options, folder, cache, progress, cancellation).Run();
        }
        catch (Exception error) when (IsDamagedCache(error))
        {
            return new SiteBuild(options with { Fresh = true }, folder, cache, progress, cancellation).Run();
        }
    }

    /// <summary>Threads that work side by side find it together.</summary>
    public static bool IsDamagedCache(Exception error) =>
        error is CacheDamagedException || (error is AggregateException { InnerExceptions: var many } && many.All(IsDamagedCache));

    /// <summary>A build from nothing into a folder of its own, and where it differs from what stands in the output.</summary>
    private static ImmutableArray<Diagnostic> Verify(BuildOptions options, OutputFolder folder, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new BuildProgress("verify", 0, 0));
        using var scratch = ScratchFolder.Create(options.Root);
        var afresh = OutputFolder.Open(options.Root, scratch.PathOf("output"));
        Run(options with { Output = afresh.FullPath, Fresh = true }, scratch.PathOf("cache"), afresh, progress: null, cancellation);
        return OutputCheck.FindDifferences(folder, afresh);
    }

    private BuildResult Run()
    {
        _progress?.Report(new BuildProgress("read", 0, 0));
        var isLarge = !_options.Fresh && BuildState.FindLength(_cache, _folder.FullPath) > LargeState;
        var pause = isLarge ? CollectionPause.Start(MostToCompare) : default;
        var (files, unexpected) = SiteReader.List(_options.Root);
        _found.AddRange(unexpected);
        var circumstances = Circumstances.Find(files, unexpected, _options, SiteGenerator.Identity, _cache.Now);
        var last = _options.Fresh ? null : BuildState.Load(_cache, _folder.FullPath);
        if (FindUnchanged(last, circumstances) is { } unchanged)
        {
            return unchanged;
        }

        pause.Dispose();

        using var sources = SourceCache.Open(_cache, SiteGenerator.Identity, _options.Fresh);
        var input = Take(SiteInput.Read(files, _options, sources, _progress, _cancellation));
        var saving = Task.Run(sources.Save, CancellationToken.None);
        try
        {
            return input is null ? Refuse(pages: 0) : Build(input, last, circumstances);
        }
        finally
        {
            saving.GetAwaiter().GetResult();
        }
    }

    private BuildResult Build(SiteInput input, BuildState? last, Digest? circumstances)
    {
        _progress?.Report(new BuildProgress("link", 0, 0));

        // Linking begins on one core. What does not need the links is done on the others.
        var compiling = Task.Run(() => CompiledTheme.Compile(input.Theme, input.Site.Settings.Languages, SourceReader.ReadStylesheet), _cancellation);
        var remembering = Task.Run(() => last?.LoadOutputs() ?? LastBuild.None, _cancellation);
        var scanning = Task.Run(() => OutputScan.Read(_folder), _cancellation);
        var linked = Take(SiteLinker.Link(input.Site, _options));
        if (KeepFromWriting)
        {
            return Refuse(linked.Pages.Length);
        }

        if (Take(SiteRenderer.Create(linked, compiling.GetAwaiter().GetResult(), new(_options.Now, SiteGenerator.Identity))) is not { } renderer)
        {
            return Refuse(linked.Pages.Length);
        }

        _cancellation.ThrowIfCancellationRequested();
        var plan = Take(SiteWriter.Plan(renderer.Plan(), _folder, scanning.GetAwaiter().GetResult(), remembering.GetAwaiter().GetResult(), _cancellation));
        if (KeepFromWriting)
        {
            return Refuse(linked.Pages.Length);
        }

        var stamp = new BuildStamp(SiteGenerator.NameAndVersion, linked.Settings.BaseUrl, _options.Drafts, _options.Future, input.Fingerprint);
        var written = Take(SiteWriter.Write(plan, stamp, _progress, _cancellation));
        if (KeepFromWriting)
        {
            return Refuse(linked.Pages.Length);
        }

        var findings = new BuildFindings(circumstances ?? default, _options.Now, input.Site.NextPublication(_options.Now), linked.Pages.Length, _found.ToImmutable());
        BuildState.Save(_cache, _folder.FullPath, findings, written.Outputs);
        return Result(linked.Pages.Length, written, wasWritten: true);
    }

    /// <summary>The last build's result, where a build would find the same sources and leave the same output.</summary>
    private BuildResult? FindUnchanged(BuildState? last, Digest? circumstances)
    {
        if (last is not { Findings: var then } || then.Circumstances != circumstances || _options.Now < then.From || _options.Now >= then.Until)
        {
            return null;
        }

        if ((_options.Strict && then.Diagnostics.Any(found => found.Severity == Severity.Warning)) || !OutputCheck.IsUntouched(_folder, last.Files))
        {
            return null;
        }

        _found.Clear();
        _found.AddRange(then.Diagnostics);
        return Result(then.Pages, WriteResult.Nothing with { Unchanged = last.Files.ByPath.Count }, wasWritten: true);
    }

    private T Take<T>(Outcome<T> outcome)
    {
        _found.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }

    private BuildResult Refuse(int pages) => Result(pages, WriteResult.Nothing, wasWritten: false);

    private BuildResult Result(int pages, WriteResult written, bool wasWritten) =>
        new(pages, written.Written, written.Unchanged, written.Removed, wasWritten, _found.ToImmutable())
        {
            FindText = path => SourceReader.FindText(_options.Root, path),
        };
}
