using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

internal enum TokenKind : byte { Text, Continued, OpenQuote, CloseQuote, OpenFont, OpenMarkup, OpenDisplay, OpenCite, Close }

/// <summary>A piece of output in the order of print. Of its text counts what lies between two places, so that its ends can be cut off.</summary>
internal struct Token
{
    public TokenKind Kind;
    public Markup Markup;
    public Display Display;
    public Font Font;
    public int Cite;
    private string _text;
    private int _start;
    private int _end;

    public readonly bool IsText => Kind is TokenKind.Text or TokenKind.Continued;

    public readonly bool IsEmpty => _start >= _end;

    public readonly ReadOnlySpan<char> Text => _text.AsSpan(_start, _end - _start);

    public readonly char First => _text[_start];

    public readonly char Last => _text[_end - 1];

    public void SetText(string text) => (_text, _start, _end) = (text, 0, text.Length);

    public void CutFirst() => _start++;

    public void CutLast() => _end--;

    public void Append(char c) => SetText(string.Concat(Text, [c]));
}

/// <summary>The tokens of one tree; the row is used again for the next. An array, as lists and spans of structs of our own are slow until they are compiled.</summary>
internal sealed class TokenRow
{
    private Token[] _tokens = new Token[64];

    public int Count { get; private set; }

    public ref Token this[int index] => ref _tokens[index];

    public void Clear() => Count = 0;

    /// <summary>Takes back what was added last.</summary>
    /// <param name="count">How many tokens stay.</param>
    public void CutTo(int count) => Count = count;

    public void AddText(TokenKind kind, string text) => Next(kind).SetText(text);

    public void AddFont(Font font) => Next(TokenKind.OpenFont).Font = font;

    public void AddMarkup(Markup markup) => Next(TokenKind.OpenMarkup).Markup = markup;

    public void AddDisplay(Display display) => Next(TokenKind.OpenDisplay).Display = display;

    public void AddCite(int cite) => Next(TokenKind.OpenCite).Cite = cite;

    public void AddClose() => Next(TokenKind.Close);

    private ref Token Next(TokenKind kind)
    {
        if (Count == _tokens.Length)
        {
            var longer = new Token[Count * 2];
            Array.Copy(_tokens, longer, Count);
            _tokens = longer;
        }

        ref var token = ref _tokens[Count++];
        token = default;
        token.Kind = kind;
        return ref token;
    }
}
