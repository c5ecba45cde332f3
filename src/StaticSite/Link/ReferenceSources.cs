using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The works that a page's keys may name: those written in its front matter, its bundle's, the site's; the nearest to the page wins.</summary>
internal sealed class ReferenceSources(ReferenceLibrary library)
{
    private readonly Dictionary<string, Work> _ofSite = ByKey(library.Works.Select(work => work.Value));
    private readonly NearNames _names = new(library.Works.Select(work => work.Value.Id));

    public Lookup Of(PageFacts page)
    {
        var near = ImmutableArray.CreateBuilder<Work>();
        AddInline(page.References, near);
        AddInline(page.NoCite, near);
        foreach (var work in page.Bundle.References.Works)
        {
            near.Add(work.Value);
        }

        return new(near.DrainToImmutable(), this, page.Bundle.References.IsIncomplete || library.IsIncomplete);
    }

    private static void AddInline(ImmutableArray<Located<ReferenceEntry>> entries, ImmutableArray<Work>.Builder near)
    {
        foreach (var entry in entries)
        {
            if (entry.Value.Item is { } item)
            {
                near.Add(Work.Of(item));
            }
        }
    }

    private static Dictionary<string, Work> ByKey(IEnumerable<Work> works)
    {
        var byKey = new Dictionary<string, Work>(StringComparer.Ordinal);
        foreach (var work in works)
        {
            byKey.TryAdd(work.Id, work);
        }

        return byKey;
    }

    /// <summary>The works within reach of one page.</summary>
    /// <param name="near">Of two with one key the first counts.</param>
    internal sealed class Lookup(ImmutableArray<Work> near, ReferenceSources sources, bool isIncomplete)
    {
        /// <summary>So few are found faster one by one: each page has a lookup of its own.</summary>
        private const int Few = 32;

        private readonly Dictionary<string, Work>? _many = near.Length > Few ? ByKey(near) : null;

        /// <summary>A file within reach could not be read, which has been reported: its keys are not asked for a second time.</summary>
        public bool IsIncomplete => isIncomplete;

        public Work? Find(string key) => FindNearby(key) ?? sources._ofSite.GetValueOrDefault(key);

        public string? FindNear(string key) =>
            Nearest.Find(key, near.Select(work => work.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) ?? sources._names.Find(key);

        private Work? FindNearby(string key)
        {
            if (_many is not null)
            {
                return _many.GetValueOrDefault(key);
            }

            foreach (var work in near)
            {
                if (work.Id == key)
                {
                    return work;
                }
            }

            return null;
        }
    }
}
