using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Attributes;

/// <summary>Reads <c>{#id .class key=value key="two words"}</c>. A bare word is no attribute, so <c>{like this}</c> stays text.</summary>
internal ref struct AttributeListReader
{
    /// <summary>Longer than any list; keeps thousands of open braces cheap.</summary>
    private const int MaximumLength = 1000;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _source;
    private int _at;

    private AttributeListReader(ReadOnlySpan<char> text, int source)
    {
        _text = text.Length > MaximumLength ? text[..MaximumLength] : text;
        _source = source;
    }

    /// <param name="text">Starts with <c>{</c>.</param>
    /// <param name="source">The offset of <paramref name="text"/> in the body.</param>
    /// <param name="length">The length up to and with <c>}</c>.</param>
    public static AttributeList? Find(ReadOnlySpan<char> text, int source, out int length)
    {
        var reader = new AttributeListReader(text, source);
        var entries = reader.Read();
        length = reader._at;
        return entries is null ? null : new AttributeList(entries);
    }

    private List<AttributeEntry>? Read()
    {
        var entries = new List<AttributeEntry>();
        _at = 1;
        while (true)
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }

            if (_at >= _text.Length)
            {
                return null;
            }

            if (_text[_at] == '}')
            {
                _at++;
                return entries.Count == 0 ? null : entries;
            }

            if (ReadEntry() is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }
    }

    private AttributeEntry? ReadEntry()
    {
        var start = _at;
        var first = _text[_at];
        if (first is '#' or '.')
        {
            _at++;
            var value = ReadWhile(static c => !char.IsWhiteSpace(c) && c is not ('}' or '{' or '#' or '"' or '\'' or '=' or '<' or '>' or '&'));
            return value.Length == 0 ? null : Entry(first == '#' ? "id" : "class", value, start);
        }

        var key = ReadWhile(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '@');
        if (key.Length == 0 || _at >= _text.Length || _text[_at] != '=')
        {
            return null;
        }

        _at++;
        return ReadValue() is { } text ? Entry(key.ToLowerInvariant(), text, start) : null;
    }

    private string? ReadValue()
    {
        if (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            var close = _text[(_at + 1)..].IndexOf(_text[_at]);
            if (close < 0)
            {
                return null;
            }

            var quoted = _text.Slice(_at + 1, close).ToString();
            _at += close + 2;
            return quoted;
        }

        var bare = ReadWhile(static c => !char.IsWhiteSpace(c) && c is not ('}' or '"' or '\'' or '<' or '>'));
        return bare.Length == 0 ? null : bare;
    }

    private string ReadWhile(Func<char, bool> accept)
    {
        var start = _at;
        while (_at < _text.Length && accept(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at].ToString();
    }

    private readonly AttributeEntry Entry(string key, string value, int start) =>
        new(key, value, new MarkdigSpan(_source + start, _source + _at - 1));
}
