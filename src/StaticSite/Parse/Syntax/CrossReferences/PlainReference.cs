using System.Buffers;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Parse.Syntax.CrossReferences;

/// <summary>The plain words 图1, 表 2, Fig. 1, Figure 1a, Table 2 in running text.</summary>
internal readonly partial record struct PlainReference(CrossReferenceKind Kind, string Number, int Start, int Length)
{
    private static readonly SearchValues<char> First = SearchValues.Create("图表FT");

    /// <summary>Before 图 and 表 these make another word: 试图, 地图, 附图 (another paper's), 代表, 发表, 量表.</summary>
    private static readonly SearchValues<char> WordBeforeFigure = SearchValues.Create("试意地企力贪妄版蓝草构附充视热截");
    private static readonly SearchValues<char> WordBeforeTable = SearchValues.Create("代发图列报附量充年时日课手外仪填");

    /// <summary>After the number these make it a count or a date: 试图2次 is caught above, 图3个 here.</summary>
    private static readonly SearchValues<char> Counted = SearchValues.Create("个次种年月日张例位人倍%％‰");

    public static PlainReference? FindNext(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(First);
            if (at < 0)
            {
                return null;
            }

            from += at;
            var match = Read(text, from);
            if (match is not null)
            {
                return match;
            }

            from++;
        }

        return null;
    }

    private static PlainReference? Read(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        return c switch
        {
            '图' when at == 0 || !WordBeforeFigure.Contains(text[at - 1]) => ReadNumber(text, at, 1, CrossReferenceKind.Figure),
            '表' when at == 0 || !WordBeforeTable.Contains(text[at - 1]) => ReadNumber(text, at, 1, CrossReferenceKind.Table),
            'F' or 'T' => ReadWord(text, at),
            _ => null,
        };
    }

    private static PlainReference? ReadWord(ReadOnlySpan<char> text, int at)
    {
        if ((at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || IsOfAnother(text[..at]))
        {
            return null;
        }

        var rest = text[at..];
        foreach (var word in (ReadOnlySpan<string>)["Figures", "Figure", "Figs.", "Figs", "Fig.", "Fig"])
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                return ReadNumber(text, at, word.Length, CrossReferenceKind.Figure);
            }
        }

        var table = rest.StartsWith("Tables", StringComparison.Ordinal) ? 6 : rest.StartsWith("Table", StringComparison.Ordinal) ? 5 : 0;
        return table == 0 ? null : ReadNumber(text, at, table, CrossReferenceKind.Table);
    }

    private static bool IsOfAnother(ReadOnlySpan<char> before)
    {
        before = before[^Math.Min(before.Length, 20)..].TrimEnd();
        return before.EndsWith("Supplementary", StringComparison.OrdinalIgnoreCase) || before.EndsWith("Supplemental", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("Suppl.", StringComparison.OrdinalIgnoreCase) || before.EndsWith("Extended Data", StringComparison.OrdinalIgnoreCase);
    }

    private static PlainReference? ReadNumber(ReadOnlySpan<char> text, int at, int wordLength, CrossReferenceKind kind)
    {
        var rest = text[(at + wordLength)..];
        rest = rest[..Math.Min(rest.Length, 12)];
        foreach (var match in NumberAfterWord().EnumerateMatches(rest))
        {
            var after = match.Length < rest.Length ? rest[match.Length] : '\0';
            var isDecimal = after == '.' && match.Length + 1 < rest.Length && char.IsAsciiDigit(rest[match.Length + 1]);
            var number = rest[..match.Length].Trim(" \u00A0\u3000").TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").ToString();
            return isDecimal || Counted.Contains(after) ? null : new PlainReference(kind, number, at, wordLength + match.Length);
        }

        return null;
    }

    [GeneratedRegex(@"^[ \u00A0\u3000]?[1-9][0-9]{0,2}(?![0-9])(?:[A-Za-z](?![A-Za-z]))?(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAfterWord();
}
