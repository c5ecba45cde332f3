using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Parsers;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.CrossReferences;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Citations;

/// <summary><c>@key</c> in running text with its <c>[p. 3]</c>, <c>@fig-id</c>, and <c>[@a; @b]</c>. What does not fit Pandoc's grammar stays text.</summary>
internal sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['[', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        slice.CurrentChar == '[' ? MatchBracket(processor, ref slice) : MatchInText(processor, ref slice);

    private static bool MatchBracket(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var end = CitationBracket.FindEnd(text);
        if (end < 0)
        {
            return false;
        }

        var parts = CitationBracket.Read(text[..end]);
        if (parts.IsDefaultOrEmpty)
        {
            return false;
        }

        var first = parts[0];
        if (CrossReferenceInline.KindOf(first.Key) is { } kind && parts.Length == 1 && first.IsBare)
        {
            Emit(processor, ref slice, new CrossReferenceInline(kind, first.Key), end + 1);
            return true;
        }

        foreach (var part in parts)
        {
            if (CrossReferenceInline.KindOf(part.Key) is not null)
            {
                return false;
            }
        }

        var cites = ImmutableArray.CreateRange(
            parts,
            static (part, written) => part.ToNode(written.processor.GetSourcePosition(written.Start + part.KeyAt)),
            (processor, slice.Start));
        Emit(processor, ref slice, new CitationInline(cites, Written(slice, end + 1)), end + 1);
        return true;
    }

    private static bool MatchInText(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!CitationKey.MayFollow(slice.PeekCharExtra(-1)) || CitationKey.Find(text[1..], out var length) is not { } key)
        {
            return false;
        }

        length++;
        if (CrossReferenceInline.KindOf(key) is { } kind)
        {
            Emit(processor, ref slice, new CrossReferenceInline(kind, key), length);
            return true;
        }

        key = HtmlText.WithoutMarks(key);
        var keyStart = processor.GetSourcePosition(slice.Start + (text[1] == '{' ? 2 : 1));
        var (locator, suffix) = ReadFollowingBracket(text, ref length);
        var cite = new CiteNode(key, new MarkdigSpan(keyStart, keyStart + key.Length - 1), CiteMode.InText, "", locator, suffix);
        Emit(processor, ref slice, new CitationInline([cite], Written(slice, length)), length);
        return true;
    }

    /// <summary>The <c>[p. 3]</c> of <c>@a [p. 3]</c>; not a link, a note or a citation of its own.</summary>
    private static (string? Locator, string Suffix) ReadFollowingBracket(ReadOnlySpan<char> text, ref int length)
    {
        var open = length;
        while (open < text.Length && text[open] is ' ' or '\n')
        {
            open++;
        }

        if (open >= text.Length || text[open] != '[' || open > length + 1)
        {
            return (null, "");
        }

        var end = CitationBracket.FindEnd(text[open..]);
        var inner = end < 0 ? [] : text.Slice(open + 1, end - 1);
        if (inner.IsEmpty || inner[0] == '^' || inner.Contains('@') || inner.Contains('['))
        {
            return (null, "");
        }

        length = open + end + 1;
        return CiteLocator.Split(CitationBracket.Plain(inner));
    }

    private static StringSlice Written(StringSlice slice, int length) => new(slice.Text, slice.Start, slice.Start + length - 1);

    private static void Emit(InlineProcessor processor, ref StringSlice slice, Markdig.Syntax.Inlines.Inline inline, int length)
    {
        inline.Span = new MarkdigSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + length - 1));
        inline.Line = line;
        inline.Column = column;
        processor.Inline = inline;
        slice.Start += length;
    }
}
