using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>The corpus for Hugo, with the layouts that stand in Layouts/Hugo. Nothing in them depends on Hugo's version.</summary>
internal sealed class HugoWriter(string path) : ISiteWriter
{
    private readonly SiteFolder _folder = new(path);

    public void WriteSite(Corpus corpus)
    {
        _folder.CopyFrom(Path.Join(AppContext.BaseDirectory, "Sites", "Layouts", "Hugo"));
        foreach (var language in Bilingual.Languages)
        {
            _folder.Write($"content/_index.{language}.md", Page(Corpus.Title.In(language), $"description: {SiteFolder.Quote(Corpus.Tagline.In(language))}\n"));
            _folder.Write($"content/about.{language}.md", Page(language == "zh" ? "关于" : "About") + $"\n{Corpus.Tagline.In(language)}\n");
            foreach (var (list, zh, en) in new[] { ("articles", "文章", "Articles"), ("tags", "标签", "Tags"), ("categories", "分类", "Categories"), ("people", "作者", "People") })
            {
                _folder.Write($"content/{list}/_index.{language}.md", Page(language == "zh" ? zh : en));
            }

            WriteNames("tags", Vocabulary.Tags, language);
            WriteNames("categories", Vocabulary.Categories, language);
            WriteNames("people", Vocabulary.People, language);
            var disclaimers = Vocabulary.Disclaimers.Select(text => $"disclaimer_{text.Id}: {SiteFolder.Quote(text.Name.In(language))}\n");
            File.AppendAllText(Path.Join(path, "i18n", $"{language}.yaml"), string.Concat(disclaimers));
        }
    }

    public void WriteArticle(Article article)
    {
        var folder = $"content/articles/{article.Facts.Id}";
        _folder.WriteFigures(folder, article);
        foreach (var language in Bilingual.Languages)
        {
            _folder.Write($"{folder}/index.{language}.md", PlainPage.Print(article, language));
        }
    }

    private void WriteNames(string taxonomy, (string Id, Bilingual Name)[] names, string language)
    {
        foreach (var (id, name) in names)
        {
            _folder.Write($"content/{taxonomy}/{id}/_index.{language}.md", Page(name.In(language)));
        }
    }

    private static string Page(string title, string more = "") => $"---\ntitle: {SiteFolder.Quote(title)}\n{more}---\n";
}
