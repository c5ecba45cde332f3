using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class FreshnessTests
{
    private const string Then = "## 甲\n\n一。\n\n## 乙\n\n二。\n";
    private const string Now = "## 甲\n\n一。\n\n## 乙\n\n二，改。\n";

    [Fact]
    public void Each_language_but_the_source_has_one_state()
    {
        var site = new SiteBuilder()
            .Article("confirmed", zh => zh.Text(Now), _ => { }, bundle => bundle.Accepted("en", "2025-06-01", Now))
            .Article("outdated", zh => zh.Text(Now), _ => { }, bundle => bundle.Accepted("en", "2025-06-01", Then))
            .Article("unconfirmed", zh => zh.Text(Now), _ => { })
            .Article("missing", zh => zh.Text(Now))
            .Article("alone", zh => zh.With(file => file with { Translate = false }))
            .Article("from-english", en: _ => { })
            .Article("unreadable", _ => { }, bundle: bundle => bundle.Failed("en"))
            .Clean(Severity.Info);

        Assert.Equal(
            [
                ("confirmed/en", TranslationStatus.UpToDate), ("outdated/en", TranslationStatus.Outdated), ("unconfirmed/en", TranslationStatus.Unconfirmed),
                ("missing/en", TranslationStatus.Missing), ("alone/en", TranslationStatus.NotWanted), ("from-english/zh", TranslationStatus.Missing),
            ],
            site.Translations.Select(state => (state.Id.ToString(), state.Status)));
    }

    [Fact]
    public void Editors_are_told_of_what_changed_and_where()
    {
        var found = Assert.Single(new SiteBuilder().Article("a", zh => zh.Text(Now), _ => { }, bundle => bundle.Accepted("en", "2025-06-01", Then)).Link().Diagnostics);

        Assert.Equal(("link/translation-outdated", Severity.Info, "input/articles/a/en.md"), (found.Code, found.Severity, found.Where.Path));
        Assert.Equal("1 section of the source has changed since 2025-06-01.", found.Message);
        var note = Assert.Single(found.Notes);
        Assert.Equal(("input/articles/a/zh.md", Now.IndexOf("## 乙", StringComparison.Ordinal), "The section '乙' has changed."), (note.Where.Path, note.Where.Start, note.Message));
    }

    [Fact]
    public void A_title_of_other_words_is_a_change()
    {
        var state = State(zh => zh.Text(Then).Title("另一个"), bundle => bundle.Accepted("en", "2025-06-01", Then));

        Assert.Equal("_title", Assert.Single(state.Sections).Change.Section.Id);
    }

    [Theory]
    [InlineData(null, null, "2025-06-01", null)]
    [InlineData("2025-07-01", null, "2025-07-01", "2025-07-01")]
    [InlineData("2025-05-30", null, "2025-05-30", "2025-05-30")]
    [InlineData("2025-05-30", "2025-05-30", "2025-06-01", null)]
    [InlineData("2025-07-01", "2025-05-30", "2025-07-01", "2025-07-01")]
    public void Since_when_is_what_the_author_states_anew_else_the_day_of_acceptance(string? updated, string? before, string since, string? revised)
    {
        var state = State(
            zh => (updated is null ? zh : zh.Updated(updated)).Date("2025-01-01").Text(Now),
            bundle => bundle.Accepted("en", "2025-06-01", Then, text => text with { SourceUpdated = before is null ? null : PageBuilder.Parse(before) }));

        Assert.Equal(since, state.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(revised, state.Revised?.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_section_that_was_accepted_later_is_outdated_since_then()
    {
        var later = ImmutableDictionary<string, DateOnly>.Empty.Add("乙", new(2025, 8, 1));
        var state = State(
            zh => zh.Updated("2025-07-01").Text("## 甲\n\n改。\n\n## 乙\n\n改。\n"),
            bundle => bundle.Accepted("en", "2025-06-01", Then, text => text with { LaterDates = later }));

        Assert.Equal([new(2025, 7, 1), new(2025, 8, 1)], state.Sections.Select(section => section.Since));
        Assert.Equal(new DateOnly(2025, 7, 1), state.Since);
    }

    [Fact]
    public void A_text_that_was_accepted_in_another_source_language_says_nothing() =>
        Assert.Equal(TranslationStatus.Unconfirmed, State(zh => zh.Text(Now), bundle => bundle.Accepted("en", "2025-06-01", Then, text => text with { Source = new("de") })).Status);

    [Fact]
    public void Readers_of_the_translation_are_told_and_those_of_the_original_are_not()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Text(Now).Updated("2025-07-01"), _ => { }, bundle => bundle.Accepted("en", "2025-06-01", Then)).Clean(Severity.Info);

        Assert.Null(site.Page("a", Zh).Outdated);
        Assert.Equal(("/zh/articles/a/", 7), (site.Page("a", En).Outdated?.Source.Url.Path, site.Page("a", En).Outdated?.Date?.Instant.Month));
    }

    [Fact]
    public void Nobody_is_told_of_an_original_that_is_not_published()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Text(Now).Draft(), _ => { }, bundle => bundle.Accepted("en", "2025-06-01", Then)).Clean(Severity.Info);

        Assert.Null(site.Page("a", En).Outdated);
    }

    [Fact]
    public void A_draft_is_listed_and_not_reported()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Text(Now), en => en.Draft(), bundle => bundle.Accepted("en", "2025-06-01", Then)).Clean();

        Assert.Equal((TranslationStatus.Outdated, true), (site.Translations[0].Status, site.Translations[0].IsDraft));
    }

    [Fact]
    public void An_accepted_text_without_a_translation_is_a_warning() => Assert.Equal(
        """
        input/articles/a/.accepted/en.md: warning link/accepted-without-translation: This is what the translation 'en.md' was made from, and there is no such translation.
          hint: Remove it.
        input/articles/b/.accepted/zh.md: warning link/accepted-without-translation: This is what the translation 'zh.md' was made from, and there is no such translation.
          hint: Remove it.
        """,
        new SiteBuilder()
            .Article("a", zh => zh.Text(Now), bundle: bundle => bundle.Accepted("en", "2025-06-01", Now))
            .Article("b", zh => zh.Text(Now), _ => { }, bundle => bundle.Accepted("zh", "2025-06-01", Now))
            .Article("failed", zh => zh.Text(Now), bundle: bundle => bundle.Accepted("en", "2025-06-01", Now).Failed("en"))
            .Messages());

    private static TranslationState State(Action<PageBuilder> zh, Action<BundleBuilder> bundle) =>
        Assert.Single(new SiteBuilder().Article("a", zh, _ => { }, bundle).Link().Value.Translations);
}
