using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Csl;

public sealed class DocumentTests
{
    private const string Numeric = "<text variable=\"citation-number\"/>";

    private const string AuthorDate =
        "<group delimiter=\" \"><names variable=\"author\"><name form=\"short\"/></names><date variable=\"issued\"><date-part name=\"year\"/></date></group>";

    private static CiteCluster Cluster(params string[] ids) => new([.. ids.Select(id => new Cite(id))]);

    [Fact]
    public void Each_number_of_a_citation_is_a_run_of_its_own()
    {
        var style = TestStyle.Parse(TestStyle.Xml(Numeric).Replace("delimiter=\"; \"", "delimiter=\",\" prefix=\"[\" suffix=\"]\" vertical-align=\"sup\"", StringComparison.Ordinal));
        var citation = TestStyle.Format(style, [TestStyle.Book("a"), TestStyle.Book("b")], Cluster("a", "b")).Citations[0];

        Assert.Equal("<sup>[1,2]</sup>", citation.Html);
        Assert.Equal(
            [("<sup>[</sup>", null), ("<sup>1</sup>", 0), ("<sup>,</sup>", null), ("<sup>2</sup>", 1), ("<sup>]</sup>", null)],
            citation.Runs.Select(run => (run.Html, run.Cite)));
    }

    [Fact]
    public void Three_numbers_in_a_row_become_a_range_and_two_do_not()
    {
        var style = TestStyle.Parse(TestStyle.Xml(Numeric, citation: "collapse=\"citation-number\""));
        var items = "abcdef".Select(c => TestStyle.Book(c.ToString())).ToList();

        Assert.Equal("1–3; 5; 6", TestStyle.Format(style, items, Cluster("a", "b", "c", "e", "f")).Citations[0].Text);
    }

    [Fact]
    public void A_cite_of_an_unknown_work_is_a_question_mark()
    {
        Assert.Equal("<b>?</b>", TestStyle.Format(TestStyle.Parse(TestStyle.Xml(Numeric)), [], Cluster("nobody")).Citations[0].Html);
    }

