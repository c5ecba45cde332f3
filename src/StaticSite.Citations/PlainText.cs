using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Citations;

/// <summary>An entry that is given as one text: printed as it stands, with the DOI, PMID and addresses inside as links.</summary>
internal static partial class PlainText
{
    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var printed = 0;
        foreach (Match match in Linkable().Matches(text))
        {
            var (start, linked) = Found(match);
            html.Append(RichText.Escape(text[printed..start])).Append(Html(match, linked));
            printed = start + linked.Length;
        }

        return html.Append(RichText.Escape(text[printed..])).ToString();
    }

    private static (int Start, string Text) Found(Match match)
    {
        var group = Group(match);
        return (group.Index, match.Groups["pmid"].Success ? group.Value : WithoutSentenceEnd(group.Value));
    }

    private static Group Group(Match match)
    {
        var url = match.Groups["url"];
        var doi = match.Groups["doi"];
        return url.Success ? url : doi.Success ? doi : match.Groups["pmid"];
    }

    private static string Html(Match match, string linked)
    {
        if (match.Groups["url"].Success)
        {
            return Identifiers.Url(linked);
        }

        return match.Groups["doi"].Success ? Identifiers.DoiLink(linked) : Identifiers.Pmid(linked);
    }

    /// <summary>The full stop after an address ends the sentence, as does a bracket that was opened before it.</summary>
    private static string WithoutSentenceEnd(string address)
    {
        var end = address.Length;
        while (end > 0 && (".,;:!?'".Contains(address[end - 1], StringComparison.Ordinal) || IsUnopenedBracket(address.AsSpan(0, end))))
        {
            end--;
        }

        return address[..end];
    }

    private static bool IsUnopenedBracket(ReadOnlySpan<char> address) => address[^1] switch
    {
        ')' => address.Count('(') < address.Count(')'),
        ']' => address.Count('[') < address.Count(']'),
        _ => false,
    };

    // An address ends before Chinese punctuation and Han characters.
    [GeneratedRegex(
        @"(?<url>https?://[^\s<>""\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}\p{IsCJKUnifiedIdeographs}“”‘’]+)"
        + @"|(?<![0-9A-Za-z.])(?<doi>10\.[0-9]{4,9}/[^\s<>""\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}\p{IsCJKUnifiedIdeographs}“”‘’]+)"
        + @"|\bPMID:?\s*(?<pmid>[0-9]{1,9})\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Linkable();
}
