using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Preview.Desk;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite.Preview.Tests.Support;

/// <param name="Files">By address; made when they are asked for.</param>
internal sealed record LoadedSite(DeskSite Desk, ImmutableDictionary<string, OutputFile> Files);

/// <summary>Reads a site's folder as often as it is asked to, drafts and future articles too. What it keeps lies outside of the folder.</summary>
internal sealed class SiteFolder(string root) : IDisposable
{
    /// <summary>The clock of every test.</summary>
    public static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _scratch = Directory.CreateTempSubdirectory("staticsite-test-").FullName;
    private readonly List<IDisposable> _open = [];
    private long _revision;

    /// <exception cref="InvalidOperationException">site.yml has an error.</exception>
    public LoadedSite Read(DateTimeOffset? now = null)
    {
        var options = new BuildOptions(root, "", null, Drafts: true, Future: true, now ?? Now);
        var folder = CacheFolder.Open(Path.Join(_scratch, $"{++_revision}"), () => { }, CancellationToken.None);
        var cache = SourceCache.Open(folder, SiteGenerator.Identity, fresh: true);
        _open.AddRange([cache, folder]);
        var listed = SiteReader.List(root);
        var input = SiteInput.Read(listed.Value, options, cache, progress: null, CancellationToken.None);
        var site = input.Value ?? throw new InvalidOperationException(string.Join('\n', input.Diagnostics.Select(found => found.Message)));
        var linked = SiteLinker.Create(site.Site, options).LinkBodies();
        var theme = CompiledTheme.Compile(site.Theme, site.Site.Settings.Languages, SourceReader.ReadStylesheet);
        var renderer = SiteRenderer.Create(linked.Value, theme, new(options.Now, SiteGenerator.Identity));
        var found = listed.Diagnostics.Concat(input.Diagnostics).Concat(linked.Diagnostics).Concat(renderer.Diagnostics)
            .OrderBy(one => one.Where.Path, StringComparer.Ordinal)
            .ThenBy(one => one.Where.Start);
        var desk = new DeskSite(_revision, root, site.Site, linked.Value, [.. found], path => SourceReader.FindText(root, path), options.Now);
        return new(desk, renderer.Value!.Plan().ToImmutableDictionary(file => "/" + file.Path));
    }

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        Directory.Delete(_scratch, recursive: true);
    }
}
