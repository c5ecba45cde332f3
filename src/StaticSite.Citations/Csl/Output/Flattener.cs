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
        if (node is not null)
        {
            TryAdd(node);
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

    /// <returns>False for what is empty, and leaves nothing behind: neither affixes nor marks.</returns>
    private bool TryAdd(Node node)
    {
        if (node is not TextNode text)
        {
            return TryAddGroup((GroupNode)node);
        }

        if (text.Text.Length == 0)
        {
            return false;
        }

        _row.AddText(text.Continues ? TokenKind.Continued : TokenKind.Text, text.Text);
        return true;
    }

    private bool TryAddGroup(GroupNode group)
    {
        var start = _row.Count;
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

        if (!TryAddContent(group))
        {
            _row.CutTo(start);
            return false;
        }

        if (cite is not null)
        {
            _row.AddClose();
        }

        AddAffix(group.Suffix);
        if (group.Display != Display.Unset)
        {
            _row.AddClose();
        }

        return true;
    }

    private bool TryAddContent(GroupNode group)
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

        var isFilled = group.IsQuoted ? TryAddQuoted(group) : TryAddChildren(group);
        if (group.Markup != Markup.None)
        {
            _row.AddClose();
        }

        if (hasFont)
        {
            _row.AddClose();
        }

        return isFilled;
    }

    private bool TryAddQuoted(GroupNode group)
    {
        var depth = _quoteDepth;
        _quoteDepth += depth == 0 && group.IsInnerQuote ? 2 : 1;
        _row.AddText(TokenKind.OpenQuote, _quoteDepth % 2 == 1 ? _quotes.Open : _quotes.OpenInner);
        var isFilled = TryAddChildren(group);
        _row.AddText(TokenKind.CloseQuote, _quoteDepth % 2 == 1 ? _quotes.Close : _quotes.CloseInner);
        _quoteDepth = depth;
        return isFilled;
    }

    private bool TryAddChildren(GroupNode group)
    {
        var children = group.Children;
        var isFilled = false;
        for (var i = 0; i < children.Count; i++)
        {
            var end = _row.Count;
            if (isFilled)
            {
                AddAffix(group.Delimiter);
            }

            if (TryAdd(children[i]))
            {
                isFilled = true;
            }
            else
            {
                _row.CutTo(end);
            }
        }

        return isFilled;
    }

    private void AddAffix(string text)
    {
        if (text.Length > 0)
        {
            _row.AddText(TokenKind.Text, text);
        }
    }
}
