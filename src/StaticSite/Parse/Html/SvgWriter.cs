using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using StaticSite.Model;

namespace StaticSite.Parse.Html;

/// <summary>Writes the allowed part of one SVG as HTML. Elements of editors' own namespaces go without a word; they draw nothing.</summary>
/// <param name="length">Of the SVG; the HTML is about as long.</param>
internal sealed partial class SvgWriter(ImmutableArray<Diagnostic>.Builder diagnostics, LineOffsets places, int length)
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string XlinkNamespace = "http://www.w3.org/1999/xlink";
    private const int MaximumDepth = 200;

    /// <summary>
    /// Of these characters a value may be made without a closer look: every word that leads out of the file has an r or a g,
    /// or takes one of the marks that are missing here.
    /// </summary>
    private static readonly SearchValues<char> s_harmless = SearchValues.Create(
        " !#$%()*+,-.0123456789:;=?@ABCDEFHIJKLMNOPQSTUVWXYZ_abcdefhijklmnopqstuvwxyz");

    private readonly StringBuilder _html = new(length + 256);

    public override string ToString() => _html.ToString();

    /// <summary>Reads from the root's start tag to the end of the file.</summary>
    public void Write(XmlReader reader, SvgSize size)
    {
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !IsAllowed(reader):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    WriteStart(reader, reader.Depth == 0 ? size : null);
                    break;
                case XmlNodeType.EndElement:
                    _html.Append("</").Append(reader.LocalName).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth > 0:
                    HtmlText.Escape(_html, reader.Value);
                    break;
            }

            reader.Read();
        }
    }

    private bool IsAllowed(XmlReader reader)
    {
        var isSvg = reader.NamespaceURI is SvgNamespace or "";
        if (reader.Depth >= MaximumDepth)
        {
            diagnostics.Add(ParseDiagnostics.NestingTooDeep(places.Of(reader, reader.Name.Length)));
            return false;
        }

        if (isSvg && AllowList.SvgElements.Contains(reader.LocalName))
        {
            return true;
        }

        if (isSvg ? reader.LocalName != "metadata" : reader.NamespaceURI == "http://www.w3.org/1999/xhtml")
        {
            diagnostics.Add(ParseDiagnostics.SvgElementRemoved(reader.Name, places.Of(reader, reader.Name.Length)));
        }

        return false;
    }

    private void WriteStart(XmlReader reader, SvgSize? rootSize)
    {
        var element = reader.LocalName;
        _html.Append('<').Append(element);
        var isEmpty = reader.IsEmptyElement;
        var hasHref = false;
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI is "http://www.w3.org/2000/xmlns/" || (reader.NamespaceURI.Length > 0 && reader.NamespaceURI != XlinkNamespace && reader.Prefix != "xml"))
            {
                continue;
            }

            if (reader.NamespaceURI == XlinkNamespace && (reader.LocalName != "href" || hasHref))
            {
                continue;
            }

            hasHref |= reader.LocalName == "href";
            WriteAttribute(reader, element);
        }

        reader.MoveToElement();
        if (rootSize?.MissingViewBox is { } viewBox)
        {
            _html.Append(" viewBox=\"").Append(viewBox).Append('"');
        }

        _html.Append('>');
        if (isEmpty)
        {
            _html.Append("</").Append(element).Append('>');
        }
    }

    private void WriteAttribute(XmlReader reader, string element)
    {
        var name = reader.LocalName;
        if (reader.Prefix == "xml")
        {
            if (name != "lang")
            {
                return;
            }
        }
        else if (!AllowList.SvgAttributes.Contains(name))
        {
            Report(reader, element);
            return;
        }

        if (CleanValue(name, reader.Value) is not { } value)
        {
            Report(reader, element);
            return;
        }

        _html.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
    }

    private void Report(XmlReader reader, string element)
    {
        if (reader.LocalName is "version" or "baseProfile" or "zoomAndPan" or "contentScriptType" or "contentStyleType" or "enable-background")
        {
            return;
        }

        diagnostics.Add(ParseDiagnostics.SvgAttributeRemoved(reader.Name, element, places.Of(reader, reader.Name.Length)));
    }

    /// <summary>The value escaped, with marked ids; null where it leads out of the file.</summary>
    private static string? CleanValue(string name, string value)
    {
        value = HtmlText.WithoutMarks(value.Trim());
        switch (name)
        {
            case "id":
                return value.Length == 0 || value.Contains(' ', StringComparison.Ordinal) ? null : SlotMark.SvgIdPrefix + HtmlText.Escape(value);
            case "href":
                return value.Length > 1 && value[0] == '#' ? "#" + SlotMark.SvgIdPrefix + HtmlText.Escape(value[1..]) : null;
            case "aria-labelledby" or "aria-describedby":
                return string.Join(' ', value.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(id => SlotMark.SvgIdPrefix + HtmlText.Escape(id)));
        }

        if (!value.AsSpan().ContainsAnyExcept(s_harmless))
        {
            return value;
        }

        var hasUrl = value.Contains("url(", StringComparison.Ordinal);
        if (Suspicious().IsMatch(hasUrl ? LocalUrl().Replace(value, "") : value))
        {
            return null;
        }

        var escaped = HtmlText.Escape(value).Replace("&quot;", "'", StringComparison.Ordinal);
        return hasUrl ? LocalUrl().Replace(escaped, $"url(#{SlotMark.SvgIdPrefix}$1)") : escaped;
    }

    /// <summary><c>url(#id)</c>, the only address that a value may hold.</summary>
    [GeneratedRegex(@"url\(\s*['""]?#([\w.:-]+)['""]?\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex LocalUrl();

    /// <summary>A CSS escape could spell <c>url</c> in another way.</summary>
    [GeneratedRegex(@"url|src\s*\(|image|expression|javascript|\\|/\*|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suspicious();
}
