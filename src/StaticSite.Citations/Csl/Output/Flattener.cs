using System.Text;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Lays a tree of output out as a row of tokens, sets affixes, delimiters and quotation marks, and settles where punctuation meets.</summary>
internal sealed class Flattener
{
    private readonly TokenRow _row = new();
    private Quotes _quotes = null!;
    private int _quoteDepth;

    /// <returns>A row that lasts until the next call.</returns>
    public TokenRow Flatten(Node? node, MergedLocale locale)
    {
        _row.Clear();
        (_quotes, _quoteDepth) = (locale.Quotes, 0);
        if (node is { IsEmpty: false })
        {
            Add(node);
        }

        Punctuation.Settle(_row, locale.PunctuationInQuote);
        return _row;
    }

    /// <summary>The text alone, without formatting.</summary>
    public string PlainText(Node? node, MergedLocale locale)
    {
        var text = new StringBuilder();
        var row = Flatten(node, locale);
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].IsText)
            {
                text.Append(row[i].Text);
            }
        }

        return text.ToString();
    }

    private void Add(Node node)
    {
        if (node is TextNode text)
        {
            _row.AddText(text.Continues ? TokenKind.Continued : TokenKind.Text, text.Text);
        }
        else
        {
            AddGroup((GroupNode)node);
        }
    }

    private void AddGroup(GroupNode group)
    {
        if (group.Display != Display.Unset)
        {
            _row.AddDisplay(group.Display);
        }

        AddAffix(group.Prefix);
        var cite = group.Tag as CiteTag;
        if (cite is not null)
        {
            _row.AddCite(cite.Index);
        }

        AddContent(group);
        if (cite is not null)
        {
            _row.AddClose();
        }

        AddAffix(group.Suffix);
        if (group.Display != Display.Unset)
        {
            _row.AddClose();
        }
    }

    private void AddContent(GroupNode group)
    {
        var hasFont = !group.Font.IsUnset;
        if (hasFont)
        {
            _row.AddFont(group.Font);
        }

        if (group.Markup != Markup.None)
        {
            _row.AddMarkup(group.Markup);
        }

        if (group.IsQuoted)
        {
            AddQuoted(group);
        }
        else
        {
            AddChildren(group);
        }

        if (group.Markup != Markup.None)
        {
            _row.AddClose();
        }

        if (hasFont)
        {
            _row.AddClose();
        }
    }

    private void AddQuoted(GroupNode group)
    {
        var depth = _quoteDepth;
        _quoteDepth += depth == 0 && group.IsInnerQuote ? 2 : 1;
        _row.AddText(TokenKind.OpenQuote, _quoteDepth % 2 == 1 ? _quotes.Open : _quotes.OpenInner);
        AddChildren(group);
        _row.AddText(TokenKind.CloseQuote, _quoteDepth % 2 == 1 ? _quotes.Close : _quotes.CloseInner);
        _quoteDepth = depth;
    }

    private void AddChildren(GroupNode group)
    {
        var children = group.Children;
        var first = true;
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i].IsEmpty)
            {
                continue;
            }

            if (!first)
            {
                AddAffix(group.Delimiter);
            }

            Add(children[i]);
            first = false;
        }
    }

    private void AddAffix(string text)
    {
        if (text.Length > 0)
        {
            _row.AddText(TokenKind.Text, text);
        }
    }
}
