using Markdig.Syntax.Inlines;
using StaticSite.Model;

namespace StaticSite.Parse.Syntax.CrossReferences;

/// <summary>Running text; the plain words 图1 and Figure 1 in it become links to that figure.</summary>
internal sealed class LiteralRenderer : SlotRenderer<LiteralInline>
{
    protected override void Write(SlotHtmlRenderer renderer, LiteralInline obj)
    {
        var text = obj.Content.AsSpan();
        if (renderer.IsInLink || renderer.IsPlain || renderer.IsInHeading || renderer.Page.IsFragment)
        {
            renderer.Words(text);
            return;
        }

        var written = 0;
        for (var from = 0; PlainReference.FindNext(text, from) is { } found;)
        {
            from = found.Start + found.Length;
            if (renderer.Caption == (found.Kind, found.Number))
            {
                continue;
            }

            renderer.Words(text[written..found.Start]);
            var words = text.Slice(found.Start, found.Length);
            var where = renderer.Page.Span(obj.Span.Start + found.Start, found.Length);
            renderer.Slot(new CrossReferenceSlot(where, found.Kind, null, found.Number, words.ToString()));
            renderer.Text.Append(words);
            written = from;
        }

        renderer.Words(text[written..]);
    }
}

internal sealed class EntityRenderer : SlotRenderer<HtmlEntityInline>
{
    protected override void Write(SlotHtmlRenderer renderer, HtmlEntityInline obj) => renderer.Words(obj.Transcoded.AsSpan());
}
