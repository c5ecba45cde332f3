using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>A disclaimer as it stands in data/disclaimers.yml: Markdown per language.</summary>
internal sealed record DisclaimerText(string Id, ImmutableArray<TextEntry> Text, SourceSpan Where);

/// <summary>input/data, parsed but for the Markdown of the disclaimers.</summary>
/// <param name="References">Null where a reference file could not be read at all.</param>
internal sealed record DataFiles(
    ImmutableDictionary<string, Person> People, ImmutableArray<DisclaimerText> Disclaimers, ReferenceLibrary? References);

/// <summary>The files of input/data, each by its name. A file that is missing is empty.</summary>
internal static class DataParser
{
    public static Outcome<DataFiles> Parse(IReadOnlyCollection<SourceFile> files, SiteSettings settings)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var texts = new LocalizedTexts(settings.Languages, found);
        var people = ImmutableDictionary.CreateBuilder<string, Person>(StringComparer.Ordinal);
        foreach (var entry in Entries(files, "people.yml", found))
        {
            people[entry.Key] = Person(entry, texts, found);
        }

        var disclaimers = ImmutableArray.CreateBuilder<DisclaimerText>();
        foreach (var entry in Entries(files, "disclaimers.yml", found))
        {
            var text = texts.PerLanguage(entry.Value, entry.Key, entry.KeyWhere);
            disclaimers.Add(new DisclaimerText(entry.Key, text, entry.KeyWhere));
        }

        var references = ReferenceFileParser.Parse(files.Where(file => ReferenceFileParser.IsReferenceFile(Path.GetFileName(file.Path))));
        found.AddRange(references.Diagnostics);
        return new(new DataFiles(people.ToImmutable(), disclaimers.DrainToImmutable(), references.Value), found.DrainToImmutable());
    }

    /// <summary>The entries of a file whose keys are ids.</summary>
    private static IEnumerable<YamlEntry> Entries(IEnumerable<SourceFile> files, string name, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var file in files.Where(file => Path.GetFileName(file.Path) == name))
        {
            var mapping = YamlReader.Parse(file, found) is { } root ? YamlValues.Root(file, root, found) : null;
            foreach (var entry in mapping?.Entries ?? [])
            {
                if (YamlValues.CheckId(new Located<string>(entry.Key, entry.KeyWhere), name, found) is not null)
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>A person without a name goes by the id; a text alone is the name.</summary>
    private static Person Person(YamlEntry entry, LocalizedTexts texts, ImmutableArray<Diagnostic>.Builder found)
    {
        var named = LocalizedText.Of(entry.Key);
        if (entry.Value is not YamlMapping mapping)
        {
            var name = entry.Value.IsNull ? null : texts.Parse(entry.Value, entry.Key, entry.KeyWhere);
            return new Person(entry.Key, PersonKind.Person, name ?? named, null, null, null, entry.KeyWhere);
        }

        var fields = new YamlFields(mapping, found);
        var person = new Person(
            entry.Key, Kind(fields), (fields.Has("name", "name: {zh: …, en: …}") ? texts.Find(fields, "name") : null) ?? named, texts.Find(fields, "title"), Orcid(fields), Url(fields), entry.KeyWhere);
        fields.Finish();
        return person;
    }

    private static PersonKind Kind(YamlFields fields)
    {
        var kind = fields.Text("kind");
        if (kind is { Value: not ("person" or "organization" or "organisation") } unknown)
        {
            fields.Found.Add(ParseDiagnostics.UnknownPersonKind(unknown));
        }

        return kind is null or { Value: "person" } ? PersonKind.Person : PersonKind.Organization;
    }

    private static string? Orcid(YamlFields fields)
    {
        if (fields.Text("orcid") is not { } written)
        {
            return null;
        }

        if (IdentifierChecks.CheckOrcid(written.Value) is { Message: null, Value: { } orcid })
        {
            return orcid;
        }

        fields.Found.Add(ParseDiagnostics.BadOrcid(written));
        return null;
    }

    private static string? Url(YamlFields fields)
    {
        if (fields.Text("url") is not { } url)
        {
            return null;
        }

        if (WebAddress.Find(url.Value) is { } address)
        {
            return address.AbsoluteUri;
        }

        fields.Found.Add(ParseDiagnostics.BadWebAddress("url", url));
        return null;
    }
}
