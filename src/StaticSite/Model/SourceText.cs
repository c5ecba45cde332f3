namespace StaticSite.Model;

/// <summary>A text with its lines. They end at LF, CR LF and CR, as editors have it.</summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        _text = text;
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            var next = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
            _lineStarts.Add(next);
            var found = text.AsSpan(next).IndexOfAny('\r', '\n');
            at = found < 0 ? -1 : next + found;
        }
    }

    /// <summary>One-based, in UTF-16 units: what editors jump to.</summary>
    public Position PositionOf(int offset)
    {
        var inside = Math.Clamp(offset, 0, _text.Length);
        var index = _lineStarts.BinarySearch(inside);
        var line = index >= 0 ? index : ~index - 1;
        return new Position(line + 1, inside - _lineStarts[line] + 1);
    }

    /// <summary>Without its end.</summary>
    public ReadOnlySpan<char> Line(int number)
    {
        var start = _lineStarts[number - 1];
        var end = number < _lineStarts.Count ? _lineStarts[number] : _text.Length;
        return _text.AsSpan(start, end - start).TrimEnd("\r\n");
    }
}

internal readonly record struct Position(int Line, int Column);
