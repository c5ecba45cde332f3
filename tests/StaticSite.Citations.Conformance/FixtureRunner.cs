using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using StaticSite.Citations.Csl;
using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Conformance;

public enum Verdict
{
    Pass,
    Fail,
    Skip,
}

/// <param name="Detail">Why, or how the output differs.</param>
public sealed record FixtureResult(string Name, Verdict Verdict, string Detail, string Actual);

/// <summary>Runs fixtures through the public face of the library.</summary>
public static class FixtureRunner
{
    public static FixtureResult Run(Fixture fixture)
    {
        if (fixture.Mode is not ("citation" or "bibliography"))
        {
            return new(fixture.Name, Verdict.Skip, $"mode '{fixture.Mode}' is not one of CSL", "");
        }

        var actual = Render(fixture).Trim();
        return actual == fixture.Expected
            ? new(fixture.Name, Verdict.Pass, "", actual)
            : new(fixture.Name, Verdict.Fail, Difference(fixture.Expected, actual), actual);
    }

    private static string Difference(string expected, string actual)
    {
        var at = 0;
        while (at < expected.Length && at < actual.Length && expected[at] == actual[at])
        {
            at++;
        }

        return $"expected '{Around(expected, at)}', got '{Around(actual, at)}'";
    }

    private static string Around(string text, int at) =>
        text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 30)].Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Render(Fixture fixture)
    {
        var parsed = CslStyle.Parse(fixture.Section("CSL") ?? "");
        if (parsed.Style is not { } style)
        {
            return "style: " + string.Join(" ", parsed.Diagnostics);
        }

        using var input = JsonDocument.Parse(fixture.Section("INPUT") ?? "[]");
        var items = input.RootElement.EnumerateArray().Select(JsonItems.Read).ToList();
        var processor = new CitationProcessor(style, format: OutputFormat.SuiteHtml);
        if (fixture.Section("CITATIONS") is { } citations)
        {
            return RenderSession(fixture, processor, items, citations);
        }

        if (fixture.Section("BIBENTRIES") is { } entries)
        {
            using var json = JsonDocument.Parse(entries);
            var lists = json.RootElement.EnumerateArray().ToList();
            var ids = (lists.Count > 0 && lists[^1].ValueKind == JsonValueKind.Array ? lists[^1].EnumerateArray() : json.RootElement.EnumerateArray())
                .Select(JsonItems.Text)
                .ToHashSet(StringComparer.Ordinal);
            items = items.Where(item => ids.Contains(item.Id)).ToList();
        }

        var clusters = Clusters(fixture, items);
        var document = processor.Format(items, clusters);
        return fixture.Mode == "citation"
            ? string.Join("\n", document.Citations.Select(citation => citation.Html))
            : Bibliography(document);
    }

    private static ImmutableArray<CiteCluster> Clusters(Fixture fixture, List<Item> items)
    {
        if (fixture.Section("CITATION-ITEMS") is not { } written)
        {
            return [new CiteCluster([.. items.Select(item => new Cite(item.Id) { Position = CitePosition.First })])];
        }

        using var json = JsonDocument.Parse(written);
        return [.. json.RootElement.EnumerateArray().Select(cluster => new CiteCluster([.. cluster.EnumerateArray().Select(cite => ReadCite(cite, true))]))];
    }

    private static Cite ReadCite(JsonElement json, bool isAlone)
    {
        var position = json.TryGetProperty("position", out var given) ? given.GetInt32() : isAlone ? 0 : -1;
        return new Cite(JsonItems.Text(json.GetProperty("id")))
        {
            Locator = Text(json, "locator"),
            LocatorLabel = Text(json, "label"),
            Prefix = Text(json, "prefix") ?? "",
            Suffix = Text(json, "suffix") ?? "",
            Mode = IsTrue(json, "author-only") ? CiteMode.AuthorOnly : IsTrue(json, "suppress-author") ? CiteMode.SuppressAuthor : CiteMode.Normal,
            Position = position < 0 ? null : (CitePosition)Math.Min(position, 3),
            IsNearNote = json.TryGetProperty("near-note", out var near) ? near.ValueKind == JsonValueKind.True : null,
        };
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? JsonItems.Text(value) : null;

    private static bool IsTrue(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null) && JsonItems.Text(value) is not ("" or "0" or "false");

    /// <summary>A session of a word processor: each step sets a citation among those before and after it.</summary>
    private static string RenderSession(Fixture fixture, CitationProcessor processor, List<Item> items, string citations)
    {
        using var json = JsonDocument.Parse(citations);
        var known = new Dictionary<string, CiteCluster>(StringComparer.Ordinal);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var result = "";
        foreach (var step in json.RootElement.EnumerateArray())
        {
            var citation = step[0];
            var id = Text(citation, "citationID") ?? "";
            var order = Places(step[1]).Append((Id: id, Note: Note(citation))).Concat(Places(step[2])).ToList();
            known[id] = new([.. citation.GetProperty("citationItems").EnumerateArray().Select(cite => ReadCite(cite, false))]);
            var clusters = order.Where(place => known.ContainsKey(place.Id)).Select(place => known[place.Id] with { Note = place.Note }).ToList();
            var document = processor.Format(Cited(items, clusters, fixture.Mode), clusters);
            if (fixture.Mode != "citation")
            {
                result = Bibliography(document);
                continue;
            }

            var html = document.Citations.Select(formatted => formatted.Html).ToList();
            var numbers = clusters.Select(cluster => Numbers(fixture, document, cluster)).ToList();
            result = Changes(order.Select(place => place.Id).ToList(), html, numbers, before, id);
        }

        return result;
    }

    private static int Note(JsonElement citation) =>
        citation.TryGetProperty("properties", out var properties) && properties.TryGetProperty("noteIndex", out var note) ? note.GetInt32() : 0;

    private static IEnumerable<(string Id, int Note)> Places(JsonElement places) =>
        places.EnumerateArray().Select(place => (JsonItems.Text(place[0]), place[1].GetInt32()));

    private static List<Item> Cited(List<Item> items, List<CiteCluster> clusters, string mode)
    {
        var byId = items.ToLookup(item => item.Id, StringComparer.Ordinal);
        return [.. clusters.SelectMany(cluster => cluster.Cites).Select(cite => cite.Id).Distinct(StringComparer.Ordinal).Select(id => byId[id].FirstOrDefault()).OfType<Item>()];
    }

    /// <summary>In a numeric style a citation counts as changed where the numbers behind it are, even if it looks the same.</summary>
    private static string Numbers(Fixture fixture, CslDocument document, CiteCluster cluster)
    {
        var citation = (fixture.Section("CSL") ?? "").Split("<citation")[^1].Split("</citation>")[0];
        if (!citation.Contains("<text variable=\"citation-number\"", StringComparison.Ordinal) || document.Bibliography is not { } list)
        {
            return "";
        }

        return string.Join(",", cluster.Cites.Select(cite => list.Entries.FirstOrDefault(entry => entry.Id == cite.Id)?.Number));
    }

    private static string Changes(List<string> ids, List<string> html, List<string> numbers, Dictionary<string, string> before, string changed)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < ids.Count; i++)
        {
            var isNew = ids[i] == changed || before.GetValueOrDefault(ids[i]) != html[i] + numbers[i];
            lines.Append(isNew ? ">>" : "..").Append('[').Append(i.ToString(CultureInfo.InvariantCulture)).Append("] ").Append(html[i]).Append('\n');
        }

        before.Clear();
        for (var i = 0; i < ids.Count; i++)
        {
            before[ids[i]] = html[i] + numbers[i];
        }

        return lines.ToString();
    }

    private static string Bibliography(CslDocument document)
    {
        var list = new StringBuilder("<div class=\"csl-bib-body\">\n");
        foreach (var entry in document.Bibliography?.Entries ?? [])
        {
            list.Append("  <div class=\"csl-entry\">").Append(entry.Html).Append("</div>\n");
        }

        return list.Append("</div>").ToString();
    }
}
