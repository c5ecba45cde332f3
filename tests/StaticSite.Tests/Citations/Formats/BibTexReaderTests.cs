using StaticSite.Citations.Formats;
using StaticSite.Citations.Formats.BibTex;

namespace StaticSite.Tests.Citations.Formats;

public sealed class BibTexReaderTests
{
    [Theory]
    [InlineData("article", "article-journal")]
    [InlineData("Article", "article-journal")]
    [InlineData("book", "book")]
    [InlineData("booklet", "pamphlet")]
    [InlineData("inbook", "book")]
    [InlineData("incollection", "chapter")]
    [InlineData("inproceedings", "paper-conference")]
    [InlineData("conference", "paper-conference")]
    [InlineData("manual", "book")]
    [InlineData("misc", "document")]
    [InlineData("proceedings", "book")]
    [InlineData("techreport", "report")]
    [InlineData("report", "report")]
    [InlineData("thesis", "thesis")]
    [InlineData("unpublished", "manuscript")]
    [InlineData("online", "webpage")]
    [InlineData("www", "webpage")]
    [InlineData("dataset", "dataset")]
    [InlineData("software", "software")]
    [InlineData("patent", "patent")]
    [InlineData("standard", "standard")]
    [InlineData("inreference", "entry-encyclopedia")]
    [InlineData("periodical", "periodical")]
    [InlineData("movie", "motion_picture")]
    [InlineData("customa", "document")]
    public void A_type_has_its_csl_type(string type, string csl) => Assert.Equal($"{csl} a", Read($"@{type}{{a}}"));

    [Theory]
    [InlineData("@article{a, entrysubtype = {magazine}}", "article-magazine a")]
    [InlineData("@article{a, entrysubtype = {newspaper}}", "article-newspaper a")]
    [InlineData("@inbook{a, title = {T}, booktitle = {B}}", "chapter a | container-title=B | title=T")]
    [InlineData("@misc{a, howpublished = {\\url{https://a.org/b}}}", "webpage a | URL=https://a.org/b")]
    [InlineData("@misc{a, url = {https://a.org/b}, urldate = {2020-05-12}}", "webpage a | accessed=2020-05-12 | URL=https://a.org/b")]
    [InlineData(
        "@misc{a, title={T}, eprint={1112.6136}, archivePrefix={arXiv}, primaryClass={quant-ph}}", "article a | URL=https://arxiv.org/abs/1112.6136 | number=arXiv:1112.6136 | publisher=arXiv | title=T")]
    [InlineData("@phdthesis{a, school = {S}}", "thesis a | genre=PhD thesis | publisher=S")]
    [InlineData("@mastersthesis{a, type = {Diploma}}", "thesis a | genre=Diploma")]
    [InlineData("@phdthesis{a, langid = {chinese}}", "thesis a [zh] | genre=博士学位论文")]
    public void What_an_entry_says_refines_its_type(string bibtex, string item) => Assert.Equal(item, Read(bibtex));

    [Theory]
    [InlineData("title = {T}, subtitle = {S}, titleaddon = {Add}", "title=T: S. Add")]
    [InlineData("title = {What?}, subtitle = {S}", "title=What? S")]
    [InlineData("title = {标题}, subtitle = {副题}", "title=标题：副题")]
    [InlineData("journal = {J}, shortjournal = {Sh}, volume = 3, number = {4}, pages = {12--20}", "container-title=J | container-title-short=Sh | issue=4 | page=12-20 | volume=3")]
    [InlineData("journaltitle = {{Nature}}", "container-title=Nature")]
    [InlineData("pages = {12---20, 25–30}", "page=12-20, 25-30")]
    [InlineData("pages = 12", "page=12")]
    [InlineData("eid = {e124}", "page=e124")]
    [InlineData("publisher = {P}, address = {New York and London}", "publisher=P | publisher-place=New York; London")]
    [InlineData("location = {北京}", "publisher-place=北京")]
    [InlineData("edition = {Second}", "edition=2")]
    [InlineData("edition = {3rd ed.}", "edition=3")]
    [InlineData("edition = {第9版}", "edition=9")]
    [InlineData("edition = {revised}", "edition=revised")]
    [InlineData("keywords = {a, b}, abstract = {Text}", "abstract=Text | keyword=a, b")]
    [InlineData("note = {N}, annote = {private}, file = {x.pdf}", "note=N")]
    [InlineData("note = {PMID: 33301246; PMCID: PMC7745181}", "PMCID=PMC7745181 | PMID=33301246")]
    [InlineData("eprint = {33301246}, eprinttype = {pubmed}", "PMID=33301246")]
    [InlineData("journal = {J}, eprint = {1112.6136}, eprinttype = {arxiv}", "URL=https://arxiv.org/abs/1112.6136 | archive=arXiv | archive_location=1112.6136 | container-title=J")]
    [InlineData("eprint = {123}, eprinttype = {jstor}", "archive=jstor | archive_location=123")]
    [InlineData("doi = {https://doi.org/10.1002/\\%28a\\%29b}", "DOI=10.1002/(a)b")]
    [InlineData("doi = {10.1007/3-540-45984-7{\\_}18}", "DOI=10.1007/3-540-45984-7_18")]
    [InlineData("issn = {1474-547X}, pubstate = {inpress}", "ISSN=1474-547X | status=in press")]
    [InlineData("volumes = 2, chapter = 4, pagetotal = {xii, 300}", "chapter-number=4 | number-of-pages=xii, 300 | number-of-volumes=2")]
    [InlineData("title = {A} # { and } # \"B\"", "title=A and B")]
    [InlineData("title = \"{\"}quoted{\"}\"", "title=\"quoted\"")]
    [InlineData("TITLE = {T}", "title=T")]
    [InlineData("title = {}, year = ,", "")]
    public void Fields_become_variables(string fields, string variables) =>
        Assert.Equal(variables.Length == 0 ? "article-journal a" : $"article-journal a | {variables}", Read($"@article{{a, {fields}}}"));

