using System.Text;
using StaticSite.Model;
using StaticSite.Parse.Html;

namespace StaticSite.Parse.Syntax.RawHtml;

/// <summary>
/// Writes a piece of raw HTML anew, tag by tag, from the allow-list: nothing of the author's markup is copied but text, whose
/// <c>&lt;</c> and <c>&gt;</c> are escaped, and attribute values, which are escaped. So the result is safe however a browser reads it,
/// and a tag or comment that is left open cannot swallow what follows. <see cref="HtmlBalancer"/> closes what stays open.
/// </summary>
internal sealed class RawHtmlFilter(PageBuilder page)
{
    private const int MaximumOpenElements = 200;

    /// <summary>How each open raw link ends.</summary>
    private readonly Stack<string> _linkEnds = new();
    private int _openElements;
    private bool _isTooDeep;

    public void Write(StringBuilder html, RawPiece piece, bool isInRelatedBox)
    {
        var text = piece.Text;
        var at = 0;
        while (at < text.Length)
        {
            var next = text.IndexOf('<', at);
            WriteText(html, next < 0 ? text[at..] : text[at..next]);
            if (next < 0)
            {
                return;
            }

            at = WriteMarkup(html, piece, next, isInRelatedBox);
        }
    }

    /// <returns>The offset behind the markup.</returns>
    private int WriteMarkup(StringBuilder html, RawPiece piece, int at, bool isInRelatedBox)
    {
        var text = piece.Text;
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (next is '!' or '?' || (next == '/' && at + 2 < text.Length && !char.IsAsciiLetter(text[at + 2])))
        {
            return SkipDeclaration(piece, at);
        }

        if (!char.IsAsciiLetter(next) && next != '/')
        {
            html.Append("&lt;");
            return at + 1;
        }

        if ((next == '/' && at + 2 == text.Length) || RawTag.Find(text, at) is not { } tag)
        {
            return ReportNotClosed(piece, at);
        }

        if (tag.IsEnd)
        {
            WriteEnd(html, tag.Name);
            return tag.End;
        }

        return AllowList.IsElement(tag.Name) ? WriteStart(html, piece, tag, isInRelatedBox) : Remove(piece, tag);
    }

    private int SkipDeclaration(RawPiece piece, int at)
    {
        var text = piece.Text;
        var rest = text.AsSpan(at);
        var isComment = rest.StartsWith("<!--", StringComparison.Ordinal);
        var end = isComment ? FindCommentEnd(rest)
            : rest.StartsWith("<![CDATA[", StringComparison.Ordinal) ? rest.IndexOf("]]>", StringComparison.Ordinal) + 2
            : rest.IndexOf('>');
        if (end <= 1)
        {
            return ReportNotClosed(piece, at);
        }

        if (!isComment)
        {
            page.Report(ParseDiagnostics.HtmlRemoved(Excerpt(text, at), Span(piece, at, end + 1)));
        }

        return at + end + 1;
    }

    private int ReportNotClosed(RawPiece piece, int at)
    {
        var length = piece.Text.AsSpan(at).TrimEnd().Length;
        page.Report(ParseDiagnostics.HtmlNotClosed(Excerpt(piece.Text, at), Span(piece, at, length)));
        return piece.Text.Length;
    }

    /// <returns>The offset of the last character of the comment, or -1.</returns>
    private static int FindCommentEnd(ReadOnlySpan<char> text)
    {
        if (text[4..].StartsWith(">", StringComparison.Ordinal))
        {
            return 4;
        }

        if (text[4..].StartsWith("->", StringComparison.Ordinal))
        {
            return 5;
        }

        var end = text[4..].IndexOf("-->", StringComparison.Ordinal);
        return end < 0 ? -1 : end + 6;
    }

    private int WriteStart(StringBuilder html, RawPiece piece, RawTag tag, bool isInRelatedBox)
    {
        if (_isTooDeep)
        {
            return tag.End;
        }

        if (!AllowList.IsVoid(tag.Name) && ++_openElements > MaximumOpenElements)
        {
            _isTooDeep = true;
            page.Report(ParseDiagnostics.NestingTooDeep(Span(piece, tag.Start, tag.End - tag.Start)));
            return tag.End;
        }

        if (tag.Name == "a")
        {
            WriteLinkStart(html, piece, tag, isInRelatedBox);
            return tag.End;
        }

        html.Append('<').Append(tag.Name);
        WriteAttributes(html, piece, tag);
        html.Append('>');
        return tag.End;
    }

