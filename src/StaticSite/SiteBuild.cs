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
    /// <summary>In bytes for each that the last build's state has: the lists of all files, of the sources, of the output, and of what is known of them.</summary>
    private const long ToCompare = 200;

    /// <summary>In bytes, however large the site is.</summary>
    private const long MostToCompare = 1L << 29;

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

    private bool KeepFromWriting => _found.Any(IsObstacle);

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
        var state = _options.Fresh ? 0 : BuildState.FindLength(_cache, _folder.FullPath);
        var pause = state > LargeState ? CollectionPause.Start(Math.Min(ToCompare * state, MostToCompare)) : default;
        var (files, unexpected) = SiteReader.List(_options.Root);
        _found.AddRange(unexpected);
        var circumstances = Circumstances.Find(files, unexpected, _options, SiteGenerator.Identity, _cache.Now);
        var last = _options.Fresh ? null : BuildState.Load(_cache, _folder.FullPath);
        if (FindUnchanged(last, circumstances) is { } unchanged)
        {
            return unchanged;
        }

        using var sources = SourceCache.Open(_cache, SiteGenerator.Identity, _options.Fresh);
        if (BuildEdit(files, last, circumstances, sources) is { } edited)
        {
            return edited;
        }

        pause.Dispose();

        var input = Take(SiteInput.Read(files, _options, sources, _progress, _cancellation));
        var saving = Task.Run(() => sources.Save(isOfAll: true), CancellationToken.None);
        try
        {
            return input is null ? Refuse(pages: 0) : Build(input, last, circumstances, saving);
        }
        finally
        {
            saving.GetAwaiter().GetResult();
        }
    }

    private BuildResult Build(SiteInput input, BuildState? last, Circumstances circumstances, Task<Digest> saving)
    {
        _progress?.Report(new BuildProgress("link", 0, 0));

        // Linking begins on one core. What does not need the links is done on the others.
        var compiling = Task.Run(() => CompiledTheme.Compile(input.Theme, input.Site.Settings.Languages, SourceReader.ReadStylesheet), _cancellation);
        var remembering = Task.Run(() => last?.LoadOutputs() ?? LastBuild.None, _cancellation);
        var scanning = Task.Run(() => OutputScan.Read(_folder), _cancellation);
        var linker = SiteLinker.Create(input.Site, _options);
        linker.PrepareRelated();
        var linked = Take(linker.LinkBodies());
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

        var findings = new BuildFindings(circumstances.All, circumstances.ButTexts, default, _options.Now, input.Site.NextPublication(_options.Now), linked.Pages.Length, []);
        return Write(plan, linked.Settings.BaseUrl, input.Fingerprint, findings, saving, (now, outputs) =>
            BuildState.Save(_cache, _folder.FullPath, now, outputs, linker.Remember(input.BundleDiagnostics), linker.Similar.Known));
    }

    /// <summary>Null where the whole site has to be built.</summary>
    private BuildResult? BuildEdit(SiteFiles files, BuildState? last, Circumstances circumstances, SourceCache sources)
    {
        if (last is null
            || EditBuild.Plan(_options, _folder, files, circumstances, last, sources, _cancellation) is not { } edit
            || edit.Diagnostics.Concat(_found).Any(IsObstacle))
        {
            return null;
        }

        var saving = Task.Run(() => sources.Save(isOfAll: false), CancellationToken.None);
        try
        {
            _found.AddRange(edit.Diagnostics);
            return Write(edit.Plan, edit.BaseUrl, edit.Fingerprint, last.Findings with { Circumstances = circumstances.All }, saving, (now, outputs) =>
                last.SaveEdit(now, outputs, edit.Site, edit.Similarities));
        }
        finally
        {
            saving.GetAwaiter().GetResult();
        }
    }

    /// <param name="saving">Of what is known of the files.</param>
    /// <param name="save">Keeps what is known for the next build.</param>
    private BuildResult Write(WritePlan plan, Uri baseUrl, string fingerprint, BuildFindings findings, Task<Digest> saving, Action<BuildFindings, IReadOnlyDictionary<string, KnownOutput>> save)
    {
        var stamp = new BuildStamp(SiteGenerator.NameAndVersion, baseUrl, _options.Drafts, _options.Future, fingerprint);
        var written = Take(SiteWriter.Write(plan, stamp, _progress, _cancellation));
        if (KeepFromWriting)
        {
            return Refuse(findings.Pages);
        }

        save(findings with { Sources = saving.GetAwaiter().GetResult(), Diagnostics = _found.ToImmutable() }, written.Outputs);
        return Result(findings.Pages, written, wasWritten: true);
    }

    /// <summary>The last build's result, where a build would find the same sources and leave the same output.</summary>
    private BuildResult? FindUnchanged(BuildState? last, Circumstances circumstances)
    {
        if (last is not { Findings: var then } || circumstances.All is not { } all || then.Circumstances != all || !then.IsOf(_options.Now))
        {
            return null;
        }

        if (then.Diagnostics.Any(IsObstacle) || !OutputCheck.IsUntouched(_folder, Task.Run(() => last.Files, _cancellation)))
        {
            return null;
        }

        _found.Clear();
        _found.AddRange(then.Diagnostics);
        return Result(then.Pages, WriteResult.Nothing with { Unchanged = last.Files.ByPath.Count }, wasWritten: true);
    }

    private bool IsObstacle(Diagnostic found) => found.Severity == Severity.Error || (_options.Strict && found.Severity == Severity.Warning);

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
