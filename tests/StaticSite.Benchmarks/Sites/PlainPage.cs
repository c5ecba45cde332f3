using System.Globalization;
using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>An article as generators take it that know no reference files and no figure numbers: all of it in one Markdown file.</summary>
internal static class PlainPage
{
    public static string Print(Article article, string language) => $"""
        ---
        title: {SiteFolder.Quote(article.Facts.Title.In(language))}
        date: {article.Facts.Date:yyyy-MM-ddTHH:mm:sszzz}
        description: {SiteFolder.Quote(article.Facts.Description.In(language))}
        tags: [{string.Join(", ", article.Facts.Tags)}]
        categories: [{article.Facts.Topic.Category}]
        people: [{article.Facts.Author.Id}]
        disclaimer: {article.Facts.Disclaimer}
        references:
        {string.Concat(article.References.Select(Reference))}---

        {string.Join("\n\n", article.Bodies[language].Select(block => Block(block, language)))}

        """;

    private static string Block(Block block, string language)
    {
        var number = block.Figure.ToString(CultureInfo.InvariantCulture);
        var label = language == "zh" ? $"图{number} " : $"Figure {number}: ";
        return block.Figure == 0 ? block.Text : $"![{label}{block.Text}](figure{number}.svg)";
    }

    private static string Reference(Reference work) => $$"""
          - id: {{work.Id}}
            authors: {{SiteFolder.Quote(string.Join(", ", work.Authors.Select(author => $"{author.Family} {author.Given}")))}}
            title: {{SiteFolder.Quote(work.Title)}}
            journal: {{SiteFolder.Quote(work.Journal)}}
            year: {{work.Year}}
            volume: "{{work.Volume}}"
            pages: "{{work.Pages}}"
            doi: "{{work.Doi}}"

        """;
}
