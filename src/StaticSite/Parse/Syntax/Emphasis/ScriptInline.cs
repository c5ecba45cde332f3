using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Text;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Emphasis;

/// <summary><c>10^6^</c> and <c>TcPO~2~</c>.</summary>
internal sealed class ScriptInline(string text, bool isSuperscript) : LeafInline
{
    public string Text { get; } = text;

    public string Element { get; } = isSuperscript ? "sup" : "sub";
}

/// <summary>
/// As in Pandoc the text holds no white space. A tilde is also the Chinese sign for a range, so that a subscript holds no Han
/// character or wide punctuation either, and <c>3~6,8~12</c> stays two ranges.
/// </summary>
internal sealed class ScriptInlineParser : InlineParser
{
    private const int MaximumLength = 60;

    public ScriptInlineParser() => OpeningCharacters = ['^', '~'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var mark = slice.CurrentChar;
        var text = slice.AsSpan();
        var end = FindEnd(text, mark);
        if (end < 2 || slice.PeekCharExtra(-1) == mark || (end + 1 < text.Length && text[end + 1] == mark) || IsRange(slice, text, mark, end))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new ScriptInline(text[1..end].ToString().Replace("\\", "", StringComparison.Ordinal), mark == '^')
        {
            Span = new MarkdigSpan(start, start + end),
            Line = line,
            Column = column,
        };
        slice.Start += end + 1;
        return true;
    }

    private static int FindEnd(ReadOnlySpan<char> text, char mark)
    {
        for (var i = 1; i < text.Length && i <= MaximumLength; i++)
        {
            var c = text[i];
            if (c == mark)
            {
                return i;
            }

            if (char.IsWhiteSpace(c) || c is '[' or ']' or '<' or '`' or '|' || (mark == '~' && Cjk.EndsLatin(c)))
            {
                return -1;
            }

            if (c == '\\')
            {
                i++;
            }
        }

        return -1;
    }

    private static bool IsRange(StringSlice slice, ReadOnlySpan<char> text, char mark, int end) =>
        mark == '~' && char.IsAsciiDigit(slice.PeekCharExtra(-1)) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
}

internal sealed class ScriptRenderer : SlotRenderer<ScriptInline>
{
    protected override void Write(SlotHtmlRenderer renderer, ScriptInline obj)
    {
        renderer.Raw("<").Raw(obj.Element);
        if (!renderer.IsPlain)
        {
            AttributeWriter.Write(renderer, obj, obj.Element);
        }

        renderer.Raw(">").Escaped(obj.Text);
        if (!renderer.IsPlain)
        {
            renderer.Text.Append(RaisedText.Of(obj.Text, obj.Element == "sup"));
        }

        renderer.Raw("</").Raw(obj.Element).Raw(">");
    }
}
