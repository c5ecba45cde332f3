using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>What a new text knows of itself beside its title. A translation inherits it.</summary>
internal sealed record NewTextHead(DateOnly Date, string? Category, ImmutableArray<string> Tags, ImmutableArray<string> Authors, Language Source);

/// <summary>The file that an author begins with, for <see cref="FrontMatterParser"/> to read again.</summary>
internal static class NewTextPrinter
{
    /// <param name="head">Null for a translation.</param>
    /// <returns>The text, and the number of the line where the author goes on.</returns>
    public static (string Text, int Line) Print(Language language, string title, NewTextHead? head)
    {
        var text = new StringBuilder("---\n").Append(CultureInfo.InvariantCulture, $"title: {YamlText.Quoted(title)}\n");
        if (head is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"date: {head.Date:yyyy-MM-dd}\n");
            text.Append(head.Category is { } category ? $"category: {YamlText.Id(category)}\n" : "");
            text.Append(List("tags", head.Tags)).Append(List("authors", head.Authors));
            text.Append(CultureInfo.InvariantCulture, $"source_language: {head.Source}\n");
        }

        text.Append("draft: true\n---\n\n");
        var line = text.ToString().Count(c => c == '\n') + 1;
        return (text.Append(Outline(language)).ToString(), line);
    }

    private static string List(string key, ImmutableArray<string> ids) => ids.IsEmpty ? "" : $"{key}: [{string.Join(", ", ids.Select(YamlText.Id))}]\n";

    /// <summary>Room for what the article answers, then headings to change or to delete. They correspond from language to language.</summary>
    private static string Outline(Language language) => language.Code switch
    {
        "zh" => "\n\n## 背景\n\n## 研究结果\n",
        "en" => "\n\n## Background\n\n## Findings\n",
        _ => "\n",
    };
}
