using Markdig.Syntax.Inlines;

namespace StaticSite.Parse.Syntax.BareLinks;

/// <summary>An address or DOI in running text.</summary>
/// <param name="href">Escaped, ready for href.</param>
/// <param name="text">As written.</param>
internal sealed class BareLinkInline(string href, string text) : LeafInline
{
    public string Href { get; } = href;

    public string Text { get; } = text;
}
