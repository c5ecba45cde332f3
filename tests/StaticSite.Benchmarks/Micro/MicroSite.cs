using System.Collections.Immutable;
using StaticSite.Benchmarks.Articles;
using StaticSite.Benchmarks.Sites;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;

namespace StaticSite.Benchmarks.Micro;

/// <summary>A generated site for the inner loops, read once.</summary>
internal sealed class MicroSite : IDisposable
{
    private const int Articles = 200;

    private readonly ScratchFolder _folder = new(Path.Join(Path.GetTempPath(), $"staticsite-micro-{Environment.ProcessId}"));
    private readonly CacheFolder _cache;
    private readonly SourceCache _sources;

    public MicroSite()
    {
        SiteSources.Write(Corpus.Create(Articles), [new StaticSiteWriter(_folder.PathOf("site"), Repository.Theme)]);
        Options = new BuildOptions(_folder.PathOf("site"), _folder.PathOf("output"), BaseUrl: null, Drafts: false, Future: false, DateTimeOffset.UnixEpoch.AddYears(60));
        var files = SiteReader.List(Options.Root).Value;
        Texts = [.. files.Bundles.SelectMany(bundle => bundle.Files).Where(file => file.Name.EndsWith(".md", StringComparison.Ordinal)).Select(file => SourceReader.ReadText(file).Value!)];
        Settings = SettingsParser.Parse(SourceReader.ReadText(files.Settings!).Value!).Value!;
        _cache = CacheFolder.Open(_folder.PathOf("cache"), () => { }, CancellationToken.None);
        _sources = SourceCache.Open(_cache, SiteGenerator.Identity, fresh: true);
        Input = SiteInput.Read(files, Options, _sources, progress: null, CancellationToken.None).Value!;
    }

    public BuildOptions Options { get; }

    public SiteSettings Settings { get; }

    /// <summary>The Markdown files of all pages.</summary>
    public ImmutableArray<SourceFile> Texts { get; }

    public SiteInput Input { get; }

    public void Dispose()
    {
        _sources.Dispose();
        _cache.Dispose();
        _folder.Dispose();
    }
}
