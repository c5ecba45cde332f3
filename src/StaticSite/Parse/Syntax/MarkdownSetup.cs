using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using StaticSite.Parse.Syntax.Alerts;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.BareLinks;
using StaticSite.Parse.Syntax.Blocks;
using StaticSite.Parse.Syntax.Citations;
using StaticSite.Parse.Syntax.Containers;
using StaticSite.Parse.Syntax.CrossReferences;
using StaticSite.Parse.Syntax.Definitions;
using StaticSite.Parse.Syntax.Emphasis;
using StaticSite.Parse.Syntax.Footnotes;
using StaticSite.Parse.Syntax.Headings;
using StaticSite.Parse.Syntax.Links;
using StaticSite.Parse.Syntax.RawHtml;
using StaticSite.Parse.Syntax.SoftBreaks;
using StaticSite.Parse.Syntax.Tables;
using StaticSite.Parse.Syntax.TaskLists;

namespace StaticSite.Parse.Syntax;

/// <summary>Which features there are: their parsers, in the order in which they are tried, and their renderers. All of it is shared and holds no state.</summary>
internal static class MarkdownSetup
{
    public const int MaximumNestingDepth = 128;

    /// <summary>For articles and pages.</summary>
    public static MarkdownPipeline Page { get; } = CreatePage();

    /// <summary>For short texts of YAML files: no citations, notes, boxes and captions.</summary>
    public static MarkdownPipeline Fragment { get; } = CreateFragment().Build();

    public static ImmutableArray<IMarkdownObjectRenderer> Renderers { get; } =
    [
        new LiteralRenderer(),
        new LineBreakRenderer(),
        new ParagraphRenderer(),
        new EmphasisRenderer(),
        new LinkRenderer(),
        new HeadingRenderer(),
        new ListRenderer(),
        new CitationRenderer(),
        new CrossReferenceRenderer(),
        new BareLinkRenderer(),
        new AutolinkRenderer(),
        new EntityRenderer(),
        new ScriptRenderer(),
        new CodeInlineRenderer(),
        new CodeBlockRenderer(),
        new AlertRenderer(),
        new QuoteRenderer(),
        new ThematicBreakRenderer(),
        new TableRenderer(),
        new TableCaptionRenderer(),
        new FencedContainerRenderer(),
        new DefinitionListRenderer(),
        new TaskListRenderer(),
        new FootnoteLinkRenderer(),
        new FootnoteGroupRenderer(),
        new HtmlBlockRenderer(),
        new HtmlInlineRenderer(),
        new LinkDefinitionsRenderer(),
        new BlankLineRenderer(),
    ];

    private static MarkdownPipeline CreatePage()
    {
        var builder = CreateFragment()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseTaskLists()
            .UseAlertBlocks();
        builder.Extensions.Add(new PageParsers());
        return builder.Build();
    }

    private static MarkdownPipelineBuilder CreateFragment()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumNestingDepth }
            .UsePreciseSourceLocation()
            .UseCjkFriendlyEmphasis()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UsePipeTables();
        builder.Extensions.Add(new FragmentParsers());
        return builder;
    }

    /// <summary>An extension, because each one puts its parsers before those that are there: a caption must be tried before a definition.</summary>
    private sealed class PageParsers : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.BlockParsers.Insert(0, new TableCaptionParser());
            pipeline.BlockParsers.Insert(0, new FencedContainerParser());
            pipeline.InlineParsers.Insert(0, new CitationParser());
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }

    private sealed class FragmentParsers : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.InlineParsers.Insert(0, new ScriptInlineParser());
            pipeline.InlineParsers.Insert(0, new AttributeInlineParser());
            pipeline.InlineParsers.Insert(0, new BareLinkParser());
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
