using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Csl;

public sealed class StyleTests
{
    [Fact]
    public void Broken_xml_is_reported_with_its_line()
    {
        var result = CslStyle.Parse("<style>\n  <info>\n</style>");

        Assert.Null(result.Style);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.True(diagnostic.IsError);
        Assert.Equal(3, diagnostic.Line);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var result = CslStyle.Parse("<!DOCTYPE style [<!ENTITY a \"b\">]><style><citation><layout><text value=\"&a;\"/></layout></citation></style>");

        Assert.Null(result.Style);
        Assert.True(Assert.Single(result.Diagnostics).IsError);
    }

    [Fact]
    public void A_dependent_style_names_its_parent()
    {
        var result = CslStyle.Parse("<style xmlns=\"http://purl.org/net/xbiblio/csl\"><info><link href=\"http://www.zotero.org/styles/apa\" rel=\"independent-parent\"/></info></style>");

        Assert.Null(result.Style);
        Assert.Contains("'http://www.zotero.org/styles/apa'", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_macro_that_calls_itself_is_found_with_the_way_it_takes()
    {
        var result = CslStyle.Parse(TestStyle.Xml(
            "<text macro=\"a\"/>",
            "<macro name=\"a\"><text macro=\"b\"/></macro>\n<macro name=\"b\"><group><text macro=\"a\"/></group></macro>"));

        Assert.Null(result.Style);
        Assert.Contains("a → b → a", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_that_double_at_every_step_are_refused()
    {
        var macros = "<macro name=\"m0\"><text value=\"x\"/></macro>" + string.Concat(
            Enumerable.Range(1, 60).Select(i => $"<macro name=\"m{i}\"><text macro=\"m{i - 1}\"/><text macro=\"m{i - 1}\"/></macro>"));
        var result = CslStyle.Parse(TestStyle.Xml("<text macro=\"m60\"/>", macros));

        Assert.Null(result.Style);
        Assert.Contains("too often", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_macros_is_refused()
    {
        var macros = "<macro name=\"m0\"><text value=\"x\"/></macro>" + string.Concat(
            Enumerable.Range(1, 5000).Select(i => $"<macro name=\"m{i}\"><text macro=\"m{i - 1}\"/></macro>"));
        var result = CslStyle.Parse(TestStyle.Xml("<text macro=\"m5000\"/>", macros));

        Assert.Null(result.Style);
    }

    [Fact]
    public void Elements_nested_too_deep_are_refused()
    {
        var result = CslStyle.Parse(TestStyle.Xml(string.Concat(Enumerable.Repeat("<group>", 10_000)) + string.Concat(Enumerable.Repeat("</group>", 10_000))));

        Assert.Null(result.Style);
    }

    [Fact]
    public void A_macro_that_does_not_exist_is_an_error_with_its_place()
    {
        var result = CslStyle.Parse(TestStyle.Xml("\n<text macro=\"nowhere\"/>", list: false));

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("No macro is named 'nowhere'.", diagnostic.Message);
        Assert.True(diagnostic.Line > 1);
    }

    [Fact]
    public void An_unknown_value_is_a_warning_and_the_style_works()
    {
        var result = CslStyle.Parse(TestStyle.Xml("<text variable=\"title\" font-style=\"slanted\"/>", list: false));

        Assert.NotNull(result.Style);
        Assert.Equal("'slanted' is no value of the attribute 'font-style'.", Assert.Single(result.Diagnostics).Message);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("-1e9")]
    [InlineData("2147483647")]
    public void A_number_that_cannot_be_is_a_warning(string number)
    {
        var result = CslStyle.Parse(TestStyle.Xml("<names variable=\"author\"><name et-al-min=\"" + number + "\" et-al-use-first=\"1\"/></names>", list: false));

        Assert.NotNull(result.Style);
        Assert.Single(result.Diagnostics);
    }
}
