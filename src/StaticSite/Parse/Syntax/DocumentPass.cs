using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.RawHtml;
using StaticSite.Parse.Syntax.Tables;

namespace StaticSite.Parse.Syntax;

/// <summary>
/// What must be known of the whole document before the first character is written: which attribute list belongs to what, which ids the
/// author has taken (generated ones give way to them), which caption belongs to which table, and whether there is raw HTML.
/// </summary>
internal sealed class DocumentPass
{
    private readonly PageBuilder _page;
    private readonly List<AttributeList> _withIds = [];

    private DocumentPass(PageBuilder page) => _page = page;

    private bool HasRawHtml { get; set; }

    /// <returns>True where the document has raw HTML that must be balanced.</returns>
    public static bool Run(MarkdownDocument document, PageBuilder page)
    {
        var pass = new DocumentPass(page);
        pass.Visit(document);
        pass.ClaimIds();
        return pass.HasRawHtml;
    }

    private void Visit(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            switch (container[i])
            {
                case ContainerBlock inner:
                    Visit(inner);
                    break;
                case HtmlBlock html:
                    HasRawHtml |= !RawPiece.Of(html).IsSimple;
                    break;
                case LeafBlock { Inline: { } inline } leaf:
                    VisitInlines(inline, leaf);
                    Note(leaf);
                    i -= RemoveIfEmpty(leaf);
                    break;
            }
        }

        TableCaptions.Attach(container);
        Note(container);
    }

    private void VisitInlines(ContainerInline container, LeafBlock block)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            switch (inline)
            {
                case AttributeInline attributes:
                    AttributeAttachment.Attach(attributes, block);
                    break;
                case HtmlInline html:
                    HasRawHtml |= !RawPiece.Of(html).IsSimple;
                    break;
                case ContainerInline inner:
                    VisitInlines(inner, block);
                    break;
            }

            inline = next;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Note(inline);
        }
    }

    /// <summary>A paragraph whose only content was the attribute list of the next block.</summary>
    private static int RemoveIfEmpty(LeafBlock leaf)
    {
        if (leaf is not ParagraphBlock || leaf.Inline?.FirstChild is not null || leaf.Parent is null)
        {
            return 0;
        }

        leaf.Parent.Remove(leaf);
        return 1;
    }

    private void Note(MarkdownObject node)
    {
        if (AttributeList.Of(node) is { Id: not null } list)
        {
            _withIds.Add(list);
        }
    }

    private void ClaimIds()
    {
        if (_page.IsFragment)
        {
            return;
        }

        _withIds.Sort(static (left, right) => left.Find("id")!.Span.Start.CompareTo(right.Find("id")!.Span.Start));
        foreach (var list in _withIds)
        {
            var id = list.Find("id")!;
            if (id.Value.Length > 0 && !_page.TryClaimId(id.Value, _page.Span(id.Span)))
            {
                list.Entries.RemoveAll(entry => entry.Key == "id");
            }
        }
    }
}
