using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Attributes;

/// <summary>An attribute list where it was written; <see cref="AttributeAttachment"/> finds what it belongs to.</summary>
internal sealed class AttributeInline(AttributeList attributes, StringSlice text) : LeafInline
{
    public AttributeList Attributes { get; } = attributes;

    public LiteralInline AsText() => new(text) { Span = Span, Line = Line, Column = Column };
}

internal sealed class AttributeInlineParser : InlineParser
{
    public AttributeInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        if (AttributeListReader.Find(slice.AsSpan(), start, out var length) is not { } attributes)
        {
            return false;
        }

        var text = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1);
        processor.Inline = new AttributeInline(attributes, text)
        {
            Span = new MarkdigSpan(start, processor.GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }
}
