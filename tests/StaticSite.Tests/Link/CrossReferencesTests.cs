using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class CrossReferencesTests
{
    [Fact]
    public void Ids_and_plain_words_lead_to_the_figure_table_or_section()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh
                .Numbered(CrossReferenceKind.Figure, "fig-survival", "1")
                .Numbered(CrossReferenceKind.Figure, "fig-sledai", "2")
                .Numbered(CrossReferenceKind.Table, "tbl-events", "1")
                .Numbered(CrossReferenceKind.Section, "sec-background", "2.1")
                .Refer(CrossReferenceKind.Figure, "fig-sledai")
                .Refer(CrossReferenceKind.Section, "sec-background")
                .Words(CrossReferenceKind.Table, "1", "表1")
                .Words(CrossReferenceKind.Figure, "2a", "图2a"))
            .Clean();

        Assert.Equal<Target>(
            [
                new CrossReferenceTarget(CrossReferenceKind.Figure, "fig-sledai", "2"),
                new CrossReferenceTarget(CrossReferenceKind.Section, "sec-background", "2.1"),
                new CrossReferenceTarget(CrossReferenceKind.Table, "tbl-events", "1"),
                new CrossReferenceTarget(CrossReferenceKind.Figure, "fig-sledai", "2a"),
            ],
            site.Page("a", Zh).Targets);
    }

    [Fact]
    public void An_unknown_id_is_an_error_and_a_number_too_many_a_warning()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/cross-reference-not-found: The page has no figure named 'fig-survial'.
              hint: Did you mean '@fig-survival'?
            input/articles/a/zh.md: error link/cross-reference-not-found: The page has no table named 'tbl-x'.
              hint: Name it with '{#tbl-x}'.
            input/articles/a/zh.md: warning link/number-not-found: '图3' points at no figure of this page, which has one.
              hint: Mend the number, or name the figure or table by its id, for example '@fig-id'.
            input/articles/a/zh.md: warning link/number-not-found: 'Table 1' points at no table of this page, which has none.
              hint: Mend the number, or name the figure or table by its id, for example '@fig-id'.
            """,
            new SiteBuilder()
                .Article("a", zh => zh
                    .Numbered(CrossReferenceKind.Figure, "fig-survival", "1")
                    .Refer(CrossReferenceKind.Figure, "fig-survial")
                    .Refer(CrossReferenceKind.Table, "tbl-x")
                    .Words(CrossReferenceKind.Figure, "3", "图3")
                    .Words(CrossReferenceKind.Table, "1", "Table 1"))
                .Messages());
    }
}
