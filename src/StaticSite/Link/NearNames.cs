using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Many names in which the nearest to a wrong one is looked for again and again: a site may hold thousands of each.</summary>
internal sealed class NearNames
{
    /// <summary>As many are compared one by one.</summary>
    private const int Few = 300;

    private readonly string[] _names;
    private readonly Lazy<Dictionary<ulong, List<int>>> _shortened;

    public NearNames(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _shortened = new(Shortened);
    }

    public string? Find(string wrong) => Nearest.Find(wrong, _names.Length <= Few ? _names : Candidates(wrong));

    /// <summary>Names that share a spelling with the wrong one after each has lost at most one letter; that is where slips of the pen lead.</summary>
    private IEnumerable<string> Candidates(string wrong)
    {
        var found = new SortedSet<int>();
        foreach (var hash in Spellings(wrong))
        {
            found.UnionWith(_shortened.Value.GetValueOrDefault(hash, []));
        }

        return found.Select(name => _names[name]);
    }

    private Dictionary<ulong, List<int>> Shortened()
    {
        var shortened = new Dictionary<ulong, List<int>>();
        for (var name = 0; name < _names.Length; name++)
        {
            foreach (var hash in Spellings(_names[name]))
            {
                var names = shortened.TryGetValue(hash, out var known) ? known : shortened[hash] = [];
                names.Add(name);
            }
        }

        return shortened;
    }

    /// <summary>The hashes of a name and of the name without each of its letters in turn.</summary>
    private static IEnumerable<ulong> Spellings(string name)
    {
        const int LongestCompared = 64;
        yield return Hash(name, -1);
        for (var without = 0; without < Math.Min(name.Length, LongestCompared); without++)
        {
            yield return Hash(name, without);
        }
    }

    /// <summary>FNV-1a over lower-case letters.</summary>
    private static ulong Hash(string name, int without)
    {
        var hash = 14695981039346656037;
        for (var i = 0; i < name.Length; i++)
        {
            hash = i == without ? hash : (hash ^ char.ToLowerInvariant(name[i])) * 1099511628211;
        }

        return hash;
    }
}
