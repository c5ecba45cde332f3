using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>Authors, editors and the like of a cited work.</summary>
internal static class ReferenceNames
{
    /// <summary>Those that a name may have, by name.</summary>
    private static readonly ImmutableArray<string> s_parts =
    [
        "comma-suffix", "dropping-particle", "family", "given", "isInstitution", "literal", "non-dropping-particle", "parse-names", "static-ordering", "suffix",
    ];

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
        string? family = null, given = null, literal = null, suffix = null, dropping = null, nonDropping = null;
        bool hasCommaSuffix = false, isStaticOrdering = false, hasUnknown = false;
        foreach (var part in parts.Entries)
        {
            switch (part.Key)
            {
                case "family":
                    family = Text(part, found);
                    break;
                case "given":
                    given = Text(part, found);
                    break;
                case "literal":
                    literal = Text(part, found);
                    break;
                case "suffix":
                    suffix = Text(part, found);
                    break;
                case "dropping-particle":
                    dropping = Text(part, found);
                    break;
                case "non-dropping-particle":
                    nonDropping = Text(part, found);
                    break;
                case "comma-suffix":
                    hasCommaSuffix = IsSet(part);
                    break;
                case "static-ordering":
                    isStaticOrdering = IsSet(part);
                    break;
                case "parse-names" or "isInstitution":
                    break;
                default:
                    hasUnknown = true;
                    found.Add(ParseDiagnostics.UnknownKey(part.Key, part.KeyWhere, s_parts));
                    break;
            }
        }

        if (family is not null || given is not null || literal is not null)
        {
            return new(family, given, literal)
            {
                Suffix = suffix,
                DroppingParticle = dropping,
                NonDroppingParticle = nonDropping,
                HasCommaSuffix = hasCommaSuffix,
                IsStaticOrdering = isStaticOrdering,
            };
        }

        // A misspelt part has been reported.
        if (!hasUnknown)
        {
            found.Add(ParseDiagnostics.EmptyName(key, parts.Where));
        }

        return null;
    }

    private static string? Text(YamlEntry part, ImmutableArray<Diagnostic>.Builder found) =>
        !part.Value.IsNull && YamlValues.Text(part.Value, part.Key, found) is { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>Reference managers write true, "true" or 1.</summary>
    private static bool IsSet(YamlEntry part) => part.Value is YamlScalar { IsNull: false } flag && flag.Text is not ("false" or "0" or "");
}
