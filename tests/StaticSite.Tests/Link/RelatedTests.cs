using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class RelatedTests
{
    [Fact]
    public void Articles_are_related_to_those_of_their_topic()
    {
        var site = Topics(topics: 3, articles: 10).Clean();

        foreach (var page in site.Pages.Select(entry => entry.Link()))
        {
            var topic = page.Page.Id.Bundle.Value[..2];
            Assert.Equal(6, page.Related.Length);
            Assert.All(page.RelatedIds(), id => Assert.StartsWith(topic, id, StringComparison.Ordinal));
            Assert.DoesNotContain(page.Page.Id.Bundle.Value, page.RelatedIds());
        }
    }

    [Fact]
    public void The_same_site_in_another_order_has_the_same_relations()
    {
        var one = Topics(3, 10).Clean();
        var other = Topics(3, 10, reversed: true).Clean();

        Assert.All(one.Pages, page => Assert.Equal(page.Link().RelatedIds(), other.Page(page.Page.Id.Bundle.Value, Zh).RelatedIds()));
    }

    [Fact]
    public void A_shared_tag_relates_and_among_equals_the_newer_comes_first_then_the_id()
    {
        var site = new SiteBuilder().Tag("t", "标", "T").Tag("other", "他", "O")
            .Article("a", zh => zh.Tags("t"))
            .Article("c", zh => zh.Tags("t"))
            .Article("b", zh => zh.Tags("t"))
            .Article("z", zh => zh.Tags("t").Date("2025-06-01"))
            .Article("x", zh => zh.Tags("other"))
            .Clean();

        Assert.Equal(["z", "b", "c"], site.Page("a", Zh).RelatedIds());
    }

    [Fact]
    public void What_the_front_matter_names_comes_first_and_what_a_box_of_the_text_shows_is_left_out()
    {
        var site = new SiteBuilder().Tag("t", "标", "T")
            .Article("a", zh => zh.Tags("t").Related("c", "c").RelatedUrl("WHO", "https://who.int/").Link("../b/", inRelatedBox: true))
            .Article("b", zh => zh.Tags("t"))
            .Article("c", zh => zh.Tags("t"))
            .Article("d", zh => zh.Tags("t"))
            .Clean();

        Assert.Equal(["c", "https://who.int/", "d"], site.Page("a", Zh).RelatedIds());
        Assert.Equal("WHO", site.Page("a", Zh).Related[1].Title);
    }

    [Fact]
    public void A_page_named_by_hand_may_exist_in_another_language_only()
    {
        var site = new SiteBuilder().Article("a", _ => { }, en => en.Related("b")).Article("b", _ => { }).Clean();

        Assert.Equal("zh", Assert.Single(site.Page("a", En).Related).OtherLanguage?.Language.Code);
    }

    [Fact]
    public void Languages_and_pages_do_not_mix_with_the_articles_of_another()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Terms(1, 2), en => en.Terms(1, 2))
            .Article("b", zh => zh.Terms(1, 2))
            .Page("about", zh => zh.Terms(1, 2))
            .Clean();

        Assert.Equal(["b"], site.Page("a", Zh).RelatedIds());
        Assert.Empty(site.Page("a", En).Related);
        Assert.Empty(site.Page("about", Zh).Related);
    }

    [Fact]
    public void Entries_that_lead_nowhere_are_reported()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/related-not-found: 'related' names 'grpah', and no bundle has that name.
              hint: Did you mean 'graph'?
            input/articles/a/zh.md: warning link/page-not-published: 'draft' is a draft or lies in the future; this build does not publish it, and the link is left out.
            input/articles/a/zh.md: warning link/related-to-itself: 'related' of 'a' names 'a' itself.
              hint: Remove the entry.
            """,
            new SiteBuilder()
                .Article("a", zh => zh.Related("grpah", "draft", "a"))
                .Article("graph", _ => { }).Article("draft", zh => zh.Draft())
                .Messages());
    }

    [Fact]
    public void More_than_the_site_shows_is_a_warning()
    {
        var site = new SiteBuilder().Settings(settings => settings with { Related = 1 })
            .Article("a", zh => zh.Related("b", "c")).Article("b", _ => { }).Article("c", _ => { });

        Assert.Equal(
            """
            input/articles/a/zh.md: warning link/too-many-related: 'related' names 2 pages, and the site shows 1 at most.
              hint: Remove entries from here on, or raise 'related' in input/site.yml.
            """,
            site.Messages());
        Assert.Equal(["b"], site.Link().Value.Page("a", Zh).RelatedIds());
    }

    [Fact]
    public void Posting_lists_are_bounded_however_many_articles_a_topic_has()
    {
        var articles = Enumerable.Range(0, 3 * Similarity.LongestList).Select(i => Article($"a{i:000}", 1, 2, (ulong)(3 + (i % 7)))).ToImmutableArray();
        var similarity = new Similarity(TermVectors.Create(articles));

        Assert.Equal(Similarity.LongestList, similarity.Longest);
        Assert.Equal(6, similarity.Rank(articles.Length - 1, _ => true, 6).Length);
    }

    [Fact]
    public void One_ranking_leaves_nothing_behind_for_the_next()
    {
        var similarity = new Similarity(TermVectors.Create([Article("a", 1, 2), Article("b", 1, 3), Article("c", 2, 4), Article("d", 3, 4)]));
        var first = similarity.Rank(0, _ => true, 6);
        similarity.Rank(3, _ => true, 6);

        Assert.Equal([1, 2], first);
        Assert.Equal(first, similarity.Rank(0, _ => true, 6));
    }

    [Fact]
    public void Previous_is_the_next_older_and_next_the_next_newer_article_of_the_language()
    {
        var site = new SiteBuilder()
            .Article("old", zh => zh.Date("2024-01-01"), en => en.Date("2024-01-01"))
            .Article("b", _ => { })
            .Article("a", _ => { }, _ => { })
            .Page("about", _ => { })
            .Clean();

        Assert.Equal(["a", "b", "old"], site.Articles[Zh].Select(article => article.Id.Bundle.Value));
        Assert.Equal(("old", "a"), Around(site.Page("b", Zh)));
        Assert.Equal(("old", null), Around(site.Page("a", En)));
        Assert.Equal((null, "a"), Around(site.Page("old", En)));
        Assert.Equal((null, null), Around(site.Page("about", Zh)));
    }

    private static (string? Previous, string? Next) Around(LinkedPage page) => (page.Previous?.Id.Bundle.Value, page.Next?.Id.Bundle.Value);

    /// <summary>Articles share half of their terms with their topic and a few with the whole site.</summary>
    private static SiteBuilder Topics(int topics, int articles, bool reversed = false)
    {
        var site = new SiteBuilder();
        var all = Enumerable.Range(0, topics * articles).Select(i => (Topic: i % topics, Number: i / topics));
        foreach (var (topic, number) in reversed ? all.Reverse() : all)
        {
            ulong[] ofTopic = [.. Enumerable.Range(0, 10).Select(i => (ulong)((100 * (topic + 1)) + ((i + number) % 15)))];
            ulong[] ofSite = [.. Enumerable.Range(0, 10).Select(i => (ulong)(10_000 + ((number + i) % 12)))];
            site.Article($"t{topic}-{number:00}", zh => zh.Terms([.. ofTopic, .. ofSite]));
        }

        return site;
    }

    private static ArticleTerms Article(string id, params ulong[] terms)
    {
        var page = new PageBuilder(new(id), BundleKind.Article, id, "zh").Terms(terms).Build();
        return new(new(page.Id, page.Kind, new($"/zh/{id}/"), id, "", null, null, [], id), page.Terms);
    }
}
