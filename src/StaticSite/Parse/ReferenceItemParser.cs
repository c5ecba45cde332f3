using System.Buffers;
using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Citations.Formats;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>One cited work: a CSL item, or a text that is printed as it stands.</summary>
internal static class ReferenceItemParser
{
    private const string DefaultType = "document";

    // What ends a key in the text, or cannot stand in an address.
    private static readonly SearchValues<char> s_notInKeys = SearchValues.Create(" \t\r\n\u3000\u00A0[]{},;，；@\"'<>\\`\uFFFD");

    public static bool IsCitationKey(string key) => key == "*" || (key.Length > 0 && key.AsSpan().IndexOfAny(s_notInKeys) < 0);

    /// <summary>An entry of a list: <c>{id: …, title: …}</c>, <c>{id: …, text: …}</c>, or <c>id: text</c>. Located at its id.</summary>
    public static Located<Item>? Parse(YamlNode node, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is not YamlMapping mapping)
        {
            found.Add(ParseDiagnostics.NotAReference(node));
            return null;
        }

        if (mapping.Find("id") is { IsNull: false } id)
        {
            return YamlValues.Text(id, "id", found) is { } text ? Parse(text, mapping, found) : null;
        }

        if (mapping.Entries is [{ Value: YamlScalar or YamlMapping } only] && !CslVocabulary.IsKnown(only.Key))
        {
            return Parse(only, found);
        }

        found.Add(ParseDiagnostics.ReferenceWithoutId(mapping.Where));
        return null;
    }

    /// <summary>An entry of a mapping: the key is the id, the value a text or the item's other keys.</summary>
    public static Located<Item>? Parse(YamlEntry entry, ImmutableArray<Diagnostic>.Builder found)
    {
        var id = new Located<string>(entry.Key, entry.KeyWhere);
        if (entry.Value is YamlMapping mapping)
        {
            return Parse(id, mapping, found);
        }

        return YamlValues.Text(entry.Value, entry.Key, found) is { } text && HasCitationKey(id, found)
            ? new Located<Item>(new Item(id.Value, DefaultType) { PlainText = text.Value }, id.Where)
            : null;
    }

    public static bool HasCitationKey(Located<string> id, ImmutableArray<Diagnostic>.Builder found)
    {
        if (IsCitationKey(id.Value) && id.Value != "*")
        {
            return true;
        }

        found.Add(ParseDiagnostics.BadReferenceId(id));
        return false;
    }

    private static Located<Item>? Parse(Located<string> id, YamlMapping mapping, ImmutableArray<Diagnostic>.Builder found)
    {
        if (!HasCitationKey(id, found))
        {
            return null;
        }

        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(mapping.Entries.Length);
        var (names, dates) = (ItemVariables.Empty<ImmutableArray<Name>>(), ItemVariables.Empty<ItemDate>());
        foreach (var entry in mapping.Entries)
        {
            var kind = CslVocabulary.Find(entry.Key, out var key);
            if (entry.Value.IsNull || kind == CslKey.Ignored || key == "id")
            {
                continue;
            }

            if (kind == CslKey.Names)
            {
                names = names.SetItem(key, ReferenceNames.Parse(entry.Value, key, found));
            }
            else if (kind == CslKey.Date)
            {
                if (ReferenceDates.Parse(entry.Value, key, found) is { } date)
                {
                    dates = dates.SetItem(key, date);
                }
            }
            else if (Field(entry, kind, key, found) is { } text)
            {
                // An identifier may stand there in two spellings; the last counts. Of unknown keys there may be thousands, each once.
                if (kind != CslKey.Unknown)
                {
                    Take(fields, key);
                }

                fields.Add(new(key, text));
            }
        }

        var item = new Item(id.Value, Take(fields, "type") ?? DefaultType)
        {
            PlainText = Take(fields, "text"),
            Language = Take(fields, "language"),
            Fields = ItemVariables.Of(fields.DrainToImmutable()),
            Names = names,
            Dates = dates,
        };
        return new Located<Item>(item, id.Where);
    }

    private static string? Take(ImmutableArray<KeyValuePair<string, string>>.Builder fields, string key)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Key == key)
            {
                var text = fields[i].Value;
                fields.RemoveAt(i);
                return text;
            }
        }

        return null;
    }

    private static string? Field(YamlEntry entry, CslKey kind, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (kind == CslKey.Unknown)
        {
            // A misspelt one is near a known one.
            if (CslVocabulary.FindNearest(key) is { } nearest)
            {
                found.Add(ParseDiagnostics.UnknownReferenceKey(key, entry.KeyWhere, "a CSL variable", nearest));
            }

            return entry.Value is YamlScalar unknown ? unknown.Text.Trim() : null;
        }

        if (YamlValues.Text(entry.Value, key, found) is not { } text || text.Value.Length == 0)
        {
            return null;
        }

        if (key == "type" && !CslTypes.All.Contains(text.Value))
        {
            var hint = Nearest.Hint(text.Value, CslTypes.All.Order(StringComparer.Ordinal)) ?? "Usual types are article-journal, book, chapter, report, webpage.";
            found.Add(ParseDiagnostics.UnknownReferenceType(text, "a CSL item type", hint));
        }

        return key is "DOI" or "PMID" or "PMCID" or "URL" or "ISBN" or "ISSN" ? Identifier(text, key, found) : text.Value;
    }

    private static string? Identifier(Located<string> written, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var check = IdentifierChecks.Check(key, written.Value);
        if (check is { Message: { } message, Hint: { } hint })
        {
            found.Add(check.Value is null ? ParseDiagnostics.BadIdentifier(written.Where, message, hint) : ParseDiagnostics.WrongCheckDigit(written.Where, message, hint));
        }

        return check.Value;
    }
}
