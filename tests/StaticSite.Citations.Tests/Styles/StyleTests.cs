using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Styles;

/// <summary>The styles print what their standards ask for. Each line of the text files is one work of works.json in one style.</summary>
public class StyleTests
{
    private static readonly Lazy<List<Item>> Works = new(() => StyleFiles.Items(StyleFiles.Beside("works.json")));

    public static TheoryData<string> Ids => [.. StyleFiles.Ids];

    public static TheoryData<string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string>();
            foreach (var id in StyleFiles.Ids)
            {
                foreach (var line in StyleFiles.Beside(id + ".txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    lines.Add(id, line);
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_type_of_work_is_printed_as_the_standard_asks(string style, string line)
    {
        var (work, expected) = (line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

        var printed = StyleFiles.Lines(StyleFiles.Style(style), [.. Works.Value.Where(item => item.Id == work)]);

        Assert.Equal(expected, printed[work]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_work_has_a_line_in_each_style(string style)
    {
        var lines = StyleFiles.Beside(style + ".txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[0]);

        Assert.Equal(Works.Value.Select(item => item.Id), lines);
    }

    [Fact]
    public void The_library_has_these_styles() =>
        Assert.Equal(StyleFiles.Ids.Select(id => $"Styles/{id}.csl"), StyleFiles.EmbeddedNames("Styles").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_style_is_called_by_its_file_name(string id) => Assert.Equal(id, StyleFiles.Style(id).Id);

    [SkippableTheory]
    [InlineData("2015", 2)]
    [InlineData("2025", 3)]
    public void The_fifteen_entries_of_the_standard_are_printed_to_the_character(string year, int column)
    {
        var shared = StyleFiles.Shared();
        Skip.IfNot(File.Exists(Path.Combine(shared, "expected-gbt7714.md")), $"{shared} is not there.");
        var items = StyleFiles.Items(File.ReadAllText(Path.Combine(shared, "items.json")));
        var expected = File.ReadLines(Path.Combine(shared, "expected-gbt7714.md"))
            .Where(line => line.StartsWith("| zh-", StringComparison.Ordinal) || line.StartsWith("| en-", StringComparison.Ordinal))
            .Select(line => line.Split('|')[column].Trim())
            .ToList();

        var bibliography = new CitationProcessor(StyleFiles.Style($"gb-t-7714-{year}-numeric")).Format(items, []).Bibliography!;

        Assert.Equal(15, expected.Count);
        Assert.Equal(expected, bibliography.Entries.Select(entry => entry.Text.Trim()));
    }

    [Theory]
    [InlineData("gb-t-7714-2015-numeric", "[1]", "[1-3,5,6]")]
    [InlineData("gb-t-7714-2025-numeric", "[1]", "[1-3,5,6]")]
    [InlineData("ama-11", "1", "1-3,5,6")]
    [InlineData("nlm-vancouver", "(1)", "(1-3,5,6)")]
    public void Citations_are_numbers_and_three_in_a_row_are_a_range(string style, string one, string many)
    {
        Assert.Equal(one, Cited(style, Work(0)));
        Assert.Equal(many, Cited(style, Work(5), Work(0), Work(1), Work(2), Work(4)));
    }

    [Theory]
    [InlineData("ama-11", "257", "9(p257)")]
    [InlineData("ama-11", "257-259", "9(pp257-259)")]
    [InlineData("nlm-vancouver", "257", "(9 p. 257)")]
    public void The_page_that_is_cited_stands_with_the_number(string style, string page, string expected) =>
        Assert.Equal(expected, Cited(style, Work(8) with { Locator = page, LocatorLabel = "page" }));

    [Fact]
    public void Superscripts_are_the_citations_of_all_but_NLM()
    {
        foreach (var id in StyleFiles.Ids)
        {
            var document = new CitationProcessor(StyleFiles.Style(id)).Format(Works.Value, [new([Work(0)])]);
            Assert.Equal(id != "nlm-vancouver", document.Citations[0].Html.Contains("<sup>", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("journal", "<i>N Engl J Med</i>")]
    [InlineData("book-edited", "<i>Operative Obstetrics</i>")]
    [InlineData("chapter", "<i>The Genetic Basis of Human Cancer</i>")]
    [InlineData("preprint", "<i>bioRxiv</i>")]
    public void AMA_prints_the_titles_of_journals_and_books_in_italics(string work, string expected)
    {
        var items = Works.Value.Where(item => item.Id == work).ToList();

        var entry = new CitationProcessor(StyleFiles.Style("ama-11")).Format(items, []).Bibliography!.Entries[0];

        Assert.Contains(expected, entry.Html, StringComparison.Ordinal);
    }

    private static Cite Work(int index) => new(Works.Value[index].Id);

    private static string Cited(string style, params Cite[] cites) =>
        new CitationProcessor(StyleFiles.Style(style)).Format(Works.Value, [new([.. cites])]).Citations[0].Text;
}
