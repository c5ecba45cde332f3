using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StaticSite.Render;

/// <summary>A locator as authors write it ("pp. 33-35", "第3章"), divided into CSL's label and the number.</summary>
internal static partial class CiteLocator
{
    private static readonly FrozenDictionary<string, string> s_labels = new Dictionary<string, string>
    {
        ["p"] = "page",
        ["pp"] = "page",
        ["page"] = "page",
        ["页"] = "page",
        ["頁"] = "page",
        ["ch"] = "chapter",
        ["chap"] = "chapter",
        ["chapter"] = "chapter",
        ["章"] = "chapter",
        ["sec"] = "section",
        ["section"] = "section",
        ["§"] = "section",
        ["节"] = "section",
        ["fig"] = "figure",
        ["figure"] = "figure",
        ["tbl"] = "table",
        ["table"] = "table",
        ["vol"] = "volume",
        ["volume"] = "volume",
        ["卷"] = "volume",
        ["no"] = "issue",
        ["number"] = "issue",
        ["期"] = "issue",
        ["para"] = "paragraph",
        ["paragraph"] = "paragraph",
        ["¶"] = "paragraph",
        ["段"] = "paragraph",
        ["l"] = "line",
        ["line"] = "line",
        ["行"] = "line",
        ["col"] = "column",
        ["column"] = "column",
        ["n"] = "note",
        ["note"] = "note",
        ["pt"] = "part",
        ["part"] = "part",
        ["bk"] = "book",
        ["book"] = "book",
        ["art"] = "article-locator",
        ["article"] = "article-locator",
        ["条"] = "article-locator",
        ["suppl"] = "supplement",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A bare number is a page; words that are no label stay with the number.</summary>
    public static (string? Label, string? Locator) Split(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return (null, null);
        }

        var match = Form().Match(written.Trim());
        var before = match.Groups["before"].Value;
        var word = before.Length > 0 ? before : match.Groups["after"].Value;
        if (word.Length == 0)
        {
            return ("page", match.Groups["number"].Value);
        }

        return s_labels.TryGetValue(word, out var label) || s_labels.TryGetValue(word.TrimEnd('s'), out label)
            ? (label, match.Groups["number"].Value)
            : ("page", written.Trim());
    }

    [GeneratedRegex(@"\A(?:第\s*|(?<before>[A-Za-z]+|§|¶)[§¶]*\.?\s*(?=[\dA-Za-z]))?(?<number>.*?)\s*(?<after>[页頁章节卷期段行条])?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
