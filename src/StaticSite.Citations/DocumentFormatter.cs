using System.Collections.Immutable;
using System.Globalization;

namespace StaticSite.Citations;

/// <summary>Formats a document as a whole, because what one citation prints depends on the others and on the list.</summary>
public static class DocumentFormatter
{
    /// <param name="listed">Every work of the document's list in its order; a work's number is its place here.</param>
    /// <param name="language">The document's language, by its code or BCP 47 tag.</param>
    public static FormattedDocument Format(IReadOnlyList<Cluster> clusters, IReadOnlyList<Item> listed, string language)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < listed.Count; i++)
        {
            numbers.TryAdd(listed[i].Id, i + 1);
        }

        return new(
            [.. clusters.Select(cluster => FormatCluster(cluster, numbers, language))],
            [.. listed.Select(item => PlainEntry.Html(item, language))]);
    }

    private static ImmutableArray<CitationPart> FormatCluster(Cluster cluster, Dictionary<string, int> numbers, string language)
    {
        var parts = ImmutableArray.CreateBuilder<CitationPart>();
        var delimiter = cluster.Cites.Any(cite => cite.Locator is not null || cite.Suffix.Length > 0) ? "; " : ", ";
        parts.Add(new(Opening(cluster.Cites, language), null));
        for (var i = 0; i < cluster.Cites.Length; i++)
        {
            var cite = cluster.Cites[i];
            var number = cite.Item is { } item && numbers.TryGetValue(item.Id, out var known) ? known : (int?)null;
            parts.Add(new((i > 0 ? delimiter : "") + Before(cite), null));
            parts.Add(new(number?.ToString(CultureInfo.InvariantCulture) ?? "?", number is null ? null : i));
            parts.Add(new(After(cite), null));
        }

        parts.Add(new("]", null));
        return [.. parts.Where(part => part.Html.Length > 0)];
    }

    private static string Opening(ImmutableArray<ClusterCite> cites, string language)
    {
        if (cites.IsEmpty || cites[0] is not { Mode: CitationMode.InText, Item: { } item })
        {
            return "[";
        }

        var author = PlainNames.InText(item, language);
        var space = author.Length == 0 || Script.IsHan(author, author.Length - 1) ? "" : " ";
        return $"{RichText.Escape(author)}{space}[";
    }

    private static string Before(ClusterCite cite) => Joined(RichText.Escape(cite.Prefix.Trim()));

    private static string Joined(string prefix) =>
        prefix.Length == 0 || Script.IsHan(prefix, prefix.Length - 1) ? prefix : prefix + " ";

    private static string After(ClusterCite cite)
    {
        var locator = cite.Locator?.Trim() is { Length: > 0 } written ? ", " + RichText.Escape(written) : "";
        var suffix = cite.Suffix.Trim();
        var space = suffix.Length == 0 || char.IsPunctuation(suffix[0]) || Script.IsHan(suffix, 0) ? "" : " ";
        return locator + space + RichText.Escape(suffix);
    }
}
