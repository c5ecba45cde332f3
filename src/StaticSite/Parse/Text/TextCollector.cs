using System.Text;

namespace StaticSite.Parse.Text;

/// <summary>The body's plain text, a line per block, and where its first paragraphs lie in it.</summary>
/// <param name="length">How much text to make room for.</param>
internal sealed class TextCollector(int length)
{
    /// <summary>More than a summary ever needs.</summary>
    private const int SummarySource = 1200;

    private readonly StringBuilder _text = new(length);
    private readonly StringBuilder _paragraphs = new();

    /// <summary>The last character of the current block; NUL at its start.</summary>
    public char Last => _text.Length == 0 || _text[^1] == '\n' ? '\0' : _text[^1];

    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> text) => _text.Append(text);

    /// <summary>Words stand here that only other pages know (a label, a title, a name).</summary>
    public void AppendGap() => _text.Append(SummaryCut.Gap);

    /// <summary>A raised number that the plain text does not have follows its word without a space.</summary>
    public void TrimSpace()
    {
        if (Last == ' ')
        {
            _text.Length--;
        }
    }

    public void EndBlock()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    /// <summary>A paragraph of the running text that began at <paramref name="start"/> has ended.</summary>
    public void EndParagraph(int start)
    {
        if (_paragraphs.Length < SummarySource && start < _text.Length)
        {
            _paragraphs.Append(_text, start, Math.Min(_text.Length - start, SummarySource)).Append('\n');
        }

        EndBlock();
    }

    public string Paragraphs => _paragraphs.ToString();

    public override string ToString() => _text.ToString();
}
