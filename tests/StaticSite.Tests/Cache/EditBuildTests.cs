namespace StaticSite.Tests.Cache;

/// <summary>Which edits are built without a look at the whole site, and that nobody can tell.</summary>
public sealed class EditBuildTests : IDisposable
{
    private const string Source = "input/articles/efficacy/zh.md";

    private readonly EditedSite _site = new();

    public static TheoryData<string, string, string, string> Small => new()
    {
        { "a sentence", Source, "", "\n最后一个新的段落。" },
        { "a title", Source, "title: 近期疗效", "title: 新的题目" },
        { "a description", Source, "title: 近期疗效", "title: 近期疗效\ndescription: 新的摘要" },
        { "a revision", Source, "title: 近期疗效", "title: 近期疗效\nupdated: 2026-02-02" },
        { "a draft of nothing", Source, "title: 近期疗效", "title: 近期疗效\ndraft: false" },
        { "related reading", Source, "title: 近期疗效", "title: 近期疗效\nrelated: [side-effects]" },
        { "no place in the sitemap", Source, "title: 近期疗效", "title: 近期疗效\nsitemap: false" },
        { "a citation style", Source, "title: 近期疗效", "title: 近期疗效\ncitation_style: nlm-vancouver" },
        { "a fault that is a warning", Source, "title: 近期疗效", "title: 近期疗效\ncolour: red" },
        { "a link to an address", Source, "", "\n[文章](/zh/articles/)" },
        { "a link to nowhere else", Source, "", "\n[安全](../side-effects/)" },
    };

    public static TheoryData<string, string, string, string> Large => new()
    {
        { "another date", Source, "date: 2026-01-02T09:30:00+08:00", "date: 2025-01-01" },
        { "another tag", Source, "title: 近期疗效", "title: 近期疗效\ntags: [safety]" },
        { "a draft", Source, "title: 近期疗效", "title: 近期疗效\ndraft: true" },
        { "an old address", Source, "title: 近期疗效", "title: 近期疗效\naliases: [/old/efficacy/]" },
        { "another address", Source, "title: 近期疗效", "title: 近期疗效\nslug: other" },
        { "a page that is no article", "input/pages/about/zh.md", "", "\n一句。" },
        { "the settings", "input/site.yml", "page_size: 2", "page_size: 3" },
        { "the data", "input/data/people.yml", "", "\n# a note" },
        { "a template", "theme/templates/article.hbs", "", "\n<!-- edited -->" },
    };

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Small))]
    public void An_edit_of_an_article_is_built_by_itself(string what, string file, string old, string now)
    {
        _site.Build();
        Edit(file, old, now);

        Assert.NotNull(_site.PlanEdit());
        _site.BuildAndCompare(what);
        _site.BuildAndCompare($"{what}, and once more");
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void Whatever_other_pages_may_depend_on_is_left_to_a_whole_build(string what, string file, string old, string now)
    {
        _site.Build();
        Edit(file, old, now);

        Assert.Null(_site.PlanEdit());
        _site.BuildAndCompare(what);
    }

    [Fact]
    public void A_file_that_comes_or_goes_is_left_to_a_whole_build()
    {
        _site.Build();
        _site.Write("input/articles/efficacy/notes.txt", "x");
        Assert.Null(_site.PlanEdit());
        _site.Build();

        Assert.NotNull(_site.PlanEdit());
        File.Delete(_site.PathOf("input/articles/efficacy/notes.txt"));
        Assert.Null(_site.PlanEdit());
    }

    [Fact]
    public void What_was_found_by_a_build_that_refused_is_not_forgotten()
    {
        _site.Build();
        Edit(Source, "", "\n[x](../nowhere/)");
        Assert.False(_site.Build().WasWritten);

        Assert.Null(_site.PlanEdit());
        Assert.False(_site.BuildAndCompare("the error stays").WasWritten);
    }

    [Fact]
    public void A_page_whose_anchor_goes_is_reported_where_it_is_linked_to()
    {
        Edit(Source, "", "\n## 方法 {#method}\n\n正文。");
        Edit("input/articles/side-effects/zh.md", "", "\n[方法](../efficacy/#method)");
        Assert.True(_site.Build().WasWritten);

        _site.Replace(Source, "{#method}", "{#methods}");

        Assert.Contains(_site.BuildAndCompare("an anchor is gone").Diagnostics, found => found.Code == "link/anchor-not-found");
    }

    [Fact]
    public void An_output_that_was_changed_by_hand_is_put_right_with_the_edit()
    {
        _site.Build();
        File.WriteAllText(Path.Combine(_site.Output, "robots.txt"), "tampered");
        Edit(Source, "", "\n一句。");

        Assert.Null(_site.PlanEdit());
        _site.BuildAndCompare("both");
    }

    /// <param name="old">Empty to add to the end.</param>
    private void Edit(string file, string old, string now)
    {
        var text = _site.Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        _site.Write(file, old.Length > 0 ? text.Replace(old, now, StringComparison.Ordinal) : $"{text}{now}\n");
    }
}
