using Markdig.Syntax;
using StaticSite.Model;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Headings;

/// <summary>Headings have ids, are collected for the table of contents, and those named <c>sec-…</c> can be referred to.</summary>
internal sealed class HeadingRenderer : SlotRenderer<HeadingBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, HeadingBlock obj)
    {
        var page = renderer.Page;
        if (obj.Level == 1 && !page.IsFragment)
        {
            page.Report(ParseDiagnostics.TitleInBody(page.Span(obj.Span)));
        }

        var element = Math.Max(2, obj.Level) switch { 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" };
        renderer.StartLine().Raw("<").Raw(element);
        if (!page.IsFragment)
        {
            WriteId(renderer, obj, element[1] - '0');
        }

        AttributeWriter.Write(renderer, obj, element, null, page.IsFragment ? [] : ["id"]);
        renderer.Raw(">");
        if (obj.Inline is not null)
        {
            renderer.IsInHeading = true;
            renderer.WriteChildren(obj.Inline);
            renderer.IsInHeading = false;
        }

        renderer.Raw("</").Raw(element).Raw(">\n");
        renderer.Text.EndBlock();
    }

    /// <summary>Gives a heading its id, once, and notes it where it begins a section.</summary>
    public static (string Id, string Text) Name(PageBuilder page, HeadingBlock heading)
    {
        var text = InlineText.Of(heading.Inline);
        var id = AttributeList.Of(heading)?.Find("id")?.Value ?? page.CreateId(HeadingId.Of(text));
        if (heading.Parent is MarkdownDocument)
        {
            var where = page.Span(heading.Span);
            page.SectionHeadings.Add(new SectionHeading(id, text, where.Start, where.Start + where.Length, heading.IsSetext));
        }

        return (id, text);
    }

    private static void WriteId(SlotHtmlRenderer renderer, HeadingBlock heading, int level)
    {
        var page = renderer.Page;
        var (id, text) = Name(page, heading);
        page.Outline.Begin(level);
        if (AttributeList.Of(heading)?.Find("id") is { } entry && id.StartsWith("sec-", StringComparison.Ordinal))
        {
            page.Numbered.Add(new Numbered(CrossReferenceKind.Section, id, page.Outline.Number, null, page.Span(entry.Span)));
        }

        page.Headings.Add(new Heading(level, id, heading.Inline is null ? "" : renderer.RenderPlain(heading.Inline), text));
        renderer.Raw(" id=\"").Escaped(id).Raw("\"");
    }
}
