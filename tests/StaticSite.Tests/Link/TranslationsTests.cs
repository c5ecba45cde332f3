using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class TranslationsTests
{
    [Fact]
    public void A_translation_takes_what_it_does_not_name_from_its_source_language()
    {
        var site = new SiteBuilder()
            .Category("kidney", "肾病", "Kidney disease").Tag("lupus", "狼疮", "Lupus").Person("li", "李", "Li")
            .Disclaimer("general", Zh, En).SiteReferences("choi2020")
            .Page("a", zh => zh.Date("2025-05-20").Category("kidney").Tags("lupus").Authors("li").Reviewed("li", "2025-06-01")
                .Disclaimers("general").References("choi2020").Cover("cover.png"), _ => { }, bundle => bundle.Files("cover.png", "cover.en.png"))
            .Clean();

        var page = site.Page("a", En);
        Assert.Equal(site.Page("a", Zh).Meta.Date, page.Meta.Date);
        Assert.Equal("kidney", page.Meta.Category);
        Assert.Equal(["lupus"], page.Meta.Tags.AsEnumerable());
        Assert.Equal(["li"], page.Meta.Authors.AsEnumerable());
        Assert.Equal(["li"], page.Meta.ReviewedBy.AsEnumerable());
        Assert.Equal(1, page.Meta.Reviewed?.Instant.Day);
        Assert.Equal(["general"], page.Meta.Disclaimers.AsEnumerable());
        Assert.Equal("choi2020", Assert.Single(page.References).Work.Id);
        Assert.Equal("cover.en.png", page.Cover?.File?.Name);
        Assert.Equal(Zh, page.Meta.SourceLanguage);
    }

    [Fact]
    public void A_translation_with_a_reviewer_of_its_own_takes_no_review_date()
    {
        var site = new SiteBuilder().Person("li", "李", "Li").Person("wu", "吴", "Wu")
            .Article("a", zh => zh.Reviewed("li", "2025-06-01"), en => en.With(file => file with { ReviewedBy = [new("wu", new("x", 0, 0))] }));

        Assert.Null(site.Link().Value.Page("a", En).Meta.Reviewed);
    }

    [Fact]
    public void What_both_name_and_differ_in_is_a_warning_for_each_key_with_the_other_place()
    {
        Assert.Equal(
            """
            input/articles/a/en.md: warning link/translation-differs: 'date' is '2025-05-21' here and '2025-05-20' in the source language.
              hint: Remove 'date' here, and it is taken from the source language.
              note input/articles/a/zh.md: '2025-05-20' stands here.
            input/articles/a/en.md: warning link/translation-differs: 'tags' is '[lupus]' here and '[lupus, kidney]' in the source language.
              hint: Remove 'tags' here, and it is taken from the source language.
              note input/articles/a/zh.md: '[lupus, kidney]' stands here.
            input/articles/a/en.md: warning link/translation-differs: 'authors' is '[wu, li]' here and '[li, wu]' in the source language.
              hint: Remove 'authors' here, and it is taken from the source language.
              note input/articles/a/zh.md: '[li, wu]' stands here.
            """,
            new SiteBuilder()
                .Tag("lupus", "狼疮", "Lupus").Tag("kidney", "肾", "Kidney").Person("li", "李", "Li").Person("wu", "吴", "Wu")
                .Article(
                    "a",
                    zh => zh.Date("2025-05-20").Tags("lupus", "kidney").Authors("li", "wu"),
                    en => en.Date("2025-05-21").Tags("lupus").Authors("wu", "li"))
                .Messages());
    }

    [Fact]
    public void The_same_tags_in_another_order_are_no_difference()
    {
        new SiteBuilder().Tag("a", "甲", "A").Tag("b", "乙", "B").Article("a", zh => zh.Tags("a", "b"), en => en.Tags("b", "a")).Clean();
    }

    [Fact]
    public void The_source_language_is_the_one_named_else_the_site_s_first_that_exists()
    {
        var site = new SiteBuilder()
            .Article("named", _ => { }, en => en.SourceLanguage("en"))
            .Article("first", _ => { }, _ => { })
            .Article("only", en: _ => { })
            .Clean();

        Assert.Equal(En, site.Page("named", Zh).Meta.SourceLanguage);
        Assert.Equal(Zh, site.Page("first", En).Meta.SourceLanguage);
        Assert.Equal(En, site.Page("only", En).Meta.SourceLanguage);
    }

    [Fact]
    public void A_source_language_without_a_file_is_a_warning()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: warning link/source-language-missing: The source language is 'en', and 'a' has no 'en.md'.
              hint: Add 'en.md', or name a language that exists.
            """,
            new SiteBuilder().Article("a", zh => zh.SourceLanguage("en")).Messages());
    }

    [Fact]
    public void Both_files_naming_another_source_language_is_a_warning()
    {
        Assert.StartsWith(
            "input/articles/a/en.md: warning link/translation-differs: 'source_language' is 'en' here and 'zh' in the source language.",
            new SiteBuilder().Article("a", zh => zh.SourceLanguage("zh"), en => en.SourceLanguage("en")).Messages(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Alternates_are_the_languages_that_are_published()
    {
        var site = new SiteBuilder()
            .Article("both", _ => { }, en => en.Slug("second"))
            .Article("draft", _ => { }, en => en.Draft())
            .Clean();

        Assert.Equal(["/zh/articles/both/", "/en/articles/second/"], site.Page("both", Zh).Alternates.Select(one => one.Url.Path));
        Assert.Equal(["zh"], site.Page("draft", Zh).Alternates.Select(one => one.Language.Language.Code));
    }

    [Fact]
    public void An_article_needs_a_date_in_its_source_language_at_least()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/date-missing: The article 'a' has no date.
              hint: Add a line such as 'date: 2025-05-20' to the front matter.
            """,
            new SiteBuilder()
                .Article("a", zh => zh.With(file => file with { Date = null }))
                .Article("b", _ => { }, en => en.With(file => file with { Date = null }))
                .Article("failed", en: en => en.With(file => file with { Date = null }), bundle: bundle => bundle.Failed("zh"))
                .Messages());
    }

    [Fact]
    public void An_update_before_the_date_is_a_warning_and_one_on_the_same_day_is_none()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: warning link/updated-before-date: 'updated' is 2025-05-19, which is before 'date', 2025-05-20.
              note input/articles/a/zh.md: The date stands here.
            """,
            new SiteBuilder()
                .Article("a", zh => zh.Updated("2025-05-19"))
                .Article("b", zh => zh.Date("2025-05-20 09:00").Updated("2025-05-20"))
                .Messages());
    }

    [Fact]
    public void The_description_is_the_author_s_else_the_summary()
    {
        var site = new SiteBuilder().Article("a", _ => { }, en => en.With(file => file with { Description = "Mine." })).Clean();

        Assert.Equal("Summary of a.", site.Page("a", Zh).Meta.Description);
        Assert.Equal("Mine.", site.Page("a", En).Meta.Description);
    }
}
