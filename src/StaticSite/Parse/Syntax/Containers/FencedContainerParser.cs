using Markdig.Parsers;
using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Containers;

/// <summary>Markdig's own containers need longer fences outside; here, as in Pandoc, a fence closes the innermost container.</summary>
internal sealed class FencedContainerParser : BlockParser
{
    private const int MaximumDepth = 30;

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

        if ((nameLength == 0 && attributes is null) || IsDeep(processor.CurrentContainer))
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
        if (fence >= 3 && fence == line.Length && !HoldsOpenFence(processor.NextContinue))
        {
            container.IsClosedByFence = true;
            container.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    /// <summary>True where the fence belongs to a container or code block within. (While blocks are continued, Markdig calls all of them closed.)</summary>
    private static bool HoldsOpenFence(Block? block)
    {
        for (; block is not null; block = (block as ContainerBlock)?.LastChild)
        {
            if (block is FencedContainer { IsClosedByFence: false } or FencedCodeBlock { ClosingFencedCharCount: 0 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every line asks every open box whether it goes on; thousands of them would take their time.</summary>
    private static bool IsDeep(ContainerBlock? container)
    {
        var depth = 0;
        for (; container is not null; container = container.Parent)
        {
            depth += container is FencedContainer ? 1 : 0;
        }

        return depth >= MaximumDepth;
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
