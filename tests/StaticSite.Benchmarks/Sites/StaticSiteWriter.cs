using System.Globalization;
using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>The corpus in this project's own form, with the theme that stands in the repository.</summary>
internal sealed class StaticSiteWriter(string path, string theme) : ISiteWriter
{
    private readonly SiteFolder _folder = new(path);

    public void WriteSite(Corpus corpus)
    {
        new SiteFolder(Path.Join(path, "theme")).CopyFrom(theme);
        _folder.Write("input/site.yml", $$"""
            base_url: https://bench.example.org
            time_zone: Asia/Shanghai
            launched: 2014-01-01
            languages:
              - {code: zh, tag: zh-CN, name: 中文}
              - {code: en, tag: en, name: English}
            title: {{SiteFolder.Quote(Corpus.Title)}}
            tagline: {{SiteFolder.Quote(Corpus.Tagline)}}
            publisher:
              name: {{SiteFolder.Quote(Corpus.Title)}}
            menu: [articles, categories, tags, about]
            categories:
            {{Names(Vocabulary.Categories)}}
            tags:
            {{Names(Vocabulary.Tags)}}
            disclaimers: []
            citation_style: {zh: gb-t-7714-2025-numeric, en: ama-11}
            related: 6
            page_size: 20
            feed_size: 20

            """);
        _folder.Write("input/data/people.yml", string.Concat(Vocabulary.People.Select(person => $"{person.Id}: {{name: {SiteFolder.Quote(person.Name)}}}\n")));
        _folder.Write("input/data/disclaimers.yml", string.Concat(Vocabulary.Disclaimers.Select(text => $"{text.Id}: {SiteFolder.Quote(text.Name)}\n")));
        _folder.Write("input/pages/about/zh.md", $"---\ntitle: 关于\n---\n\n{Corpus.Tagline.Zh}\n");
        _folder.Write("input/pages/about/en.md", $"---\ntitle: About\n---\n\n{Corpus.Tagline.En}\n");
    }

    public void WriteArticle(Article article)
    {
        var folder = $"input/articles/{article.Facts.Id}";
        _folder.WriteFigures(folder, article);
        if (article.References.Length > 0)
        {
            _folder.Write($"{folder}/references.yml", string.Concat(article.References.Select(Reference)));
        }

        foreach (var language in Bilingual.Languages)
        {
            var body = article.Bodies[language].Select(block => block.Figure == 0 ? block.Text : Figure(block, language));
            _folder.Write($"{folder}/{language}.md", $"{FrontMatter(article, language)}\n{string.Join("\n\n", body)}\n");
        }
    }

    private static string Names((string Id, Bilingual Name)[] names) => string.Join('\n', names.Select(one => $"  {one.Id}: {SiteFolder.Quote(one.Name)}"));

    private static string FrontMatter(Article article, string language) => $"""
        ---
        title: {SiteFolder.Quote(article.Facts.Title.In(language))}
        date: {article.Facts.Date:yyyy-MM-ddTHH:mm:sszzz}
        description: {SiteFolder.Quote(article.Facts.Description.In(language))}
        tags: [{string.Join(", ", article.Facts.Tags)}]
        category: {article.Facts.Topic.Category}
        authors: [{article.Facts.Author.Id}]
        references: [{string.Join(", ", article.References.Select(reference => reference.Id))}]
        disclaimer: {article.Facts.Disclaimer}
        ---

        """;

    private static string Figure(Block figure, string language)
    {
        var number = figure.Figure.ToString(CultureInfo.InvariantCulture);
        var alternative = language == "zh" ? $"图{number} {figure.Text}" : $"Figure {number}: {figure.Text}";
        return $"![{figure.Text}](figure{number}.svg){{#fig-{number} alt={SiteFolder.Quote(alternative)}}}";
    }

    private static string Reference(Reference work) => $$"""
        - id: {{work.Id}}
          type: article-journal
          author:
        {{string.Join('\n', work.Authors.Select(author => $"    - {{family: {SiteFolder.Quote(author.Family)}, given: {SiteFolder.Quote(author.Given)}}}"))}}
          title: {{SiteFolder.Quote(work.Title)}}
          container-title: {{SiteFolder.Quote(work.Journal)}}
          issued: {date-parts: [[{{work.Year}}]]}
          volume: "{{work.Volume}}"
          page: "{{work.Pages}}"
          DOI: "{{work.Doi}}"

        """;
}
