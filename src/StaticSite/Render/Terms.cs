using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The names of categories and tags by their ids. An id that is not among them serves as its name (Link has warned).</summary>
internal static class Terms
{
    public static Dictionary<string, string> Names(ImmutableArray<Term> terms, Language language)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            names.TryAdd(term.Id, term.Name.Find(language) ?? term.Id);
        }

        return names;
    }
}
