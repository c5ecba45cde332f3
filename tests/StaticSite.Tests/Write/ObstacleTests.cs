using StaticSite.Write;
using static StaticSite.Tests.Write.OutputSandbox;

namespace StaticSite.Tests.Write;

/// <summary>Links, folders and letter case that stand where a file must go.</summary>
public sealed class ObstacleTests : IDisposable
{
    private readonly OutputSandbox _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_file_becomes_a_folder_and_a_folder_a_file()
    {
        _site.Write(Page("about", "file"), Page("news/index.html", "folder"), Page("news/old/index.html", "folder"));

        var result = _site.Write(Page("about/index.html", "folder"), Page("news", "file"));

        Assert.Equal((2, 0, 3), OutputSandbox.Counts(result));
        Assert.Equal(["about/", "about/index.html", "news"], _site.Listing());
    }

    [Fact]
    public void A_folder_with_files_of_somebody_else_is_not_replaced_by_a_file()
    {
        _site.Write(Page("a.html", "a"));
        _site.Put("news/mine.txt", "mine");

        var plan = _site.Plan(Page("a.html", "a"), Page("news", "file"));

        var found = Assert.Single(plan.Diagnostics);
        Assert.Equal(("write/file-in-the-way", "output/news/mine.txt"), (found.Code, found.Where.Path));
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_replaced_by_a_folder()
    {
        _site.Write(Page("a.html", "a"));
        _site.Put("news", "mine");

        var plan = _site.Plan(Page("a.html", "a"), Page("news/index.html", "folder"));

        var found = Assert.Single(plan.Diagnostics);
        Assert.Equal(("write/file-in-the-way", "output/news"), (found.Code, found.Where.Path));
    }

    [Fact]
    public void A_name_that_changes_its_letter_case_only_is_written_under_the_new_name()
    {
        _site.Write(Page("tags/MSC/index.html", "old"));

        _site.Write(Page("tags/msc/index.html", "new"));

        Assert.Equal("new", _site.Read("tags/msc/index.html"));
        Assert.Single(_site.Listing(), path => path.EndsWith("index.html", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_link_in_place_of_a_file_is_replaced_and_its_target_left_alone()
    {
        _site.Write(Page("a.html", "a"));
        var target = Path.Join(_site.Root, "precious.txt");
        File.WriteAllText(target, "precious");
        File.Delete(_site.PathOf("a.html"));
        Links.Create(_site.PathOf("a.html"), target);

        _site.Write(Page("a.html", "a"));

        Assert.Equal("precious", File.ReadAllText(target));
        Assert.Null(new FileInfo(_site.PathOf("a.html")).LinkTarget);
        Assert.Equal("a", _site.Read("a.html"));
    }

    [SkippableFact]
    public void A_link_in_place_of_a_folder_is_replaced_and_nothing_written_through_it()
    {
        _site.Write(Page("zh/a.html", "a"));
        var target = Directory.CreateDirectory(Path.Join(_site.Root, "elsewhere")).FullName;
        Directory.Delete(_site.PathOf("zh"), recursive: true);
        Links.Create(_site.PathOf("zh"), target);

        _site.Write(Page("zh/a.html", "new"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(target));
        Assert.Null(new DirectoryInfo(_site.PathOf("zh")).LinkTarget);
        Assert.Equal("new", _site.Read("zh/a.html"));
    }

    [SkippableFact]
    public void Nothing_is_deleted_through_a_link()
    {
        _site.Write(Page("a.html", "a"), Page("zh/b.html", "b"));
        var target = Directory.CreateDirectory(Path.Join(_site.Root, "elsewhere")).FullName;
        File.WriteAllText(Path.Join(target, "b.html"), "precious");
        Directory.Delete(_site.PathOf("zh"), recursive: true);
        Links.Create(_site.PathOf("zh"), target);

        var plan = _site.Plan(Page("a.html", "a"));
        SiteWriter.Write(plan.Value, Stamp);

        Assert.Equal("precious", File.ReadAllText(Path.Join(target, "b.html")));
        Assert.Equal(["output/zh"], plan.Diagnostics.Select(found => found.Where.Path));
    }

    [SkippableFact]
    public void A_planted_link_with_a_temporary_name_is_not_written_through()
    {
        _site.Write(Page("a.html", "a"));
        var target = Path.Join(_site.Root, "precious.txt");
        File.WriteAllText(target, "precious");
        Links.Create(_site.PathOf(".b.html.staticsite-tmp"), target);

        Assert.ThrowsAny<IOException>(() => SiteWriter.Write(_site.Plan(Page("a.html", "a"), Page("b.html", "b")).Value, Stamp));

        Assert.Equal("precious", File.ReadAllText(target));
    }
}
