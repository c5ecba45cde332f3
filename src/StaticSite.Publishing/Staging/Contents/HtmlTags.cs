using System.Net;

namespace StaticSite.Publishing.Staging.Contents;

/// <param name="Name">In lower case.</param>
/// <param name="Value">Without character references.</param>
internal readonly record struct HtmlAttribute(string Name, string Value);

/// <summary>
/// The start tags of a document, one after the other. A tokenizer, not a parser: 20,000 pages are looked through at each first publish,
/// and what a policy asks does not depend on how elements nest.
/// </summary>
internal ref struct HtmlTags(string html)
{
    private readonly string _html = html;
    private int _at;

    /// <summary>In lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first of two that have the same name counts, as it does for a browser.</summary>
    public List<HtmlAttribute> Attributes { get; } = [];

    /// <summary>The text of an element whose content is no markup.</summary>
    public string Text { get; private set; } = "";

    public bool MoveNext()
    {
        while (_at < _html.Length && _html.IndexOf('<', _at) is >= 0 and var open)
        {
            _at = open + 1;
            if (_at >= _html.Length)
            {
                break;
            }

            if (char.IsAsciiLetter(_html[_at]))
            {
                ReadTag();
                ReadText();
                return true;
            }

            SkipOther();
        }

        return false;
    }

    public readonly string? Find(string attribute)
    {
        foreach (var (name, value) in Attributes)
        {
            if (name == attribute)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Comments, end tags, doctypes, and a sign that is none.</summary>
    private void SkipOther()
    {
        var rest = _html.AsSpan(_at);
        if (rest.StartsWith("!--"))
        {
            // "<!-->" and "<!--->" are whole comments.
            var end = rest[1..].StartsWith("-->") || rest[1..].StartsWith("--->") ? 1 : 3;
            var close = _html.IndexOf("-->", _at + end, StringComparison.Ordinal);
            _at = close < 0 ? _html.Length : close + 3;
        }
        else if (rest[0] is '!' or '?' or '/')
        {
            var close = _html.IndexOf('>', _at);
            _at = close < 0 ? _html.Length : close + 1;
        }
    }

    private void ReadTag()
    {
        Attributes.Clear();
        Name = Take(IsEndOfTagName).ToLowerInvariant();
        while (_at < _html.Length)
        {
            SkipWhile(letter => IsSpace(letter) || letter == '/');
            if (_at >= _html.Length || _html[_at++] == '>')
            {
                return;
            }

            _at--;
            ReadAttribute();
        }
    }

    private void ReadAttribute()
    {
        // A name may start with "=".
        var start = _at++;
        SkipWhile(letter => !IsSpace(letter) && letter is not ('/' or '>' or '='));
        var name = _html[start.._at].ToLowerInvariant();
        SkipWhile(IsSpace);
        var value = "";
        if (_at < _html.Length && _html[_at] == '=')
        {
            _at++;
            SkipWhile(IsSpace);
            value = ReadValue();
        }

        if (Find(name) is null)
        {
            Attributes.Add(new(name, value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value));
        }
    }

    private string ReadValue()
    {
        if (_at >= _html.Length || _html[_at] is not ('"' or '\''))
        {
            return Take(letter => IsSpace(letter) || letter == '>');
        }

        var quote = _html[_at++];
        var close = _html.IndexOf(quote, _at);
        var end = close < 0 ? _html.Length : close;
        var value = _html[_at..end];
        _at = Math.Min(end + 1, _html.Length);
        return value;
    }

    private void ReadText()
    {
        Text = "";
        if (Name is not ("script" or "style" or "title" or "textarea" or "iframe" or "xmp" or "noembed" or "noframes"))
        {
            return;
        }

        var end = FindEnd(Name);
        Text = _html[_at..end];
        _at = end;
    }

    private readonly int FindEnd(string element)
    {
        for (var at = _at; _html.IndexOf("</", at, StringComparison.Ordinal) is >= 0 and var open; at = open + 2)
        {
            var after = _html.AsSpan(open + 2);
            if (after.StartsWith(element, StringComparison.OrdinalIgnoreCase) && (after.Length == element.Length || IsEndOfTagName(after[element.Length])))
            {
                return open;
            }
        }

        return _html.Length;
    }

    private string Take(Func<char, bool> isEnd)
    {
        var start = _at;
        SkipWhile(letter => !isEnd(letter));
        return _html[start.._at];
    }

    private void SkipWhile(Func<char, bool> isMeant)
    {
        while (_at < _html.Length && isMeant(_html[_at]))
        {
            _at++;
        }
    }

    private static bool IsEndOfTagName(char letter) => IsSpace(letter) || letter is '/' or '>';

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\f';
}
