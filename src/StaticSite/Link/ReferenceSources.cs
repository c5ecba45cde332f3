using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The works that a page's keys may name: those written in its front matter, its bundle's, the site's; the nearest to the page wins.</summary>
internal sealed class ReferenceSources(ReferenceLibrary library)
{
    private readonly Dictionary<string, Work> _ofSite = ByKey(library.Works.Select(work => work.Value));
    private readonly NearNames _names = new(library.Works.Select(work => work.Value.Id));

    public Lookup Of(PageFacts page)
    {
        var inline = page.References.Concat(page.NoCite).Select(entry => entry.Value.Item).OfType<Item>().Select(Work.Of);
        return new(ByKey(inline.Concat(page.Bundle.References.Works.Select(work => work.Value))), this, page.Bundle.References.IsIncomplete || library.IsIncomplete);
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
    internal sealed class Lookup(Dictionary<string, Work> near, ReferenceSources sources, bool isIncomplete)
    {
        /// <summary>A file within reach could not be read, which has been reported: its keys are not asked for a second time.</summary>
        public bool IsIncomplete => isIncomplete;

        public Work? Find(string key) => near.GetValueOrDefault(key) ?? sources._ofSite.GetValueOrDefault(key);

        public string? FindNear(string key) =>
            Nearest.Find(key, near.Keys.Order(StringComparer.Ordinal)) ?? sources._names.Find(key);
    }
}
