using Markdig.Parsers;
using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Containers;

/// <summary>Markdig's own containers need longer fences outside; here, as in Pandoc, a fence closes the innermost container.</summary>
internal sealed class FencedContainerParser : BlockParser
{
    public FencedContainerParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var fence = FenceLength(line);
        if (processor.IsCodeIndent || fence < 3)
        {
            return BlockState.None;
        }

        var at = fence + SpaceLength(line[fence..]);
        var nameLength = NameLength(line[at..]);
        var attributesAt = line[(at + nameLength)..].IndexOf('{');
        AttributeList? attributes = null;
        var end = line.Length;
        if (attributesAt >= 0)
        {
            end = at + nameLength + attributesAt;
            attributes = AttributeListReader.Find(line[end..], processor.Start + end, out _);
        }

        if (nameLength == 0 && attributes is null)
        {
            return BlockState.None;
        }

        var container = new FencedContainer(this)
        {
            Name = line.Slice(at, nameLength).ToString(),
            NameSpan = new MarkdigSpan(processor.Start + at, processor.Start + at + nameLength - 1),
            Title = line[(at + nameLength)..end].Trim().TrimEnd(':').Trim().ToString(),
            FenceLength = fence,
            OpeningSpan = new MarkdigSpan(processor.Start, processor.Start + line.TrimEnd().Length - 1),
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new MarkdigSpan(processor.Start, processor.Line.End),
        };
        attributes?.AttachTo(container);
        processor.NewBlocks.Push(container);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var container = (FencedContainer)block;
        var line = processor.Line.AsSpan().TrimEnd();
        var fence = processor.IsCodeIndent ? 0 : FenceLength(line);
        if (fence >= 3 && fence == line.Length && !HoldsOpenFence(container))
        {
            container.IsClosedByFence = true;
            container.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    /// <summary>True where the fence belongs to a container or code block within.</summary>
    private static bool HoldsOpenFence(ContainerBlock container)
    {
        for (var last = container.LastChild; last is { IsOpen: true }; last = (last as ContainerBlock)?.LastChild)
        {
            if (last is FencedContainer or FencedCodeBlock)
            {
                return true;
            }
        }

        return false;
    }

    private static int FenceLength(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(':');
        return length < 0 ? line.Length : length;
    }

    private static int SpaceLength(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_'))
        {
            length++;
        }

        return length;
    }
}
