using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which works does a page list, in which order, and which places cite each?</summary>
internal sealed class Bibliography
{
    /// <summary>Works of one page: the counts of a longer list are kept elsewhere.</summary>
    private const int MostOnStack = 256;

    private readonly PageScope _scope;
    private readonly ReferenceSources.Lookup _works;
    private readonly List<Work> _listed = [];
    private readonly List<(int Number, CiteAnchor Anchor)> _places;
    private readonly Dictionary<string, Key> _keys;

    /// <summary>The text itself has ids like those that are given here, which are never taken a second time. Hardly any text has.</summary>
    private readonly bool _mayCollide;

    private Bibliography(PageScope scope, ReferenceSources sources, int citations)
    {
        _scope = scope;
        _works = sources.Of(scope.Page.Facts);
        (_places, _keys) = (new(citations), new(citations, StringComparer.Ordinal));
        foreach (var anchor in scope.Details.Anchors.Sorted)
        {
            _mayCollide |= anchor.StartsWith("cite-", StringComparison.Ordinal) || anchor.StartsWith("ref-", StringComparison.Ordinal);
        }
    }

    public ImmutableArray<ReferenceListEntry> Entries { get; private set; } = [];

    /// <summary>In the order of the body's citation slots.</summary>
    public ImmutableArray<CitationTarget> Citations { get; private set; } = [];

    /// <summary>Cited works in the order of their first citation, then <c>references</c>, then <c>nocite</c>.</summary>
    public static Bibliography Create(PageScope scope, ReferenceSources sources)
    {
        var count = 0;
        foreach (var slot in scope.Details.Slots)
        {
            count += slot is CitationSlot ? 1 : 0;
        }

        var bibliography = new Bibliography(scope, sources, count);
        var citations = ImmutableArray.CreateBuilder<CitationTarget>(count);
        foreach (var slot in scope.Details.Slots)
        {
            if (slot is CitationSlot citation)
            {
                citations.Add(bibliography.Resolve(citation));
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

        (bibliography.Citations, bibliography.Entries) = (citations.MoveToImmutable(), bibliography.MakeEntries());
        return bibliography;
    }

    /// <summary>The anchor of the entry that <c>#ref-key</c> means; null where the page lists no such work.</summary>
    public string? FindEntry(string anchor) =>
        Entries.FirstOrDefault(entry => entry.Id == anchor || "ref-" + entry.Work.Id == anchor)?.Id;

    private CitationTarget Resolve(CitationSlot slot) => new(ImmutableArray.CreateRange(slot.Cites, static (cite, here) => here.Resolve(cite), this));

    private ResolvedCite Resolve(Cite cite)
    {
        var key = KeyOf(cite.Key);
        var anchor = Anchor(key);
        if (key.Number is null && _works.Find(cite.Key) is { } work)
        {
            key.Number = List(work);
        }

        if (key.Number is not { } number)
        {
            ReportUnknown(cite.Key, cite.Where);
            return new(cite, null, anchor);
        }

        _places.Add((number, anchor));
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
        if (work.Id.Length == 0)
        {
            List(work);
        }
        else if (KeyOf(work.Id) is { Number: null } key)
        {
            key.Number = List(work);
        }
    }

    /// <summary>The number of the work.</summary>
    private int List(Work work)
    {
        _listed.Add(work);
        return _listed.Count;
    }

    private Key KeyOf(string key)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out _);
        return known ??= new(key);
    }

    private CiteAnchor Anchor(Key key)
    {
        CiteAnchor anchor;
        do
        {
            anchor = key.NextAnchor();
        }
        while (_mayCollide && IsTaken(anchor.ToString()));

        return anchor;
    }

    /// <summary>Keys never share a name, so that only works without a key have the ids of others.</summary>
    private ImmutableArray<ReferenceListEntry> MakeEntries()
    {
        var lastWithoutKey = "";
        var anchors = AnchorsByNumber();
        var entries = ImmutableArray.CreateBuilder<ReferenceListEntry>(_listed.Count);
        foreach (var work in _listed)
        {
            var entry = new ReferenceListEntry(entries.Count + 1, work, ImmutableCollectionsMarshal.AsImmutableArray(anchors[entries.Count]));
            while (IsTaken(entry.Id) || (work.Id.Length == 0 && entry.Id.Length <= lastWithoutKey.Length))
            {
                entry = entry with { Id = entry.Id + "~" };
            }

            lastWithoutKey = work.Id.Length == 0 ? entry.Id : lastWithoutKey;
            entries.Add(entry);
        }

        return entries.MoveToImmutable();
    }

    private CiteAnchor[][] AnchorsByNumber()
    {
        Span<int> counts = _listed.Count <= MostOnStack ? stackalloc int[_listed.Count] : new int[_listed.Count];
        foreach (var (number, _) in _places)
        {
            counts[number - 1]++;
        }

        var anchors = new CiteAnchor[_listed.Count][];
        for (var i = 0; i < anchors.Length; i++)
        {
            anchors[i] = counts[i] == 0 ? [] : new CiteAnchor[counts[i]];
        }

        // From the last place back, the counts say where the next one belongs.
        for (var i = _places.Count - 1; i >= 0; i--)
        {
            var (number, anchor) = _places[i];
            anchors[number - 1][--counts[number - 1]] = anchor;
        }

        return anchors;
    }

    private bool IsTaken(string anchor) => _mayCollide && _scope.Details.Anchors.Contains(anchor);

    /// <summary>What is known of one citation key.</summary>
    private sealed class Key(string key)
    {
        private string? _start;
        private int _places;

        /// <summary>Null for one that is not listed, or not yet.</summary>
        public int? Number { get; set; }

        public CiteAnchor NextAnchor() => new(_start ??= $"cite-{AnchorName.Of(key)}-", ++_places);
    }
}
