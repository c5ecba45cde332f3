using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which works does a page list, in which order, and which places cite each?</summary>
internal sealed class Bibliography
{
    private readonly PageScope _scope;
    private readonly ReferenceSources.Lookup _works;
    private readonly List<(Item Item, List<string> Anchors)> _listed = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<CitationSlot, CitationTarget> _targets = new(ReferenceEqualityComparer.Instance);

    private Bibliography(PageScope scope, ReferenceSources sources)
    {
        _scope = scope;
        _works = sources.Of(scope.Page.Facts);
    }

    public ImmutableArray<ReferenceListEntry> Entries { get; private set; } = [];

    /// <summary>Cited works in the order of their first citation, then <c>references</c>, then <c>nocite</c>.</summary>
    public static Bibliography Create(PageScope scope, ReferenceSources sources)
    {
        var bibliography = new Bibliography(scope, sources);
        foreach (var slot in scope.Page.Parsed.Slots.OfType<CitationSlot>())
        {
            bibliography._targets[slot] = new([.. slot.Cites.Select(bibliography.Resolve)]);
        }

        foreach (var entry in scope.Page.Facts.References.Concat(scope.Page.Facts.NoCite))
        {
            bibliography.AddUncited(entry);
        }

        bibliography.Entries = bibliography.List();
        return bibliography;
    }

    public CitationTarget Target(CitationSlot slot) => _targets[slot];

    /// <summary>The anchor of the entry that <c>#ref-key</c> means; null where the page lists no such work.</summary>
    public string? FindEntry(string anchor) =>
        Entries.FirstOrDefault(entry => entry.Id == anchor || "ref-" + entry.Item.Id == anchor)?.Id;

    private ResolvedCite Resolve(Cite cite)
    {
        var anchor = Anchor(cite.Key);
        if (_works.Find(cite.Key) is not { } item)
        {
            ReportUnknown(cite.Key, cite.Where);
            return new(cite, null, anchor, null);
        }

        var number = Number(item);
        _listed[number - 1].Anchors.Add(anchor);
        return new(cite, number, anchor, item);
    }

    private void AddUncited(Located<ReferenceEntry> entry)
    {
        if (entry.Value.Item is { } inline)
        {
            Number(inline);
        }
        else if (entry.Value.Key == "*")
        {
            foreach (var item in _scope.Bundle.References.Items)
            {
                Number(item.Value);
            }
        }
        else if (entry.Value.Key is { } key && _works.Find(key) is { } item)
        {
            Number(item);
        }
        else if (entry.Value.Key is { } unknown)
        {
            ReportUnknown(unknown, entry.Where);
        }
    }

    private void ReportUnknown(string key, SourceSpan where)
    {
        if (!_works.IsIncomplete)
        {
            _scope.Diagnostics.Add(LinkDiagnostics.ReferenceNotFound(key, where, _works.FindNear(key)));
        }
    }

    private int Number(Item item)
    {
        // An item without a key is no other's twin.
        if (item.Id.Length > 0 && _numbers.TryGetValue(item.Id, out var number))
        {
            return number;
        }

        _listed.Add((item, []));
        _numbers.TryAdd(item.Id, _listed.Count);
        return _listed.Count;
    }

    /// <summary>Ids of the text itself are never taken a second time.</summary>
    private string Anchor(string key)
    {
        var place = _places.GetValueOrDefault(key);
        string anchor;
        do
        {
            place++;
            anchor = $"cite-{AnchorName.Of(key)}-{place.ToString(CultureInfo.InvariantCulture)}";
        }
        while (_scope.Page.Parsed.Anchors.Contains(anchor));

        _places[key] = place;
        return anchor;
    }

    private ImmutableArray<ReferenceListEntry> List()
    {
        var taken = new HashSet<string>(_scope.Page.Parsed.Anchors.Sorted.Where(anchor => anchor.StartsWith("ref-", StringComparison.Ordinal)), StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<ReferenceListEntry>(_listed.Count);
        foreach (var (item, anchors) in _listed)
        {
            var entry = new ReferenceListEntry(entries.Count + 1, item, [.. anchors]);
            while (!taken.Add(entry.Id))
            {
                entry = entry with { Id = entry.Id + "~" };
            }

            entries.Add(entry);
        }

        return entries.MoveToImmutable();
    }
}
