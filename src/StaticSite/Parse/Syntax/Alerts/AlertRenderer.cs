using Markdig.Extensions.Alerts;
using StaticSite.Parse.Syntax.Blocks;
using StaticSite.Parse.Syntax.Containers;

namespace StaticSite.Parse.Syntax.Alerts;

/// <summary><c>&gt; [!NOTE]</c>: the same boxes as <c>::: note</c>.</summary>
internal sealed class AlertRenderer : SlotRenderer<AlertBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, AlertBlock obj)
    {
        var name = obj.Kind.ToString();
        var where = renderer.Page.Span(obj.Span.Start, Math.Min(obj.Span.Length, name.Length + 5));
        if (Box.IsName(name.ToLowerInvariant()))
        {
            Box.Write(renderer, obj, name.ToLowerInvariant(), "", where);
            return;
        }

        renderer.Page.Report(ParseDiagnostics.UnknownContainer(name, Box.FindNearest(name), where));
        QuoteRenderer.WriteQuote(renderer, obj);
    }
}
