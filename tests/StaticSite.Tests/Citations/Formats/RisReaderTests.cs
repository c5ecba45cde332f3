using StaticSite.Citations.Formats;
using StaticSite.Citations.Formats.Ris;

namespace StaticSite.Tests.Citations.Formats;

public sealed class RisReaderTests
{
    [Theory]
    [InlineData("JOUR", "article-journal")]
    [InlineData("EJOUR", "article-journal")]
    [InlineData("MGZN", "article-magazine")]
    [InlineData("NEWS", "article-newspaper")]
    [InlineData("BOOK", "book")]
    [InlineData("CHAP", "chapter")]
    [InlineData("CPAPER", "paper-conference")]
    [InlineData("CONF", "paper-conference")]
    [InlineData("RPRT", "report")]
    [InlineData("THES", "thesis")]
    [InlineData("ELEC", "webpage")]
    [InlineData("WEB", "webpage")]
    [InlineData("PAT", "patent")]
    [InlineData("DATA", "dataset")]
    [InlineData("COMP", "software")]
    [InlineData("STAND", "standard")]
    [InlineData("UNPB", "manuscript")]
    [InlineData("GEN", "document")]
    public void A_type_has_its_csl_type(string type, string csl) => Assert.Equal($"{csl} a", Read(type));

    [Fact]
    public void A_pubmed_record_is_read_whole() => Assert.Equal(
        "article-journal a [en] | author=Polack, F. P.; <van der> Veen, P. H.; Sodeman, William A., +Jr.; \"World Health Organization\""
        + " | accessed=2026-03-05 | issued=2020-12-31 | DOI=10.1056/NEJMoa2034577 | ISSN=1533-4406 (Electronic) 0028-4793 (Print) | PMCID=PMC7745181 | PMID=33301246"
        + " | URL=https://www.nejm.org/doi/10.1056/NEJMoa2034577 | abstract=First line second line | container-title=The New England journal of medicine | container-title-short=N Engl J Med"
        + " | issue=27 | keyword=Vaccines, COVID-19 | page=2603-2615 | title=Safety | volume=383",
        Read("""
            JOUR
            AU  - Polack, F. P.
            AU  - van der Veen, P. H.
            AU  - Sodeman, William A., Jr.
            AU  - World Health Organization
            T1  - Safety
            JF  - The New England journal of medicine
            JA  - N Engl J Med
            PY  - 2020
            DA  - 2020/12/31/
            Y2  - 2026/03/05/
            VL  - 383
            IS  - 27
            SP  - 2603
            EP  - 2615
            SN  - 1533-4406 (Electronic) 0028-4793 (Print)
            DO  - 10.1056/NEJMoa2034577
            UR  - https://www.nejm.org/doi/10.1056/NEJMoa2034577
            AN  - 33301246
            DB  - PubMed
            C2  - PMC7745181
            LA  - eng
            KW  - Vaccines
            KW  - COVID-19
            AB  - First line
            second line
            """));

    [Theory]
    [InlineData("CHAP\nA1  - A, B\nA2  - C, D\nA3  - E, F\nTI  - T\nT2  - Book\nT3  - Series", "chapter a | author=A, B | collection-editor=E, F | editor=C, D | collection-title=Series | container-title=Book | title=T")]
    [InlineData("BOOK\nBT  - T\nT2  - Series\nSN  - 978-0-306-40615-7\nSP  - 300\nET  - 2nd\nCY  - Berlin\nPB  - P", "book a | ISBN=978-0-306-40615-7 | collection-title=Series | edition=2 | number-of-pages=300 | publisher=P | publisher-place=Berlin | title=T")]
    [InlineData("EDBOOK\nAU  - A, B", "book a | editor=A, B")]
    [InlineData("RPRT\nSN  - WHO/12\nM3  - Guideline", "report a | genre=Guideline | number=WHO/12")]
    [InlineData("CPAPER\nT2  - EuroGP 2002\nC3  - Proceedings", "paper-conference a | container-title=Proceedings | event-title=EuroGP 2002")]
    [InlineData("JOUR\nM3  - doi: 10.1000/182", "article-journal a | DOI=10.1000/182")]
    [InlineData("JOUR\nSP  - e124\nJO  - PLoS Med", "article-journal a | container-title=PLoS Med | page=e124")]
    [InlineData("JOUR\nSP  - 112-118", "article-journal a | page=112-118")]
    [InlineData("JOUR\nT2  - Full Name\nJ2  - Short", "article-journal a | container-title=Full Name | container-title-short=Short")]
    [InlineData("JOUR\nAU  - 葛均波\nAU  - 徐, 永健\nLA  - 中文", "article-journal a [zh] | author=葛均波; 徐, 永健")]
    [InlineData("INPR", "article-journal a | status=in press")]
    public void Tags_mean_what_their_type_makes_of_them(string record, string item) => Assert.Equal(item, Read(record));

    [Theory]
    [InlineData("2020", "2020")]
    [InlineData("2020///", "2020")]
    [InlineData("2020/05//", "2020-05")]
    [InlineData("2020/05/12", "2020-05-12")]
    [InlineData("2020/05/12/Spring", "2020-05-12")]
    [InlineData("2020///Spring", "2020-21")]
    [InlineData("2020/00/00", "2020")]
    [InlineData("2020-05-12", "2020-05-12")]
    [InlineData("May 2020", "2020-05")]
    [InlineData("2020 May 12", "2020-05-12")]
    [InlineData("12 May 2020", "2020-05-12")]
    [InlineData("2020 Jul-Aug", "2020-07")]
    public void Dates_are_read_in_every_form(string written, string date) => Assert.Equal($"book a | issued={date}", Read($"BOOK\nPY  - {written}"));

    [Fact]
    public void Records_without_an_id_are_called_by_author_and_year()
    {
        var reading = RisReader.Read("""
            TY  - JOUR
            AU  - Pérez Marc, G.
            PY  - 2020
            ER  -
            TY  - JOUR
            AU  - Perez-Marc, H.
            PY  - 2020
            ER  -
            TY  - JOUR
            ID  - perezmarc2020a
            ER  -
            TY  - JOUR
            AU  - Pérez Marc, G.
            PY  - 2020
            ER  -
            TY  - JOUR
            AU  - 于, 潇
            PY  - 2012
            ER  -
            TY  - GEN
            TI  - Only a Title
            ER  -
            TY  - GEN
            ER  -
            """);

        Assert.Equal(["perezmarc2020", "perezmarc2020b", "perezmarc2020a", "perezmarc2020c", "于2012", "onlyatitle", "ref"], reading.Items.Select(item => item.Item.Id));
        Assert.All(reading.Problems, problem => Assert.Equal(ProblemCodes.RisKeyMade, problem.Code));
    }

    [Fact]
    public void Lines_of_the_exporting_program_and_other_line_ends_do_no_harm()
    {
        var reading = RisReader.Read("\uFEFFProvider: Somebody\r\nContent: text/plain\r\n\r\nTY  - BOOK\r\nID  - a\r\nTI - T\r\nXX  - y\r\nER  -\r\n\r\n");

        Assert.Equal("book a | title=T", ItemText.Print(Assert.Single(reading.Items).Item));
        Assert.Empty(reading.Problems);
    }

    private static string Read(string record)
    {
        var reading = RisReader.Read($"TY  - {record}\nID  - a\nER  - \n");
        Assert.Empty(reading.Problems);
        return ItemText.Print(Assert.Single(reading.Items).Item);
    }
}
