using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class DisclaimersTests
{
    [Fact]
    public void An_article_carries_the_site_s_the_category_s_and_its_own_in_this_order_and_each_once()
    {
        var site = new SiteBuilder()
            .Disclaimer("general", Zh, En).Disclaimer("cells", Zh, En).Disclaimer("own", Zh, En)
            .SiteDisclaimers("general").Category("kidney", "肾病", "Kidney", "cells", "general")
            .Article("a", zh => zh.Category("kidney").Disclaimers("own", "cells"), _ => { })
            .Page("about", zh => zh.Category("kidney").Disclaimers("own"))
            .Clean();

        Assert.Equal(["general", "cells", "own"], site.Page("a", En).Meta.Disclaimers.AsEnumerable());
        Assert.Equal(["own"], site.Page("about", Zh).Meta.Disclaimers.AsEnumerable());
    }

    [Fact]
    public void One_that_does_not_exist_is_an_error_where_it_is_named()
    {
        Assert.Equal(
            """
            input/site.yml: error link/disclaimer-not-found: No disclaimer is named 'genral'.
              hint: Did you mean 'general'?
            input/site.yml: error link/disclaimer-not-found: No disclaimer is named 'cells'.
              hint: Disclaimers stand in input/data/disclaimers.yml.
            input/articles/a/zh.md: error link/disclaimer-not-found: No disclaimer is named 'own'.
              hint: Disclaimers stand in input/data/disclaimers.yml.
            """,
            new SiteBuilder()
                .Disclaimer("general", Zh, En).SiteDisclaimers("genral").Category("kidney", "肾病", "Kidney", "cells")
                .Article("a", zh => zh.Category("kidney").Disclaimers("own"), _ => { })
                .Messages());
    }

    [Fact]
    public void One_without_a_text_in_the_page_s_language_is_an_error_at_the_page()
    {
        Assert.Equal(
            """
            input/articles/a/en.md: error link/disclaimer-without-text: The page must carry the disclaimer 'general', which has no text in 'en'.
              hint: Add 'en: …' to it.
              note input/data/disclaimers.yml: The disclaimer stands here.
              note input/site.yml: It is demanded here.
            """,
            new SiteBuilder().Disclaimer("general", Zh).Category("kidney", "肾病", "Kidney", "general").Article("a", zh => zh.Category("kidney"), _ => { }).Messages());
    }
}
