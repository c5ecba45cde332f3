using StaticSite.Check;
using StaticSite.Model;
using StaticSite.Preview.Desk;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

public sealed class PairReaderTests : IDisposable
{
    private readonly TemporarySite _site = new("[{code: en, tag: en, name: English}, {code: zh, tag: zh-CN, name: 中文}, {code: de, tag: de, name: Deutsch}]");
    private readonly SiteFolder _folder;

    public PairReaderTests()
    {
        _folder = new(_site.Root);
    }

    [Theory]
    [InlineData(null, null, "zh", "en")]
    [InlineData("en", null, "en", "zh")]
    [InlineData("de", "de", "de", "en")]
    [InlineData("fr", "de", "zh", "de")]
    public void Chinese_stands_left_and_English_right_unless_others_are_asked_for(string? left, string? right, string first, string second)
    {
        _site.Article("a", "zh");
        var pair = Read("a", left, right);

        Assert.Equal((first, second), (pair.Left.Page.Language, pair.Right!.Page.Language));
    }

    [Fact]
    public void Where_a_language_is_missing_its_side_says_so()
    {
        _site.Article("a", "zh");
        var pair = Read("a");

        Assert.Equal((PageState.Missing, null, null), (pair.Right!.Page.State, pair.Right.Page.Url, pair.Translation));
        Assert.Empty(pair.Sections);
        Assert.EndsWith("/input/articles/a/en.md:1:1", pair.Right.Editor, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outdated_section_is_known_on_both_sides_with_what_was_done_to_it()
    {
        _site.Outdated("a");
        var pair = Read("a");
        var change = Assert.Single(pair.Translation!.Changes);

        Assert.Equal(("乙", "two", SectionChangeKind.Changed, new DateOnly(2025, 6, 1)), (change.Left, change.Right, change.Change, change.Since));
        Assert.Contains(new PairRun(DiffKind.Added, "不"), change.Runs);
        Assert.Equal([("_title", "_title"), ("_start", "_start"), ("甲", "one"), ("乙", "two"), ("丙", "three")], pair.Sections.Select(one => (one.Left, one.Right)));
    }

    [Fact]
    public void Where_the_source_stands_right_all_is_mirrored()
    {
        _site.Outdated("a");
        var pair = Read("a", "en", "zh");
        var numbers = Assert.Single(pair.Numbers);

        Assert.Equal(("two", "乙"), (pair.Translation!.Changes[0].Left, pair.Translation.Changes[0].Right));
        Assert.Equal(("two", "乙"), (numbers.Left, numbers.Right));
        Assert.Equal(("3 mg", "3.5 mg"), (Assert.Single(numbers.OnlyLeft), Assert.Single(numbers.OnlyRight)));
    }

    [Fact]
    public void A_section_that_was_added_or_moved_leaves_the_others_with_their_partners()
    {
        _site.Outdated("a");
        _site.Article("a", "zh", "source_language: zh\n", "开头。\n\n## 丙\n\n三。\n\n## 新\n\n新。\n\n## 甲\n\n一。\n\n## 乙\n\n推荐3 mg。\n");
        var pair = Read("a");

        Assert.Equal([("_title", "_title"), ("_start", "_start"), ("丙", "three"), ("新", null), ("甲", "one"), ("乙", "two")], pair.Sections.Select(one => (one.Left, one.Right)));
    }

    [Fact]
    public void A_section_that_the_source_has_no_more_is_marked_in_the_translation()
    {
        _site.Outdated("a");
        _site.Article("a", "zh", "source_language: zh\n", "开头。\n\n## 甲\n\n一。\n\n## 丙\n\n三。\n");
        var change = Assert.Single(Read("a").Translation!.Changes);

        Assert.Equal((SectionChangeKind.Removed, null, "two"), (change.Change, change.Left, change.Right));
    }

    [Fact]
    public void Where_nobody_accepted_anything_anchors_figures_and_levels_tell_what_belongs_together()
    {
        _site.Article("a", "zh", "source_language: zh\n", "## 甲\n\n## 乙 {#two}\n\n### 附\n\n## 丙\n\n表\n\n| a |\n|---|\n| b |\n\n: 表 {#tbl-x}\n\n## 丁\n");
        _site.Article("a", "en", body: "## Two {#two}\n\n## Three\n\nTable\n\n| a |\n|---|\n| b |\n\n: Table {#tbl-x}\n\n## Four\n");

        Assert.Equal(
            [("_title", "_title"), ("甲", null), ("two", "two"), ("附", null), ("丙", "three"), ("丁", "four")],
            Read("a").Sections.Select(one => (one.Left, one.Right)));
    }

    [Fact]
    public void Two_translations_are_compared_without_their_source()
    {
        _site.Article("a", "zh", "source_language: zh\n");
        _site.Article("a", "en", body: "Take 3.5 mg.\n");
        _site.Article("a", "de", body: "Nimm 4.5 mg.\n");
        var pair = Read("a", "en", "de");

        Assert.Null(pair.Translation);
        Assert.Equal(("3.5 mg", "4.5 mg"), (Assert.Single(pair.Numbers[0].OnlyLeft), Assert.Single(pair.Numbers[0].OnlyRight)));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _site.Dispose();
    }

    private PairDocument Read(string id, string? left = null, string? right = null)
    {
        var site = _folder.Read().Desk;
        return new PairReader(site, DeskOptions.EditorLinkOf).Read(site.Site.Bundles.Single(bundle => bundle.Id.Value == id), left, right);
    }
}
