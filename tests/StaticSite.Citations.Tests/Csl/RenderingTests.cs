namespace StaticSite.Citations.Tests.Csl;

public sealed class RenderingTests
{
    private static readonly Name Doe = new("Doe", "Jane Ann");

    [Fact]
    public void A_group_vanishes_where_all_its_variables_are_empty()
    {
        const string layout = "<text variable=\"title\"/><group prefix=\" (\" suffix=\")\"><text term=\"in\"/><text variable=\"container-title\"/></group>";

        Assert.Equal("A", TestStyle.Entry(layout, TestStyle.Book("a", ("title", "A"))));
    }

    [Theory]
    [InlineData("The <i>Helicobacter</i> story", "<i>The <span class=\"csl-no-italic\">Helicobacter</span> story</i>")]
    [InlineData("a < b & c", "<i>a &lt; b &amp; c</i>")]
    [InlineData("<script>alert(1)</script>", "<i>&lt;script&gt;alert(1)&lt;/script&gt;</i>")]
    [InlineData("<i>not closed", "<i>&lt;i&gt;not closed</i>")]
    [InlineData("CO<sub>2</sub>", "<i>CO<sub>2</sub></i>")]
    public void Markup_in_fields_flips_and_everything_else_is_text(string title, string html)
    {
        Assert.Equal(html, TestStyle.EntryHtml("<text variable=\"title\" font-style=\"italic\"/>", TestStyle.Book("a", ("title", title))));
    }

    [Fact]
    public void Quotes_alternate_and_take_punctuation_in_where_the_locale_wants_it()
    {
        const string layout = "<text variable=\"title\" quotes=\"true\" suffix=\".\"/>";
        var item = TestStyle.Book("a", ("title", "On \"truth\""));

        Assert.Equal("“On ‘truth.’”", TestStyle.Entry(layout, item));
        Assert.Equal("‘On “truth”’.", TestStyle.Entry(layout, item, "en-GB"));
    }

    [Theory]
    [InlineData("en", "The Origin of the Species: A Study")]
    [InlineData("de", "The origin of the species: a study")]
    public void Title_case_is_for_english_items(string language, string expected)
    {
        var item = TestStyle.Book("a", ("title", "The origin of the species: a study")) with { Language = language };

        Assert.Equal(expected, TestStyle.Entry("<text variable=\"title\" text-case=\"title\"/>", item));
    }

    [Theory]
    [InlineData("<name/>", "Jane Ann Doe")]
    [InlineData("<name initialize-with=\".\"/>", "J.A. Doe")]
    [InlineData("<name initialize-with=\"\" name-as-sort-order=\"all\" sort-separator=\" \"/>", "Doe JA")]
    [InlineData("<name form=\"short\"/>", "Doe")]
    public void Names_follow_their_options(string name, string expected)
    {
        Assert.Equal(expected, TestStyle.Entry($"<names variable=\"author\">{name}</names>", TestStyle.Book().By(Doe)));
    }

    [Fact]
    public void Chinese_names_stand_family_first_without_a_space()
    {
        var item = TestStyle.Book().By(new Name("朱", "清毅"), new Name("顾", "晓箭"));

        Assert.Equal("朱清毅, 顾晓箭", TestStyle.Entry("<names variable=\"author\"><name name-as-sort-order=\"all\" initialize-with=\".\"/></names>", item));
    }

    [Fact]
    public void Many_names_are_cut_and_the_last_may_follow_an_ellipsis()
    {
        var item = TestStyle.Book().By([.. "ABCDE".Select(c => new Name(c.ToString(), null))]);

        Assert.Equal("A, B, et al.", TestStyle.Entry("<names variable=\"author\"><name et-al-min=\"4\" et-al-use-first=\"2\"/></names>", item));
        Assert.Equal("A, B, … E", TestStyle.Entry("<names variable=\"author\"><name et-al-min=\"4\" et-al-use-first=\"2\" et-al-use-last=\"true\"/></names>", item));
    }

    [Theory]
    [InlineData("321-328", "minimal", "321–8")]
    [InlineData("321-28", "expanded", "321–328")]
    [InlineData("1496-1504", "chicago", "1496–1504")]
    [InlineData("101-108", "chicago", "101–8")]
    [InlineData("e12-e14", "minimal", "e12–4")]
    public void Page_ranges_take_the_form_of_the_style(string pages, string format, string expected)
    {
        var style = TestStyle.Parse(TestStyle.Xml("<text variable=\"page\"/>", style: $"class=\"in-text\" page-range-format=\"{format}\""));

        Assert.Equal(expected, TestStyle.Format(style, [TestStyle.Book("a", ("page", pages))]).Bibliography!.Entries[0].Text);
    }

    [Theory]
    [InlineData(new[] { 2004, 6, 3 }, "June 3, 2004")]
    [InlineData(new[] { 2004, 6 }, "June 2004")]
    [InlineData(new[] { 2004, 21 }, "Spring 2004")]
    [InlineData(new[] { -44 }, "44 BC")]
    public void Dates_take_the_form_of_the_locale(int[] date, string expected)
    {
        Assert.Equal(expected, TestStyle.Entry("<date variable=\"issued\" form=\"text\"/>", TestStyle.Book().In(date)));
    }

    [Theory]
    [InlineData("2", "ordinal", "2nd")]
    [InlineData("112", "ordinal", "112th")]
    [InlineData("3", "long-ordinal", "third")]
    [InlineData("14", "roman", "xiv")]
    [InlineData("2, 3", "ordinal", "2nd, 3rd")]
    [InlineData("2nd rev.", "ordinal", "2nd rev.")]
    [InlineData("99999999999999999999", "roman", "99999999999999999999")]
    public void Numbers_are_counted_only_where_they_are_numbers(string edition, string form, string expected)
    {
        Assert.Equal(expected, TestStyle.Entry($"<number variable=\"edition\" form=\"{form}\"/>", TestStyle.Book("a", ("edition", edition))));
    }
}
