using System.Buffers;
using System.Text;

namespace StaticSite.Citations.Formats.BibTex;

internal enum LatexMode
{
    /// <summary>Braces only group.</summary>
    Text,

    /// <summary>Braces keep letter case, which CSL-JSON writes as <c>nocase</c>.</summary>
    Title,

    /// <summary>Addresses and numbers: <c>~</c>, <c>--</c> and quotation marks are themselves.</summary>
    Verbatim,
}

/// <summary>LaTeX as bibliographies have it, read to text with CSL-JSON's tags.</summary>
internal sealed partial class LatexText
{
    // What is nested deeper is read without its braces.
    private const int DeepestNesting = 60;
    private const int LongestClosing = 100;

    private static readonly SearchValues<char> s_special = SearchValues.Create("\\{}$~`'-\r\n\t ?!");

    private readonly string _text;
    private readonly LatexMode _mode;
    private readonly StringBuilder _out;
    private int _at;
    private int _depth;
    private bool _isMath;
    private bool _isProtected;
    private bool _isQuoted;
    private string? _unknown;

    private LatexText(string text, LatexMode mode) => (_text, _mode, _out) = (text, mode, new StringBuilder(text.Length + 16));

    public static string Read(string text, LatexMode mode) => Read(text, mode, out _);

    /// <param name="unknown">The first command that is not known; its arguments are kept.</param>
    public static string Read(string text, LatexMode mode, out string? unknown)
    {
        unknown = null;
        if (IsPlain(text, mode))
        {
            return text.Trim();
        }

        var reader = new LatexText(text, mode);
        while (reader._at < text.Length)
        {
            reader.ReadGroup('\0');
        }

        unknown = reader._unknown;
        return reader._out.ToString().Trim(' ');
    }

    private static bool IsPlain(string text, LatexMode mode)
    {
        if (mode == LatexMode.Verbatim)
        {
            return text.AsSpan().IndexOfAny('\\', '{', '}') < 0;
        }

        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(s_special); at >= 0; at = rest.IndexOfAny(s_special))
        {
            var isHarmless = rest[at] is ' ' or '-' or '\'' or '?' or '!' && (at + 1 == rest.Length || (rest[at + 1] != rest[at] && rest[at + 1] is not ('`' or '\n' or '\r' or '\t')));
            if (!isHarmless)
            {
                return false;
            }

            rest = rest[(at + 1)..];
        }

        return true;
    }

    /// <summary>To the end of the text, or past the character that closes the group.</summary>
    private void ReadGroup(char close)
    {
        var closing = "";
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == close)
            {
                break;
            }

            switch (c)
            {
                case '\\':
                    closing = ReadCommand(closing);
                    break;
                case '{':
                    ReadBraces();
                    break;
                case '}':
                    break;
                case '$' when _mode != LatexMode.Verbatim:
                    ReadMath();
                    break;
                case '^' or '_' when _isMath:
                    ReadStyled(c == '^' ? LatexStyle.Superscript : LatexStyle.Subscript);
                    break;
                default:
                    ReadCharacter(c);
                    break;
            }
        }

        _out.Append(closing);
    }

    private void ReadBraces()
    {
        if (_depth == DeepestNesting)
        {
            return;
        }

        // A group that starts with a command (an accent mostly) keeps no case.
        var keepsCase = _mode == LatexMode.Title && !_isMath && !_isProtected && _at < _text.Length && _text[_at] != '\\' && HasLetterWithCase();
        var tags = LatexCommands.Tags(keepsCase ? LatexStyle.NoCase : LatexStyle.Plain);
        var outer = _isProtected;
        _isProtected |= keepsCase;
        _out.Append(tags.Open);
        ReadNested();
        _out.Append(tags.Close);
        _isProtected = outer;
    }

    private void ReadNested()
    {
        _depth++;
        ReadGroup('}');
        _depth--;
    }

    private bool HasLetterWithCase()
    {
        var open = 1;
        for (var at = _at; at < _text.Length && open > 0; at++)
        {
            var c = _text[at];
            if (char.IsUpper(c) || char.IsLower(c))
            {
                return true;
            }

            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }

        return false;
    }

    private void ReadMath()
    {
        if (_at < _text.Length && _text[_at] == '$')
        {
            _at++;
        }

        _isMath = !_isMath;
    }

    private void ReadStyled(LatexStyle style)
    {
        var (open, close) = LatexCommands.Tags(style);
        var outer = _isProtected;
        _isProtected |= style == LatexStyle.NoCase;
        _out.Append(open);
        ReadArgument();
        _out.Append(close);
        _isProtected = outer;
    }

    /// <summary>A group, a command, or one character.</summary>
    private void ReadArgument()
    {
        SkipSpace();
        if (_at == _text.Length || _text[_at] == '}')
        {
            return;
        }

        if (_text[_at] == '{')
        {
            _at++;
            if (_depth < DeepestNesting)
            {
                ReadNested();
            }
        }
        else if (_text[_at] == '\\')
        {
            _at++;
            _depth++;
            _out.Append(_depth < DeepestNesting ? ReadCommand("") : "");
            _depth--;
        }
        else
        {
            var length = char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length ? 2 : 1;
            _out.Append(_text, _at, length);
            _at += length;
        }
    }

    private void ReadCharacter(char c)
    {
        if (_mode == LatexMode.Verbatim)
        {
            _out.Append(c);
            return;
        }

        var count = 1;
        while (c is '-' or '`' or '\'' && _at < _text.Length && _text[_at] == c && count < 3)
        {
            count++;
            _at++;
        }

        switch (c)
        {
            case ' ' or '\t' or '\r' or '\n':
                AppendText(" ");
                break;
            case '~':
                _out.Append('\u00A0');
                break;
            case '-':
                _out.Append(count switch { 1 => "-", 2 => "–", _ => "—" });
                break;
            case '`' or '\'':
                ReadQuotes(c, count);
                break;
            case '?' or '!' when _at < _text.Length && _text[_at] == '`':
                _at++;
                _out.Append(c == '?' ? '¿' : '¡');
                break;
            default:
                _out.Append(c);
                break;
        }
    }

    private void ReadQuotes(char c, int count)
    {
        if (count > 2)
        {
            _at--;
        }

        if (count > 1)
        {
            _out.Append(c == '`' ? '“' : '”');
        }
        else if (c == '`')
        {
            _out.Append('‘');
            _isQuoted = true;
        }
        else
        {
            // An apostrophe is left to the processor; the end of a quotation is not.
            var closes = _isQuoted && (_at == _text.Length || !char.IsLetterOrDigit(_text[_at]));
            _out.Append(closes ? '’' : '\'');
            _isQuoted &= !closes;
        }
    }

    /// <summary>White space counts once.</summary>
    private void AppendText(string text)
    {
        if (text != " " || (_out.Length > 0 && _out[^1] != ' '))
        {
            _out.Append(text);
        }
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private void SkipArgument()
    {
        if (_at == _text.Length || _text[_at] != '{')
        {
            return;
        }

        var open = 0;
        do
        {
            open += _text[_at] == '{' ? 1 : _text[_at] == '}' ? -1 : 0;
            _at++;
        }
        while (open > 0 && _at < _text.Length);
    }
}
