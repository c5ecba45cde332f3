using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>Authors, editors and the like of a cited work.</summary>
internal static class ReferenceNames
{
    public static ImmutableArray<Name> Parse(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (var item in YamlValues.Items(node, key, found))
        {
            if (item is YamlMapping parts)
            {
                if (Parse(parts, key, found) is { } name)
                {
                    names.Add(name);
                }
            }
            else if (item is YamlScalar { Text: var text })
            {
                names.Add(new Name(null, null, text.Trim()));
            }
            else
            {
                found.Add(ParseDiagnostics.WrongEntry(key, "a name", $"{key}: [{{family: Choi, given: C. B.}}, {{literal: Some Institute}}]", item));
            }
        }

        return names.DrainToImmutable();
    }

    private static Name? Parse(YamlMapping parts, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        string? Part(string part) =>
            parts.Find(part) is { IsNull: false } value && YamlValues.Text(value, part, found) is { Value.Length: > 0 } text ? text.Value : null;

        // Reference managers write true, "true" or 1.
        bool IsSet(string part) => parts.Find(part) is YamlScalar { IsNull: false } flag && flag.Text is not ("false" or "0" or "");

        foreach (var entry in parts.Entries)
        {
            if (!CslVocabulary.NameParts.Contains(entry.Key))
            {
                found.Add(ParseDiagnostics.UnknownKey(entry.Key, entry.KeyWhere, CslVocabulary.NameParts.Order(StringComparer.Ordinal)));
            }
        }

        var name = new Name(Part("family"), Part("given"), Part("literal"))
        {
            Suffix = Part("suffix"),
            DroppingParticle = Part("dropping-particle"),
            NonDroppingParticle = Part("non-dropping-particle"),
            HasCommaSuffix = IsSet("comma-suffix"),
            IsStaticOrdering = IsSet("static-ordering"),
        };
        if (name.Family is not null || name.Given is not null || name.Literal is not null)
        {
            return name;
        }

        // A misspelt part has been reported.
        if (parts.Entries.All(entry => CslVocabulary.NameParts.Contains(entry.Key)))
        {
            found.Add(ParseDiagnostics.EmptyName(key, parts.Where));
        }

        return null;
    }
}
