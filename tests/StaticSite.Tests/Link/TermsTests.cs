using StaticSite.Model;

namespace StaticSite.Tests.Link;

public sealed class TermsTests
{
    [Fact]
    public void A_term_has_a_page_in_each_language_with_an_article_and_they_are_linked_to_each_other()
    {
        var site = new SiteBuilder()
            .Category("kidney", "肾病", "Kidney disease")
            .Tag("unused", "无", "Unused").Tag("lupus", "狼疮", "Lupus")
            .Article("old", zh => zh.Date("2024-01-01").Category("kidney"), en => en.Date("2024-01-01"))
            .Article("new", zh => zh.Category("kidney").Tags("lupus", "lupus"))
            .Clean();

        Assert.Equal(
            ["Category zh 肾病 /zh/categories/kidney/ new,old", "Category en Kidney disease /en/categories/kidney/ old", "Tag zh 狼疮 /zh/tags/lupus/ new"],
            site.Terms.Select(term => $"{term.Kind} {term.Language} {term.Name} {term.Url} {string.Join(',', term.Articles.Select(article => article.Id.Bundle))}"));
        Assert.Equal(["/zh/categories/kidney/", "/en/categories/kidney/"], site.Terms[1].Alternates.Select(one => one.Url.Path));
        Assert.Equal("/zh/tags/lupus/", Assert.Single(site.Terms[2].Alternates).Url.Path);
    }

    [Fact]
    public void A_person_s_page_lists_what_they_wrote_and_what_they_reviewed_once()
    {
        var site = new SiteBuilder().Person("li", "李", "Li")
            .Article("a", zh => zh.Authors("li").Reviewed("li", "2025-05-21"))
            .Article("b", zh => zh.Reviewed("li", "2025-05-21"))
            .Clean();

        var page = Assert.Single(site.Terms);
        Assert.Equal(TermKind.Person, page.Kind);
        Assert.Equal("/zh/people/li/", page.Url.Path);
        Assert.Equal(["a", "b"], page.Articles.Select(article => article.Id.Bundle.Value));
    }

    [Fact]
    public void A_term_that_is_not_named_is_one_warning_and_its_id_is_its_name()
    {
        var site = new SiteBuilder().Tag("lupus", "狼疮", "Lupus")
            .Article("a", zh => zh.Tags("lupsu").Category("zzz").Authors("nobody"), _ => { })
            .Article("b", zh => zh.Tags("lupsu"));

        Assert.Equal(
            """
            input/articles/a/zh.md: warning link/term-not-named: No category is named 'zzz'; the id serves as its name.
              hint: Name it in input/site.yml.
            input/articles/a/zh.md: warning link/term-not-named: No tag is named 'lupsu'; the id serves as its name.
              hint: Did you mean 'lupus'?
            input/articles/a/zh.md: warning link/term-not-named: No person is named 'nobody'; the id serves as its name.
              hint: Name it in input/data/people.yml.
            """,
            site.Messages());
        Assert.Contains(site.Link().Value.Terms, term => term is { Id: "lupsu", Name: "lupsu" });
    }

    [Fact]
    public void A_term_without_a_name_in_a_language_that_uses_it_is_a_warning_where_it_is_named()
    {
        var site = new SiteBuilder().Tag("lupus", "狼疮", null).Article("a", zh => zh.Tags("lupus"), _ => { }).Article("b", en: en => en.Tags("lupus"));

        Assert.Equal(
            """
            input/site.yml: warning link/term-without-name: The tag 'lupus' has no name in 'en'.
              hint: Add 'en: …' to its names.
              note input/articles/a/zh.md: It is used here.
            """,
            site.Messages());
        Assert.Contains(site.Link().Value.Terms, term => term is { Id: "lupus", Name: "狼疮", Language.Code: "en" });
    }
}
