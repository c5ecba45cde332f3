using System.Text;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Text with CSL-JSON's tags as LaTeX in UTF-8: what is special to LaTeX or BibTeX is escaped, and reads back as it was.</summary>
internal static class LatexWriter
{
    public static string Write(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var latex = new StringBuilder(text.Length + 16);
        var groups = new Stack<int>();
        RichTags.Walk(text, piece => Append(latex, piece), style => Open(latex, style, groups), style => Close(latex, style, groups));
        return latex.ToString();
    }

    /// <summary>Nothing in the text means anything to LaTeX.</summary>
    private static bool IsPlain(string text)
    {
        var before = '\0';
        foreach (var c in text)
        {
            if (c is '<' or '%' or '&' or '$' or '#' or '_' or '~' or '^' or '`' or '\u00A0' or '\r' or '\n' or '\t' or '\\' or '{' or '}' || (c is '-' or '\'' && c == before))
            {
                return false;
            }

            before = c;
        }

        return true;
    }

    /// <summary>Addresses and numbers: only what would end the value, or start a command.</summary>
    public static string WriteVerbatim(string text)
    {
        if (text.AsSpan().IndexOfAny("\\{}\r\n") < 0)
        {
            return text;
        }

        var latex = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            latex.Append(Brace(c) ?? (c is '\r' or '\n' ? "" : c is '%' or '#' or '&' or '_' or '$' ? "\\" + c : c.ToString()));
        }

        return latex.ToString();
    }

    private static void Open(StringBuilder latex, LatexStyle style, Stack<int> groups)
    {
        latex.Append(style switch
        {
            LatexStyle.Italic => "\\textit{",
            LatexStyle.Bold => "\\textbf{",
            LatexStyle.Superscript => "\\textsuperscript{",
            LatexStyle.Subscript => "\\textsubscript{",
            LatexStyle.SmallCaps => "\\textsc{",
            _ => "{",
        });
        groups.Push(latex.Length);
    }

    private static void Close(StringBuilder latex, LatexStyle style, Stack<int> groups)
    {
        var start = groups.Pop();

        // A group that starts with a command would not keep its case.
        if (style == LatexStyle.NoCase && start < latex.Length && latex[start] == '\\')
        {
            latex.Insert(start, "{}");
        }

        latex.Append('}');
    }

    private static void Append(StringBuilder latex, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            // Two of these would be one other character.
            if (c is '-' or '\'' && latex.Length > 0 && latex[^1] == c)
            {
                latex.Append("{}");
            }

            _ = c switch
            {
                '%' or '&' or '$' or '#' or '_' => latex.Append('\\').Append(c),
                '~' => latex.Append("\\textasciitilde{}"),
                '^' => latex.Append("\\textasciicircum{}"),
                '`' => latex.Append("\\textasciigrave{}"),
                '\u00A0' => latex.Append('~'),
                '\r' or '\n' or '\t' => latex.Append(' '),
                _ => Brace(c) is { } command ? latex.Append(command) : latex.Append(c),
            };
        }
    }

    /// <summary>BibTeX counts braces even after a backslash.</summary>
    private static string? Brace(char c) => c switch
    {
        '\\' => "\\textbackslash{}",
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        _ => null,
    };
}
