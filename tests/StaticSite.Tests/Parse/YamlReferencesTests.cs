using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

public sealed class YamlReferencesTests
{
    [Fact]
    public void An_item_has_its_fields_names_and_dates()
    {
        var item = Read("references.yml", """
            - id: choi2020
              type: article-journal
              language: en
              author:
                - {family: Choi, given: C. B., suffix: Jr.}
                - {family: Beethoven, given: Ludwig, non-dropping-particle: van}
                - {literal: 等}
                - Some Institute
              title: A title
              volume: 79
              page: 1485-1490
              issued: {date-parts: [[2020, 5], [2020, 6]]}
              doi: https://doi.org/10.1136/annrheumdis-2020-eular.3287
              PMID: https://pubmed.ncbi.nlm.nih.gov/12345/
            """).Single();

        Assert.Equal(("choi2020", "article-journal", "en"), (item.Id, item.Type, item.Language));
        Assert.Equal(
            [
                new Name("Choi", "C. B.") { Suffix = "Jr." },
                new Name("Beethoven", "Ludwig") { NonDroppingParticle = "van" },
                new Name(null, null, "等"),
                new Name(null, null, "Some Institute"),
            ],
            item.Names["author"].ToArray());
        Assert.Equal(["DOI", "PMID", "page", "title", "volume"], item.Fields.Keys);
        Assert.Equal(("10.1136/annrheumdis-2020-eular.3287", "12345"), (item.Field("DOI"), item.Field("PMID")));
        Assert.Equal<int[]>([[2020, 5], [2020, 6]], item.Dates["issued"].Parts.Select(part => part.ToArray()));
    }

    [Fact]
    public void Of_two_spellings_of_an_identifier_the_last_counts_and_unknown_keys_stay()
    {
        var item = Read("references.yml", """
            - id: choi2020
              type: book
              DOI: 10.1000/1
              qzxwvj-1: one
              doi: 10.1000/2
              qzxwvj-2: two
            """).Single();

        Assert.Equal(["DOI", "qzxwvj-1", "qzxwvj-2"], item.Fields.Keys);
        Assert.Equal(("10.1000/2", "one", "two"), (item.Field("DOI"), item.Field("qzxwvj-1"), item.Field("qzxwvj-2")));
    }

    [Theory]
    [InlineData("2020", "2020", null)]
    [InlineData("2020-05", "2020-5", null)]
    [InlineData("2020-05-12", "2020-5-12", null)]
    [InlineData("2020-05-12T08:00:00Z", "2020-5-12", null)]
    [InlineData("2019/2020", "2019 2020", null)]
    [InlineData("2019-12/..", "2019-12", null)]
    [InlineData("2020~", "2020", null)]
    [InlineData("-0100", "-100", null)]
    [InlineData("{raw: 2020-05}", "2020-5", null)]
    [InlineData("{literal: im Mai}", "", "im Mai")]
    [InlineData("{year: 2020, month: 5}", "2020-5", null)]
    [InlineData("[{year: 2020, month: 5}, {year: 2021}]", "2020-5 2021", null)]
    [InlineData("{date-parts: [['2020', '5']]}", "2020-5", null)]
    [InlineData("{date-parts: [2020, 5]}", "2020-5", null)]
    [InlineData("{date-parts: [[2020, null]]}", "2020", null)]
    [InlineData("{date-parts: [[2020, 21]]}", "2020-21", null)]
    public void A_date_is_read_in_every_form(string written, string parts, string? literal)
    {
        var date = Read("references.yml", $"- {{id: a, issued: {written}}}").Single().Dates["issued"];

        Assert.Equal(parts, string.Join(' ', date.Parts.Select(one => string.Join('-', one))));
        Assert.Equal(literal, date.Literal);
    }

    [Theory]
    [InlineData("- zhu2007: 朱清毅，移植治疗。")]
    [InlineData("- {id: zhu2007, text: '朱清毅，移植治疗。'}")]
    [InlineData("zhu2007: 朱清毅，移植治疗。")]
    [InlineData("references:\n- zhu2007: 朱清毅，移植治疗。")]
    public void An_item_may_be_given_as_one_text(string yaml)
    {
        var item = Read("references.yml", yaml).Single();

        Assert.Equal(("zhu2007", "朱清毅，移植治疗。"), (item.Id, item.PlainText));
    }

    [Fact]
    public void Csl_json_is_read_with_its_escapes_and_tabs()
    {
        var item = Read("references.json", "[\n\t{\n\t\t\"id\":\"a\",\"title\":\"A \\\"title\\\" \\u4e2d\\/\\ud83d\\ude00\",\n\t\t\"issued\":{\"date-parts\":[[2020,5]]},\"custom\":{\"x\":[1]},\"abstract\":null}\n]").Single();

        Assert.Equal("A \"title\" 中/😀", item.Field("title"));
        Assert.Equal<int[]>([[2020, 5]], item.Dates["issued"].Parts.Select(part => part.ToArray()));
    }

    [Fact]
    public void A_library_of_many_items_is_read()
    {
        var items = string.Join(",\n", Enumerable.Range(0, 10_000).Select(item => $"{{\"id\":\"i{item}\",\"type\":\"book\",\"title\":\"{new string('细', 60)}\",\"author\":[{{\"family\":\"X\"}}]}}"));

        Assert.Equal(10_000, Read("references.json", $"[{items}]").Length);
    }

    [Fact]
    public void A_long_text_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("A sentence: with \\\"quotes\\\", {braces} and 中文。 ", 200));

        Assert.Equal(text.Replace("\\\"", "\"", StringComparison.Ordinal).Trim(), Read("references.json", $"[{{\"abstract\":\"{text}\",\"id\":\"a\"}}]").Single().Field("abstract"));
    }

    [Fact]
    public void Seasons_circa_and_name_flags_are_kept()
    {
        var item = Read("references.json", """[{"id":"a","author":[{"family":"King","given":"M.","suffix":"Jr.","comma-suffix":true,"static-ordering":false}],"issued":{"date-parts":[["1850"]],"season":"2","circa":1}}]""").Single();

        Assert.Equal(new Name("King", "M.") { Suffix = "Jr.", HasCommaSuffix = true }, item.Names["author"].Single());
        Assert.Equal((1850, 2, true), (item.Dates["issued"].Year, item.Dates["issued"].Season, item.Dates["issued"].IsCirca));
    }

    [Fact]
    public void Files_of_all_formats_make_one_library()
    {
        SourceFile[] files =
        [
            new("input/data/references.yml", "- {id: a, type: book}"), new("input/data/references.bib", "@book{b}\n@book{title = {no key}}"), new("input/data/references.ris", "TY  - BOOK\nID  - c\nER  - \n"),
        ];
        var library = ReferenceFileParser.Parse(files).Value;

        Assert.Equal(["a", "b", "c"], library!.Works.Select(item => item.Value.Id));
        Assert.True(library.IsIncomplete);
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_no_library()
    {
        SourceFile[] files = [new("input/data/references.yml", "- {id: a, type: book}"), new("input/data/references.json", "[{")];

        Assert.Null(ReferenceFileParser.Parse(files).Value);
    }

    private static Item[] Read(string path, string text)
    {
        var source = new SourceFile(path, text);
        var (library, diagnostics) = ReferenceFileParser.Parse([source]);
        Assert.Equal("", DiagnosticText.Print(diagnostics, source));
        return [.. library!.Works.Select(work => work.Value.Item)];
    }
}
