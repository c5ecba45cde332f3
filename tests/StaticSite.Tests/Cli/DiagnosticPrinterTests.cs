using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Tests.Cli;

public sealed class DiagnosticPrinterTests
{
    private const string Path = "input/articles/graph/zh.md";

    [Fact]
    public void A_Han_character_is_underlined_by_two_cells()
    {
        var text = "---\n---\n参见[图论](../grpah/)。\n";
        var found = new Diagnostic("link/page-not-found", Severity.Error, Span(text, "../grpah/"), "No bundle is named 'grpah'.", "Did you mean 'graph'?");
        AssertPrints(
            """
            input/articles/graph/zh.md:3:8: error link/page-not-found: No bundle is named 'grpah'.
              3 | 参见[图论](../grpah/)。
                |            ~~~~~~~~~
              hint: Did you mean 'graph'?
            """,
            text, found);
    }

    [Theory]
    [InlineData("图论", "图", "  1 | 图论", "    | ~~")]
    [InlineData("ＡＢ x", "x", "  1 | ＡＢ x", "    |      ~")]
    [InlineData("cafe\u0301 x", "x", "  1 | cafe\u0301 x", "    |      ~")]
    [InlineData("a\u200Bb x", "x", "  1 | a\u200Bb x", "    |    ~")]
    [InlineData("🧬 x", "x", "  1 | 🧬 x", "    |    ~")]
    [InlineData("𠮷野家", "野", "  1 | 𠮷野家", "    |   ~~")]
    [InlineData("“a” x", "x", "  1 | “a” x", "    |     ~")]
    [InlineData("\tx", "x", "  1 |     x", "    |     ~")]
    [InlineData("ab\tx\ty", "y", "  1 | ab  x   y", "    |         ~")]
    [InlineData("图\tx", "\tx", "  1 | 图  x", "    |   ~~~")]
    public void The_underline_stands_below_what_it_marks(string text, string marked, string line, string underline) =>
        Assert.Equal([line, underline], Excerpt(text, Span(text, marked)));

    [Theory]
    [InlineData("one\ntwo\nthree", "two", 2, 1)]
    [InlineData("one\r\ntwo\r\nthree", "three", 3, 1)]
    [InlineData("one\rtwo\r\rthree", "three", 4, 1)]
    [InlineData("图论 x", "x", 1, 4)]
    [InlineData("🧬 x", "x", 1, 4)]
    public void Line_and_column_count_from_one_in_UTF16_units(string text, string marked, int line, int column) =>
        Assert.StartsWith($"{Path}:{line}:{column}: ", Print(text, Found(Span(text, marked))), StringComparison.Ordinal);

    [Fact]
    public void The_gutter_grows_with_the_line_number()
    {
        var text = new string('\n', 1233) + "abc";
        Assert.Equal(["  1234 | abc", "       | ~~~"], Excerpt(text, Span(text, "abc")));
    }

    [Fact]
    public void A_span_of_many_lines_underlines_the_first()
    {
        var text = "first line\r\nsecond";
        Assert.Equal(["  1 | first line", "    |       ~~~~"], Excerpt(text, Span(text, "line\r\nsec")));
    }

