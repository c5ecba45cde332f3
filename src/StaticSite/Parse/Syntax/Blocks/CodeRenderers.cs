using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Blocks;

internal sealed class CodeBlockRenderer : SlotRenderer<CodeBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, CodeBlock obj)
    {
        renderer.StartLine().Raw("<pre");
        AttributeWriter.Write(renderer, obj, "pre");
        renderer.Raw("><code");
        if (obj is FencedCodeBlock { Info: { Length: > 0 } info })
        {
            renderer.Raw(" class=\"language-").Escaped(info).Raw("\"");
        }

        renderer.Raw(">");
        foreach (StringLine line in obj.Lines)
        {
            renderer.Words(line.Slice.AsSpan());
            renderer.Raw("\n");
            renderer.Text.EndBlock();
        }

        renderer.Raw("</code></pre>\n");
    }
}

internal sealed class CodeInlineRenderer : SlotRenderer<CodeInline>
{
    protected override void Write(SlotHtmlRenderer renderer, CodeInline obj)
    {
        renderer.Raw("<code");
        if (!renderer.IsPlain)
        {
            AttributeWriter.Write(renderer, obj, "code");
        }

        renderer.Raw(">").Words(obj.ContentSpan);
        renderer.Raw("</code>");
    }
}
