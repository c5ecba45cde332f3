using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>How the published files are served: <c>compression</c> and <c>headers</c> under <c>publish</c> in site.yml.</summary>
/// <param name="Brotli">1 to 11; null switches it off.</param>
/// <param name="Gzip">1 to 9; null switches it off.</param>
/// <param name="Headers">In the order of the file: later ones win, header by header.</param>
public sealed record DeliverySettings(int? Brotli, int? Gzip, ImmutableArray<HeaderRule> Headers)
{
    public static DeliverySettings Default { get; } = new(9, 6, []);
}

/// <param name="Path">An address of the site in which <c>*</c> stands for anything, also for <c>/</c>.</param>
/// <param name="Set">By name, in any letter case; null takes a header away.</param>
public sealed record HeaderRule(string Path, ImmutableSortedDictionary<string, string?> Set);
