using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;
using StaticSite.Tests.Cache;

namespace StaticSite.Tests.Live;

/// <summary>A site in memory beside the sources that it follows, and builds of them.</summary>
internal sealed class LiveEdits : IDisposable
{
    private readonly EditedSite _sources;
    private BuildOptions _options;

    public LiveEdits(EditedSite sources)
    {
        (_sources, _options) = (sources, sources.Options);
        Clock = new(_options.Now);
        Site = Open();
    }

    public SettableClock Clock { get; }

    public LiveSite Site { get; private set; }

    /// <summary>Looks at the disk, and holds every file against a build from nothing, as long as that has no error.</summary>
    /// <param name="step">Named where they differ.</param>
    public void Compare(string step)
    {
        if (_sources.Options != _options with { Now = _sources.Options.Now })
        {
            _options = _sources.Options;
            Site.Dispose();
            Site = Open();
        }

        Site.Update(null);
        if (Site.Settle() is { } settling)
        {
            Site.Accept(settling, settling.Work());
        }

        var (result, files) = _sources.BuildAfresh();
        try
        {
            CompareTo(result, files, step);
        }
        catch (Exception error) when (SiteBuild.IsDamagedCache(error))
        {
            Site.Reread();
            CompareTo(result, files, step);
        }
    }

    public void Dispose() => Site.Dispose();

    private void CompareTo(BuildResult result, ImmutableSortedDictionary<string, byte[]> files, string step)
    {
        if (result.WasWritten)
        {
            CompareFiles(step, files);
        }
        else
        {
            Assert.Contains(Site.Current.Diagnostics, found => found.Severity == Severity.Error);
        }
    }

    private void CompareFiles(string step, ImmutableSortedDictionary<string, byte[]> files)
    {
        Assert.Empty(Site.Current.Paths.Except(files.Keys).Select(path => $"{step}: {path} is not in the build"));
        foreach (var (path, expected) in files.Where(file => !file.Key.StartsWith(".staticsite", StringComparison.Ordinal)))
        {
            var file = Site.Current.Find(path);
            Assert.True(file is not null, $"{step}: {path} is missing");
            var bytes = file.Source is { } source ? File.ReadAllBytes(source.FullPath) : file.Render().Value;
            if (!expected.AsSpan().SequenceEqual(bytes))
            {
                Assert.Equal($"{step}: {path}\n{Encoding.UTF8.GetString(expected)}", $"{step}: {path}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
    }

    private LiveSite Open() => LiveSite.Open(_options with { Root = _sources.Root, Output = _sources.Output }, Clock, null, CancellationToken.None);
}

internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
