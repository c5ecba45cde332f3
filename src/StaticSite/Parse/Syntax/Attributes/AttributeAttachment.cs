using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.BareLinks;
using StaticSite.Parse.Syntax.Emphasis;

namespace StaticSite.Parse.Syntax.Attributes;

/// <summary>
/// Decides what an attribute list belongs to: the link, image, code or emphasis directly before it; at the end of a block, the block;
/// alone in a paragraph, the next block. Anywhere else it is text.
/// </summary>
internal static class AttributeAttachment
{
    public static void Attach(AttributeInline inline, LeafBlock block)
    {
        if (inline.PreviousSibling is LinkInline or CodeInline or EmphasisInline or AutolinkInline or BareLinkInline or ScriptInline)
        {
            inline.Attributes.AttachTo(inline.PreviousSibling);
            inline.Remove();
            return;
        }

        if (inline.Parent != block.Inline || !IsAtEnd(inline) || FindBlock(inline, block) is not { } target)
        {
            inline.ReplaceBy(inline.AsText(), false);
            return;
        }

        inline.Attributes.AttachTo(target);
        RemoveTrailing(inline);
    }

    private static bool IsAtEnd(AttributeInline inline) =>
        inline.NextSibling is null || (inline.NextSibling is LiteralInline { NextSibling: null } rest && rest.Content.IsEmptyOrWhitespace());

    private static MarkdownObject? FindBlock(AttributeInline inline, LeafBlock block)
    {
        if (inline.PreviousSibling is null && block is ParagraphBlock { Parent: { } parent })
        {
            var next = parent.IndexOf(block) + 1;
            return next < parent.Count && parent[next] is not LinkReferenceDefinitionGroup ? parent[next] : null;
        }

        return block is ParagraphBlock && block.Parent is TableCell or ListItemBlock { Parent: ListBlock { IsLoose: false } } ? block.Parent : block;
    }

    private static void RemoveTrailing(AttributeInline inline)
    {
        inline.NextSibling?.Remove();
        var before = inline.PreviousSibling;
        inline.Remove();
        if (before is LineBreakInline)
        {
            before.Remove();
        }
        else if (before is LiteralInline literal)
        {
            literal.Content.TrimEnd();
        }
    }
}
