using System.Collections.Immutable;
using System.Text.Json;
using StaticSite.Model;
using StaticSite.Preview.Desk;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

public sealed class DeskRowsTests : IDisposable
{
    private readonly TemporarySite _site = new();
    private readonly SiteFolder _folder;

    public DeskRowsTests()
    {
        _folder = new(_site.Root);
    }

    [Fact]
    public void Every_state_of_a_page_is_told()
    {
        _site.Article("both", "zh");
        _site.Article("both", "en", "draft: true\n");
        _site.Article("future", "zh", "translate: false\n", date: "2026-03-01");
        _site.Article("alone", "en");
        _site.Article("broken", "zh");
        _site.Write("input/articles/broken/en.md", "---\ntitle: [\n---\n");
        _site.Write("input/pages/about/zh.md", "---\ntitle: 关于\n---\n");

        Assert.Equal(
            [
                ("alone", PageState.Missing, PageState.Published),
                ("both", PageState.Published, PageState.Draft),
                ("broken", PageState.Published, PageState.Failed),
                ("future", PageState.Future, PageState.NotWanted),
                ("about", PageState.Published, PageState.Missing),
            ],
            Rows().Select(row => (row.Id, row.Pages[0].State, row.Pages[1].State)));
    }

    [Fact]
    public void A_translation_says_how_it_stands_to_its_source()
    {
        _site.Outdated("old");
        _site.Article("new", "zh");
        _site.Article("new", "en");
        var rows = Rows().ToDictionary(row => row.Id);

        Assert.Null(rows["old"].Pages[0].Translation);
        Assert.Equal((TranslationStatus.Outdated, new DateOnly(2025, 6, 1)), (rows["old"].Pages[1].Translation, rows["old"].Pages[1].Since));
        Assert.Equal([new DeskSection("乙", "乙", SectionChangeKind.Changed, new(2025, 6, 1))], rows["old"].Pages[1].Sections!);
        Assert.Equal((TranslationStatus.Unconfirmed, null), (rows["new"].Pages[1].Translation, rows["new"].Pages[1].Sections));
    }

    [Theory]
    [InlineData("", "2027-05-20")]
    [InlineData("reviewed: 2025-12-31\n", "2027-12-31")]
    [InlineData("draft: true\n", null)]
    public void A_review_is_due_two_years_after_the_last_one_or_after_publication(string head, string? due)
    {
        _site.Article("a", "zh", head);

        Assert.Equal(due is null ? null : DateOnly.Parse(due, null), Rows().Single().ReviewDue);
    }

    [Fact]
    public void Findings_belong_to_the_bundle_that_they_point_into()
    {
        _site.Article("a", "zh", body: "[x](../nowhere/)\n\n\n[y](../nothing/)\n");
        _site.Article("b", "zh", "category: kidny\n");
        _site.Write("input/data/people.yml", "p: {nam: P}\n");
        var site = _folder.Read().Desk;
        var findings = new DeskFindings(site, DeskOptions.EditorLinkOf);
        var detail = findings.DetailOf(site.Site.Bundles.Single(bundle => bundle.Id.Value == "a"));

        Assert.Equal([(2, 0), (0, 1)], Rows().Select(row => (row.Errors, row.Warnings)));
        Assert.Equal([("link/page-not-found", 6, 5), ("link/page-not-found", 9, 5)], detail.Findings.Select(found => (found.Code, found.Line, found.Column)));
        Assert.EndsWith("/input/articles/a/zh.md:9:5", detail.Findings[1].Editor, StringComparison.Ordinal);
        Assert.Equal(["zh", "en"], detail.Files.Select(file => file.Language));
        Assert.All(findings.OfSite, found => Assert.StartsWith("input/data/", found.Where.Path, StringComparison.Ordinal));
        Assert.NotEmpty(findings.OfSite);
    }

    [Fact]
    public void Only_rows_that_have_changed_are_sent()
    {
        _site.Article("a", "zh");
        _site.Article("b", "zh");
        _site.Article("c", "zh");
        var before = Table();
        _site.Article("b", "zh", "draft: true\n");
        _site.Article("d", "en");
        _site.Delete("input/articles/c");
        var after = Table();
        using var changes = JsonDocument.Parse(after.ChangesSince(before));
        using var whole = JsonDocument.Parse(after.Whole());

        Assert.Equal(["b", "d"], Ids(changes));
        Assert.Equal(["c"], changes.RootElement.GetProperty("removed").EnumerateArray().Select(id => id.GetString()!));
        Assert.False(changes.RootElement.TryGetProperty("head", out _));
        Assert.Equal(["a", "b", "d"], Ids(whole));
        Assert.Equal(after.Tag, changes.RootElement.GetProperty("tag").GetString());
    }

    [Fact]
    public void The_json_has_the_names_and_values_that_the_script_reads()
    {
        _site.Article("a", "zh", "tags: [x]\ndescription: '中文'\n", body: "肾病。\n");
        _site.Article("a", "en", body: "Kidney.\n");
        using var whole = JsonDocument.Parse(Table().Whole());
        var row = whole.RootElement.GetProperty("rows")[0].GetRawText();

        Assert.Equal(
            """{"id":"a","kind":"article","path":"input/articles/a","tags":["x"],"authors":[],"reviewedBy":[],"date":"2025-05-20","reviewDue":"2027-05-20","errors":0,"warnings":1,"pages":["""
            + """{"language":"zh","state":"published","title":"a zh","url":"/zh/articles/a/","hanCharacters":2,"words":0,"minutes":1},"""
            + """{"language":"en","state":"published","title":"a en","url":"/en/articles/a/","hanCharacters":0,"words":1,"minutes":1,"translation":"unconfirmed"}]}""",
            row);
        Assert.Equal(["today", "languages", "categories", "tags", "people", "findings", "moreFindings"], whole.RootElement.GetProperty("head").EnumerateObject().Select(one => one.Name));
    }

    [Fact]
    public void A_title_is_text_and_nothing_else()
    {
        _site.Write("input/articles/a/zh.md", "---\ntitle: '</script><script>alert(\"1\")</script>'\ndate: 2025-05-20\n---\n");
        using var whole = JsonDocument.Parse(Table().Whole());

        Assert.Equal("</script><script>alert(\"1\")</script>", whole.RootElement.GetProperty("rows")[0].GetProperty("pages")[0].GetProperty("title").GetString());
    }

    public void Dispose()
    {
        _folder.Dispose();
        _site.Dispose();
    }

    private ImmutableArray<DeskRow> Rows()
    {
        var site = _folder.Read().Desk;
        return [.. new DeskRows(site, new DeskFindings(site, DeskOptions.EditorLinkOf)).All()];
    }

    private DeskTable Table()
    {
        var site = _folder.Read().Desk;
        return DeskTable.Create(site, $"tag-{site.Revision}", DeskOptions.EditorLinkOf);
    }

    private static IEnumerable<string> Ids(JsonDocument document) =>
        document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!);
}
