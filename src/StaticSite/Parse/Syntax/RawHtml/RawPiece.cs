using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticSite.Parse.Syntax.RawHtml;

/// <summary>A stretch of raw HTML as Markdig found it, and where each of its lines stands in the body.</summary>
internal sealed class RawPiece(string text, bool isBlock, List<(int At, int Source)> lines)
{
    public string Text { get; } = text;

    /// <summary>A block has the content of its elements in it; an inline piece is a single tag.</summary>
    public bool IsBlock { get; } = isBlock;

    /// <summary>True for what leaves no element in the page: comments; and for what needs no balancing: line breaks.</summary>
    public bool IsSimple
    {
        get
        {
            var trimmed = Text.AsSpan().Trim();
            return IsComment(trimmed) || trimmed is "<br>" or "<br/>" or "<br />" or "<wbr>";
        }
    }

    public static RawPiece Of(HtmlInline inline) => new(inline.Tag, false, [(0, inline.Span.Start)]);

    public static RawPiece Of(HtmlBlock block)
    {
        var text = new System.Text.StringBuilder();
        var lines = new List<(int, int)>();
        foreach (StringLine line in block.Lines)
        {
            lines.Add((text.Length, line.Position));
            text.Append(line.Slice.AsSpan()).Append('\n');
        }

        return new RawPiece(text.ToString(), true, lines);
    }

    /// <summary>The place in the body of an offset in this piece.</summary>
    public int Source(int offset)
    {
        var line = lines[0];
        foreach (var next in lines)
        {
            if (next.At > offset)
            {
                break;
            }

            line = next;
        }

        return line.Source + offset - line.At;
    }

    private static bool IsComment(ReadOnlySpan<char> text) =>
        text.StartsWith("<!--", StringComparison.Ordinal) && text.Length >= 7
        && text.IndexOf("-->", StringComparison.Ordinal) == text.Length - 3;
}
