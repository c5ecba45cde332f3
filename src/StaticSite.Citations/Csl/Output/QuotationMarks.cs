using System.Text;
using StaticSite.Citations.Csl.Locales;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Finds the quotations in a text. A mark that opens or closes nothing stays as it is, a straight apostrophe becomes a typographic one.</summary>
internal sealed class QuotationMarks(Quotes quotes)
{
    private readonly NodeList _parts = [];
    private readonly Stack<(char Mark, int Place)> _open = new();
    private readonly StringBuilder _text = new();
    private bool _first = true;

    public static NodeList Resolve(NodeList parts, Quotes quotes) => new QuotationMarks(quotes).Run(parts);

    private NodeList Run(NodeList parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is TextNode text)
            {
                Scan(text.Text, i == 0 ? ' ' : Edge(parts[i - 1], true), i == parts.Count - 1 ? ' ' : Edge(parts[i + 1], false));
            }
            else if (parts[i] is GroupNode group)
            {
                Flush();
                _parts.Add(Nodes.Copy(group, Continued(Resolve(group.Children, quotes))));
                _first = false;
            }
        }

        Flush();
        while (_open.TryPop(out var open))
        {
            _parts[open.Place] = new TextNode(open.Mark == '\'' ? "\u2019" : open.Mark.ToString(), open.Place > 0);
        }

        return _parts;
    }

    private NodeList Continued(NodeList children)
    {
        if (!_first && children.Count > 0 && children[0] is TextNode text)
        {
            children[0] = new TextNode(text.Text, continues: true);
        }

        return children;
    }

    private static char Edge(Node node, bool last)
    {
        while (node is GroupNode { Children.Count: > 0 } group)
        {
            node = group.Children[last ? ^1 : 0];
        }

        return node is TextNode { Text.Length: > 0 } text ? text.Text[last ? ^1 : 0] : ' ';
    }

    private void Scan(string text, char before, char after)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var mark = Normalize(text[i]);
            if (mark == '\0')
            {
                _text.Append(text[i]);
                continue;
            }

            var previous = i > 0 ? text[i - 1] : before;
            var next = i + 1 < text.Length ? text[i + 1] : after;
            if (!TryClose(mark, text[i], previous, next) && !TryOpen(mark, text[i], previous, next))
            {
                _text.Append(text[i] == '\'' ? '\u2019' : text[i]);
            }
        }
    }

    /// <summary>Both kinds of marks by their straight form; \0 for what is no mark in this locale.</summary>
    private char Normalize(char c) =>
        c is '"' or '\'' ? c
        : Is(quotes.Open, c) || Is(quotes.Close, c) ? '"'
        : Is(quotes.OpenInner, c) || Is(quotes.CloseInner, c) ? '\''
        : '\0';

    private static bool Is(string mark, char c) => mark.Length > 0 && mark.AsSpan().Trim(" \u00A0\u202F") is [var only] && only == c;

    private bool TryOpen(char mark, char written, char previous, char next)
    {
        var typographic = written is not ('"' or '\'');
        var opens = typographic
            ? Is(quotes.Open, written) || Is(quotes.OpenInner, written)
            : (IsSpace(previous) || previous is '(' or '[' or '{' or '-' or '/' or '\u2013' or '\u2014' or '\u201C' or '\u2018' || HasJustOpened) && !IsSpace(next);
        if (!opens)
        {
            return false;
        }

        Flush();
        _open.Push((written is '"' or '\'' ? mark : written, _parts.Count));
        _parts.Add(new TextNode(""));
        return true;
    }

    private bool HasJustOpened => _text.Length == 0 && _open.TryPeek(out var last) && last.Place == _parts.Count - 1;

    private bool TryClose(char mark, char written, char previous, char next)
    {
        var typographic = written is not ('"' or '\'');
        if (typographic ? !(Is(quotes.Close, written) || Is(quotes.CloseInner, written)) : IsSpace(previous))
        {
            return false;
        }

        if (char.IsLetterOrDigit(next) && !IsIdeographic(next))
        {
            return false;
        }

        if (!_open.Any(open => Normalize(open.Mark) == mark && (open.Mark is '"' or '\'') != typographic))
        {
            return false;
        }

        Flush();
        while (_open.TryPop(out var open))
        {
            if (Normalize(open.Mark) == mark && (open.Mark is '"' or '\'') != typographic)
            {
                Wrap(open.Place, typographic && mark == '\'');
                return true;
            }

            _parts[open.Place] = new TextNode(open.Mark == '\'' ? "\u2019" : open.Mark.ToString(), continues: true);
        }

        return true;
    }

    private void Wrap(int place, bool isInner)
    {
        var quoted = new NodeList();
        quoted.MoveFrom(_parts, place + 1);
        _parts.CutTo(place);
        _parts.Add(new GroupNode { IsQuoted = true, IsInnerQuote = isInner, Children = quoted });
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _parts.Add(new TextNode(_text.ToString(), !_first));
            _text.Clear();
            _first = false;
        }
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    private static bool IsIdeographic(char c) => c >= '\u2E80';
}
