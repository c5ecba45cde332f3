using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticSite.Parse.Syntax.Tables;

/// <summary>
/// A line that starts with <c>: </c> or <c>Table: </c> is a caption where it follows a table or ends in <c>{#tbl-…}</c>;
/// elsewhere it is text or a definition. (To Markdig a pipe table is a paragraph at this point.)
/// </summary>
internal sealed class TableCaptionParser : BlockParser
{
    private const string Word = "Table:";

    public TableCaptionParser() => OpeningCharacters = [':', 'T'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var markLength = line[0] == ':' ? 1 : line.StartsWith(Word, StringComparison.Ordinal) ? Word.Length : 0;
        if (markLength == 0 || processor.IsCodeIndent || line.Length <= markLength || line[markLength] != ' ')
        {
            return BlockState.None;
        }

        var end = line.TrimEnd();
        if (!(end.EndsWith("}") && end.Contains("{#tbl-", StringComparison.Ordinal)) && !FollowsTable(processor))
        {
            return BlockState.None;
        }

        var start = processor.Start;
        processor.GoToColumn(processor.Column + markLength + 1);
        processor.NewBlocks.Push(new TableCaption(this)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(start, processor.Line.End),
            ProcessInlines = true,
        });
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.BreakDiscard;
        }

        if (processor.CurrentChar is '|' or ':' or '#' or '>')
        {
            return BlockState.None;
        }

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static bool FollowsTable(BlockProcessor processor) =>
        processor.LastBlock is ParagraphBlock { Lines.Count: > 1 } paragraph && processor.LineIndex - paragraph.LastLine <= 2
        && IsDelimiterRow(paragraph.Lines.Lines[1].Slice.AsSpan());

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
}