    [Theory]
    [InlineData("Choi, C. B.", "Choi, C. B.")]
    [InlineData("Chan Bum Choi", "Choi, Chan Bum")]
    [InlineData("van der Veen, P. H.", "<van der> Veen, P. H.")]
    [InlineData("Ludwig van Beethoven", "<van> Beethoven, Ludwig")]
    [InlineData("Sodeman, Jr., William A.", "Sodeman, William A., +Jr.")]
    [InlineData("von Last, III, First", "<von> Last, First, +III")]
    [InlineData("Pérez Marc, Gonzalo", "Pérez Marc, Gonzalo")]
    [InlineData("Ortega y Gasset, José", "Ortega y Gasset, José")]
    [InlineData("{World Health Organization}", "\"World Health Organization\"")]
    [InlineData("{Barnes and Noble} and A. B. Smith", "\"Barnes and Noble\"; Smith, A. B.")]
    [InlineData("Choi, C. and Lee, T. AND others", "Choi, C.; Lee, T.; \"others\"")]
    [InlineData("M{\\\"u}ller, J{\\\"o}rg and {\\O}rsted, H. C.", "Müller, Jörg; Ørsted, H. C.")]
    [InlineData("{\\'E}mile Zola", "Zola, Émile")]
    [InlineData("{van Gogh}, Vincent", "van Gogh, Vincent")]
    [InlineData("family=Veen, given=Peter, prefix=van der, useprefix=true", "<van der> Veen, Peter")]
    [InlineData("family={Veen}, given={Peter}, prefix=van der, useprefix=false, suffix=Jr.", "Veen, Peter (<van der>), +Jr.")]
    [InlineData("Plato", "Plato")]
    [InlineData("葛均波 and 徐, 永健 and 王 辰", "葛均波; 徐, 永健; 王, 辰")]
    [InlineData("国家卫生健康委员会", "\"国家卫生健康委员会\"")]
    [InlineData("Alexander  the\nGreat", "<the> Great, Alexander")]
    [InlineData("Jean-Pierre~Dupont", "Dupont, Jean-Pierre")]
    public void Names_have_their_parts(string names, string parts) => Assert.Equal($"book a | author={parts}", Read($"@book{{a, author = {{{names}}}}}"));

    [Theory]
    [InlineData("editor = {A, B}, translator = {C, D}", "editor=A, B | translator=C, D")]
    [InlineData("editor = {A, B}, editortype = {compiler}", "compiler=A, B")]
    [InlineData("editor = {A, B}, editora = {C, D}", "editor=A, B; C, D")]
    [InlineData("bookauthor = {A, B}, options = {useprefix=false}, author = {van C, D}", "author=C, D (<van>) | container-author=A, B")]
    public void Roles_are_kept_apart(string fields, string roles) => Assert.Equal($"book a | {roles}", Read($"@book{{a, {fields}}}"));

    [Theory]
    [InlineData("year = 2020", "2020")]
    [InlineData("year = {2020}, month = {5}", "2020-05")]
    [InlineData("year = 2020, month = may, day = 12", "2020-05-12")]
    [InlineData("year = 2020, month = may # {~12}", "2020-05-12")]
    [InlineData("year = 2020, month = {12 May}", "2020-05-12")]
    [InlineData("year = 2020, month = {May--June}", "2020-05/2020-06")]
    [InlineData("year = 2020, month = jan # {/} # feb", "2020-01/2020-02")]
    [InlineData("year = 2020, month = {5--7 March}", "2020-03-05/2020-03-07")]
    [InlineData("year = 2020, month = {Spring}", "2020-21")]
    [InlineData("year = 2020, month = {5月}", "2020-05")]
    [InlineData("year = {2019--2020}", "2019/2020")]
    [InlineData("year = {2019-20}", "2019/2020")]
    [InlineData("year = {ca. 1850}", "1850~")]
    [InlineData("year = {in press}", "\"in press\"")]
    [InlineData("date = {2020-05-12}", "2020-05-12")]
    [InlineData("date = {2020-05-12/2020-05-20}", "2020-05-12/2020-05-20")]
    [InlineData("date = {1850~}", "1850~")]
    [InlineData("date = {2020-22}", "2020-22")]
    [InlineData("date = {2019/..}", "2019")]
    [InlineData("date = {195X}", "1950/1959")]
    [InlineData("date = {2020-05-12T08:00:00Z}, year = 1999", "2020-05-12")]
    [InlineData("date = {-0044-03-15}", "-0044-03-15")]
    public void Dates_are_read_in_every_form(string fields, string date) => Assert.Equal($"book a | issued={date}", Read($"@book{{a, {fields}}}"));