    [Fact]
    public void Works_of_one_author_and_year_get_letters()
    {
        var style = TestStyle.Parse(TestStyle.Xml(AuthorDate, citation: "disambiguate-add-year-suffix=\"true\" collapse=\"year-suffix\" year-suffix-delimiter=\",\""));
        var items = "abc".Select(c => TestStyle.Book(c.ToString()).By(new Name("Doe", "Jane")).In(2000)).ToList();
        var document = TestStyle.Format(style, items, Cluster("a", "b"), Cluster("c"));

        Assert.Equal(["Doe 2000a,b", "Doe 2000c"], document.Citations.Select(citation => citation.Text));
        Assert.Equal(["Doe 2000a", "Doe 2000b", "Doe 2000c"], document.Bibliography!.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void Ibid_follows_the_same_work_at_once()
    {
        const string layout = "<choose><if position=\"ibid-with-locator\"><text value=\"ibid \"/><text variable=\"locator\"/></if><else-if position=\"ibid\"><text value=\"ibid\"/></else-if>"
            + "<else-if position=\"subsequent\"><text value=\"later\"/></else-if><else><text value=\"first\"/></else></choose>";
        var style = TestStyle.Parse(TestStyle.Xml(layout, style: "class=\"note\""));
        var document = TestStyle.Format(
            style,
            [TestStyle.Book("a"), TestStyle.Book("b")],
            new([new("a")], 1),
            new([new("a")], 2),
            new([new("a") { Locator = "7" }], 3),
            new([new("b")], 4),
            new([new("a")], 5));

        Assert.Equal(["first", "ibid", "ibid 7", "first", "later"], document.Citations.Select(citation => citation.Text));
    }

    [Fact]
    public void An_in_text_citation_of_a_numeric_style_names_the_author_before_the_number()
    {
        var style = TestStyle.Parse(TestStyle.Xml("<text variable=\"citation-number\" prefix=\"[\" suffix=\"]\"/>"));
        var item = TestStyle.Book("a").By(new Name("Choi", "A"), new Name("Lee", "B"), new Name("Kim", "C"));

        Assert.Equal("Choi et al. [1]", TestStyle.Format(style, [item], new CiteCluster([new("a") { Mode = CiteMode.InText }])).Citations[0].Text);
    }

    [Fact]
    public void Each_item_is_set_by_the_layout_and_the_terms_of_its_language()
    {
        const string names = "<names variable=\"author\"><name et-al-min=\"2\" et-al-use-first=\"1\"/></names>";
        var xml = TestStyle.Xml("").Replace(
            "<bibliography><layout></layout></bibliography>",
            $"<bibliography><layout locale=\"zh\" suffix=\"。\">{names}</layout><layout suffix=\".\">{names}</layout></bibliography>",
            StringComparison.Ordinal);
        var chinese = TestStyle.Book("zh", ("title", "内科学")).By(new Name("葛", "均波"), new Name("徐", "永健")) with { Language = "中文" };
        var untold = chinese with { Id = "untold", Language = null };
        var english = TestStyle.Book("en", ("title", "Medicine")).By(new Name("Fauci", "A"), new Name("Hauser", "S")) with { Language = "en" };
        var entries = TestStyle.Format(TestStyle.Parse(xml), [chinese, untold, english]).Bibliography!.Entries;

        Assert.Equal(["葛均波等。", "葛均波等。", "A Fauci et al."], entries.Select(entry => entry.Text));
    }

    [Fact]
    public void Chinese_names_are_sorted_by_their_sound()
    {
        var xml = TestStyle.Xml("<names variable=\"author\"/>").Replace("<bibliography>", "<bibliography><sort><key variable=\"author\"/></sort>", StringComparison.Ordinal);
        var items = "张三 李四 王五 安六".Split(' ').Select((name, i) => TestStyle.Book($"i{i}").By(new Name(name, null))).ToList();
        var entries = new CitationProcessor(TestStyle.Parse(xml), "zh-CN").Format(items, []).Bibliography!.Entries;

        Assert.Equal(["安六", "李四", "王五", "张三"], entries.Select(entry => entry.Text));
    }

    [Fact]
    public void An_entry_can_be_had_without_its_number()
    {
        var xml = TestStyle.Xml("<text variable=\"citation-number\" suffix=\". \"/><text variable=\"title\"/>").Replace("<bibliography>", "<bibliography second-field-align=\"flush\">", StringComparison.Ordinal);
        var entry = TestStyle.Format(TestStyle.Parse(xml), [TestStyle.Book("a", ("title", "A"))]).Bibliography!.Entries[0];

        Assert.Equal("<div class=\"csl-left-margin\">1. </div><div class=\"csl-right-inline\">A</div>", entry.Html);
        Assert.Equal("A", entry.HtmlWithoutNumber);
    }

    [Fact]
    public void Only_the_form_of_an_entry_that_is_asked_for_is_made()
    {
        var style = TestStyle.Parse(TestStyle.Xml("<text variable=\"citation-number\" suffix=\". \"/><text variable=\"title\"/>"));
        BibliographyEntry Entry(EntryForms forms) => new CitationProcessor(style).Format([TestStyle.Book("a", ("title", "A"))], [], forms).Bibliography!.Entries[0];

        Assert.Equal(new BibliographyEntry("a", 1, "1. A") { HtmlWithoutNumber = "A", HasNumber = true }, Entry(EntryForms.Both));
        Assert.Equal(new BibliographyEntry("a", 1, "1. A") { HtmlWithoutNumber = "", HasNumber = true }, Entry(EntryForms.Full));
        Assert.Equal(new BibliographyEntry("a", 1, "") { HtmlWithoutNumber = "A", HasNumber = true }, Entry(EntryForms.WithoutNumber));
    }

    [Fact]
    public void An_entry_without_a_number_is_the_same_in_both_forms()
    {
        var style = TestStyle.Parse(TestStyle.Xml("<text variable=\"title\"/>"));
        var entry = new CitationProcessor(style).Format([TestStyle.Book("a", ("title", "A"))], [], EntryForms.WithoutNumber).Bibliography!.Entries[0];

        Assert.Equal(("A", "A", false), (entry.Html, entry.HtmlWithoutNumber, entry.HasNumber));
    }

    [Fact]
    public void One_processor_cites_document_after_document()
    {
        var style = TestStyle.Parse(TestStyle.Xml("<group delimiter=\":\"><text variable=\"citation-number\"/><text variable=\"locator\"/></group>", citation: "collapse=\"citation-number\""));
        var processor = new CitationProcessor(style);
        string[] Texts(string ids, params CiteCluster[] clusters) =>
            [.. processor.Format([.. ids.Select(c => TestStyle.Book(c.ToString()))], clusters).Citations.Select(citation => citation.Text)];

        Assert.Equal(["1", "2", "1–3", "1"], Texts("abc", Cluster("a"), Cluster("b"), Cluster("a", "b", "c"), Cluster("a")));
        Assert.Equal(["1", "1:7", "see 1", "1", "?"], Texts("xb", Cluster("x"), new([new("x") { Locator = "7" }]), new([new("x") { Prefix = "see " }]), Cluster("x"), Cluster("nobody")));
    }

    [Theory]
    [InlineData("<text variable=\"citation-number\"/><text variable=\"title\"/>", "1A", "1B")]
    [InlineData("<text variable=\"citation-number\"/><choose><if type=\"book\"><text value=\"!\"/></if></choose>", "1!", "1")]
    [InlineData("<text variable=\"citation-number\"/><choose><if position=\"subsequent\"><text value=\"!\"/></if></choose>", "1", "1!")]
    public void A_number_with_anything_of_its_work_beside_it_is_not_taken_for_another(string layout, string first, string second)
    {
        var processor = new CitationProcessor(TestStyle.Parse(TestStyle.Xml(layout)));
        var one = processor.Format([TestStyle.Book("a", ("title", "A"))], [Cluster("a")]).Citations;
        var other = processor.Format([TestStyle.Book("b", ("title", "B")) with { Type = "report" }], [Cluster("b"), Cluster("b")]).Citations;

        Assert.Equal((first, second), (one[0].Text, other[1].Text));
    }

    [Fact]
    public void A_cite_that_shows_nothing_but_its_authors_vanishes_behind_another_of_the_same()
    {
        var style = TestStyle.Parse(TestStyle.Xml("<names variable=\"author\"/>", citation: "collapse=\"year-suffix\""));
        var items = "ab".Select(c => TestStyle.Book(c.ToString()).By(new Name("Doe", null))).ToList();

        Assert.Equal("Doe", TestStyle.Format(style, items, Cluster("a", "b")).Citations[0].Text);
    }
}
