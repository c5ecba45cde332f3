using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Citations.Formats.BibTex;
using StaticSite.Citations.Formats.Ris;

namespace StaticSite.Tests.Citations.Formats;

public sealed class WriterTests
{
    private static readonly Item s_article = Of("article-journal", "title=Safety of <i>H. pylori</i> & 5% CO<sub>2</sub>", "container-title=N Engl J Med", "volume=383", "issue=27", "page=2603-2615", "DOI=10.1056/NEJMoa_20", "PMID=33301246") with
    {
        Id = "polack2020",
        Language = "en-US",
        Names = Names("author", new Name("Polack", "Fernando P."), new Name("Veen", "P. H.") { NonDroppingParticle = "van der" }, new Name("Sodeman", "William A.") { Suffix = "Jr." }, new Name(null, null, "World Health Organization")),
        Dates = Dated(new ItemDate([[2020, 12, 31]])),
    };

    [Fact]
    public void A_work_is_written_as_bibtex() => Assert.Equal(
        """
        @article{polack2020,
          author = {Polack, Fernando P. and van der Veen, P. H. and Sodeman, Jr., William A. and {World Health Organization}},
          title = {Safety of \textit{H. pylori} \& 5\% CO\textsubscript{2}},
          journal = {N Engl J Med},
          volume = {383},
          number = {27},
          pages = {2603--2615},
          year = {2020},
          month = dec,
          day = {31},
          doi = {10.1056/NEJMoa_20},
          pmid = {33301246},
          language = {en-US}
        }

        """,
        BibTexWriter.Write(s_article));

    [Fact]
    public void A_work_is_written_as_ris() => Assert.Equal(
        """
        TY  - JOUR
        ID  - polack2020
        AU  - Polack, Fernando P.
        AU  - van der Veen, P. H.
        AU  - Sodeman, William A., Jr.
        AU  - World Health Organization
        TI  - Safety of H. pylori & 5% CO2
        VL  - 383
        DO  - 10.1056/NEJMoa_20
        T2  - N Engl J Med
        IS  - 27
        SP  - 2603
        EP  - 2615
        PY  - 2020
        DA  - 2020/12/31/
        AN  - 33301246
        DB  - PubMed
        LA  - en-US
        ER  - 

        """,
        RisWriter.Write(s_article).ReplaceLineEndings("\n"));

