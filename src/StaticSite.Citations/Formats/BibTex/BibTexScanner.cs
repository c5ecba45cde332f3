using System.Buffers;
using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>
/// The syntax of BibTeX: entries, fields, concatenation, macros. After something broken it goes on at the next field, or
/// at the next line that starts an entry of a known type; such a line ends every value, however its braces stand.
/// </summary>
internal sealed partial class BibTexScanner
{
    private static readonly SearchValues<char> s_afterKey = SearchValues.Create(",={}\"\r\n");
    private static readonly SearchValues<char> s_afterKeyInParentheses = SearchValues.Create(",={}\"\r\n)");

    private readonly string _text;
    private readonly ImmutableArray<ReferenceProblem>.Builder _problems;
    private readonly BibTexStrings _strings;
    private readonly List<RawEntry> _entries = [];
    private int _at;

    private BibTexScanner(string text, ImmutableArray<ReferenceProblem>.Builder problems) =>
        (_text, _problems, _strings) = (text, problems, new BibTexStrings(text.Length));

    public static List<RawEntry> Scan(string text, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var scanner = new BibTexScanner(text, problems);
        while (scanner.FindEntry())
        {
            scanner.ReadEntry();
        }

        return scanner._entries;
    }

    /// <summary>Moves to the next <c>@</c> of an entry. Text between entries is a comment; so is a line that starts with <c>%</c>.</summary>
    private bool FindEntry()
    {
        var open = 0;
        var isReported = false;
        while (true)
        {
            var skipped = _text.AsSpan(_at).IndexOfAny("@{}%");
            if (skipped < 0)
            {
                _at = _text.Length;
                return false;
            }

            _at += skipped;
            switch (_text[_at])
            {
                case '@' when HeadEnd(_at) >= 0:
                    return true;
                case '%' when StartsLine(_at):
                    SkipLine();
                    continue;
                case '{':
                    open++;
                    break;
                case '}' when open > 0:
                    open--;
                    break;
                case '}' when !isReported:
                    isReported = true;
                    _problems.Add(BibTexProblems.StrayBrace(_at));
                    break;
            }

            _at++;
        }
    }

    /// <summary>Where the word after <c>@</c> ends, if an entry starts here; else -1. One that lacks its brace starts there too.</summary>
    private int HeadEnd(int at)
    {
        var end = WordEnd(at + 1);
        var after = SkipSpace(end);
        var isOpened = end > at + 1 && after < _text.Length && _text[after] is '{' or '(';
        return isOpened || IsBoundary(at) ? end : -1;
    }

    private bool IsBoundary(int at) => StartsLine(at) && BibTexTypes.IsKnown(_text.AsSpan(at + 1, WordEnd(at + 1) - at - 1));

