using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>What is remembered of one file of the output.</summary>
/// <param name="Path">Below the output folder; null where the address is none of the site's.</param>
/// <param name="Shows">All that it is made of.</param>
/// <param name="Causes">What of that was new, changed or gone when it was last rendered; empty where nothing was remembered then.</param>
/// <param name="Near">Where the address is unknown: the one that may be meant.</param>
public sealed record OutputHistory(string? Path, ImmutableArray<Ingredient> Shows, ImmutableArray<Ingredient> Causes, string? Near)
{
    public static OutputHistory Unknown(string? near) => new(null, [], [], near);
}
