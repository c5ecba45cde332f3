using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class ImagesTests
{
    [Fact]
    public void A_picture_is_the_language_s_own_where_there_is_one()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Image("survival.svg"), en => en.Image("survival.svg"), bundle => bundle.Files("survival.svg", "survival.zh.svg"))
            .Clean();

        Assert.Equal("survival.zh.svg", Picture(site, Zh).File?.Name);
        Assert.Equal("survival.svg", Picture(site, En).File?.Name);
        Assert.Null(Picture(site, Zh).Url);
        Assert.Empty(site.Assets);
    }

    [Fact]
    public void A_bitmap_is_copied_once_however_often_it_is_shown()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Image("figures/肾 1.PNG").Cover("figures/肾 1.PNG"), en => en.Image("figures/肾 1.PNG"), bundle => bundle.Files("figures/肾 1.PNG"))
            .Clean();

        Assert.Equal("/assets/肾-1.0123456789.png", Picture(site, Zh).Url?.Path);
        Assert.Equal(Picture(site, Zh).Url, site.Page("a", En).Cover?.Url);
        Assert.Equal("/assets/肾-1.0123456789.png", Assert.Single(site.Assets).Url.Path);
    }

    [Fact]
    public void A_picture_that_is_missing_of_another_type_or_elsewhere_is_an_error()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/file-not-found: 'a' has no file 'survial.svg'.
              hint: Did you mean 'survival.svg'?
            input/articles/a/zh.md: error link/file-not-found: 'a' has no file 'only.svg'.
              hint: Did you mean 'only.en.svg'?
            input/articles/a/zh.md: error link/not-a-picture: 'table.pdf' is not a picture that browsers show.
              hint: Use SVG, PNG, JPEG, GIF, WebP or AVIF.
            input/articles/a/zh.md: error link/outside-bundle: '../b/x.png' leads out of the bundle.
              hint: Put the picture into the bundle and write its file name.
            input/articles/a/zh.md: error link/file-not-found: 'a' has no file 'cover.png'.
            """,
            new SiteBuilder()
                .Article("a", zh => zh.Cover("cover.png").Image("survial.svg").Image("only.svg").Image("table.pdf").Image("../b/x.png"), null, bundle =>
                    bundle.Files("survival.svg", "only.en.svg", "table.pdf"))
                .Messages());
    }

    private static ImageTarget Picture(LinkedSite site, Language language) => site.Page("a", language).Targets.OfType<ImageTarget>().First();
}
