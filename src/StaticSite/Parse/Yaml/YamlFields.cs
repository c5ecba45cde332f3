using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>
/// The keys of one mapping, read by name and type. What is asked for is what is known: every other key is reported by
/// <see cref="ReportUnknown"/>. A key without a value counts as not written.
/// </summary>
internal sealed class YamlFields(YamlMapping mapping, ImmutableArray<Diagnostic>.Builder found)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public ImmutableArray<Diagnostic>.Builder Found => found;

    public SourceSpan Where => mapping.Where;

    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return mapping.Find(key) is { IsNull: false } value ? value : null;
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

    public Located<PublicationDate>? Date(string key, TimeZoneInfo zone) =>
        Text(key) is { } text ? DateText.Parse(text, key, zone, found) : null;

    /// <summary>A list of ids; one text counts as a list of one. An id that is named twice is kept once.</summary>
    public ImmutableArray<Located<string>>? Ids(string key) => Find(key) is { } node ? YamlValues.Ids(node, key, found) : null;

    public Located<string>? Id(string key) => Text(key) is { } text ? YamlValues.CheckId(text, key, found) : null;

    /// <summary>The entries of a list of anything; a single entry counts as a list of one, and what is empty is reported.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Find(key) is { } node ? YamlValues.Items(node, key, found) : [];

    public void ReportUnknown()
    {
        foreach (var entry in mapping.Entries)
        {
            if (!_asked.Contains(entry.Key))
            {
                found.Add(ParseDiagnostics.UnknownKey(entry.Key, entry.KeyWhere, _asked.Order(StringComparer.Ordinal)));
            }
        }
    }
}
