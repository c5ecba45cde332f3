namespace StaticSite.Parse.Text;

/// <summary>The body's plain text, a line per block, and where its first paragraphs lie in it. Used again for the next page.</summary>
internal sealed class TextCollector
{
    /// <summary>More than a summary ever needs.</summary>
    private const int SummarySource = 1200;

    private const int FirstCapacity = 16 * 1024;

    private char[] _text = new char[FirstCapacity];
    private readonly char[] _paragraphs = new char[(2 * SummarySource) + 1];
    private int _paragraphsLength;

    /// <summary>The last character of the current block; NUL at its start.</summary>
    public char Last => Length == 0 || _text[Length - 1] == '\n' ? '\0' : _text[Length - 1];

    public int Length { get; private set; }

    public int Capacity => _text.Length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    public ReadOnlySpan<char> Paragraphs => _paragraphs.AsSpan(0, _paragraphsLength);

    public void Clear() => (Length, _paragraphsLength) = (0, 0);

    public void Append(ReadOnlySpan<char> text)
    {
        if (_text.Length - Length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        }

        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Words stand here that only other pages know (a label, a title, a name).</summary>
    public void AppendGap() => Append([SummaryCut.Gap]);

    /// <summary>A raised number that the plain text does not have follows its word without a space.</summary>
    public void TrimSpace()
    {
        if (Last == ' ')
        {
            Length--;
        }
    }

    public void EndBlock()
    {
        if (Last != '\0')
        {
            Append("\n");
        }
    }

    /// <summary>A paragraph of the running text that began at <paramref name="start"/> has ended.</summary>
    public void EndParagraph(int start)
    {
        if (_paragraphsLength < SummarySource && start < Length)
        {
            var paragraph = _text.AsSpan(start, Math.Min(Length - start, SummarySource));
            paragraph.CopyTo(_paragraphs.AsSpan(_paragraphsLength));
            _paragraphsLength += paragraph.Length;
            _paragraphs[_paragraphsLength++] = '\n';
        }

        EndBlock();
    }
}
