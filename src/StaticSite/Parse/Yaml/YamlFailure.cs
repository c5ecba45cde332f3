using System.Buffers;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>The last thing that could be read before a failure, in offsets of the file.</summary>
/// <param name="Closes">It ended with a quotation mark or a bracket.</param>
/// <param name="OpenBracket">The innermost <c>[</c> or <c>{</c> that is still open.</param>
internal readonly record struct YamlTrace(int Start, int End, bool Closes, int? OpenBracket);

/// <summary>
/// Why YAML could not be read. The parser's own words and places help few authors (it reports some mistakes at the
/// start of the file, some not at all), so the usual mistakes are looked for in the text around the place.
/// </summary>
/// <param name="Start">Where the YAML starts in the file.</param>
/// <param name="At">Where the parser gave up; null where it did not say.</param>
/// <param name="Until">How far it had looked.</param>
internal sealed record YamlFailure(SourceFile Source, int Start, int End, YamlTrace Trace, int? At, int Until, string Message)
{
    private static readonly SearchValues<char> s_notInKeys = SearchValues.Create("\"'[{#,，。");

    private string Text => Source.Text;

    /// <summary>One message for the failure, at the place where the author has to change something.</summary>
    public Diagnostic Explain()
    {
        var at = Math.Clamp(At ?? Trace.End, Start, End);
        return FindTab(at)
            ?? FindQuote(at)
            ?? FindWideCharacter(at)
            ?? FindStartOfText(at)
            ?? FindOpenBracket(at)
            ?? FindMissingSpace(at)
            ?? FindColon(at)
            ?? FindRestAfterQuote(at)
            ?? FindLineThatFitsNowhere(at)
            ?? ParseDiagnostics.YamlSyntax(RestOfLine(at), Message);
    }

    /// <summary>The parser reports tabs at the start of the file; the first line indented by one is meant.</summary>
    private Diagnostic? FindTab(int at)
    {
        var last = at <= Trace.Start ? End : Math.Min(End, Math.Max(at, Until) + 1);
        for (var line = LineStart(Trace.Start); line < last; line = NextLine(line))
        {
            var indent = Text.AsSpan(line, End - line).IndexOfAnyExcept(' ');
            if (indent >= 0 && Text[line + indent] == '\t')
            {
                return ParseDiagnostics.YamlTab(Source.Span(line + indent, 1));
            }
        }

        return null;
    }

    private Diagnostic? FindQuote(int at)
    {
        if (at >= End || Text[at] is not ('"' or '\''))
        {
            return null;
        }

        for (var next = at + 1; next < End; next++)
        {
            if (Text[at] == '"' && Text[next] == '\\')
            {
                if (next + 1 < End && !IsEscape(Text[next + 1]))
                {
                    return ParseDiagnostics.YamlUnknownEscape(Source.Span(next, 2), Text.Substring(next, 2));
                }

                next++;
            }
            else if (Text[next] == Text[at])
            {
                // A quotation mark on a later line opens the next text; one on the same line closes this one.
                return next < LineEnd(at) ? FindRestAfterQuote(at) : ParseDiagnostics.YamlUnclosedQuote(Source.Span(at, 1), Text[at]);
            }
        }

        return ParseDiagnostics.YamlUnclosedQuote(Source.Span(at, 1), Text[at]);
    }

    private static bool IsEscape(char c) => "0abt\tnvfre \"/\\N_LPxuU\r\n".Contains(c);

    /// <summary>A key followed by the Chinese colon, or a line that starts with the wide space.</summary>
    private Diagnostic? FindWideCharacter(int at)
    {
        var last = Math.Min(End, Math.Max(at, Trace.End) + 1);
        for (var line = LineStart(Trace.Start); line < last; line = NextLine(line))
        {
            var content = Text.AsSpan(line, LineEnd(line) - line);
            var indent = content.IndexOfAnyExcept(' ');
            if (indent >= 0 && content[indent] is '\u3000' or '\u00A0')
            {
                return ParseDiagnostics.YamlWideSpace(Source.Span(line + indent, 1));
            }

            var colon = content.IndexOfAny(':', '：', '#');
            if (colon > 0 && content[colon] == '：' && content[..colon].IndexOfAny(s_notInKeys) < 0)
            {
                return ParseDiagnostics.YamlWideColon(Source.Span(line + colon, 1), content[..colon].Trim().ToString());
            }
        }

        return null;
    }

