using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Write;

namespace StaticSite.Tests.Write;

/// <summary>
/// A build that is killed before any single change of the disk leaves a whole site, and the next build finishes its work.
/// A page of these sites is its links, one a line; readers start at index.html.
/// </summary>
public sealed class KilledBuildTests
{
    private static readonly OutputFile[] Before =
    [
        Create("assets/site.1.css", OutputKind.Asset),
        Create("index.html", OutputKind.List, "zh/articles/index.html"),
        Create("zh/articles/index.html", OutputKind.List, "zh/articles/a/index.html", "zh/articles/gone/index.html", "assets/site.1.css"),
        Create("zh/articles/a/index.html", OutputKind.Page, "zh/tags/old/index.html", "zh/articles/gone/index.html", "assets/site.1.css"),
        Create("zh/articles/gone/index.html", OutputKind.Page, "zh/articles/a/index.html", "zh/tags/old/index.html"),
        Create("zh/tags/old/index.html", OutputKind.List, "zh/articles/a/index.html", "zh/articles/gone/index.html"),
        Create("robots.txt", OutputKind.List),
    ];

    private static readonly OutputFile[] After =
    [
        Create("assets/site.2.css", OutputKind.Asset),
        Create("index.html", OutputKind.List, "zh/articles/index.html", "zh/tags/new/index.html"),
        Create("zh/articles/index.html", OutputKind.List, "zh/articles/a/index.html", "zh/articles/b/index.html", "assets/site.2.css"),
        Create("zh/articles/a/index.html", OutputKind.Page, "zh/tags/new/index.html", "zh/articles/b/index.html", "assets/site.2.css"),
        Create("zh/articles/b/index.html", OutputKind.Page, "zh/articles/a/index.html", "zh/articles/c/index.html", "zh/tags/new/index.html", "assets/site.2.css"),
        Create("zh/articles/c/index.html", OutputKind.Page, "zh/articles/b/index.html", "zh/tags/new/index.html"),
        Create("zh/tags/new/index.html", OutputKind.List, "zh/articles/b/index.html", "zh/articles/c/index.html"),
        Create("robots.txt", OutputKind.List),
    ];

    [Fact]
    public void Wherever_it_is_killed_no_file_is_torn_and_no_link_dead_and_the_next_build_finishes()
    {
        var kills = 0;
        for (var isKilled = true; isKilled; kills++)
        {
            using var site = new OutputSandbox();
            site.Write(Before);
            isKilled = WriteKilledAfter(kills, site, After);
            AssertWhole(site);
            AssertNoDeadLink(site);
            site.Write(After);
            AssertIs(site, After);
        }

        // Folders, manifests, staged and published files, deletions.
        Assert.InRange(kills, 25, 100);
    }

    [Fact]
    public void A_killed_first_build_is_finished_by_the_next()
    {
        var isKilled = true;
        for (var kills = 0; isKilled; kills++)
        {
            using var site = new OutputSandbox();
            isKilled = WriteKilledAfter(kills, site, Before);
            site.Write(Before);
            AssertIs(site, Before);
        }
    }

    [Fact]
    public void What_a_killed_build_wrote_is_removed_by_a_build_that_does_not_want_it()
    {
        var isKilled = true;
        for (var kills = 0; isKilled; kills++)
        {
            using var site = new OutputSandbox();
            site.Write(Before);
            isKilled = WriteKilledAfter(kills, site, After);
            site.Write(Before);
            AssertIs(site, Before);
        }
    }

    [Fact]
    public void A_site_whose_files_and_folders_change_places_is_finished_by_the_next_build()
    {
        OutputFile[] folders = [Create("a/index.html", OutputKind.Page), Create("b", OutputKind.Page), Create("Case/x", OutputKind.Page)];
        OutputFile[] files = [Create("a", OutputKind.Page), Create("b/index.html", OutputKind.Page), Create("case/x", OutputKind.Page)];
        var isKilled = true;
        for (var kills = 0; isKilled; kills++)
        {
            using var site = new OutputSandbox();
            site.Write(folders);
            isKilled = WriteKilledAfter(kills, site, files);
            site.Write(files);
            AssertIs(site, files);
        }
    }

    private static OutputFile Create(string path, OutputKind kind, params string[] links) =>
        OutputSandbox.Create(path, kind, string.Join('\n', links));

    private static bool WriteKilledAfter(int changes, OutputSandbox site, OutputFile[] files)
    {
        var plan = site.Plan(files);
        Assert.Empty(plan.Diagnostics);
        var left = changes;
        var disk = new OutputDisk(plan.Value.Folder, change =>
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                TearStagedFile(site, change);
                throw new KilledException();
            }
        });
        try
        {
            SiteWriter.Write(plan.Value, OutputSandbox.Stamp, disk);
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    /// <summary>A process that is killed while it writes a file leaves a part of it.</summary>
    private static void TearStagedFile(OutputSandbox site, string change)
    {
        if (change.StartsWith("stage zh/", StringComparison.Ordinal))
        {
            File.WriteAllText(site.PathOf(OutputNames.Temporary(change["stage ".Length..])), "zh/to");
        }
    }

    private static void AssertWhole(OutputSandbox site)
    {
        var allowed = Before.Concat(After).ToLookup(file => file.Path, OutputSandbox.TextOf);
        foreach (var path in site.Listing().Where(path => !path.EndsWith('/') && !OutputNames.IsTemporary(path)))
        {
            Assert.Contains(site.Read(path), allowed[path]);
        }
    }

    private static void AssertNoDeadLink(OutputSandbox site)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "index.html" };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var path))
        {
            Assert.True(File.Exists(site.PathOf(path)), $"A reader is led to {path}, which is not there.");
            foreach (var link in site.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(seen.Add))
            {
                open.Enqueue(link);
            }
        }
    }

    private static void AssertIs(OutputSandbox site, OutputFile[] files)
    {
        Assert.Equal(
            files.Select(file => file.Path).Order(StringComparer.Ordinal).ToImmutableArray(),
            site.Listing().Where(path => !path.EndsWith('/')));
        Assert.All(files, file => Assert.Equal(OutputSandbox.TextOf(file), site.Read(file.Path)));
        Assert.All(site.Listing().Where(path => path.EndsWith('/')), folder => Assert.NotEmpty(Directory.EnumerateFileSystemEntries(site.PathOf(folder))));
        Assert.Contains("\"complete\": true", site.Read(Manifest.FileName), StringComparison.Ordinal);
    }

    private sealed class KilledException : Exception;
}
