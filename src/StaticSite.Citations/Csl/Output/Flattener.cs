using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

internal enum TokenKind : byte { Text, Continued, OpenQuote, CloseQuote, OpenFont, OpenMarkup, OpenDisplay, OpenCite, Close }

/// <summary>A piece of output in the order of print.</summary>
internal struct Token(TokenKind kind, string text = "")
{
    public TokenKind Kind = kind;
    public string Text = text;
    public Font Font;
    public Markup Markup;
    public Display Display;
    public int Cite;

    public readonly bool IsText => Kind is TokenKind.Text or TokenKind.Continued;
}

/// <summary>Lays a tree of output out as a row of tokens, sets affixes, delimiters and quotation marks, and settles where punctuation meets.</summary>
internal sealed class Flattener(MergedLocale locale)
{
    private readonly List<Token> _tokens = [];
    private int _quoteDepth;

    public static List<Token> Flatten(Node? node, MergedLocale locale)
    {
        var flattener = new Flattener(locale);
        if (node is not null)
        {
            flattener.Add(node);
        }

        Punctuation.Settle(flattener._tokens, locale.PunctuationInQuote);
        return flattener._tokens;
    }

    private void Add(Node node)
    {
        if (node.IsEmpty)
        {
            return;
        }

        if (node is TextNode text)
        {
            _tokens.Add(new(text.Continues ? TokenKind.Continued : TokenKind.Text, text.Text));
        }
        else if (node is GroupNode group)
        {
            AddGroup(group);
        }
    }

    private void AddGroup(GroupNode group)
    {
        if (group.Display != Display.Unset)
        {
            _tokens.Add(new(TokenKind.OpenDisplay) { Display = group.Display });
        }

        AddText(group.Prefix);
        if (group.Tag is CiteTag cite)
        {
            _tokens.Add(new(TokenKind.OpenCite) { Cite = cite.Index });
        }

        AddContent(group);
        if (group.Tag is CiteTag)
        {
            _tokens.Add(new(TokenKind.Close));
        }

        AddText(group.Suffix);
        if (group.Display != Display.Unset)
        {
            _tokens.Add(new(TokenKind.Close));
        }
    }

    private void AddContent(GroupNode group)
    {
        if (group.Font != default)
        {
            _tokens.Add(new(TokenKind.OpenFont) { Font = group.Font });
        }

        if (group.Markup != Markup.None)
        {
            _tokens.Add(new(TokenKind.OpenMarkup) { Markup = group.Markup });
        }

        var depth = _quoteDepth;
        if (group.IsQuoted)
        {
            _quoteDepth += depth == 0 && group.IsInnerQuote ? 2 : 1;
            _tokens.Add(new(TokenKind.OpenQuote, _quoteDepth % 2 == 1 ? locale.Quotes.Open : locale.Quotes.OpenInner));
        }

        AddChildren(group);
        if (group.IsQuoted)
        {
            _tokens.Add(new(TokenKind.CloseQuote, _quoteDepth % 2 == 1 ? locale.Quotes.Close : locale.Quotes.CloseInner));
            _quoteDepth = depth;
        }

        if (group.Markup != Markup.None)
        {
            _tokens.Add(new(TokenKind.Close));
        }

        if (group.Font != default)
        {
            _tokens.Add(new(TokenKind.Close));
        }
    }

    private void AddChildren(GroupNode group)
    {
        var first = true;
        foreach (var child in group.Children)
        {
            if (child.IsEmpty)
            {
                continue;
            }

            if (!first)
            {
                AddText(group.Delimiter);
            }

            Add(child);
            first = false;
        }
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            _tokens.Add(new(TokenKind.Text, text));
        }
    }
}
