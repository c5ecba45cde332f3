using System.Numerics;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Many names in which the nearest to a wrong one is looked for again and again: a site may hold thousands of each.</summary>
internal sealed class NearNames
{
    private readonly (string Name, ulong Letters)[] _names;

    public NearNames(IEnumerable<string> names) =>
        _names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => (name, Letters(name)))];

    public string? Find(string wrong)
    {
        var letters = Letters(wrong);
        var most = 2 * Math.Max(1, wrong.Length / 3);
        return Nearest.Find(wrong, _names.Where(one => IsLike(one.Letters, letters, most)).Select(one => one.Name));
    }

    /// <summary>An edit changes at most two letters of the set; names that differ in more are not worth comparing.</summary>
    private static bool IsLike(ulong letters, ulong others, int most) => BitOperations.PopCount(letters ^ others) <= most;

    private static ulong Letters(string name)
    {
        var letters = 0UL;
        foreach (var c in name)
        {
            letters |= 1UL << (char.ToLowerInvariant(c) & 63);
        }

        return letters;
    }
}
