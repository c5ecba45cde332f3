using System.Collections.Immutable;

namespace StaticSite.Parse.Yaml;

internal sealed partial class PlainYaml
{
    private const int LongestKey = 200;

    private bool IsAtKey()
    {
        var start = _at;
        var isKey = ReadKey() is not null;
        _at = start;
        return isKey;
    }

    /// <summary>A word and its colon.</summary>
    private YamlScalar? ReadKey()
    {
        var start = _at;
        while (_at < _end && IsInKey(_text[_at], isFirst: _at == start))
        {
            _at++;
        }

        var length = _at - start;
        if (length is 0 or > LongestKey || !IsColon())
        {
            return null;
        }

        var key = new YamlScalar(_text.Substring(start, length), true, Span(start));
        _at++;
        return key;
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

        return Trimmed(start);
    }

    private YamlScalar Trimmed(int start)
    {
        var lineEnd = _at;
        while (_text[_at - 1] == ' ')
        {
            _at--;
        }

        var scalar = new YamlScalar(_text[start.._at], true, Span(start));
        _at = lineEnd;
        return scalar;
    }

    private static bool IsPlainStart(char c) => char.IsLetterOrDigit(c) || c is '(' or '/' or '_' || c > '\u00A0';

    /// <summary>In quotation marks, on one line, with no escape but that of the mark itself.</summary>
    private YamlScalar? ReadQuoted()
    {
        var (start, mark, isEscaped) = (_at++, _text[_at - 1], false);
        for (; _at < _end && _text[_at] is not ('\n' or '\r'); _at++)
        {
            if (_text[_at] == mark && (mark == '"' || _at + 1 >= _end || _text[_at + 1] != mark))
            {
                var text = _text[(start + 1)..(_at++)];
                return new YamlScalar(isEscaped ? Unescaped(text, mark) : text, false, Span(start));
            }

            if (_text[_at] == mark || (mark == '"' && _text[_at] == '\\'))
            {
                isEscaped = true;
                _at++;
                if (mark == '"' && (_at >= _end || _text[_at] is not ('"' or '\\')))
                {
                    return null;
                }
            }
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
        var entries = ImmutableArray.CreateBuilder<YamlEntry>(4);
        while (MovesToNext(isFirst: entries.Count == 0, '}'))
        {
            var key = _at < _end && _text[_at] is '"' or '\'' ? ReadQuoted() : ReadWords();
            HashSet<string>? keys = null;
            if (key is null || !IsColon() || entries.Count >= FewKeys || !IsNew(entries, ref keys, key.Text))
            {
                return null;
            }

            _at++;
            if (ReadWithin(depth) is not { } value)
            {
                return null;
            }

            entries.Add(new YamlEntry(key.Text, key.Where, value));
        }

        return Closes('}') ? new YamlMapping(entries.ToImmutable(), Span(start)) : null;
    }

    private YamlSequence? ReadSquare(int depth)
    {
        var start = _at;
        var items = ImmutableArray.CreateBuilder<YamlNode>(4);
        while (MovesToNext(isFirst: items.Count == 0, ']'))
        {
            if (ReadWithin(depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return Closes(']') ? new YamlSequence(items.ToImmutable(), Span(start)) : null;
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
    private YamlScalar? ReadWords()
    {
        var start = _at;
        while (_at < _end && (char.IsLetterOrDigit(_text[_at]) || (_at > start && _text[_at] is ' ' or '-' or '.' or '_' or '/' or '(' or ')' or '+')))
        {
            _at++;
        }

        return _at == start ? null : Trimmed(start);
    }
}
