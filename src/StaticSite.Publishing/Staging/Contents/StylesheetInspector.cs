using System.Text.RegularExpressions;

namespace StaticSite.Publishing.Staging.Contents;

/// <summary>What a stylesheet loads: other stylesheets, fonts, pictures.</summary>
internal static partial class StylesheetInspector
{
    public static ContentUse Inspect(string css)
    {
        var use = new ContentUseBuilder();
        foreach (Match match in Piece().Matches(css))
        {
            if (match.Groups["url"] is { Success: true, Value: var url })
            {
                use.Add(match.Value.StartsWith('@') ? "style-src" : IsFont(url) ? "font-src" : "img-src", url);
            }
        }

        return use.ToUse();
    }

    private static bool IsFont(string url)
    {
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return url.AsSpan(0, Math.Min(url.Length, 40)).Contains("font", StringComparison.OrdinalIgnoreCase);
        }

        var end = url.AsSpan().IndexOfAny('?', '#');
        return Path.GetExtension(end < 0 ? url : url[..end]).ToLowerInvariant() is ".woff2" or ".woff" or ".ttf" or ".otf" or ".eot";
    }

    /// <summary>Comments and strings are matched too, so that nothing inside them counts.</summary>
    [GeneratedRegex("""
        /\*[\s\S]*?(?:\*/|$)
        | (?: @import\s+ (?:url\(\s*)? | \burl\(\s* ) (?: "(?<url>[^"\n]*)" | '(?<url>[^'\n]*)' )
        | (?: @import\s+ )? \burl\(\s* (?<url>[^"'()\s]+)
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
