using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class SettingsLinksTests
{
    [Fact]
    public void The_menu_names_lists_and_pages()
    {
        new SiteBuilder()
            .Menu("articles", "categories", "tags", "people", "about", "failed")
            .Page("about", _ => { })
            .Page("failed", bundle: bundle => bundle.Failed("zh"))
            .Clean();
    }

    [Fact]
    public void A_menu_entry_that_is_neither_is_an_error_and_a_draft_a_warning()
    {
        Assert.Equal(
            """
            input/site.yml: error link/menu-entry-not-found: The menu names 'abuot', which is neither a list nor a page.
              hint: Did you mean 'about'?
            input/site.yml: error link/menu-entry-not-found: The menu names 'an-article', which is neither a list nor a page.
              hint: Name articles, categories, tags, people, or the folder of a page under input/pages.
            input/site.yml: warning link/page-not-published: 'draft' is a draft or lies in the future; this build does not publish it, and the link is left out.
            """,
            new SiteBuilder()
                .Menu("abuot", "an-article", "draft")
                .Page("about", _ => { }).Page("draft", zh => zh.Draft()).Article("an-article", _ => { })
                .Messages());
    }

    [Fact]
    public void The_publisher_s_qr_code_must_stand_in_static()
    {
        var site = new SiteBuilder().Static("/wechat.png").Settings(settings => settings with
        {
            Publisher = settings.Publisher with { WechatQr = new Located<string>("wechat.jpg", InSettings(1)) },
        });

        Assert.Equal(
            """
            input/site.yml: error link/static-file-not-found: There is no file 'wechat.jpg' in input/static.
              hint: Did you mean 'wechat.png'?
            """,
            site.Messages());
        site.Settings(settings => settings with
        {
            Publisher = settings.Publisher with { WechatQr = new Located<string>("wechat.png", InSettings(1)) },
        }).Clean();
    }
}
