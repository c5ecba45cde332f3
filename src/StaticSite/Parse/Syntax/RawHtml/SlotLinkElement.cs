using System.Globalization;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Parse.Syntax.RawHtml;

/// <summary>Stands for a link's two slots until the HTML parser has balanced the page. No author can write it: its attribute holds a slot's mark.</summary>
internal static class SlotLinkElement
{
    public const string Name = "slot-link";

    public static void Start(StringBuilder html, int index) =>
        html.Append('<').Append(Name).Append(" n=\"").Append(SlotMark.Open).Append(index).Append("\">");

    public static void End(StringBuilder html) => html.Append("</").Append(Name).Append('>');

    public static int Index(AngleSharp.Dom.IElement element) =>
        int.Parse(element.GetAttribute("n").AsSpan(1), CultureInfo.InvariantCulture);
}