    [Theory]
    [InlineData("english", "en")]
    [InlineData("american", "en-US")]
    [InlineData("ngerman", "de")]
    [InlineData("zh_cn", "zh-CN")]
    [InlineData("中文", "zh")]
    [InlineData("en-GB", "en-GB")]
    [InlineData("english and german", "en")]
    [InlineData("Klingon of old", "Klingon of old")]
    public void A_language_becomes_its_tag(string written, string tag) => Assert.Equal($"book a [{tag}]", Read($"@book{{a, language = {{{written}}}}}"));

    [Fact]
    public void A_chapter_takes_from_its_book_what_it_lacks() => Assert.Equal(
        """
        chapter a | author=Weinstein, Louis | editor=Sodeman, William A., +Jr. | issued=1974 | ISBN=978-0-306-40615-7 | container-title=Pathologic Physiology: Mechanisms | page=457-472 | publisher=Saunders | title=Microorganisms
        book b | editor=Sodeman, William A., +Jr. | issued=1974 | DOI=10.1000/1 | ISBN=978-0-306-40615-7 | publisher=Saunders | title=Pathologic Physiology: Mechanisms
        """,
        Read("""
            @incollection{a, author = {Weinstein, Louis}, title = {Microorganisms}, pages = {457--472}, crossref = {b}}
            @book{b, editor = {Sodeman, Jr., William A.}, title = {Pathologic Physiology}, subtitle = {Mechanisms}, publisher = {Saunders}, year = 1974, doi = {10.1000/1}, isbn = {978-0-306-40615-7}}
            """));

    [Fact]
    public void Xdata_gives_all_its_fields_and_is_no_work() => Assert.Equal(
        "book a | publisher=P | publisher-place=Berlin | title=T", Read("@xdata{p, publisher = {P}, location = {Berlin}} @book{a, title = {T}, xdata = {p}}"));

    [Fact]
    public void Parents_in_a_circle_end() => Assert.Equal(
        "book a | publisher=P | title=A\nbook b | publisher=P | title=B", Read("@book{a, title = {A}, crossref = {b}} @book{b, title = {B}, publisher = {P}, crossref = {a}}"));

    [Fact]
    public void Macros_comments_and_preambles_are_no_works() => Assert.Equal(
        "article-journal a | container-title=N Engl J Med",
        Read("""
            Some words, me@example.org.
            @preamble{ "\newcommand{\x}{y}" }
            @comment{ @article{hidden, title = {no}} }
            @STRING(nejm = {N Engl J Med})
            % @article{out, title = {no}}
            @article(a, journal = NEJM,
              % title = {no},
            )
            """));

    [Fact]
    public void The_place_of_an_item_is_that_of_its_key()
    {
        const string Text = "@book{first}\n@book{ second , title = {T}}";

        Assert.Equal(["first", "second"], BibTexReader.Read(Text).Items.Select(item => Text.Substring(item.Start, item.Length)));
    }

    [Fact]
    public void After_a_broken_entry_the_others_are_read()
    {
        var reading = BibTexReader.Read("""
            @article{a, title = {never closed, year = 2020}

            @article{b, title = {B}}
            @article{c, title = "never closed}
            @book{d, title = {D}}
            """);

        Assert.Equal(["a", "b", "c", "d"], reading.Items.Select(item => item.Item.Id));
        Assert.Equal([ProblemCodes.NotClosed, ProblemCodes.NotClosed], reading.Problems.Select(problem => problem.Code));
        Assert.False(reading.IsIncomplete);
    }

    [Fact]
    public void An_entry_without_a_key_makes_the_file_incomplete() => Assert.True(BibTexReader.Read("@book{title = {T}}").IsIncomplete);

    private static string Read(string bibtex)
    {
        var reading = BibTexReader.Read(bibtex);
        Assert.Empty(reading.Problems.Where(problem => problem.Severity != ProblemSeverity.Info));
        return string.Join('\n', reading.Items.Select(item => ItemText.Print(item.Item)));
    }
}
