using Markdig.Parsers;
using Markdig.Syntax;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Containers;

/// <summary><c>::: name title {#id .class}</c> … <c>:::</c>.</summary>
internal sealed class FencedContainer(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>Empty where only an attribute list was given.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required int FenceLength { get; init; }

    /// <summary>The opening line.</summary>
    public required MarkdigSpan OpeningSpan { get; init; }

    public MarkdigSpan NameSpan { get; init; }

    /// <summary>False where the document or the surrounding block ended first.</summary>
    public bool IsClosedByFence { get; set; }
}
