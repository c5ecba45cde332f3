using Markdig.Syntax.Inlines;
using StaticSite.Parse.Text;

namespace StaticSite.Parse.Syntax.SoftBreaks;

/// <summary>A soft line break between Chinese characters is nothing; elsewhere it stays the white space that it is.</summary>
internal sealed class LineBreakRenderer : SlotRenderer<LineBreakInline>
{
    protected override void Write(SlotHtmlRenderer renderer, LineBreakInline obj)
    {
        if (obj.IsHard)
        {
            renderer.Raw(renderer.IsPlain ? " " : "<br>\n");
            renderer.Text.Append(renderer.IsPlain ? "" : " ");
            return;
        }

        if (Cjk.JoinsLines(InlineText.LastCharacter(obj.PreviousSibling, obj.Parent), InlineText.FirstCharacter(obj.NextSibling)))
        {
            return;
        }

        renderer.Raw("\n");
        if (!renderer.IsPlain)
        {
            renderer.Text.Append(" ");
        }
    }
}
