using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>Where the front matter of a file lies: the YAML between two lines of <c>---</c>; <c>...</c> closes it too.</summary>
internal readonly record struct FrontMatterFence(int YamlStart, int YamlEnd, int BodyStart)
{
    /// <summary>Null where there is none that could be read, which has been reported then.</summary>
    public static FrontMatterFence? Find(SourceFile source, ImmutableArray<Diagnostic>.Builder found)
    {
        var text = source.Text;
        var first = LineAt(text, 0);
        if (text.AsSpan(0, first.End).TrimEnd() is not "---")
        {
            found.Add(Missing(source, first.End));
            return null;
        }

        for (var line = first; line.Next < text.Length;)
        {
            line = LineAt(text, line.Next);
            if (text.AsSpan(line.Start, line.End - line.Start).TrimEnd() is "---" or "...")
            {
                return new FrontMatterFence(first.Next, line.Start, line.Next);
            }
        }

        found.Add(ParseDiagnostics.FrontMatterUnclosed(source.Span(0, 3)));
        return null;
    }

    private static Diagnostic Missing(SourceFile source, int firstLineEnd)
    {
        var first = source.Text.AsSpan(0, firstLineEnd).TrimEnd();
        if (first is "+++" or ";;;" or "{" or "---toml" or "---json")
        {
            return ParseDiagnostics.FrontMatterNotYaml(source.Span(0, first.Length), first.ToString());
        }

        var start = source.Text.AsSpan().IndexOfAnyExcept(" \t\r\n");
        return start > 0 && source.Text.AsSpan(start).StartsWith("---")
            ? ParseDiagnostics.FrontMatterNotFirst(source.Span(start, 3))
            : ParseDiagnostics.FrontMatterMissing(source.Span(0, first.Length));
    }

    /// <summary>Lines end with LF, CR LF or CR.</summary>
    private static (int Start, int End, int Next) LineAt(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        if (length < 0)
        {
            return (start, text.Length, text.Length);
        }

        var end = start + length;
        var isCrLf = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n';
        return (start, end, end + (isCrLf ? 2 : 1));
    }
}
