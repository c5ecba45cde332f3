using System.Text.Json;
using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>The corpus for Eleventy, with the configuration and layouts that stand in Layouts/Eleventy.</summary>
internal sealed class EleventyWriter(string path) : ISiteWriter
{
    private readonly SiteFolder _folder = new(path);

    public void WriteSite(Corpus corpus)
    {
        _folder.CopyFrom(Path.Join(AppContext.BaseDirectory, "Sites", "Layouts", "Eleventy"));
        _folder.Write("content/_data/names.json", JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["site"] = Both(Corpus.Title),
            ["tagline"] = Both(Corpus.Tagline),
            ["tags"] = Names(Vocabulary.Tags),
            ["categories"] = Names(Vocabulary.Categories),
            ["people"] = Names(Vocabulary.People),
            ["disclaimers"] = Names(Vocabulary.Disclaimers),
        }));
        _folder.Write("content/about/zh.md", $"---\ntitle: 关于\n---\n\n{Corpus.Tagline.Zh}\n");
        _folder.Write("content/about/en.md", $"---\ntitle: About\n---\n\n{Corpus.Tagline.En}\n");
    }

    public void WriteArticle(Article article)
    {
        var folder = $"content/articles/{article.Facts.Id}";
        _folder.WriteFigures(folder, article);
        foreach (var language in Bilingual.Languages)
        {
            _folder.Write($"{folder}/{language}.md", PlainPage.Print(article, language));
        }
    }

    private static Dictionary<string, object> Names((string Id, Bilingual Name)[] names) => names.ToDictionary(one => one.Id, one => Both(one.Name));

    private static object Both(Bilingual text) => new { zh = text.Zh, en = text.En };
}
