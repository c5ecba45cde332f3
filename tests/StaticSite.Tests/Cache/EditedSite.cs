using System.Collections.Immutable;
using System.Text;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Tests.Support;
using StaticSite.Write;

namespace StaticSite.Tests.Cache;

/// <summary>A site that is edited and built again and again, beside builds of the same sources from nothing.</summary>
internal sealed class EditedSite : IDisposable
{
    private readonly TestSite _site = new(Path.Combine(Repository.Tests, "Sites", "bilingual", "input"), TestSite.GoldenTheme);
    private readonly TemporaryFolder _fresh = new();
    private int _builds;

    public string Root => _site.Root;

    public string Output => _site.Output;

    public string CacheFolder => Path.Combine(Root, ".staticsite", "cache");

    public BuildOptions Options { get; set; } = new("", "", null, Drafts: false, Future: false, TestSite.Now);

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text) => _site.Write(path, text);

    public void Replace(string path, string old, string now) => Write(path, Read(path).Replace(old, now, StringComparison.Ordinal));

    public BuildResult Build(IProgress<BuildProgress>? progress = null) =>
        SiteBuild.Run(Options with { Root = Root, Output = Output }, progress, CancellationToken.None);

    /// <summary>What a build would do for an edit; null where it would look at the whole site.</summary>
    public EditPlan? PlanEdit()
    {
        var options = Options with { Root = Root, Output = Output };
        using var cache = StaticSite.Cache.CacheFolder.Open(CacheFolder, () => { }, CancellationToken.None);
        using var sources = SourceCache.Open(cache, SiteGenerator.Identity, fresh: false);
        var (files, found) = SiteReader.List(Root);
        var folder = OutputFolder.Open(Root, Output);
        var circumstances = Circumstances.Find(files, found, options, SiteGenerator.Identity, cache.Now);
        return BuildState.Load(cache, folder.FullPath) is { } last ? EditBuild.Plan(options, folder, files, circumstances, last, sources, CancellationToken.None) : null;
    }

    /// <summary>The same sources, from nothing, into another folder.</summary>
    public (BuildResult Result, ImmutableSortedDictionary<string, byte[]> Files) BuildAfresh()
    {
        var options = Options with { Root = Root, Output = Path.Combine(_fresh.Path, $"output{++_builds}"), Fresh = true };
        var result = SiteBuild.Run(options, Path.Combine(_fresh.Path, $"cache{_builds}"), OutputFolder.Open(Root, options.Output), null, CancellationToken.None);
        return (result, ReadAll(options.Output));
    }

    /// <summary>Builds, and holds result and output against a build from nothing.</summary>
    /// <param name="step">Named where they differ.</param>
    public BuildResult BuildAndCompare(string step)
    {
        var result = Build();
        var (fresh, files) = BuildAfresh();
        Assert.Equal($"{step}\n{TestSite.Print(fresh)}", $"{step}\n{TestSite.Print(result)}");
        Assert.Equal(fresh.WasWritten, result.WasWritten);
        if (result.WasWritten)
        {
            AssertSame(step, files, ReadAll(Output));
        }

        return result;
    }

    /// <summary>Every file of the output with its date, by path.</summary>
    public ImmutableSortedDictionary<string, DateTime> Dates() =>
        Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(path => Path.GetRelativePath(Output, path).Replace('\\', '/'), File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    /// <summary>Makes every source old enough for its date to be trusted.</summary>
    public void Age()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - TimeSpan.FromHours(1));
        }
    }

    public void Dispose()
    {
        _site.Dispose();
        _fresh.Dispose();
    }

    private static ImmutableSortedDictionary<string, byte[]> ReadAll(string folder) => !Directory.Exists(folder)
        ? ImmutableSortedDictionary<string, byte[]>.Empty
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    private static void AssertSame(string step, ImmutableSortedDictionary<string, byte[]> expected, ImmutableSortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Prepend(step), actual.Keys.Prepend(step));
        foreach (var (path, bytes) in expected.Where(file => !file.Value.AsSpan().SequenceEqual(actual[file.Key])))
        {
            Assert.Equal($"{step}: {path}\n{Encoding.UTF8.GetString(bytes)}", $"{step}: {path}\n{Encoding.UTF8.GetString(actual[path])}");
        }
    }
}
