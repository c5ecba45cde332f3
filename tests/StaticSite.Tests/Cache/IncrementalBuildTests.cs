using StaticSite.Model;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Cache;

public sealed class IncrementalBuildTests : IDisposable
{
    private const string Page = "zh/articles/efficacy/index.html", Source = "input/articles/efficacy/zh.md";

    private readonly EditedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Where_nothing_changed_no_file_is_touched_and_the_warnings_are_shown_again()
    {
        _site.Write(Source, _site.Read(Source).Insert("---\n".Length, "colour: red\n"));
        var first = _site.Build();
        _site.Age();
        var dates = _site.Dates();

        // The first of these looks at what has another date; the others find that there is nothing to do.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var again = _site.Build();

            Assert.Equal((0, first.Written, 0), (again.Written, again.Unchanged, again.Removed));
            Assert.Equal(TestSite.Print(first), TestSite.Print(again));
            Assert.Equal(dates, _site.Dates());
        }

        Assert.NotEmpty(first.Diagnostics);
    }

    [Fact]
    public void An_edit_writes_the_pages_that_show_it_and_no_other()
    {
        _site.Write(Source, _site.Read(Source).Insert("---\n".Length, "description: 简介\n"));
        _site.Build();
        var before = _site.Dates();
        _site.Write(Source, _site.Read(Source) + "\n最后一个新的段落。\n");

        _site.Build();

        var after = _site.Dates();
        Assert.Equal([".staticsite-manifest.json", Page], after.Where(file => before[file.Key] != file.Value).Select(file => file.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tampered")]
    public void An_output_that_was_changed_by_hand_is_put_right(string text)
    {
        _site.Build();
        var right = File.ReadAllText(Path.Combine(_site.Output, Page));
        File.WriteAllText(Path.Combine(_site.Output, Page), text);

        Assert.Equal(1, _site.Build().Written);

        Assert.Equal(right, File.ReadAllText(Path.Combine(_site.Output, Page)));
    }

    [Fact]
    public void A_change_within_the_clock_s_grain_that_keeps_size_and_date_is_seen()
    {
        var date = DateTime.UtcNow;
        _site.Write(Source, Text("甲"));
        File.SetLastWriteTimeUtc(_site.PathOf(Source), date);
        _site.Build();
        _site.Write(Source, Text("乙"));
        File.SetLastWriteTimeUtc(_site.PathOf(Source), date);

        _site.BuildAndCompare("after a change that no date tells");
    }

    [Fact]
    public void Dates_that_lie_ahead_of_the_clock_are_not_trusted()
    {
        var date = DateTime.UtcNow.AddDays(1);
        _site.Write(Source, Text("甲"));
        File.SetLastWriteTimeUtc(_site.PathOf(Source), date);
        _site.Build();
        _site.Write(Source, Text("乙"));
        File.SetLastWriteTimeUtc(_site.PathOf(Source), date);

        _site.BuildAndCompare("after the clock was set back");
    }

    [Fact]
    public void A_folder_without_a_file_is_warned_of_by_the_name_that_it_has_now()
    {
        Directory.CreateDirectory(_site.PathOf("input/articles/empty"));
        _site.Age();
        _site.BuildAndCompare("with an empty folder");
        _site.BuildAndCompare("again");
        Directory.Move(_site.PathOf("input/articles/empty"), _site.PathOf("input/articles/renamed"));

        var result = _site.BuildAndCompare("after its name changed");

        Assert.Contains(result.Diagnostics, found => found.Code == "read/no-language-file" && found.Where.Path == "input/articles/renamed");
    }

    [Fact]
    public void An_article_appears_when_its_time_has_come()
    {
        _site.Write("input/articles/later/zh.md", "---\ntitle: 以后\ndate: 2026-02-01T10:00:00+08:00\n---\n正文。\n");
        _site.Build();
        _site.Age();
        _site.Build();
        Assert.False(File.Exists(Path.Combine(_site.Output, "zh/articles/later/index.html")));

        _site.Options = _site.Options with { Now = new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.FromHours(8)) };
        _site.BuildAndCompare("when it is published");

        Assert.True(File.Exists(Path.Combine(_site.Output, "zh/articles/later/index.html")));
    }

    [Fact]
    public void A_folder_that_no_cache_can_be_kept_in_is_no_obstacle()
    {
        File.WriteAllText(Path.Combine(_site.Root, ".staticsite"), "a file where the folder should be");

        Assert.True(_site.BuildAndCompare("without a cache").WasWritten);
        Assert.Equal(0, _site.Build().Written);
    }

    [Fact]
    public async Task Two_builds_at_once_wait_for_each_other()
    {
        var builds = Enumerable.Range(0, 4).Select(_ => Task.Run(() => _site.Build())).ToArray();

        Assert.All(await Task.WhenAll(builds), result => Assert.True(result.WasWritten));
        _site.BuildAndCompare("after four builds at once");
    }

    [Fact]
    public void Verifying_finds_what_no_date_tells()
    {
        _site.Build();
        _site.Age();
        _site.Build();
        var page = Path.Combine(_site.Output, Page);
        var date = File.GetLastWriteTimeUtc(page);
        File.WriteAllText(page, File.ReadAllText(page).Replace("<p>", "<q>", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(page, date);
        Assert.Equal(0, _site.Build().Written);

        _site.Options = _site.Options with { Verify = true };
        var found = Assert.Single(_site.Build().Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);

        Assert.Equal(("write/not-as-built-afresh", $"output/{Page}"), (found.Code, found.Where.Path));
    }

    [Fact]
    public void Verifying_an_output_that_is_right_finds_nothing()
    {
        _site.Options = _site.Options with { Verify = true };
        Assert.DoesNotContain(_site.Build().Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.False(Directory.Exists(Path.Combine(_site.Root, ".staticsite", "verify")));
    }

    private static string Text(string word) => $"---\ntitle: 疗效\ndate: 2025-05-01\n---\n{word}字。\n";
}
