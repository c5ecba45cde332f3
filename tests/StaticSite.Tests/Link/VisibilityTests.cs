using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class VisibilityTests
{
    [Theory]
    [InlineData(false, false, "now")]
    [InlineData(true, false, "draft now")]
    [InlineData(false, true, "future now")]
    public void Drafts_and_future_articles_are_built_only_when_asked_for(bool drafts, bool future, string expected)
    {
        var site = Three().Options(options => options with { Drafts = drafts, Future = future }).Clean();

        Assert.Equal(expected, string.Join(' ', site.Pages.Select(page => page.Page.Id.Bundle.Value).Order(StringComparer.Ordinal)));
        Assert.Equal(site.Pages.Length, site.Articles[Zh].Length);
    }

    [Fact]
    public void A_translation_waits_for_the_date_that_it_inherits()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Date("2026-01-02"), en => en.With(file => file with { Date = null })).Clean();

        Assert.Empty(site.Pages);
        Assert.Empty(site.Terms);
    }

    [Fact]
    public void Nothing_is_said_of_a_draft_s_mistakes_until_it_is_built()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Draft().Link("../nowhere/").Cite("x"), null, bundle => bundle.References("y"));

        site.Clean();
        Assert.Contains("link/page-not-found", site.Options(options => options with { Drafts = true }).Messages(), StringComparison.Ordinal);
    }

    private static SiteBuilder Three() => new SiteBuilder()
        .Article("now", zh => zh.Date("2026-01-01"))
        .Article("draft", zh => zh.Draft())
        .Article("future", zh => zh.Date("2026-01-01 00:01"));
}
