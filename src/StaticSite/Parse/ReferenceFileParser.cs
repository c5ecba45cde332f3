using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>
/// The reference files of a bundle or of the whole site, in CSL-YAML or CSL-JSON. JSON is read as the YAML that it is,
/// which gives its places.
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
        var isReadable = true;
        foreach (var file in files)
        {
            if (ParseFile(file, found) is not { } entries)
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

        return new(isReadable ? new ReferenceLibrary(items.DrainToImmutable()) : null, found.DrainToImmutable());
    }

    private static List<Located<Item>>? ParseFile(SourceFile file, ImmutableArray<Diagnostic>.Builder found)
    {
        if (file.Path.EndsWith(".bib", StringComparison.Ordinal) || file.Path.EndsWith(".ris", StringComparison.Ordinal))
        {
            found.Add(ParseDiagnostics.ReferenceFormatNotRead(file.Start, Path.GetExtension(file.Path)));
            return null;
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