    private bool StartsLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || _text[at - 1] is '\n' or '\r';
    }

    private void ReadEntry()
    {
        var start = _at;
        var wordEnd = HeadEnd(start);
        var type = BibTexTypes.Canonical(_text.AsSpan(start + 1, wordEnd - start - 1));
        _at = SkipSpace(wordEnd);
        var isOpened = _at < _text.Length && _text[_at] is '{' or '(';
        var close = isOpened && _text[_at] == '(' ? ')' : '}';
        if (isOpened)
        {
            _at++;
        }
        else if (type == "comment")
        {
            return;
        }
        else
        {
            _problems.Add(BibTexProblems.NoBrace(start, wordEnd - start, type));
        }

        switch (type)
        {
            case "comment" or "preamble":
                SkipBody(close);
                break;
            case "string":
                ReadFields(new RawEntry(type, start + 1) { Key = "@string" }, close);
                break;
            default:
                ReadWork(new RawEntry(type, start + 1), close);
                break;
        }
    }

    private void SkipBody(char close)
    {
        var open = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == close && open == 0)
            {
                _at++;
                return;
            }

            if (c == '@' && IsBoundary(_at))
            {
                return;
            }

            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }

    private void ReadWork(RawEntry entry, char close)
    {
        ReadKey(entry, close);
        if (entry.Key.Length == 0)
        {
            _problems.Add(BibTexProblems.NoKey(entry.TypeStart - 1, entry.Type.Length + 1, entry.Type));
        }

        _entries.Add(entry);
        ReadFields(entry, close);
    }

    private void ReadKey(RawEntry entry, char close)
    {
        var start = SkipSpace(_at);
        var rest = _text.AsSpan(start);
        var length = close == ')' ? rest.IndexOfAny(s_afterKeyInParentheses) : rest.IndexOfAny(s_afterKey);
        var end = start + (length < 0 ? rest.Length : length);
        var key = _text.AsSpan(start, end - start).Trim();
        if (end < _text.Length && _text[end] is '=' or '"' or '{')
        {
            // What stands before '=' is a field. Where two words do, the first is the key and its comma is missing.
            var space = key.IndexOfAny(' ', '\t');
            key = space < 0 ? [] : key[..space];
            end = start + key.Length;
        }

        (entry.Key, entry.KeyStart, _at) = (key.ToString(), start, end);
        var next = SkipSpace(_at);
        if (key.Length > 0 && next < _text.Length && _text[next] != ',' && _text[next] != close && !IsBoundaryAt(next))
        {
            _problems.Add(BibTexProblems.MissingComma(start, key.Length, entry.Key));
        }
    }

    private void ReadFields(RawEntry entry, char close)
    {
        while (true)
        {
            _at = SkipSpace(_at);
            if (_at < _text.Length && _text[_at] == '%' && StartsLine(_at))
            {
                SkipLine();
            }
            else if (_at == _text.Length || IsBoundaryAt(_at))
            {
                ReportNotClosed(entry, close);
                return;
            }
            else if (_text[_at] == close)
            {
                _at++;
                return;
            }
            else if (_text[_at] == ',')
            {
                _at++;
            }
            else if (!ReadField(entry, close))
            {
                return;
            }
        }
    }

    private void ReportNotClosed(RawEntry entry, char close)
    {
        var head = SkipSpace(entry.TypeStart + entry.Type.Length) + 2 - entry.TypeStart;
        var what = entry.Type == "string" ? "This @string" : entry.Key.Length > 0 ? $"The entry '{FormatProblems.Quote(entry.Key)}'" : "This entry";
        _problems.Add(BibTexProblems.NotClosed(entry.TypeStart - 1, head, close == '}' ? "{" : "(", what, close));
    }

    /// <summary>False where the entry's end has been lost, which has been reported then.</summary>
    private bool ReadField(RawEntry entry, char close)
    {
        var start = _at;
        var end = NameEnd(start);
        _at = SkipSpace(end);
        if (end == start || _at == _text.Length || _text[_at] != '=')
        {
            _at = end;
            _problems.Add(end == start ? BibTexProblems.BadField(start, _text[start]) : BibTexProblems.MissingEquals(start, _text[start..end]));
            return SkipBadField(entry, close);
        }

        _at++;
        var name = BibTexFieldNames.Canonical(_text.AsSpan(start, end - start));
        if (ReadValue(name, close) is not { } field)
        {
            return false;
        }

        Keep(entry, field, start);
        var next = SkipSpace(_at);
        if (next < _text.Length && _text[next] != ',' && _text[next] != close && !IsBoundaryAt(next) && NameEnd(next) is var word && word > next)
        {
            _problems.Add(BibTexProblems.MissingComma(next, word - next, name));
        }

        return true;
    }

    private void Keep(RawEntry entry, RawField field, int nameStart)
    {
        if (entry.Type == "string")
        {
            _strings.Define(field.Name, field.Value);
        }
        else if (!entry.Fields.TryAdd(field.Name, field))
        {
            _problems.Add(BibTexProblems.DuplicateField(nameStart, field.Name));
        }
        else if (!BibTexFieldNames.IsKnown(field.Name))
        {
            _problems.Add(BibTexProblems.UnknownField(field, nameStart));
        }
    }

    /// <summary>To the next comma of this entry.</summary>
    private bool SkipBadField(RawEntry entry, char close)
    {
        var open = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (open == 0 && (c == ',' || c == close))
            {
                return true;
            }

            if (c == '@' && IsBoundary(_at))
            {
                break;
            }

            open = c == '{' ? open + 1 : c == '}' ? Math.Max(0, open - 1) : open;
        }

        ReportNotClosed(entry, close);
        return false;
    }

    private bool IsBoundaryAt(int at) => _text[at] == '@' && IsBoundary(at);

    private int NameEnd(int at)
    {
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not (',' or '#' or '{' or '}' or '(' or ')' or '"' or '=' or '@'))
        {
            at++;
        }

        return at;
    }

    private int WordEnd(int at)
    {
        while (at < _text.Length && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] is '-' or '_'))
        {
            at++;
        }

        return at;
    }

    private int SkipSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at;
    }

    private void SkipLine()
    {
        var length = _text.AsSpan(_at).IndexOfAny('\r', '\n');
        _at = length < 0 ? _text.Length : _at + length;
    }
}
