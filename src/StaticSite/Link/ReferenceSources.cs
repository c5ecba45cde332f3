using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The works that a page's keys may name: those written in its front matter, its bundle's, the site's; the nearest to the page wins.</summary>
internal sealed class ReferenceSources(ReferenceLibrary library)
{
    private readonly Dictionary<string, Item> _ofSite = ByKey(library.Items.Select(item => item.Value));
    private readonly NearNames _names = new(library.Items.Select(item => item.Value.Id));

    public Lookup Of(PageFacts page)
    {
        var inline = page.References.Concat(page.NoCite).Select(entry => entry.Value.Item).OfType<Item>();
        return new(ByKey(inline.Concat(page.Bundle.References.Items.Select(item => item.Value))), this, page.Bundle.References.IsIncomplete || library.IsIncomplete);
    }

    private static Dictionary<string, Item> ByKey(IEnumerable<Item> items)
    {
        var byKey = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byKey.TryAdd(item.Id, item);
        }

        return byKey;
    }

    /// <summary>The works within reach of one page.</summary>
    internal sealed class Lookup(Dictionary<string, Item> near, ReferenceSources sources, bool isIncomplete)
    {
        /// <summary>A file within reach could not be read, which has been reported: its keys are not asked for a second time.</summary>
        public bool IsIncomplete => isIncomplete;

        public Item? Find(string key) => near.GetValueOrDefault(key) ?? sources._ofSite.GetValueOrDefault(key);

        public string? FindNear(string key) =>
            Nearest.Find(key, near.Keys.Order(StringComparer.Ordinal)) ?? sources._names.Find(key);
    }
}
