using StaticSite.Citations;

namespace StaticSite.Tests.Citations;

public sealed class DocumentFormatterTests
{
    private static readonly Item s_choi = (Works.Titled("Safety") with { Id = "choi" }).By(("Choi", "CB"), ("Lee", "TY"), ("Bae", "SC"));
    private static readonly Item s_zhu = (Works.Titled("移植") with { Id = "zhu" }).By(("朱", "清毅"), ("顾", "晓箭"), ("殷", "立平"));
    private static readonly Item s_nobody = Works.Titled("Anonymous") with { Id = "nobody" };

    [Fact]
    public void A_citation_is_the_number_of_its_work_in_the_list()
    {
        Assert.Equal("[{2}]", Format("en", new ClusterCite(s_zhu)));
        Assert.Equal("[{1}, {3}]", Format("en", new(s_choi), new(s_nobody)));
        Assert.Equal("[{1}]", Format("en", new ClusterCite(s_choi, CitationMode.SuppressAuthor)));
    }

    [Fact]
    public void Each_number_leads_to_its_own_cite()
    {
        var parts = Document("en", new(s_choi, Prefix: "see"), new(s_nobody)).Citations[0];

        Assert.Equal(["1 0", "3 1"], parts.Where(part => part.Cite is not null).Select(part => $"{part.Html} {part.Cite}"));
    }

    [Fact]
    public void Prefix_locator_and_suffix_stand_around_the_number_escaped()
    {
        Assert.Equal(
            "[see &lt;b&gt; {1}, p. 3, and elsewhere; {2}]",
            Format("en", new(s_choi, Prefix: "see <b> ", Locator: "p. 3", Suffix: ", and elsewhere"), new(s_zhu)));
        Assert.Equal("[参见{2}，第3页]", Format("zh", new ClusterCite(s_zhu, Prefix: "参见", Suffix: "，第3页")));
        Assert.Equal("[{1} passim]", Format("en", new ClusterCite(s_choi, Suffix: "passim")));
    }

    [Fact]
    public void In_running_text_the_author_stands_before_the_number()
    {
        Assert.Equal("Choi et al. [{1}]", Format("en", new ClusterCite(s_choi, CitationMode.InText)));
        Assert.Equal("朱清毅等[{2}]", Format("zh", new ClusterCite(s_zhu, CitationMode.InText)));
        Assert.Equal("Choi等[{1}, p. 3]", Format("zh", new ClusterCite(s_choi, CitationMode.InText, Locator: "p. 3")));
        Assert.Equal("[{3}]", Format("en", new ClusterCite(s_nobody, CitationMode.InText)));
    }

    [Theory]
    [InlineData("en", "Choi and van der Berg [{1}]")]
    [InlineData("zh", "Choi和van der Berg [{1}]")]
    public void Two_authors_are_both_named(string language, string expected)
    {
        var two = (Works.Titled("T") with { Id = "choi" }).By(new Name("Choi", "CB"), new Name("Berg", "A") { NonDroppingParticle = "van der" });

        Assert.Equal(expected, Format(language, new ClusterCite(two, CitationMode.InText)));
    }

    [Fact]
    public void A_work_that_does_not_exist_or_is_not_listed_is_a_question_mark_without_a_link()
    {
        Assert.Equal("[?, ?]", Format("en", new(null), new(new Item("unlisted", "book"))));
    }

    [Fact]
    public void Entries_follow_the_order_of_the_list()
    {
        Assert.Equal(["Choi CB, Lee TY, Bae SC. Safety.", "<span lang=\"zh\">朱清毅，顾晓箭，殷立平。移植。</span>", "Anonymous."], Document("en").Entries.AsEnumerable());
    }

    private static string Format(string language, params ClusterCite[] cites) =>
        string.Concat(Document(language, cites).Citations[0].Select(part => part.Cite is null ? part.Html : $"{{{part.Html}}}"));

    private static FormattedDocument Document(string language, params ClusterCite[] cites) =>
        DocumentFormatter.Format([new Cluster([.. cites])], [s_choi, s_zhu, s_nobody], language);
}
