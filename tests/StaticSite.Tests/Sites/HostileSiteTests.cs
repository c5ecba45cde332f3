using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Sites;

/// <summary>A hostile text in every place where YAML, titles, captions and references take one, through the real theme: it is printed as text.</summary>
public sealed class HostileSiteTests
{
    public static readonly TheoryData<string> Texts =
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>alert(1)",
        "]]><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "\" onfocus=\"alert(1)\" autofocus=\"",
        "<svg onload=alert(1)>",
        "javascript:alert(1)",
        "{{{page.bodyHtml}}}{{#each this}}",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\\\"; alert(1); //",
        "\u2028alert(1)\u2029",
        "<style>*{display:none}</style>",
        "</a><a href=javascript:alert(1)>",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_hostile_in_a_yaml_text_reaches_a_page(string text)
    {
        using var site = new TestSite(input: null, Path.Combine(Repository.Root, "theme"));
        Write(site, JsonSerializer.Serialize(text));

        var result = site.Build();

        Assert.True(result.WasWritten, TestSite.Print(result));
        var built = new BuiltSite(site.Output);
        Assert.True(built.Pages.Count > 20);
        Assert.All(built.Pages, page => AssertHarmless(page.Key, page.Value));
        Assert.All(built.Files.Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal)), file => XDocument.Load(file.Value));
        Assert.Equal(text.Trim(), built.Pages["/zh/articles/a/"].QuerySelector("h1")!.TextContent);
    }

    private static void AssertHarmless(string address, IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("style, iframe, object, embed, form, base, img, script:not([src^='/assets/']):not([type='application/ld+json'])"));
        Assert.True(page.QuerySelectorAll("script[src]").Length <= 2, address);
        foreach (var data in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            using var json = JsonDocument.Parse(data.TextContent);
            Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
        }

        foreach (var attribute in page.All.SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style", $"{address} {attribute.Name}");
            Assert.False(
                attribute.Name is "href" or "src" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase),
                $"{address} {attribute.Value}");
        }
    }

    private static void Write(TestSite site, string text)
    {
        site.Write("input/site.yml", $$"""
            base_url: https://example.org
            time_zone: UTC
            languages:
              - {code: zh, tag: zh-CN, name: 中文}
              - {code: en, tag: en, name: {{text}}}
            title: {{text}}
            tagline: {{text}}
            publisher: {name: {{text}}, address: {{text}}, phone: {{text}}, telegram: {{text}}, icp: {{text}}}
            menu: [articles, categories, tags, people, p]
            categories:
              c: {zh: {{text}}, en: {{text}}}
            tags:
              t: {{text}}
            disclaimers: [d]
            """);
        site.Write("input/data/people.yml", $"a: {{name: {text}, title: {text}}}");
        site.Write("input/data/disclaimers.yml", $"d: {{zh: {text}, en: {text}}}");
        site.Write("input/data/references.yml", $"""
            - id: work
              type: article-journal
              title: {text}
              author: [{text}, x]
              container-title: {text}
              volume: {text}
              page: {text}
              DOI: {text}
              PMID: {text}
              URL: {text}
              language: {text}
            - id: plain
              text: {text}
            """);
        site.Write("input/pages/p/zh.md", $"---\ntitle: {text}\n---\n\n正文。\n");
        foreach (var language in (string[])["zh", "en"])
        {
            site.Write($"input/articles/a/{language}.md", $$"""
                ---
                title: {{text}}
                date: 2025-01-01
                description: {{text}}
                category: c
                tags: [t]
                authors: [a]
                reviewed_by: [a]
                related: [{title: {{text}}, url: "https://example.com/"}]
                ---

                正文[@work; see @plain, p. 3]。

                ![图]( a.svg ){#fig-a alt={{text.Replace("'", "", StringComparison.Ordinal)}}}
                """);
        }

        site.Write("input/articles/b/zh.md", $"---\ntitle: {text}\ndate: 2025-01-02\ncategory: c\ntags: [t]\nauthors: [a]\n---\n\n[](../a/)\n");
        site.Write("input/articles/a/a.svg", $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><title>{System.Security.SecurityElement.Escape(JsonSerializer.Deserialize<string>(text))}</title></svg>");
    }
}
