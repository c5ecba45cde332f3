using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Blocks;

internal sealed class QuoteRenderer : SlotRenderer<QuoteBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, QuoteBlock obj) => WriteQuote(renderer, obj);

    public static void WriteQuote(SlotHtmlRenderer renderer, QuoteBlock quote)
    {
        renderer.StartLine().Raw("<blockquote");
        AttributeWriter.Write(renderer, quote, "blockquote");
        renderer.Raw(">\n");
        renderer.WriteBlocks(quote);
        renderer.StartLine().Raw("</blockquote>\n");
    }
}

internal sealed class ThematicBreakRenderer : SlotRenderer<ThematicBreakBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, ThematicBreakBlock obj) => renderer.StartLine().Raw("<hr>\n");
}

/// <summary>Definitions of reference links print nothing.</summary>
internal sealed class LinkDefinitionsRenderer : SlotRenderer<LinkReferenceDefinitionGroup>
{
    protected override void Write(SlotHtmlRenderer renderer, LinkReferenceDefinitionGroup obj)
    {
    }
}

internal sealed class BlankLineRenderer : SlotRenderer<BlankLineBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, BlankLineBlock obj)
    {
    }
}
