using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>
/// The keys of one mapping, read by name and type. What is asked for is what is known: every other key is reported by
/// <see cref="Finish"/>, as is every required one that is missing. A key without a value counts as not written.
/// </summary>
internal sealed class YamlFields(YamlMapping mapping, ImmutableArray<Diagnostic>.Builder found)
{
    private readonly List<string> _asked = new(32);
    private readonly List<string> _unlisted = [];
    private readonly List<(string Key, string Example)> _missing = [];

    public ImmutableArray<Diagnostic>.Builder Found => found;

    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return mapping.Find(key) is { IsNull: false } value ? value : null;
    }

    /// <summary>Whether a required key is written.</summary>
    /// <param name="example">What to write instead of nothing.</param>
    public bool Has(string key, string example)
    {
        if (Find(key) is not null)
        {
            return true;
        }

        _missing.Add((key, example));
        return false;
    }

    /// <summary>The entry of a key that is not to be suggested to anybody.</summary>
    public YamlEntry? FindUnlisted(string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key == key)
            {
                _unlisted.Add(key);
                return entry;
            }
        }

        return null;
    }

    /// <summary>The place of the key, or of the whole mapping where it is not written.</summary>
    public SourceSpan WhereOf(string key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key == key)
            {
                return entry.KeyWhere;
            }
        }

        return mapping.Where;
    }

    public Located<string>? Text(string key) => Find(key) is { } node ? YamlValues.Text(node, key, found) : null;

    public bool Flag(string key, bool otherwise) => Find(key) is { } node ? YamlValues.Flag(node, key, found) ?? otherwise : otherwise;

    public int Count(string key, int otherwise, int least) =>
        Find(key) is { } node ? YamlValues.Count(node, key, least, found) ?? otherwise : otherwise;

    public Located<PublicationDate>? Date(string key, TimeZoneInfo zone)
    {
        var node = Find(key);
        if (node is null or YamlScalar)
        {
            return node is null || YamlValues.Text(node, key, found) is not { } text ? null : DateText.Parse(text, key, zone, found);
        }

        found.Add(ParseDiagnostics.WrongType(key, "a date", $"{key}: 2025-05-20", node));
        return null;
    }

    /// <summary>A list of ids; one text counts as a list of one. An id that is named twice is kept once.</summary>
    public ImmutableArray<Located<string>>? Ids(string key) => Find(key) is { } node ? YamlValues.Ids(node, key, found) : null;

    public Located<string>? Id(string key) => Text(key) is { } text ? YamlValues.CheckId(text, key, found) : null;

    /// <summary>The entries of a list of anything; a single entry counts as a list of one, and what is empty is reported.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Find(key) is { } node ? YamlValues.Items(node, key, found) : [];

    /// <summary>To be called when every known key has been asked for. A misspelt required key is one mistake.</summary>
    public void Finish()
    {
        var unknown = mapping.Entries.RemoveAll(entry => _asked.Contains(entry.Key) || _unlisted.Contains(entry.Key));
        var known = unknown.IsEmpty ? [] : _asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var (key, example) in _missing)
        {
            if (unknown.Where(entry => Nearest.Find(entry.Key, known) == key).ToArray() is [var misspelt, ..])
            {
                unknown = unknown.Remove(misspelt);
                found.Add(ParseDiagnostics.MisspeltKey(key, misspelt.Key, misspelt.KeyWhere));
            }
            else
            {
                found.Add(ParseDiagnostics.MissingKey(key, WhereOf(key), example));
            }
        }

        foreach (var entry in unknown)
        {
            found.Add(ParseDiagnostics.UnknownKey(entry.Key, entry.KeyWhere, known));
        }
    }
}