    [Fact]
    public void An_empty_span_is_marked_by_one_cell()
    {
        Assert.Equal(["  1 | title: x", "    | ~"], Excerpt("title: x", new SourceSpan(Path, 0, 0)));
        Assert.Equal(["  1 | title:", "    |       ~"], Excerpt("title:\n", new SourceSpan(Path, 6, 0)));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc\n\ndef", 4, 0)]
    public void An_empty_line_is_not_shown(string text, int start, int length) => Assert.Empty(Excerpt(text, new SourceSpan(Path, start, length)));

    [Fact]
    public void A_span_beyond_the_end_is_put_to_the_end() =>
        Assert.StartsWith($"{Path}:1:4: ", Print("abc", Found(new SourceSpan(Path, 99, 5))), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_is_named_without_a_line_of_it() =>
        Assert.Equal("input/a.png:1:1: warning x/y: Wrong.\n", Print("abc", new Diagnostic("x/y", Severity.Warning, new SourceSpan("input/a.png", 7, 2), "Wrong.")));

    [Fact]
    public void Of_a_line_of_150000_characters_a_window_is_shown()
    {
        var text = new string('a', 75_000) + "WRONG" + new string('b', 75_000);
        Assert.Equal(
            [$"  1 | …{new string('a', 40)}WRONG{new string('b', 55)}…", $"    | {new string(' ', 41)}~~~~~"],
            Excerpt(text, Span(text, "WRONG")));
    }

    [Fact]
    public void The_window_counts_cells()
    {
        var text = new string('中', 500) + "错误" + new string('文', 500);
        Assert.Equal(
            [$"  1 | …{new string('中', 20)}错误{new string('文', 28)}…", $"    | {new string(' ', 41)}~~~~"],
            Excerpt(text, Span(text, "错误")));
    }

    [Fact]
    public void The_window_uses_its_width_at_both_ends_of_the_line()
    {
        var text = "START" + new string('x', 200) + "END";
        Assert.Equal($"  1 | START{new string('x', 95)}…", Excerpt(text, Span(text, "START"))[0]);
        Assert.Equal([$"  1 | …{new string('x', 97)}END", $"    | {new string(' ', 98)}~~~"], Excerpt(text, Span(text, "END")));
    }

    [Fact]
    public void A_marked_stretch_longer_than_the_window_is_underlined_to_its_end()
    {
        var text = "ab" + new string('x', 1000);
        Assert.Equal([$"  1 | ab{new string('x', 98)}…", $"    |   {new string('~', 98)}"], Excerpt(text, new SourceSpan(Path, 2, 1000)));
    }

    [Fact]
    public void Many_diagnostics_on_a_huge_line_cost_no_more_than_on_a_short_one()
    {
        var text = new string('a', 2_000_000);
        var found = Enumerable.Range(0, 20_000).Select(number => Found(new SourceSpan(Path, number * 100, 1)));
        using var to = new StringWriter();
        var before = GC.GetAllocatedBytesForCurrentThread();
        new DiagnosticPrinter(_ => text).Print(found, to);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void Nothing_that_a_source_holds_moves_the_cursor()
    {
        var text = "a\e[2J\u0007\u202Eb";
        var printed = Print(text, new Diagnostic("x/y", Severity.Error, new SourceSpan(Path, 0, 1), $"Found '{text}'\nhere.", "\u009B31m"));
        Assert.Equal(
            $"""
            {Path}:1:1: error x/y: Found 'a�[2J��b' here.
              1 | a�[2J��b
                | ~
              hint: �31m

            """,
            printed);
    }

    [Fact]
    public void Notes_name_their_places()
    {
        var text = "fig-a\nfig-a\n";
        var found = new Diagnostic("parse/duplicate-id", Severity.Error, new SourceSpan(Path, 6, 5), "The id 'fig-a' is used twice.", "Give one another id.")
        {
            Notes = [new Note(new SourceSpan(Path, 0, 5), "first used here")],
        };
        AssertPrints(
            $"""
            {Path}:2:1: error parse/duplicate-id: The id 'fig-a' is used twice.
              2 | fig-a
                | ~~~~~
              hint: Give one another id.
              note: {Path}:1:1: first used here
            """,
            text, found);
    }

    [Fact]
    public void Colours_frame_the_text_and_do_not_change_it()
    {
        using var to = new StringWriter();
        new DiagnosticPrinter(_ => "abc", ansi: new Ansi(IsOn: true)).Print([Found(new SourceSpan(Path, 0, 3))], to);
        Assert.Equal(
            $"\e[1m{Path}:1:1:\e[0m \e[31;1merror x/y\e[0m: Wrong.\n  \e[2m1 |\e[0m abc\n    \e[2m|\e[0m \e[31;1m~~~\e[0m\n",
            to.ToString());
    }

    [Fact]
    public void Paths_lead_from_the_working_folder()
    {
        using var to = new StringWriter();
        new DiagnosticPrinter(_ => null, prefix: "../site/").Print([Found(new SourceSpan(Path, 0, 3)), Found(new SourceSpan("/srv/www/x", 0, 0))], to);
        Assert.StartsWith($"../site/{Path}:1:1: ", to.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n/srv/www/x:1:1: ", to.ToString(), StringComparison.Ordinal);
    }

    private static Diagnostic Found(SourceSpan where) => new("x/y", Severity.Error, where, "Wrong.");

    private static SourceSpan Span(string text, string marked) => new(Path, text.IndexOf(marked, StringComparison.Ordinal), marked.Length);

    private static string Print(string text, Diagnostic found)
    {
        using var to = new StringWriter();
        new DiagnosticPrinter(path => path == Path ? text : null).Print([found], to);
        return to.ToString();
    }

    private static string[] Excerpt(string text, SourceSpan where) => Print(text, Found(where)).TrimEnd('\n').Split('\n')[1..];

    private static void AssertPrints(string expected, string text, Diagnostic found) => Assert.Equal(expected + "\n", Print(text, found));
}
