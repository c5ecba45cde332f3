using System.Collections.Immutable;
using System.Text;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Sites;

/// <summary>Whole sites: input/, what the build printed, and every file that it wrote. UPDATE_GOLDEN=1 writes the expectations anew.</summary>
public class GoldenSiteTests
{
    private static readonly bool s_isUpdate = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Sites => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Where(name => name != "theme").Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Tests, "Sites");

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_site_is_built_and_reported_as_recorded(string name)
    {
        var folder = Path.Combine(Folder, name);
        using var site = new TestSite(Path.Combine(folder, "input"), TestSite.GoldenTheme);

        var result = site.Build();

        Compare(Path.Combine(folder, "diagnostics.txt"), TestSite.Print(result));
        Compare(Path.Combine(folder, "expected"), site.ReadOutput());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_site_whose_pages_come_from_the_cache_is_the_same(string name)
    {
        var folder = Path.Combine(Folder, name);
        using var site = new TestSite(Path.Combine(folder, "input"), TestSite.GoldenTheme);
        site.Build();
        if (Directory.Exists(site.Output))
        {
            Directory.Delete(site.Output, recursive: true);
        }

        Compare(Path.Combine(folder, "diagnostics.txt"), TestSite.Print(site.Build()));
        Compare(Path.Combine(folder, "expected"), site.ReadOutput());
    }

    [Fact]
    public void The_broken_site_is_broken_in_at_least_twenty_ways()
    {
        using var site = new TestSite(Path.Combine(Folder, "broken", "input"), TestSite.GoldenTheme);

        var result = site.Build();

        Assert.True(result.Diagnostics.Select(found => found.Code).Distinct().Count() >= 20);
        Assert.False(result.WasWritten);
        Assert.False(Directory.Exists(site.Output));
    }

    private static void Compare(string path, string text)
    {
        if (s_isUpdate)
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }

    private static void Compare(string folder, ImmutableSortedDictionary<string, byte[]> actual)
    {
        if (s_isUpdate)
        {
            Rewrite(folder, actual);
        }

        var expected = TestSite.ReadFolder(folder);
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, bytes) in actual)
        {
            Assert.Equal(path + "\n" + Encoding.UTF8.GetString(expected[path]), path + "\n" + Encoding.UTF8.GetString(bytes));
        }
    }

    private static void Rewrite(string folder, ImmutableSortedDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, bytes) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
    }
}
