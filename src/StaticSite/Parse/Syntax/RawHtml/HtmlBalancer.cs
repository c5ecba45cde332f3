using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StaticSite.Model;
using StaticSite.Parse.Html;

namespace StaticSite.Parse.Syntax.RawHtml;

/// <summary>
/// Gives a body with raw HTML the nesting that a browser would give it: what is open is closed, what was closed twice is not.
/// Slots are numbered anew in the order in which they stand in the result.
/// </summary>
internal sealed class HtmlBalancer
{
    private readonly ImmutableArray<Slot> _slots;
    private readonly ImmutableArray<Slot>.Builder _kept = ImmutableArray.CreateBuilder<Slot>();
    private readonly StringBuilder _html;

    private HtmlBalancer(PageBody body)
    {
        _slots = body.Slots;
        _html = new StringBuilder(body.Html.Length + 64);
    }

    public static PageBody Balance(PageBody body)
    {
        var parser = new HtmlParser();
        var context = parser.ParseDocument("").CreateElement("div");
        var balancer = new HtmlBalancer(body);
        foreach (var node in parser.ParseFragment(body.Html, context))
        {
            balancer.Write(node, isInLink: false);
        }

        return new PageBody(balancer._html.ToString(), balancer._kept.ToImmutable());
    }

    private void Write(INode node, bool isInLink)
    {
        switch (node)
        {
            case IText text:
                WriteText(text.Data);
                break;
            case IElement element when element.LocalName == SlotLinkElement.Name:
                WriteLink(element, isInLink);
                break;
            case IElement element when (isInLink && element.LocalName == "a") || IsEmptyParagraph(element):
                WriteChildren(element, isInLink);
                break;
            case IElement element:
                WriteElement(element, isInLink || element.LocalName == "a");
                break;
            default:
                WriteChildren(node, isInLink);
                break;
        }
    }

    private void WriteElement(IElement element, bool isInLink)
    {
        _html.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes)
        {
            _html.Append(' ').Append(attribute.Name);
            if (attribute.Value.Length > 0 || attribute.Name is not ("disabled" or "checked" or "open" or "reversed"))
            {
                _html.Append("=\"");
                HtmlText.Escape(_html, attribute.Value);
                _html.Append('"');
            }
        }

        _html.Append('>');
        if (AllowList.IsVoid(element.LocalName))
        {
            return;
        }

        WriteChildren(element, isInLink);
        _html.Append("</").Append(element.LocalName).Append('>');
    }

    private void WriteLink(IElement element, bool isInLink)
    {
        if (isInLink)
        {
            WriteChildren(element, isInLink);
            return;
        }

        var start = _slots[SlotLinkElement.Index(element)];
        var index = WriteSlot(start);
        WriteChildren(element, isInLink: true);
        WriteSlot(new LinkEndSlot(start.Where, index));
    }

    private void WriteChildren(INode node, bool isInLink)
    {
        foreach (var child in node.ChildNodes)
        {
            Write(child, isInLink);
        }
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var open = text.IndexOf(SlotMark.Open);
            if (open < 0)
            {
                HtmlText.Escape(_html, text);
                return;
            }

            HtmlText.Escape(_html, text[..open]);
            var close = text.IndexOf(SlotMark.Close);
            WriteSlot(_slots[int.Parse(text[(open + 1)..close], CultureInfo.InvariantCulture)]);
            text = text[(close + 1)..];
        }
    }

    private int WriteSlot(Slot slot)
    {
        _html.Append(SlotMark.Open).Append(_kept.Count).Append(SlotMark.Close);
        _kept.Add(slot);
        return _kept.Count - 1;
    }

    /// <summary>What the parser leaves where a block element closed the paragraph around it.</summary>
    private static bool IsEmptyParagraph(IElement element) =>
        element.LocalName == "p" && element.Attributes.Length == 0 && string.IsNullOrWhiteSpace(element.TextContent) && element.ChildElementCount == 0;
}
