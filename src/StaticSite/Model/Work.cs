using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>A work that texts may cite. All but its key is in memory only while it is asked for.</summary>
public sealed class Work
{
    private readonly Stored<WorkItems> _items;
    private readonly int _number;

    /// <param name="digest">Of the item, as <see cref="DigestOf"/> gives it.</param>
    /// <param name="number">Its place among the items that are stored together.</param>
    public Work(string id, Digest digest, Stored<WorkItems> items, int number)
    {
        (Id, Digest, _items, _number) = (id, digest, items, number);
    }

    /// <summary>The citation key; empty for one that is given in place without a key.</summary>
    public string Id { get; }

    public Digest Digest { get; }

    public Item Item => _items.Load().Items[_number];

    public static Work Of(Item item) => new(item.Id, DigestOf(item), Stored.InMemory(new WorkItems([item])), 0);

    public static Digest DigestOf(Item item)
    {
        var shown = DigestBuilder.Start().Add(item.Id).Add(item.Type).Add(item.PlainText).Add(item.Language).Add(item.Fields.Count);
        foreach (var (name, value) in item.Fields)
        {
            shown.Add(name).Add(value);
        }

        foreach (var (role, names) in item.Names)
        {
            shown.Add(role).Add(names.Length);
            foreach (var name in names)
            {
                shown.Add(name.Family).Add(name.Given).Add(name.Literal).Add(name.Suffix).Add(name.DroppingParticle).Add(name.NonDroppingParticle)
                    .Add(name.HasCommaSuffix).Add(name.IsStaticOrdering);
            }
        }

        foreach (var (name, date) in item.Dates)
        {
            shown.Add(name).Add(date.Literal).Add(date.Season).Add(date.IsCirca);
            foreach (var parts in date.Parts)
            {
                shown.Add(parts.Length);
                foreach (var part in parts)
                {
                    shown.Add(part);
                }
            }
        }

        return shown.Finish();
    }
}

/// <summary>The items of one reference file.</summary>
public sealed record WorkItems(ImmutableArray<Item> Items);
