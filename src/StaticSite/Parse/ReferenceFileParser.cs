using System.Collections.Immutable;
using StaticSite.Citations;
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
    public static bool IsReferenceFile(string name) =>
        name is "references.yml" or "references.yaml" or "references.json" or "references.bib" or "references.ris";

    /// <summary>All items of some files, in their order; null where a file could not be read at all.</summary>
    public static Outcome<ReferenceLibrary?> Parse(IEnumerable<SourceFile> files)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var items = ImmutableArray.CreateBuilder<Located<Item>>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var (isReadable, isIncomplete) = (true, false);
        foreach (var file in files)
        {
            var entries = ParseFile(file, found, out var lacksEntries);
            isIncomplete |= lacksEntries;
            if (entries is null)
            {
                isReadable = false;
                continue;
            }

            foreach (var item in entries)
            {
                if (places.TryAdd(item.Value.Id, item.Where))
                {
                    items.Add(item);
                }
                else
                {
                    found.Add(ParseDiagnostics.DuplicateReference(item, places[item.Value.Id]));
                }
            }
        }

        var library = isReadable ? new ReferenceLibrary(items.DrainToImmutable()) { IsIncomplete = isIncomplete } : null;
        return new(library, found.DrainToImmutable());
    }

    /// <param name="isIncomplete">The file was read, but an entry was lost whose key is not known.</param>
    private static List<Located<Item>>? ParseFile(SourceFile file, ImmutableArray<Diagnostic>.Builder found, out bool isIncomplete)
    {
        isIncomplete = false;
        if (file.Path.EndsWith(".bib", StringComparison.Ordinal) || file.Path.EndsWith(".ris", StringComparison.Ordinal))
        {
            return ReferenceFormats.Parse(file, found, out isIncomplete);
        }

        // JSON allows no tab within a text, so that a tab is always white space; YAML would not take it for that everywhere.
        var isJson = file.Path.EndsWith(".json", StringComparison.Ordinal);
        var readable = isJson ? file with { Text = file.Text.Replace('\t', ' ') } : file;
        return YamlReader.Parse(readable, found) is { } root ? Entries(root, found) : null;
    }

    private static List<Located<Item>>? Entries(YamlNode root, ImmutableArray<Diagnostic>.Builder found)
    {
        if (root is YamlMapping mapping && mapping.Find("references") is { } wrapped)
        {
            root = wrapped;
        }

        var items = root switch
        {
            { IsNull: true } => [],
            YamlSequence list => list.Items.Select(item => ReferenceItemParser.Parse(item, found)),
            YamlMapping byKey => byKey.Entries.Select(entry => ReferenceItemParser.Parse(entry, found)),
            _ => null,
        };
        if (items is null)
        {
            found.Add(ParseDiagnostics.NotAReference(root));
        }

        return items?.OfType<Located<Item>>().ToList();
    }
}
