using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>The items of reference files while these are read, each key once.</summary>
internal sealed class ReferenceItems
{
    private readonly ImmutableArray<Located<Item>>.Builder _items = ImmutableArray.CreateBuilder<Located<Item>>();
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public ImmutableArray<Diagnostic>.Builder Found { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool IsReadable { get; set; } = true;

    /// <summary>A file was read, but an entry was lost whose key is not known.</summary>
    public bool IsIncomplete { get; set; }

    /// <param name="item">Null for one that could not be read, which has been reported.</param>
    public void Add(Located<Item>? item)
    {
        if (item is not { } read)
        {
            return;
        }

        if (_places.TryAdd(read.Value.Id, _items.Count))
        {
            _items.Add(read);
        }
        else
        {
            Found.Add(ParseDiagnostics.DuplicateReference(read, _items[_places[read.Value.Id]].Where));
        }
    }

    public Outcome<ReferenceLibrary?> Finish() =>
        new(IsReadable ? ReferenceLibrary.Of(_items) with { IsIncomplete = IsIncomplete } : null, Found.ToImmutable());
}
