using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

/// <summary>Small sites that several tests begin with.</summary>
internal static class DeskSites
{
    public static void Article(this TemporarySite site, string id, string language, string head = "", string body = "Text.\n", string date = "2025-05-20") =>
        site.Write($"input/articles/{id}/{language}.md", $"---\ntitle: {id} {language}\ndate: {date}\n{head}---\n\n{body}");

    /// <summary>An English translation of a Chinese text that has changed since: of three sections the second says something else.</summary>
    /// <param name="filler">Makes every section long.</param>
    public static void Outdated(this TemporarySite site, string id, string filler = "")
    {
        const string accepted = "开头。\n\n## 甲\n\n一。FILL\n\n## 乙\n\n推荐3 mg。FILL\n\n## 丙\n\n三。FILL\n";
        var text = accepted.Replace("FILL", filler, StringComparison.Ordinal);
        site.Article(id, "zh", "source_language: zh\n", text.Replace("推荐3 mg", "不推荐3.5 mg", StringComparison.Ordinal));
        site.Article(id, "en", body: $"Start.\n\n## One\n\n1.{filler}\n\n## Two\n\nTake 3 mg.{filler}\n\n## Three\n\n3.{filler}\n");
        site.Write($"input/articles/{id}/.accepted/en.md", $"---\naccepted: 2025-06-01\nsource_language: zh\ntitle: {id} zh\n---\n\n{text}");
    }
}
