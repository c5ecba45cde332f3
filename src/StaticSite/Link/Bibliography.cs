using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which works does a page list, in which order, and which places cite each?</summary>
internal sealed class Bibliography
{
    private readonly PageScope _scope;
    private readonly ReferenceSources.Lookup _works;
    private readonly List<(Work Work, List<string> Anchors)> _listed = [];
    private readonly Dictionary<string, Key> _keys = new(StringComparer.Ordinal);
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
        foreach (var slot in scope.Details.Slots)
        {
            if (slot is CitationSlot citation)
            {
                bibliography._targets[citation] = bibliography.Resolve(citation);
            }
        }

        foreach (var entry in scope.Page.Facts.References)
        {
            bibliography.AddUncited(entry);
        }

        foreach (var entry in scope.Page.Facts.NoCite)
        {
            bibliography.AddUncited(entry);
        }

        bibliography.Entries = bibliography.List();
        return bibliography;
    }

    public CitationTarget Target(CitationSlot slot) => _targets[slot];

    /// <summary>The anchor of the entry that <c>#ref-key</c> means; null where the page lists no such work.</summary>
    public string? FindEntry(string anchor) =>
        Entries.FirstOrDefault(entry => entry.Id == anchor || "ref-" + entry.Work.Id == anchor)?.Id;

    private CitationTarget Resolve(CitationSlot slot)
    {
        var cites = new ResolvedCite[slot.Cites.Length];
        for (var i = 0; i < cites.Length; i++)
        {
            cites[i] = Resolve(slot.Cites[i]);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(cites));
    }

    private ResolvedCite Resolve(Cite cite)
    {
        var key = KeyOf(cite.Key);
        var anchor = Anchor(key);
        if (key.Number is null && _works.Find(cite.Key) is { } work)
        {
            Number(work);
        }

        if (key.Number is not { } number)
        {
            ReportUnknown(cite.Key, cite.Where);
            return new(cite, null, anchor);
        }

        _listed[number - 1].Anchors.Add(anchor);
        return new(cite, number, anchor);
    }

    private void AddUncited(Located<ReferenceEntry> entry)
    {
        if (entry.Value.Item is { } inline)
        {
            Number(Work.Of(inline));
        }
        else if (entry.Value.Key == "*")
        {
            foreach (var work in _scope.Bundle.References.Works)
            {
                Number(work.Value);
            }
        }
        else if (entry.Value.Key is { } key && _works.Find(key) is { } work)
        {
            Number(work);
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

    private void Number(Work work)
    {
        // A work without a key is no other's twin.
        var key = work.Id.Length > 0 ? KeyOf(work.Id) : null;
        if (key?.Number is not null)
        {
            return;
        }

        _listed.Add((work, []));
        key?.Number = _listed.Count;
    }

    private Key KeyOf(string key)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out _);
        return known ??= new(key);
    }

    /// <summary>Ids of the text itself are never taken a second time.</summary>
    private string Anchor(Key key)
    {
        string anchor;
        do
        {
            anchor = key.NextAnchor();
        }
        while (_scope.Details.Anchors.Contains(anchor));

        return anchor;
    }

    private ImmutableArray<ReferenceListEntry> List()
    {
        var taken = new HashSet<string>(_scope.Details.Anchors.Sorted.Where(anchor => anchor.StartsWith("ref-", StringComparison.Ordinal)), StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<ReferenceListEntry>(_listed.Count);
        foreach (var (work, anchors) in _listed)
        {
            var entry = new ReferenceListEntry(entries.Count + 1, work, [.. anchors]);
            while (!taken.Add(entry.Id))
            {
                entry = entry with { Id = entry.Id + "~" };
            }

            entries.Add(entry);
        }

        return entries.MoveToImmutable();
    }

    /// <summary>What is known of one citation key.</summary>
    private sealed class Key(string key)
    {
        private string? _start;
        private int _places;

        /// <summary>Null for one that is not listed, or not yet.</summary>
        public int? Number { get; set; }

        public string NextAnchor() => string.Concat(_start ??= $"cite-{AnchorName.Of(key)}-", (++_places).ToString(CultureInfo.InvariantCulture));
    }
}
