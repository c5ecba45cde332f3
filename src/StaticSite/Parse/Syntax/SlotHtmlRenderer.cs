using System.Text;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.RawHtml;
using StaticSite.Parse.Text;

namespace StaticSite.Parse.Syntax;

/// <summary>
/// Writes HTML with slots, and beside it the plain text that terms, length and summary are taken from. Each thread uses one again and
/// again: its buffers have grown, and it has found the renderer of each kind of node.
/// </summary>
internal sealed class SlotHtmlRenderer : RendererBase
{
    private const int FirstCapacity = 32 * 1024;

    /// <summary>What a page larger than this has needed is not kept.</summary>
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static SlotHtmlRenderer? t_idle;

    private StringBuilder _other = new();

    private SlotHtmlRenderer(PageBuilder page)
    {
        Page = page;
        RawHtml = new RawHtmlFilter(page);
        MaximumNestingDepth = MarkdownSetup.MaximumNestingDepth;
        foreach (var renderer in MarkdownSetup.Renderers)
        {
            ObjectRenderers.Add(renderer);
        }
    }

    public PageBuilder Page { get; private set; }

    public RawHtmlFilter RawHtml { get; private set; }

    /// <summary>Links are then written as elements, so that the HTML parser nests them.</summary>
    public bool HasRawHtml { get; private set; }

    public StringBuilder Html { get; private set; } = new(FirstCapacity);

    public TextCollector Text { get; } = new();

    /// <summary>How often each footnote has been referred to, by its number.</summary>
    public Dictionary<int, int> FootnoteUses { get; } = [];

    /// <summary>In the copy of a heading for the table of contents only text and emphasis are written.</summary>
    public bool IsPlain { get; private set; }

    public bool IsInLink { get; set; }

    public bool IsInHeading { get; set; }

    public bool IsInRelatedBox { get; set; }

    /// <summary>Paragraphs of tight lists and of table cells have no element.</summary>
    public bool ImplicitParagraph { get; set; }

    /// <summary>The caption that is being written: its own number is not linked.</summary>
    public (CrossReferenceKind Kind, string Number)? Caption { get; set; }

    /// <summary>The thread's renderer, empty. Whoever has read its results gives it back; one that has failed is not used again.</summary>
    public static SlotHtmlRenderer Rent(PageBuilder page, bool hasRawHtml)
    {
        var renderer = t_idle ?? new SlotHtmlRenderer(page);
        t_idle = null;
        renderer.Page = page;
        renderer.RawHtml = new RawHtmlFilter(page);
        renderer.HasRawHtml = hasRawHtml;
        return renderer;
    }

    public void Return()
    {
        if (Html.Capacity > LargestKept || Text.Capacity > LargestKept)
        {
            return;
        }

        Html.Clear();
        Text.Clear();
        FootnoteUses.Clear();
        t_idle = this;
    }

    public override object Render(MarkdownObject markdownObject)
    {
        Write(markdownObject);
        return Html;
    }

    public SlotHtmlRenderer Raw(string html)
    {
        Html.Append(html);
        return this;
    }

    public SlotHtmlRenderer Escaped(ReadOnlySpan<char> text)
    {
        HtmlText.Escape(Html, text);
        return this;
    }

    /// <summary>Text for the reader: goes into the HTML and into the plain text.</summary>
    public void Words(ReadOnlySpan<char> text)
    {
        HtmlText.Escape(Html, text);
        if (!IsPlain)
        {
            Text.Append(text);
        }
    }

    /// <summary>Blocks start on a line of their own.</summary>
    public SlotHtmlRenderer StartLine()
    {
        if (Html.Length > 0 && Html[^1] != '\n')
        {
            Html.Append('\n');
        }

        return this;
    }

    /// <summary>The children of a box or quote inside a tight list have their paragraphs again.</summary>
    public void WriteBlocks(ContainerBlock container)
    {
        var outer = ImplicitParagraph;
        ImplicitParagraph = false;
        WriteChildren(container);
        ImplicitParagraph = outer;
    }

    /// <returns>The slot's index.</returns>
    public int Slot(Slot slot)
    {
        Html.Append(SlotMark.Open).Append(Page.Slots.Count).Append(SlotMark.Close);
        return Add(slot);
    }

    /// <summary>Starts a link that Link resolves; ended by <see cref="EndLink"/>.</summary>
    public int StartLink(LinkStartSlot slot)
    {
        if (!HasRawHtml)
        {
            return Slot(slot);
        }

        var index = Add(slot);
        SlotLinkElement.Start(Html, index);
        return index;
    }

    public void EndLink(Model.SourceSpan where, int start)
    {
        if (HasRawHtml)
        {
            SlotLinkElement.End(Html);
            return;
        }

        Slot(new LinkEndSlot(where, start));
    }

    private int Add(Slot slot)
    {
        Page.Slots.Add(slot);
        switch (slot)
        {
            case CrossReferenceSlot { Text: null } or LinkStartSlot { IsEmpty: true } or CitationSlot { Cites: [{ Mode: CiteMode.InText }, ..] }:
                Text.AppendGap();
                break;
            case CitationSlot:
                Text.TrimSpace();
                break;
        }

        return Page.Slots.Count - 1;
    }

    /// <summary>The inlines' HTML without links, notes, citations and slots.</summary>
    public string RenderPlain(ContainerInline inlines)
    {
        (Html, _other) = (_other, Html);
        IsPlain = true;
        WriteChildren(inlines);
        IsPlain = false;
        var plain = Html.ToString();
        Html.Clear();
        (Html, _other) = (_other, Html);
        return plain.Trim();
    }
}

/// <summary>The renderer of one kind of node.</summary>
internal abstract class SlotRenderer<TNode> : MarkdownObjectRenderer<SlotHtmlRenderer, TNode>
    where TNode : MarkdownObject;