    private void WriteLinkStart(StringBuilder html, RawPiece piece, RawTag tag, bool isInRelatedBox)
    {
        var found = tag.Attributes.FindIndex(attribute => attribute.Name == "href");
        if (found < 0)
        {
            html.Append("<a");
            WriteAttributes(html, piece, tag);
            html.Append('>');
            _linkEnds.Push("</a>");
            return;
        }

        var href = tag.Attributes[found];
        var url = HtmlText.Decode(href.Value ?? "");
        var where = Span(piece, href.At, href.Length);
        switch (AllowList.Judge(url))
        {
            case UrlKind.Refused:
                page.Report(ParseDiagnostics.LinkRefused(url, where));
                _linkEnds.Push("");
                break;
            case UrlKind.Internal when !page.IsFragment:
                var (target, fragment) = HtmlUrl.Split(url);
                SlotLinkElement.Start(html, page.Slots.Count);
                page.Slots.Add(new LinkStartSlot(where, target, fragment, null, false, isInRelatedBox));
                _linkEnds.Push($"</{SlotLinkElement.Name}>");
                break;
            default:
                html.Append("<a href=\"").Append(HtmlUrl.Escape(url)).Append("\" rel=\"external\"");
                WriteAttributes(html, piece, tag);
                html.Append('>');
                _linkEnds.Push("</a>");
                break;
        }
    }

    private void WriteAttributes(StringBuilder html, RawPiece piece, RawTag tag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in tag.Attributes)
        {
            if ((tag.Name == "a" && attribute.Name is "href" or "rel") || !seen.Add(attribute.Name))
            {
                continue;
            }

            var where = Span(piece, attribute.At, attribute.Length);
            var value = HtmlText.Decode(attribute.Value ?? "");
            if (!AttributeFilter.Accepts(page, tag.Name, attribute.Name, value, where)
                || (attribute.Name == "id" && !page.TryClaimId(value, where)))
            {
                continue;
            }

            html.Append(' ').Append(attribute.Name).Append("=\"");
            HtmlText.Escape(html, value);
            html.Append('"');
        }
    }

    private void WriteEnd(StringBuilder html, string name)
    {
        if (!AllowList.IsElement(name) || AllowList.IsVoid(name))
        {
            return;
        }

        _openElements = Math.Max(0, _openElements - 1);
        if (name == "a")
        {
            html.Append(_linkEnds.TryPop(out var end) ? end : "");
            return;
        }

        html.Append("</").Append(name).Append('>');
    }

    /// <returns>The offset behind what was removed: the tag, or the element with its content.</returns>
    private int Remove(RawPiece piece, RawTag tag)
    {
        var where = Span(piece, tag.Start, tag.End - tag.Start);
        page.Report(tag.Name == "img" ? ParseDiagnostics.RawImage(where) : ParseDiagnostics.HtmlRemoved($"<{tag.Name}>", where));
        if (!AllowList.IsRemovedWithContent(tag.Name) || !piece.IsBlock)
        {
            return tag.End;
        }

        var end = piece.Text.IndexOf("</" + tag.Name, tag.End, StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : piece.Text.IndexOf('>', end);
        return close < 0 ? piece.Text.Length : close + 1;
    }

    private static void WriteText(StringBuilder html, string raw) =>
        html.Append(HtmlText.WithoutMarks(HtmlText.WithoutMarkReferences(raw)).Replace(">", "&gt;", StringComparison.Ordinal));

    private SourceSpan Span(RawPiece piece, int at, int length)
    {
        var start = piece.Source(at);
        return page.Span(start, Math.Max(0, piece.Source(Math.Max(at, at + length - 1)) + 1 - start));
    }

    private static string Excerpt(string text, int at)
    {
        var line = text.AsSpan(at).TrimEnd();
        var end = line.IndexOf('\n');
        line = end < 0 ? line : line[..end];
        return line.Length > 30 ? string.Concat(line[..30], "…") : line.ToString();
    }
}
