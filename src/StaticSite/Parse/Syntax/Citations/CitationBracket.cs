using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;
using StaticSite.Parse.Html;
using MarkdigSpan = Markdig.Syntax.SourceSpan;

namespace StaticSite.Parse.Syntax.Citations;

/// <summary>One part of <c>[see @a, p. 3; -@b]</c>.</summary>
/// <param name="KeyAt">Offset of the key in the bracket.</param>
internal readonly record struct CitationPart(string Key, int KeyAt, bool SuppressAuthor, string Prefix, string Rest)
{
    public bool IsBare => !SuppressAuthor && Prefix.Length == 0 && Rest.Length == 0;

    /// <param name="keyStart">Offset of the key in the source.</param>
    public CiteNode ToNode(int keyStart)
    {
        var (locator, suffix) = CiteLocator.Split(Rest);
        var span = new MarkdigSpan(keyStart, keyStart + Key.Length - 1);
        return new CiteNode(Key, span, SuppressAuthor ? CiteMode.SuppressAuthor : CiteMode.Normal, Prefix, locator, suffix);
    }
}

internal static class CitationBracket
{
    private const int MaximumLength = 2000;
    private const int MaximumDepth = 4;

    /// <summary>
    /// The offset of the bracket's end; -1 where there is none near, where brackets nest deep (so that thousands of open ones stay cheap),
    /// or where the bracket is a link's text.
    /// </summary>
    public static int FindEnd(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && i < MaximumLength; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[' when ++depth > MaximumDepth:
                    return -1;
                case ']' when --depth == 0:
                    return i + 1 < text.Length && text[i + 1] is '(' or '[' ? -1 : i;
            }
        }

        return -1;
    }

    /// <param name="text">From the opening bracket up to the closing one, without it.</param>
    /// <returns>Empty where a part has no key: then this is no citation.</returns>
    public static ImmutableArray<CitationPart> Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[1] == '^' || !text.Contains('@'))
        {
            return [];
        }

        // Mostly there is one.
        var parts = ImmutableArray.CreateBuilder<CitationPart>(1);
        var start = 1;
        while (start <= text.Length)
        {
            var length = FindSeparator(text[start..]);
            if (ReadPart(text.Slice(start, length), start) is not { } part)
            {
                return [];
            }

            parts.Add(part);
            start += length + 1;
        }

        return parts.DrainToImmutable();
    }

    /// <summary>Plain text of a prefix or suffix: escapes resolved, white space folded.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\\', '\n') < 0)
        {
            return HtmlText.WithoutMarks(text.ToString());
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]))
            {
                i++;
            }

            plain.Append(text[i] == '\n' ? ' ' : text[i]);
        }

        return HtmlText.WithoutMarks(plain.ToString());
    }

    private static int FindSeparator(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case ';' or '；' when depth <= 0:
                    return i;
            }
        }

        return text.Length;
    }

    private static CitationPart? ReadPart(ReadOnlySpan<char> part, int offset)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '\\')
            {
                i++;
            }
            else if (part[i] == '@' && (i == 0 || CitationKey.MayFollow(part[i - 1])) && CitationKey.Find(part[(i + 1)..], out var length) is { } key)
            {
                var prefix = part[..i];
                var suppress = prefix.EndsWith("-") && (i == 1 || char.IsWhiteSpace(prefix[^2]));
                var keyAt = offset + i + (part[i + 1] == '{' ? 2 : 1);
                prefix = suppress ? prefix[..^1] : prefix;
                return new CitationPart(HtmlText.WithoutMarks(key), keyAt, suppress, Plain(prefix.Trim()), Plain(part[(i + 1 + length)..]));
            }
        }

        return null;
    }
}
