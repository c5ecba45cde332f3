using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;
using StaticSite.Model;
using StaticSite.Parse.Syntax;
using StaticSite.Parse.Syntax.Headings;
using StaticSite.Parse.Syntax.RawHtml;
using StaticSite.Parse.Text;

namespace StaticSite.Parse;

/// <summary>What the front matter adds to a page's terms.</summary>
internal sealed record TermSources(string Title, ImmutableArray<string> Tags, string? Category);

/// <summary>Markdown to HTML with slots. Nothing of the syntax tree outlives a call.</summary>
internal static class MarkdownParser
{
    /// <param name="bodyStart">Where the body begins behind the front matter.</param>
    public static Outcome<ParsedBody> Parse(SourceFile file, int bodyStart, TermSources sources)
    {
        var page = new PageBuilder(file, bodyStart, fixedPlace: null);
        var renderer = Render(file.Text[bodyStart..], MarkdownSetup.Page, page);
        var text = renderer is null ? [] : renderer.Text.Text;
        var body = new PageBody(renderer?.Html.ToString() ?? "", page.Slots.ToImmutable());
        var parsed = new ParsedBody(
            renderer is { HasRawHtml: true } ? HtmlBalancer.Balance(body) : body,
            page.Headings.ToImmutable(),
            page.Numbered.ToImmutable(),
            page.Anchors.ToImmutable(),
            TermExtractor.Extract(text, sources),
            TextMeasure.Measure(text),
            SummaryCut.Cut(renderer is null ? [] : renderer.Text.Paragraphs),
            TextSections.Of(file.Text, bodyStart, page.SectionHeadings));
        renderer?.Return();
        return new Outcome<ParsedBody>(parsed, page.Diagnostics.ToImmutable());
    }

    /// <summary>Safe HTML of a short text from a YAML file. Its offsets are not those of the file, so that messages point at its start.</summary>
    public static Outcome<string> ParseFragment(SourceFile file, Located<string> markdown)
    {
        var page = new PageBuilder(file with { Text = markdown.Value }, 0, markdown.Where);
        var renderer = Render(markdown.Value, MarkdownSetup.Fragment, page);
        var body = new PageBody(renderer?.Html.ToString() ?? "", []);
        var html = renderer is { HasRawHtml: true } ? HtmlBalancer.Balance(body).Html : body.Html;
        renderer?.Return();
        return new Outcome<string>(html.Trim(), page.Diagnostics.ToImmutable());
    }

    /// <summary>The sections of a text that makes no page: nothing else of it is judged.</summary>
    public static Outcome<ImmutableArray<TextSection>> ParseSections(SourceFile file, int bodyStart)
    {
        var page = new PageBuilder(file, bodyStart, fixedPlace: null);
        Guard(page, () =>
        {
            MarkdownDocument document = Markdown.Parse(file.Text[bodyStart..], MarkdownSetup.Page);
            DocumentPass.Run(document, page);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                HeadingRenderer.Name(page, heading);
            }

            return document;
        });
        return new(TextSections.Of(file.Text, bodyStart, page.SectionHeadings), [.. page.Diagnostics.Where(found => found.Severity == Severity.Error)]);
    }

    private static SlotHtmlRenderer? Render(string markdown, MarkdownPipeline pipeline, PageBuilder page) => Guard(page, () =>
    {
        MarkdownDocument document = Markdown.Parse(markdown, pipeline);
        var renderer = SlotHtmlRenderer.Rent(page, DocumentPass.Run(document, page));
        renderer.Render(document);
        return renderer;
    });

    /// <summary>Null, and reported, where the text nests too deeply: the only thing that Markdig throws at a text.</summary>
    private static T? Guard<T>(PageBuilder page, Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (ArgumentException error) when (error.Message.Contains("nested", StringComparison.Ordinal))
        {
            page.Report(ParseDiagnostics.NestingTooDeep(page.Span(0, 0)));
            return null;
        }
    }
}
