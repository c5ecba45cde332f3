using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using StaticSite.Parse.Html;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.BareLinks;

/// <summary>
/// Finds <c>https://…</c>, <c>doi:10.…</c> and <c>10.1234/…</c> at their first colon or slash and takes back the letters before it:
/// these two are rarer than the letters that such addresses start with.
/// </summary>
internal sealed partial class BareLinkParser : InlineParser
{
    public BareLinkParser() => OpeningCharacters = [':', '/'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LiteralInline { IsClosed: false } before || before.Content.End != slice.Start - 1 || !ReferenceEquals(before.Content.Text, slice.Text))
        {
            return false;
        }

        var head = before.Content.AsSpan();
        var prefix = slice.CurrentChar == ':' ? PrefixOfScheme(head, slice.AsSpan()) : PrefixOfDoi(head);
        if (prefix == 0 || (head.Length > prefix && char.IsAsciiLetterOrDigit(head[^(prefix + 1)])))
        {
            return false;
        }

        var length = BareLinkEnd.Find(slice.Text.AsSpan(slice.Start - prefix, prefix + slice.Length), prefix);
        var text = slice.Text.Substring(slice.Start - prefix, length);
        if (FindHref(text) is not { } href)
        {
            return false;
        }

        Emit(processor, before, new BareLinkInline(href, text), prefix);
        slice.Start += length - prefix;
        return true;
    }

    private static void Emit(InlineProcessor processor, LiteralInline before, BareLinkInline link, int prefix)
    {
        link.Span = new MarkdigSpan(before.Span.End - prefix + 1, before.Span.End - prefix + link.Text.Length);
        link.Line = before.Line;
        before.Content.End -= prefix;
        before.Span.End -= prefix;
        if (before.Content.IsEmpty)
        {
            before.ReplaceBy(link);
        }

        processor.Inline = link;
    }

    private static int PrefixOfScheme(ReadOnlySpan<char> head, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("://", StringComparison.Ordinal))
        {
            return head.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? 5 : head.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        }

        return head.EndsWith("doi", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }

    /// <summary>The length of <c>10.1234</c> at the end of the text; a registrant has four to nine digits.</summary>
    private static int PrefixOfDoi(ReadOnlySpan<char> head)
    {
        var digits = 0;
        while (digits < head.Length && digits < 10 && char.IsAsciiDigit(head[^(digits + 1)]))
        {
            digits++;
        }

        var length = digits + 3;
        return digits is >= 4 and <= 9 && length <= head.Length && head[^length..].StartsWith("10.", StringComparison.Ordinal)
            && (head.Length == length || head[^(length + 1)] is not ('.' or '/'))
            ? length
            : 0;
    }

    private static string? FindHref(string text)
    {
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            var host = text.AsSpan(text.IndexOf("://", StringComparison.Ordinal) + 3);
            return host.IsEmpty || !char.IsLetterOrDigit(host[0]) ? null : HtmlUrl.Escape(text);
        }

        var doi = Doi().Match(text);
        return doi.Success ? HtmlUrl.OfDoi(doi.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"^(?:doi:\s?)?(10\.\d{4,9}/\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doi();
}
