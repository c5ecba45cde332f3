using System.Text.RegularExpressions;

namespace StaticSite.Parse.Syntax.Citations;

/// <summary>Divides what follows a key into a locator ("p. 3", "第3页", "33-35") and the rest.</summary>
internal static partial class CiteLocator
{
    public static (string? Locator, string Suffix) Split(string rest)
    {
        if (rest.Length == 0)
        {
            return (null, "");
        }

        var braced = Braced().Match(rest);
        if (braced.Success)
        {
            return (braced.Groups[1].Value.Trim(), rest[braced.Length..].TrimEnd());
        }

        var match = Locator().Match(rest);
        return match.Success ? (match.Groups[1].Value.Trim(), rest[match.Length..].TrimEnd()) : (null, rest.TrimEnd());
    }

    [GeneratedRegex(@"^\s*[,，]?\s*\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braced();

    [GeneratedRegex(
        @"^\s*[,，]?\s*((?:
            (?:(?:pp?|pages?|chs?|chaps?|chapters?|secs?|sections?|figs?|figures?|tbls?|tables?|vols?|volumes?|nos?|numbers?|paras?|paragraphs?|ll?|lines?|cols?|columns?|nn?|notes?|pts?|parts?|bks?|books?|art|article|suppl)
                (?:\.\s*|\s+|(?=\d))|[§¶]+\s*|第\s*)
            (?:[A-Za-z]{0,2}\d[\w.:]*|[ivxlcdmIVXLCDM]+\b|[一二三四五六七八九十百]+)
          | \d[\w.:]*)
          (?:\s*(?:[-–—~～,，、&]|\band\b|和|至)\s*(?:[A-Za-z]{0,2}\d[\w.:]*|[ivxlcdmIVXLCDM]+\b))*
          (?:\s*[页頁章节卷期段行条])?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Locator();
}
