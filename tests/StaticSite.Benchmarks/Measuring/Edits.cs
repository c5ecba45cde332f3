using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>The small changes that editors make. Each changes one file, and each number changes it in another way.</summary>
internal static partial class Edits
{
    public static void Article(string site, int number)
    {
        var text = Directory.EnumerateFiles(MiddleArticle(site), "*.md").Order(StringComparer.Ordinal).First();
        File.AppendAllText(text, string.Create(CultureInfo.InvariantCulture, $"\nOne sentence more, number {number}.\n"));
    }

    public static void Tag(string site, int number)
    {
        var settings = Path.Join(site, "input", "site.yml");
        var lines = File.ReadAllLines(settings);
        var first = Array.IndexOf(lines, "tags:") + 1;
        var count = lines.Skip(first).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Count();
        var middle = first + count / 2;
        lines[middle] = count == 0 ? "" : Replace(EnglishName(), lines[middle], string.Create(CultureInfo.InvariantCulture, $"en: \"Renamed {number}\"}}"), settings);
        File.WriteAllLines(settings, lines);
    }

    public static void Template(string site, int number)
    {
        var template = Path.Join(site, "theme", "templates", "article.hbs");
        File.WriteAllText(template, Replace(Title(), File.ReadAllText(template), string.Create(CultureInfo.InvariantCulture, $"<h1 id=\"_title{number}\""), template));
    }

    public static void Figure(string site, int number)
    {
        var figure = Directory.EnumerateFiles(MiddleArticle(site), "*.svg").Order(StringComparer.Ordinal).First();
        File.WriteAllText(figure, Replace(LastTag(), File.ReadAllText(figure), string.Create(CultureInfo.InvariantCulture, $"<rect width=\"{number}\" height=\"1\"/></svg>"), figure));
    }

    private static string MiddleArticle(string site)
    {
        var articles = Directory.GetDirectories(Path.Join(site, "input", "articles"));
        Array.Sort(articles, StringComparer.Ordinal);
        return articles[articles.Length / 2];
    }

    private static string Replace(Regex what, string text, string with, string file) =>
        what.IsMatch(text) ? what.Replace(text, with, 1) : throw new BenchmarkException($"{file} has nothing that matches {what}, so that it cannot be edited.");

    [GeneratedRegex("en: .*\\}$")]
    private static partial Regex EnglishName();

    [GeneratedRegex("<h1( id=\"_title\\d+\")?")]
    private static partial Regex Title();

    [GeneratedRegex("</svg>")]
    private static partial Regex LastTag();
}
