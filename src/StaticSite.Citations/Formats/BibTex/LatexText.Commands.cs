using System.Globalization;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Commands and their arguments.</summary>
internal sealed partial class LatexText
{
    /// <param name="closing">What is to be printed at the end of the group so far.</param>
    /// <returns>The same, with what this command adds to it.</returns>
    private string ReadCommand(string closing)
    {
        var name = CommandName();
        if (LatexCommands.FindAccent(name) is { } accent && !(_isMath && name.Length == 1 && name[0] is '.' or '='))
        {
            ReadAccented(accent, name[0]);
        }
        else if (LatexCommands.FindText(name) is { } text)
        {
            _isMath = (_isMath || name is "(") && name is not ")";
            AppendText(text);
        }
        else if (LatexCommands.FindStyle(name) is { } style)
        {
            ReadStyledCommand(style);
        }
        else if (LatexCommands.FindSwitch(name) is { } change)
        {
            var (open, close) = LatexCommands.Tags(change);
            if (closing.Length < LongestClosing)
            {
                _out.Append(open);
                return close + closing;
            }
        }
        else if (name is "href")
        {
            SkipArgument();
        }
        else if (!name.IsEmpty && !(name is "color" or "begin" or "end" or "textcolor" or "hspace" or "vspace" or "label"))
        {
            _unknown ??= name.ToString();
        }
        else
        {
            SkipArgument();
        }

        return closing;
    }

    private void ReadStyledCommand(LatexStyle style)
    {
        _depth++;
        if (_depth <= DeepestNesting)
        {
            ReadStyled(style);
        }

        _depth--;
    }

    /// <summary>Letters, and the white space after them, or one other character.</summary>
    private ReadOnlySpan<char> CommandName()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }

        if (_at > start)
        {
            var name = _text.AsSpan(start, _at - start);
            SkipSpace();
            return name;
        }

        _at = Math.Min(_at + 1, _text.Length);
        return _text.AsSpan(start, _at - start);
    }

    private void ReadAccented(char accent, char command)
    {
        var start = _out.Length;
        ReadArgument();
        if (_out.Length == start)
        {
            // \~{} and \^{} are these characters.
            _out.Append(command is '~' or '^' or '\'' or '`' or '"' or '=' or '.' ? command.ToString() : "");
            return;
        }

        // The accent belongs on the first letter: dotless ones get their dot back, as the composed characters have none.
        var at = start + (_out[start] == '<' ? TagLength(start) : 0);
        if (at >= _out.Length)
        {
            return;
        }

        if (_out[at] is 'ı' or 'ȷ' && accent is not ('\u0327' or '\u0328' or '\u0323' or '\u0331'))
        {
            _out[at] = _out[at] == 'ı' ? 'i' : 'j';
        }

        var after = at + 1;
        while (after < _out.Length && CharUnicodeInfo.GetUnicodeCategory(_out[after]) == UnicodeCategory.NonSpacingMark)
        {
            after++;
        }

        if (!char.IsSurrogate(_out[at]))
        {
            var composed = (_out.ToString(at, after - at) + accent).Normalize();
            _out.Remove(at, after - at).Insert(at, composed);
        }
    }

    private int TagLength(int start)
    {
        var at = start;
        while (at < _out.Length && _out[at] != '>')
        {
            at++;
        }

        return at + 1 - start;
    }
}
