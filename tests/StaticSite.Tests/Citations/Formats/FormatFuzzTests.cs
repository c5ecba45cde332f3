using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Citations;
using StaticSite.Citations.Formats;
using StaticSite.Citations.Formats.BibTex;
using StaticSite.Citations.Formats.Ris;

namespace StaticSite.Tests.Citations.Formats;

/// <summary>Whatever stands in a file, it is read in time that grows with its length, and problems lie within it.</summary>
public sealed class FormatFuzzTests
{
    private const string BibTex = """
        @string{nejm = "The New England Journal"}
        @article{polack2020, author = {Polack, Fernando P. and {\'E}mile van der Veen and {WHO} and others},
          title = "Safety of {BNT162b2} \emph{in vitro} $10^{6}$", journal = nejm # { of Medicine}, year = 2020, month = dec # "~31",
          pages = {1--2}, doi = {10.1056/NEJMoa2034577}, isbn = {978-0-306-40615-7}, crossref = {b}, eprint = {1}, eprinttype = {pubmed} }
        @comment{x} % y
        @book(b, editor = {family=Veen, given=Peter, prefix=van}, date = {2019~/2020-21}, langid = {ngerman}, xdata = {polack2020, c})
        @xdata{c, publisher = {P}, url = {https://a.org/\~{}b}, urldate = {2020-05-12}}
        """;

    private const string Ris = """
        TY  - JOUR
        AU  - van der Veen, P. H., Jr.
        AU  - 葛均波
        TI  - A title
        goes on
        PY  - 2020/12/31/Winter
        SP  - 1
        EP  - 9
        SN  - 0140-6736
        DO  - 10.1000/1
        C2  - PMC1
        AN  - 1
        DB  - PubMed
        KW  - a
        ER  - 
        """;

    private static readonly string[] Pieces =
    [
        "@", "@article{", "@book(", "@string{a = ", "@comment", "@xdata{", "{", "}", "(", ")", "\"", ",", "=", "#", "%", "\n", "\r\n", " ", "\\", "\\'", "\\'{", "\\c", "\\emph{", "\\em ", "\\textsc", "$", "^", "_", "~", "--", "``", "''",
        "?`", "a", "title = ", "author = {", "date = {", "crossref = {a}", " and ", "others", "family=", "99999999999", "2020-13-99", "TY  - JOUR\n", "ER  - \n", "AU  - ", "PY  - ", "SN  - X", "ID  - ", "\uD800", "😀", "\u0301", "于", "\0", "\uFEFF",
    ];

    [Property(MaxTest = 500)]
    public Property Mutated_bibtex_is_read() => Prop.ForAll(Mutations(BibTex).ToArbitrary(), IsRead);

    [Property(MaxTest = 300)]
    public Property Mutated_ris_is_read() => Prop.ForAll(Mutations(Ris).ToArbitrary(), IsRead);

    [Property(MaxTest = 500)]
    public Property Pieces_in_any_order_are_read() => Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text => IsRead(text) && IsRead($"@book{{a, title = {{{text}}}, author = {{{text}}}, month = {{{text}}}, year = 2020}}"));

    [Property(MaxTest = 300)]
    public Property Any_text_is_read() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsRead(text ?? ""));

    [Property(MaxTest = 400)]
    public Property Any_title_reads_back_from_bibtex() =>
        Prop.ForAll(Gen.Elements(Pieces.Where(piece => !piece.Contains('\0') && !piece.Contains('\uFEFF')).ToArray()).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var title = string.Join(' ', text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Trim();
            var item = new Item("a", "book") { Fields = ItemVariables.Empty<string>().SetItem("title", title) };
            var reading = BibTexReader.Read(BibTexWriter.Write(item));
            return reading.Items.Length == 1 && (reading.Items[0].Item.Field("title") ?? "") == title;
        });

    [Theory]
    [InlineData("{")]
    [InlineData("\\'")]
    [InlineData("\\emph")]
    [InlineData("\\emph{")]
    [InlineData("\\em ")]
    [InlineData("$^")]
    [InlineData("{A}")]
    [InlineData("@book{a, title = {")]
    [InlineData("@book{a,\n")]
    [InlineData("\n@book{a, title = \"")]
    [InlineData("1#")]
    [InlineData("a#")]
    [InlineData(" and ")]
    [InlineData("\\c ")]
    [InlineData("TY  - JOUR\n")]
    [InlineData("<i>")]
    [InlineData("x{A")]
    [InlineData("- ")]
    public void A_long_hostile_text_takes_no_long_time(string piece)
    {
        var many = new StringBuilder().Insert(0, piece, 200_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();

        Assert.True(IsRead(many));
        Assert.True(IsRead($"@book{{a, title = {{{many}}}, author = {{{many}}}, pages = {{{many}}}, month = {{{many}}}, year = 2020}}"));
        Assert.True(IsRead($"@string{{a = \"x\"}} @book{{a, title = {many}}}"));
        BibTexWriter.Write(new Item("a", "book") { PlainText = many });
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Macros_of_macros_do_not_explode()
    {
        var bomb = new StringBuilder("@string{a0 = \"xxxxxxxxxx\"}\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"@string{{a{i} = a{i - 1} # a{i - 1}}}\n");
        }

        Assert.True(IsRead(bomb.Append("@book{a, title = a59}").ToString()));
    }

    [Fact]
    public void Ten_thousand_entries_are_read_at_once()
    {
        var many = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            many.Append(BibTex.Replace("{polack2020,", $"{{p{i},", StringComparison.Ordinal).Replace("(b,", $"(b{i},", StringComparison.Ordinal)).Append('\n');
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal(20_000, BibTexReader.Read(many.ToString()).Items.Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static Gen<string> Mutations(string sample) =>
        from edits in Gen.Choose(1, 4)
        from places in Gen.Choose(0, sample.Length).ArrayOf(edits)
        from lengths in Gen.Choose(0, 12).ArrayOf(edits)
        from pieces in Gen.Elements(Pieces).ArrayOf(edits)
        select Mutate(sample, places, lengths, pieces);

    private static string Mutate(string text, int[] places, int[] lengths, string[] pieces)
    {
        for (var edit = 0; edit < places.Length; edit++)
        {
            var place = Math.Min(places[edit], text.Length);
            text = text.Remove(place, Math.Min(lengths[edit], text.Length - place)).Insert(place, pieces[edit]);
        }

        return text;
    }

    private static bool IsRead(string text) =>
        IsSound(BibTexReader.Read(text), text) && IsSound(RisReader.Read(text), text);

    private static bool IsSound(ReferenceReading reading, string text)
    {
        foreach (var item in reading.Items.Take(1_000))
        {
            BibTexWriter.Write(item.Item);
            RisWriter.Write(item.Item);
        }

        return reading.Items.All(item => IsWithin(item.Start, item.Length, text) && item.Item.Id.Length > 0)
            && reading.Problems.All(problem => IsWithin(problem.Start, problem.Length, text) && problem.Message.Length > 0 && problem.Hint.Length > 0);
    }

    private static bool IsWithin(int start, int length, string text) => start >= 0 && length >= 0 && start + length <= text.Length;
}
