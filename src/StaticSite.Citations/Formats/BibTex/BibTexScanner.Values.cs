using System.Text;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Values of fields: texts in braces or quotation marks, numbers, macros.</summary>
internal sealed partial class BibTexScanner
{
    /// <summary>Pieces joined by <c>#</c>. Null where the value is not closed.</summary>
    private RawField? ReadValue(string name, char close)
    {
        var value = "";
        StringBuilder? joined = null;
        var (start, end) = (-1, 0);
        do
        {
            _at = SkipSpace(_at);
            var from = _at;
            var piece = _at == _text.Length ? "" : _text[_at] is '{' or '"' ? ReadQuoted(name) : ReadWord(name, close);
            if (piece is null)
            {
                return null;
            }

            var isQuoted = _at > from && _text[from] is '{' or '"';
            if (start < 0)
            {
                (start, end, value) = (isQuoted ? from + 1 : from, isQuoted ? _at - 1 : _at, piece);
            }
            else
            {
                joined = (joined ?? new StringBuilder(value)).Append(piece);
                end = _at;
            }
        }
        while (IsJoined());
        return new RawField(name, joined?.ToString() ?? value, start, end - start);
    }

    private bool IsJoined()
    {
        var next = SkipSpace(_at);
        if (next == _text.Length || _text[next] != '#')
        {
            return false;
        }

        _at = next + 1;
        return true;
    }

    /// <summary>A text in braces or quotation marks. Braces count in both, as they do for BibTeX, even after a backslash.</summary>
    private string? ReadQuoted(string name)
    {
        var start = _at++;
        var isBraced = _text[start] == '{';
        var open = 0;
        while (true)
        {
            var skipped = _text.AsSpan(_at).IndexOfAny("{}\"@");
            _at = skipped < 0 ? _text.Length : _at + skipped;
            if (_at == _text.Length || IsBoundaryAt(_at))
            {
                var mark = isBraced ? "{" : "\"";
                _problems.Add(BibTexProblems.NotClosed(start, 1, mark, $"The value of '{FormatProblems.Quote(name)}'", isBraced ? '}' : '"'));
                return null;
            }

            var c = _text[_at++];
            if (open == 0 && c == (isBraced ? '}' : '"'))
            {
                return _text.Substring(start + 1, _at - start - 2);
            }

            open = c == '{' ? open + 1 : c == '}' ? Math.Max(0, open - 1) : open;
        }
    }

    /// <summary>A number, or the name of a macro.</summary>
    private string ReadWord(string name, char close)
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != close && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (',' or '#' or '{' or '}' or '"' or '='))
        {
            _at++;
        }

        var word = _text.AsSpan(start, _at - start);
        if (word.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return word.ToString();
        }

        if (_strings.Find(word, out var isTooLong) is { } text)
        {
            return text;
        }

        if (isTooLong)
        {
            _problems.Add(BibTexProblems.StringsTooLong(start, word.ToString()));
            return "";
        }

        return ReadBareText(name, start, close);
    }

    /// <summary>What an author forgot to put in braces: to the next comma or the end of the line.</summary>
    private string ReadBareText(string name, int start, char close)
    {
        var next = SkipSpace(_at);
        var isOneWord = next == _text.Length || _text[next] is ',' or '#' || _text[next] == close || _text.AsSpan(_at, next - _at).IndexOfAny('\r', '\n') >= 0;
        if (!isOneWord)
        {
            var length = _text.AsSpan(_at).IndexOfAny(",\r\n}");
            _at = length < 0 ? _text.Length : _at + length;
        }

        var text = _text[start.._at].TrimEnd();
        _problems.Add(isOneWord && text.AsSpan().IndexOfAnyInRange('0', '9') != 0 ? BibTexProblems.UndefinedString(start, text) : BibTexProblems.ValueWithoutBraces(start, text, name));
        return text;
    }
}
