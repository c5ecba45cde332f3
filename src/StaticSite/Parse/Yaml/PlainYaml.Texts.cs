using System.Buffers;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

internal sealed partial class PlainYaml
{
    private const int LongestKey = 200;
    private const string LettersAndDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> s_inKeys = SearchValues.Create(LettersAndDigits + "_-."), s_inWords = SearchValues.Create(LettersAndDigits + " -._/()+");

    private bool IsAtKey()
    {
        var start = _at;
        var isKey = MovesToColon();
        _at = start;
        return isKey;
    }

    /// <summary>What begins with a letter or digit, as far as it is of these: most words need not be looked at character by character.</summary>
    private void SkipWord(SearchValues<char> characters)
    {
        if (_at < _end && char.IsAsciiLetterOrDigit(_text[_at]))
        {
            var length = _text.AsSpan(_at, _end - _at).IndexOfAnyExcept(characters);
            _at = length < 0 ? _end : _at + length;
        }
    }

    /// <summary>A word and its colon.</summary>
    private YamlKey? ReadKey()
    {
        var start = _at;
        if (!MovesToColon())
        {
            return null;
        }

        var key = new YamlKey(TextPool.Get(_text.AsSpan(start, _at - start)), Span(start));
        _at++;
        return key;
    }

    private bool MovesToColon()
    {
        var start = _at;
        SkipWord(s_inKeys);
        while (_at < _end && IsInKey(_text[_at], isFirst: _at == start))
        {
            _at++;
        }

        return _at - start is > 0 and <= LongestKey && IsColon();
    }

    private static bool IsInKey(char c, bool isFirst) => char.IsLetterOrDigit(c) || c == '_' || (!isFirst && c is '-' or '.');

    /// <summary>A colon within a word separates nothing.</summary>
    private bool IsColon() => _at < _end && _text[_at] == ':' && (_at + 1 >= _end || _text[_at + 1] is ' ' or '\n' or '\r');

    private YamlScalar? ReadPlain()
    {
        if (!IsPlainStart(_text[_at]))
        {
            return null;
        }

        var start = _at;
        for (; !IsAtLineEnd(); _at++)
        {
            if (IsColon() || (_text[_at] == '#' && _text[_at - 1] == ' '))
            {
                return null;
            }
        }

        return Plain(Trimmed(start));
    }

    private YamlScalar Plain(SourceSpan where) => new(_text.Substring(where.Start, where.Length), true, where);

    /// <summary>Without the spaces at the end.</summary>
    private SourceSpan Trimmed(int start)
    {
        var lineEnd = _at;
        while (_text[_at - 1] == ' ')
        {
            _at--;
        }

        var where = Span(start);
        _at = lineEnd;
        return where;
    }

    private static bool IsPlainStart(char c) => char.IsLetterOrDigit(c) || c is '(' or '/' or '_' || c > '\u00A0';

    /// <summary>In quotation marks, on one line, with no escape but that of the mark itself.</summary>
    private YamlScalar? ReadQuoted()
    {
        var (start, mark, isEscaped) = (_at++, _text[_at - 1], false);
        var marks = mark == '"' ? "\n\r\"\\" : "\n\r'";
        while (_text.AsSpan(_at, _end - _at).IndexOfAny(marks) is >= 0 and var skipped)
        {
            _at += skipped;
            if (_text[_at] is '\n' or '\r')
            {
                return null;
            }

            if (_text[_at] == mark && (mark == '"' || _at + 1 >= _end || _text[_at + 1] != mark))
            {
                var text = _text[(start + 1)..(_at++)];
                return new YamlScalar(isEscaped ? Unescaped(text, mark) : text, false, Span(start));
            }

            isEscaped = true;
            _at++;
            if (mark == '"' && (_at >= _end || _text[_at] is not ('"' or '\\')))
            {
                return null;
            }

            _at++;
        }

        return null;
    }

    private static string Unescaped(string text, char mark)
    {
        if (mark == '\'')
        {
            return text.Replace("''", "'", StringComparison.Ordinal);
        }

        var plain = new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            plain[length++] = text[i];
        }

        return new string(plain, 0, length);
    }

    private YamlNode? ReadBrackets(int depth) => depth > DeepestNesting ? null : _text[_at] == '{' ? ReadBraces(depth) : ReadSquare(depth);

    private YamlMapping? ReadBraces(int depth)
    {
        var start = _at;
        var first = _entries.Count;
        while (MovesToNext(isFirst: _entries.Count == first, '}'))
        {
            var found = _at < _end && _text[_at] is '"' or '\'' ? ReadQuoted() is { } quoted ? new(quoted.Text, quoted.Where) : null : ReadKeyWords();
            HashSet<string>? keys = null;
            if (found is not { } key || !IsColon() || _entries.Count - first >= FewKeys || !IsNew(first, ref keys, key.Text))
            {
                return null;
            }

            _at++;
            if (ReadWithin(depth) is not { } value)
            {
                return null;
            }

            _entries.Add(new YamlEntry(key.Text, key.Where, value));
        }

        return Closes('}') ? new YamlMapping(TakeFrom(_entries, first), Span(start)) : null;
    }

    private YamlSequence? ReadSquare(int depth)
    {
        var start = _at;
        var first = _items.Count;
        while (MovesToNext(isFirst: _items.Count == first, ']'))
        {
            if (ReadWithin(depth) is not { } item)
            {
                return null;
            }

            _items.Add(item);
        }

        return Closes(']') ? new YamlSequence(TakeFrom(_items, first), Span(start)) : null;
    }

    /// <summary>Past the opening bracket or the next comma; false at anything else.</summary>
    private bool MovesToNext(bool isFirst, char close)
    {
        if (isFirst)
        {
            _at++;
            SkipSpaces();
            return _at < _end && _text[_at] != close;
        }

        if (_at >= _end || _text[_at] != ',')
        {
            return false;
        }

        _at++;
        SkipSpaces();
        return true;
    }

    private bool Closes(char close)
    {
        if (_at >= _end || _text[_at] != close)
        {
            return false;
        }

        _at++;
        return true;
    }

    private YamlNode? ReadWithin(int depth)
    {
        SkipSpaces();
        var node = _at >= _end ? null : _text[_at] switch
        {
            '{' or '[' => ReadBrackets(depth + 1),
            '"' or '\'' => ReadQuoted(),
            _ => ReadWords(),
        };
        SkipSpaces();
        return node;
    }

    /// <summary>A plain text within brackets: nothing in it but letters, digits and what joins them.</summary>
    private YamlScalar? ReadWords() => FindWords() is { } where ? Plain(where) : null;

    private YamlKey? ReadKeyWords() => FindWords() is { } where ? new(TextPool.Get(_text.AsSpan(where.Start, where.Length)), where) : null;

    private SourceSpan? FindWords()
    {
        var start = _at;
        SkipWord(s_inWords);
        while (_at < _end && (char.IsLetterOrDigit(_text[_at]) || (_at > start && _text[_at] is ' ' or '-' or '.' or '_' or '/' or '(' or ')' or '+')))
        {
            _at++;
        }

        return _at == start ? null : Trimmed(start);
    }
}
