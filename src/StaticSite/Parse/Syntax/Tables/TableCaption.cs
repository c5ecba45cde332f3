using Markdig.Parsers;
using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Tables;

/// <summary><c>: caption {#tbl-id}</c> or <c>Table: caption {#tbl-id}</c>.</summary>
internal sealed class TableCaption(BlockParser parser) : LeafBlock(parser);

/// <summary>Captions that stand by no table are paragraphs.</summary>
internal sealed class TableCaptionRenderer : SlotRenderer<TableCaption>
{
    protected override void Write(SlotHtmlRenderer renderer, TableCaption obj)
    {
        renderer.Page.Report(ParseDiagnostics.CaptionWithoutTable(renderer.Page.Span(obj.Span)));
        renderer.StartLine().Raw("<p");
        AttributeWriter.Write(renderer, obj, "p");
        renderer.Raw(">");
        renderer.WriteChildren(obj.Inline!);
        renderer.Raw("</p>\n");
        renderer.Text.EndBlock();
    }
}