    public static TheoryData<string> Types => new(StaticSite.Citations.Formats.CslTypes.All.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void Bibtex_reads_back_as_the_type_that_was_written(string type)
    {
        AssertReadsBack(Of(type, "title=T", "URL=https://a.org/"));
        AssertReadsBack(Of(type, "title=T", "DOI=10.1000/1", "publisher=P"));
    }

    [Theory]
    [InlineData("article-journal", "abstract=A", "archive=jstor", "archive_location=12", "container-title=C", "container-title-short=S", "keyword=a, b", "note=N", "status=in press")]
    [InlineData("book", "ISBN=978-0-306-40615-7", "collection-number=3", "collection-title=S", "edition=2", "number-of-pages=300", "number-of-volumes=2", "publisher=P", "publisher-place=Berlin", "volume=1")]
    [InlineData("chapter", "chapter-number=4", "container-title=B", "page=e124", "title-short=T", "part-number=2", "call-number=X 1")]
    [InlineData("paper-conference", "container-title=B", "event-place=Paris", "event-title=E", "ISSN=0140-6736", "page=1-2, 5")]
    [InlineData("report", "genre=Guideline", "number=WHO/12", "publisher=WHO", "version=1.2", "original-title=O", "medium=CD")]
    [InlineData("thesis", "genre=博士学位论文", "publisher=北京大学数学学院", "publisher-place=北京")]
    [InlineData("article", "number=arXiv:1112.6136", "publisher=arXiv", "URL=https://doi.org/10.48550/arXiv.1112.6136", "DOI=10.48550/arXiv.1112.6136")]
    public void Bibtex_reads_back_as_the_fields_that_were_written(string type, params string[] fields) => AssertReadsBack(Of(type, fields));

    [Theory]
    [InlineData(@"100% & $5 #1 a_b ~x ^y {z} \w `q'")]
    [InlineData("a--b a---b ''c'' ``d'' 5'-UTR \"e\" ?`")]
    [InlineData("<i>In vitro</i> <b>b</b> x<sup>2</sup> y<sub>2</sub> <span class=\"nocase\">DNA</span> <span class=\"nocase\"><i>E. coli</i></span>")]
    [InlineData("<span style=\"font-variant:small-caps;\">ab</span> a < b > c <x> </i>")]
    [InlineData("中文“标题”—Über–naïve\u00A0x…😀")]
    [InlineData("@article{b, title = {no}}")]
    public void Texts_read_back_as_they_were(string title) => AssertReadsBack(Of("book", $"title={title}"));

    [Theory]
    [InlineData("<van der> Veen, P. H.")]
    [InlineData("van Gogh, Vincent")]
    [InlineData("de la Cruz and Sons, A, B")]
    public void Names_read_back_as_they_were(string family)
    {
        Name[] names =
        [
            new(family, "Given"), new("Family", "Given, and other"), new("Two Words", null), new(null, "Given"), new(null, null, "Institute, of A and B"), new("Plato", null), new("葛", "均波"),
            new("Ünal & Co", "{x}") { Suffix = "Jr." }, Name.Others,
        ];

        AssertReadsBack(Of("book", "title=T") with { Names = Names("author", names).SetItem("editor", [new Name("E", "F")]) });
    }

    [Fact]
    public void Dates_read_back_as_they_were()
    {
        ItemDate[] dates =
        [
            new([[2020]]), new([[2020, 5]]), new([[2020, 5, 12]]), new([[2019], [2020]]), new([[2020, 5, 12], [2020, 6, 1]]), new([[1850]]) { IsCirca = true },
            new([[2020]]) { Season = 2 }, new([], "in press"), new([[-44, 3, 15]]), new([[476]]), new([[2020, 21], [2020, 22]]),
        ];

        Assert.All(dates, date => AssertReadsBack(Of("book", "title=T") with { Dates = Dated(date).SetItem("accessed", new ItemDate([[2026, 3, 5]])) }));
    }

    [Theory]
    [InlineData("article-journal", "abstract=A", "container-title=C", "container-title-short=S", "DOI=10.1000/1", "ISSN=0140-6736", "issue=2", "keyword=a, b", "note=N", "page=1-9", "PMCID=PMC1", "PMID=1", "title=T", "URL=https://a.org/", "volume=3")]
    [InlineData("book", "collection-title=S", "edition=2", "ISBN=978-0-306-40615-7", "number-of-pages=300", "number-of-volumes=2", "publisher=P", "publisher-place=Berlin", "title=T", "title-short=t")]
    [InlineData("chapter", "collection-title=S", "container-title=B", "page=e124", "title=T")]
    [InlineData("paper-conference", "container-title=B", "event-title=E", "title=T")]
    [InlineData("report", "genre=Guideline", "number=WHO/12", "title=T")]
    [InlineData("thesis", "genre=博士学位论文", "publisher=北京大学", "title=T")]
    [InlineData("webpage", "container-title=WHO", "title=T", "URL=https://a.org/")]
    public void Ris_reads_back_as_it_was_written(string type, params string[] fields)
    {
        var item = Of(type, fields) with { Names = s_article.Names, Language = "zh-CN", Dates = Dated(new ItemDate([[2020, 5]])).SetItem("accessed", new ItemDate([[2026, 3, 5]])) };
        var reading = RisReader.Read(RisWriter.Write(item));

        Assert.Empty(reading.Problems);
        Assert.Equal(ItemText.Print(item), ItemText.Print(Assert.Single(reading.Items).Item));
    }

    [Fact]
    public void A_name_without_letters_is_no_obstacle() =>
        Assert.Contains("author = {Choi,}", BibTexWriter.Write(new Item("a", "book") { Names = ItemVariables.Empty<ImmutableArray<Name>>().SetItem("author", [new Name("Choi", "")]) }), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_bibtex_cannot_hold_is_made_one_that_it_can() => Assert.StartsWith("@book{ab中,", BibTexWriter.Write(new Item("a, {b}中", "book") with { PlainText = "x" }), StringComparison.Ordinal);

    [Fact]
    public void A_work_given_as_one_text_is_written_as_a_note()
    {
        var item = new Item("a", "document") { PlainText = "Zhu 50% 2007" };

        Assert.Contains("note = {Zhu 50\\% 2007}", BibTexWriter.Write(item), StringComparison.Ordinal);
        Assert.Contains("N1  - Zhu 50% 2007", RisWriter.Write(item), StringComparison.Ordinal);
    }

    private static void AssertReadsBack(Item item)
    {
        var written = BibTexWriter.Write(item);
        var reading = BibTexReader.Read(written);

        Assert.Empty(reading.Problems);
        Assert.Equal(ItemText.Print(item), ItemText.Print(Assert.Single(reading.Items).Item));
    }

    private static Item Of(string type, params string[] fields) => new("a", type)
    {
        Fields = ItemVariables.Of(fields.Select(field => field.Split('=', 2)).Select(field => KeyValuePair.Create(field[0], field[1]))),
    };

    private static VariableDictionary<ImmutableArray<Name>> Names(string role, params Name[] names) => ItemVariables.Empty<ImmutableArray<Name>>().SetItem(role, [.. names]);

    private static VariableDictionary<ItemDate> Dated(ItemDate issued) => ItemVariables.Empty<ItemDate>().SetItem("issued", issued);
}
