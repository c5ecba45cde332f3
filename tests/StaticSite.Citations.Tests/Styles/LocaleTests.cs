using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Styles;

/// <summary>The locales of the library.</summary>
public class LocaleTests
{
    public static TheoryData<string> Tags =>
        [.. StyleFiles.EmbeddedNames("Locales").Order(StringComparer.Ordinal).Select(name => name["Locales/locales-".Length..^".xml".Length])];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_locale_is_read_without_complaint_and_says_its_own_language(string tag)
    {
        var (locale, diagnostics) = CslLocale.Parse(StyleFiles.Embedded($"Locales/locales-{tag}.xml"));

        Assert.Empty(diagnostics);
        Assert.Equal(tag, locale!.Language);
        Assert.Same(LocaleSource.Embedded.Find(tag), LocaleSource.Embedded.Find(tag));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_locale_has_the_words_that_most_styles_print(string tag)
    {
        string[] words =
        [
            "and", "et-al", "accessed", "in", "ibid", "no date", "open-quote", "close-quote", "page-range-delimiter", "ordinal",
            "page", "volume", "issue", "chapter", "edition", "editor", "translator", "long-ordinal-01", "long-ordinal-10",
            "season-01", "season-04", .. Enumerable.Range(1, 12).Select(month => $"month-{month:00}"),
        ];
        var file = StyleFiles.Embedded($"Locales/locales-{tag}.xml");

        Assert.All(words, word => Assert.Contains($"<term name=\"{word}\"", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US", "April 10, 1998", "04/10/1998")]
    [InlineData("en-GB", "10 April 1998", "10/04/1998")]
    [InlineData("zh-CN", "1998年4月10日", "1998-04-10")]
    [InlineData("zh-TW", "1998年4月10日", "1998/04/10")]
    [InlineData("ja-JP", "1998年4月10日", "1998/04/10")]
    [InlineData("ko-KR", "1998년 4월 10일", "1998/04/10")]
    [InlineData("de-DE", "10. April 1998", "10.04.1998")]
    [InlineData("fr-FR", "10 avril 1998", "10/04/1998")]
    [InlineData("es-ES", "10 de abril de 1998", "10/04/1998")]
    [InlineData("pt-PT", "10 de abril de 1998", "10/04/1998")]
    [InlineData("it-IT", "10 aprile 1998", "10/04/1998")]
    [InlineData("nl-NL", "10 april 1998", "10-4-1998")]
    [InlineData("pl-PL", "10 kwiecień 1998", "10.04.1998")]
    [InlineData("ro-RO", "10 aprilie 1998", "10.04.1998")]
    [InlineData("sv-SE", "10 april 1998", "1998-04-10")]
    [InlineData("sr-RS", "10. април 1998.", "1998-04-10")]
    [InlineData("hu-HU", "1998. április 10.", "1998.04.10.")]
    public void A_date_is_printed_as_the_language_writes_it(string tag, string text, string numeric)
    {
        Assert.Equal(text, Printed(tag, "<date variable='issued' form='text'/>"));
        Assert.Equal(numeric, Printed(tag, "<date variable='issued' form='numeric'/>"));
    }

    [Theory]
    [InlineData("en-US", "2nd ed.")]
    [InlineData("fr-FR", "2ᵉ éd.")]
    [InlineData("de-DE", "2. Aufl.")]
    [InlineData("es-ES", "2.ª ed.")]
    [InlineData("nl-NL", "2e ed.")]
    [InlineData("zh-CN", "2 版")]
    public void An_edition_is_counted_as_the_language_counts(string tag, string expected)
    {
        const string edition = "<group delimiter=' '><number variable='edition' form='ordinal'/><text term='edition' form='short'/></group>";

        Assert.Equal(expected, Printed(tag, edition));
    }

    private static string Printed(string tag, string element)
    {
        var style = CslStyle.Parse(
            $"""
            <style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="{tag}">
              <info><id>test</id><title>test</title><updated>2020-01-01T00:00:00Z</updated></info>
              <citation><layout>{element}</layout></citation>
            </style>
            """).Style!;
        var items = StyleFiles.Items("""[{ "id": "a", "type": "book", "edition": "2", "issued": { "date-parts": [[1998, 4, 10]] } }]""");
        return new CitationProcessor(style).Format(items, [new([new("a")])]).Citations[0].Text;
    }
}
