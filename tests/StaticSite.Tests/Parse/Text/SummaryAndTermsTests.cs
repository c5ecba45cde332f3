using FsCheck.Xunit;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Parse.Text;

namespace StaticSite.Tests.Parse.Text;

public class SummaryAndTermsTests
{
    [Fact]
    public void The_summary_is_the_first_paragraphs_without_citations_notes_headings_and_lists()
    {
        var body = Parse("## 背景\n\n- 列表\n\n间充质干细胞\n有**免疫调节**作用[@a]。[^1]\n\n![图](a.svg)\n\n第二段 SLEDAI 下降。\n\n[^1]: 注。");
        Assert.Equal("间充质干细胞有免疫调节作用。第二段 SLEDAI 下降。", body.Summary);
    }

    [Fact]
    public void A_raised_digit_stays_raised_in_the_summary()
    {
        var body = Parse("剂量为2×10^6^个细胞，TcPO~2~上升，见x^a^。");
        Assert.Equal("剂量为2×10⁶个细胞，TcPO₂上升，见x^a。", body.Summary);
    }

    [Fact]
    public void A_sentence_whose_words_come_from_elsewhere_is_not_in_the_summary()
    {
        var body = Parse("Cells were given [@a]. As @b says, they stayed. See @fig-x. Read [](../other/). It ended.\n\n![x](x.svg){#fig-x}");
        Assert.Equal("Cells were given. It ended.", body.Summary);
    }

    [Fact]
    public void A_long_chinese_summary_ends_with_a_sentence()
    {
        var sentence = new string('汉', 40) + "。";
        Assert.Equal(sentence + sentence, SummaryCut.Cut(string.Concat(Enumerable.Repeat(sentence, 5))));
    }

    [Fact]
    public void A_long_english_summary_ends_with_a_sentence_but_not_at_an_abbreviation()
    {
        var text = new string('a', 60) + " was seen by Choi et al. and " + new string('b', 60) + ". " + string.Concat(Enumerable.Repeat("more words ", 20));
        Assert.Equal(new string('a', 60) + " was seen by Choi et al. and " + new string('b', 60) + ".", SummaryCut.Cut(text));
    }

    [Fact]
    public void Without_a_sentence_it_ends_at_a_word_with_an_ellipsis()
    {
        var summary = SummaryCut.Cut(string.Concat(Enumerable.Repeat("lengthy ", 50)));
        Assert.EndsWith("lengthy…", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 200, 221);
    }

    [Fact]
    public void No_cut_divides_a_rare_character_or_a_number_from_its_unit()
    {
        for (var before = 90; before < 125; before++)
        {
            var text = new string('汉', before) + "𠮷𠮷𠮷每公斤体重 50 mg" + new string('字', 100);
            var summary = SummaryCut.Cut(text);
            Assert.False(char.IsHighSurrogate(summary[^2]), summary);
            Assert.False(summary.EndsWith("50…", StringComparison.Ordinal) || summary.EndsWith("5…", StringComparison.Ordinal), summary);
        }
    }

    [Fact]
    public void Length_counts_han_characters_and_words()
    {
        Assert.Equal(new TextLength(10, 4), TextMeasure.Measure("SLEDAI 评分由 16.5 降至 6，well-known 干细胞的事。"));
    }

    [Fact]
    public void Terms_are_pairs_of_han_characters_and_stems_and_the_title_weighs_more()
    {
        var about = Terms("干细胞治疗", "The treatments of kidneys");
        Assert.Equal(about, Terms("干细胞治疗", "kidney treatment"));
        Assert.Equal(6, about.Length);
        Assert.Equal(4, about.Count(term => term.Weight > 1));
    }

    [Fact]
    public void Words_of_grammar_and_numbers_are_no_terms()
    {
        Assert.Empty(Terms("", "的了和是在 the and of 2016 12.5"));
    }

    [Fact]
    public void Tags_and_category_are_terms_that_both_languages_share()
    {
        var zh = MarkdownParser.Parse(new SourceFile("zh.md", "正文"), 0, new TermSources("", ["lupus"], "kidney")).Value.Terms;
        var en = MarkdownParser.Parse(new SourceFile("en.md", "Text"), 0, new TermSources("", ["lupus"], "kidney")).Value.Terms;
        Assert.Equal(zh.Take(2), en.Take(2));
        Assert.NotEqual(zh[2], en[2]);
    }

    [Fact]
    public void At_most_two_hundred_terms_by_falling_weight()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(i => string.Concat(Enumerable.Repeat($"w{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}q ", 1 + (i % 7)))));
        var terms = Terms("", text);
        Assert.Equal(200, terms.Length);
        Assert.Equal(terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Term), terms);
    }

    [Property]
    public void The_heaviest_terms_are_those_that_sorting_all_of_them_would_put_first(ushort[] words, byte maximum)
    {
        var table = new TermTable();
        for (var round = 0; round < 2; round++)
        {
            table.Clear();
            foreach (var word in words)
            {
                table.Add((ulong)(word % 50) << 40, 1 + (word % 3));
            }

            var all = words.GroupBy(word => word % 50, word => 1 + (word % 3)).Select(group => (Term: (ulong)group.Key << 40, Count: group.Sum()));
            var expected = all.OrderByDescending(term => term.Count).ThenBy(term => term.Term).Take(maximum % 60);
            Assert.Equal(expected.Select(term => new TermWeight(term.Term, 1 + MathF.Log(term.Count))), table.Heaviest(maximum % 60));
        }
    }

    [Fact]
    public void A_table_of_terms_grows_with_its_page()
    {
        var table = new TermTable();
        for (var term = 1ul; term <= 10_000; term++)
        {
            table.Add(term, 1);
            table.Add(term / 2, 1);
        }

        Assert.Equal(Enumerable.Range(1, 5).Select(term => (ulong)term), table.Heaviest(5).Select(term => term.Term));
        Assert.Equal(10_001, table.Heaviest(20_000).Length);
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("generalization", "gener")]
    [InlineData("triplicate", "triplic")]
    [InlineData("hopefulness", "hope")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("effective", "effect")]
    [InlineData("controlling", "control")]
    [InlineData("sky", "sky")]
    [InlineData("mesenchymal", "mesenchym")]
    public void English_words_are_stemmed_as_Porter_describes(string word, string stem)
    {
        Span<char> buffer = stackalloc char[64];
        word.CopyTo(buffer);
        Assert.Equal(stem, buffer[..PorterStemmer.Stem(buffer, word.Length)].ToString());
    }

    private static TermWeight[] Terms(string title, string text) =>
        MarkdownParser.Parse(new SourceFile("a.md", text), 0, new TermSources(title, [], null)).Value.Terms.ToArray();

    private static ParsedBody Parse(string markdown) => MarkdownParser.Parse(new SourceFile("a.md", markdown), 0, new TermSources("", [], null)).Value;
}
