using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>
/// The reference files of a bundle or of the whole site, in CSL-YAML, CSL-JSON, BibTeX or RIS. JSON is read as the YAML
/// that it is, which gives its places.
/// </summary>
internal static class ReferenceFileParser
{
    /// <summary>Whether a file of this name, in a bundle or in input/data, holds references.</summary>
    public static bool IsReferenceFile(ReadOnlySpan<char> name) =>
        name is "references.yml" or "references.yaml" or "references.json" or "references.bib" or "references.ris";

    /// <summary>All items of some files, in their order; null where a file could not be read at all.</summary>
    public static Outcome<ReferenceLibrary?> Parse(IEnumerable<SourceFile> files)
    {
        var items = new ReferenceItems();
        foreach (var file in files)
        {
            ParseFile(file, items);
        }

        return items.Finish();
    }

    private static void ParseFile(SourceFile file, ReferenceItems items)
    {
        if (file.Path.EndsWith(".bib", StringComparison.Ordinal) || file.Path.EndsWith(".ris", StringComparison.Ordinal))
        {
            ReferenceFormats.Parse(file, items);
            return;
        }

        // JSON allows no tab within a text, so that a tab is always white space; YAML would not take it for that everywhere.
        var isJson = file.Path.EndsWith(".json", StringComparison.Ordinal);
        var readable = isJson ? file with { Text = file.Text.Replace('\t', ' ') } : file;
        if (YamlReader.Parse(readable, items.Found) is { } root)
        {
            AddAll(root, items);
        }
        else
        {
            items.IsReadable = false;
        }
    }

    private static void AddAll(YamlNode root, ReferenceItems items)
    {
        if (root is YamlMapping mapping && mapping.Find("references") is { } wrapped)
        {
            root = wrapped;
        }

        if (root.IsNull)
        {
            return;
        }

        if (root is YamlSequence list)
        {
            foreach (var item in list.Items)
            {
                items.Add(ReferenceItemParser.Parse(item, items.Found));
            }
        }
        else if (root is YamlMapping byKey)
        {
            foreach (var entry in byKey.Entries)
            {
                items.Add(ReferenceItemParser.Parse(entry, items.Found));
            }
        }
        else
        {
            items.Found.Add(ParseDiagnostics.NotAReference(root));
            items.IsReadable = false;
        }
    }
}