    private Diagnostic? FindOpenBracket(int at)
    {
        // The parser looks ahead, and may fail without a place before it has told of the bracket.
        var ahead = At is null ? Text.AsSpan(Trace.End, End - Trace.End).IndexOfAny('[', '{') : -1;
        if ((Trace.OpenBracket ?? (ahead < 0 ? null : Trace.End + ahead)) is not { } open)
        {
            return null;
        }

        var close = Text[open] == '[' ? ']' : '}';
        var isClosedOnItsLine = Text.AsSpan(open, LineEnd(open) - open).Contains(close);
        return isClosedOnItsLine && at < LineEnd(open) && At is not null
            ? ParseDiagnostics.YamlInBrackets(Source.Span(at, 1), Text[at], close)
            : ParseDiagnostics.YamlUnclosedBracket(Source.Span(open, 1), Text[open], close);
    }

    private Diagnostic? FindColon(int at)
    {
        if (at >= End || Text[at] != ':')
        {
            return null;
        }

        var line = LineStart(at);
        if (LineStart(Trace.Start) != line)
        {
            return ParseDiagnostics.YamlIndentation(TrimmedLine(line));
        }

        var value = Trace.End + 1;
        while (value < at && Text[value] is ' ')
        {
            value++;
        }

        var length = Text.AsSpan(value, LineEnd(value) - value).TrimEnd().Length;
        return ParseDiagnostics.YamlColonInText(Source.Span(value, length), Text.Substring(value, length));
    }

    private Diagnostic? FindStartOfText(int at)
    {
        if (at >= End || At is null || Text[at] is not ('@' or '`' or '%' or '*' or '&' or '|' or '>' or '!'))
        {
            return null;
        }

        var rest = RestOfLine(at);
        var entry = Trace.OpenBracket is null ? -1 : Text.AsSpan(rest.Start, rest.Length).IndexOfAny(",]}");
        return ParseDiagnostics.YamlNeedsQuotes(entry < 0 ? rest : rest with { Length = entry }, Text[at]);
    }

    private Diagnostic? FindRestAfterQuote(int at) =>
        Trace.Closes && at >= Trace.End && LineStart(at) == LineStart(Math.Max(Trace.Start, Trace.End - 1))
            ? ParseDiagnostics.YamlTextAfterQuote(RestOfLine(at))
            : null;

    /// <summary>A line that neither continues the value before it nor stands beside its key.</summary>
    private Diagnostic? FindLineThatFitsNowhere(int at)
    {
        if (at >= End)
        {
            return null;
        }

        var line = TrimmedLine(LineStart(at));
        var content = Text.AsSpan(line.Start, line.Length);
        if (LineStart(at) == LineStart(Trace.Start))
        {
            return Text[at] == '-' ? ParseDiagnostics.YamlListOnKeyLine(RestOfLine(at)) : null;
        }

        if (content.StartsWith("- ") || content.Contains(": ", StringComparison.Ordinal) || content.EndsWith(":"))
        {
            return ParseDiagnostics.YamlIndentation(line);
        }

        return content.Contains(':') ? null : ParseDiagnostics.YamlMissingColon(line, content.ToString());
    }

    /// <summary><c>title:text</c> is one word to YAML.</summary>
    private Diagnostic? FindMissingSpace(int at)
    {
        var last = Math.Min(End, Math.Max(at, Trace.End) + 1);
        for (var line = LineStart(Trace.Start); line < last; line = NextLine(line))
        {
            if (FindMissingSpace(Source, line, LineEnd(line)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The message for a line whose first colon has no space after it; null where that is not the matter.</summary>
    public static Diagnostic? FindMissingSpace(SourceFile source, int start, int end)
    {
        var content = source.Text.AsSpan(start, end - start);
        var colon = content.IndexOfAny(":：");
        if (colon <= 0 || colon + 1 >= content.Length || content[..colon].IndexOfAny(s_notInKeys) >= 0)
        {
            return null;
        }

        var key = content[..colon].Trim().ToString();
        if (content[colon] == '：')
        {
            return ParseDiagnostics.YamlWideColon(source.Span(start + colon, 1), key);
        }

        return content[colon + 1] is ' ' or '\t' or '/' ? null : ParseDiagnostics.YamlMissingSpace(source.Span(start + colon, 1), key);
    }

    private SourceSpan RestOfLine(int at)
    {
        var start = Math.Min(at, End);
        return Source.Span(start, Text.AsSpan(start, Math.Max(0, LineEnd(start) - start)).TrimEnd().Length);
    }

    private SourceSpan TrimmedLine(int line)
    {
        var content = Text.AsSpan(line, LineEnd(line) - line);
        return Source.Span(line + content.Length - content.TrimStart().Length, content.Trim().Length);
    }

    private int LineStart(int at)
    {
        var found = Text.AsSpan(Start, Math.Min(at, End) - Start).LastIndexOfAny('\r', '\n');
        return Start + found + 1;
    }

    private int LineEnd(int at)
    {
        var found = Text.AsSpan(at, End - at).IndexOfAny('\r', '\n');
        return found < 0 ? End : at + found;
    }

    private int NextLine(int line) => LineEnd(line) + 1;
}
