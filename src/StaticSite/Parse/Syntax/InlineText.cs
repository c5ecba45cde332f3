using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.BareLinks;
using StaticSite.Parse.Syntax.Citations;
using StaticSite.Parse.Syntax.CrossReferences;
using StaticSite.Parse.Syntax.Emphasis;
using StaticSite.Parse.Text;

namespace StaticSite.Parse.Syntax;

/// <summary>The plain text of inlines: for ids, alt texts and the neighbours of a line break. Citations and notes have none.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? container)
    {
        if (container?.FirstChild is LiteralInline { NextSibling: null } only)
        {
            return only.Content.AsSpan().Trim().ToString();
        }

        var text = new StringBuilder();
        if (container is not null)
        {
            Append(text, container);
        }

        return text.ToString().Trim();
    }

    /// <summary>The first character at or after this inline; NUL where there is none.</summary>
    public static char FirstCharacter(Inline? inline)
    {
        for (; inline is not null; inline = inline.NextSibling)
        {
            var first = inline is ContainerInline container ? FirstCharacter(container.FirstChild) : Ends(inline).First;
            if (first != '\0')
            {
                return first;
            }
        }

        return '\0';
    }

    /// <summary>The last character at or before this inline; NUL where there is none.</summary>
    public static char LastCharacter(Inline? inline, ContainerInline? parent)
    {
        for (; inline is not null; inline = inline.PreviousSibling)
        {
            var last = inline is ContainerInline container ? LastCharacter(container.LastChild, null) : Ends(inline).Last;
            if (last != '\0')
            {
                return last;
            }
        }

        return parent is null or { Parent: null } ? '\0' : LastCharacter(parent.PreviousSibling, parent.Parent);
    }

    private static (char First, char Last) Ends(Inline inline)
    {
        var text = inline switch
        {
            LiteralInline literal => literal.Content.AsSpan(),
            HtmlEntityInline entity => entity.Transcoded.AsSpan(),
            CodeInline or AutolinkInline or BareLinkInline or ScriptInline => "x",
            CrossReferenceInline => "图",
            _ => [],
        };
        return text.IsEmpty ? default : (text[0], text[^1]);
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case BareLinkInline link:
                    text.Append(link.Text);
                    break;
                case ScriptInline script:
                    text.Append(RaisedText.Of(script.Text, script.Element == "sup"));
                    break;
                case LineBreakInline when !Cjk.JoinsLines(LastCharacter(inline.PreviousSibling, container), FirstCharacter(inline.NextSibling)):
                    text.Append(' ');
                    break;
                case FootnoteLink or CitationInline:
                    break;
                case ContainerInline inner:
                    Append(text, inner);
                    break;
            }
        }
    }
}
