using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using StaticSite.Model;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Citations;

/// <summary>A cite whose key's place still counts from the start of the body.</summary>
internal readonly record struct CiteNode(string Key, MarkdigSpan KeySpan, CiteMode Mode, string Prefix, string? Locator, string Suffix);

/// <param name="written">What stands in the source.</param>
internal sealed class CitationInline(ImmutableArray<CiteNode> cites, StringSlice written) : LeafInline
{
    public ImmutableArray<CiteNode> Cites { get; } = cites;

    /// <summary>As written, for places where no citation may stand.</summary>
    public string Text => written.ToString();
}

internal sealed class CitationRenderer : SlotRenderer<CitationInline>
{
    protected override void Write(SlotHtmlRenderer renderer, CitationInline obj)
    {
        if (renderer.IsPlain)
        {
            return;
        }

        if (renderer.IsInLink)
        {
            renderer.Words(obj.Text);
            return;
        }

        var cites = ImmutableArray.CreateRange(
            obj.Cites,
            static (cite, page) => new Cite(cite.Key, page.Span(cite.KeySpan), cite.Mode, cite.Prefix, cite.Locator, cite.Suffix),
            renderer.Page);
        renderer.Slot(new CitationSlot(renderer.Page.Span(obj.Span), cites));
    }
}
