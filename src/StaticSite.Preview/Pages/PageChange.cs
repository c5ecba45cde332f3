using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Preview.Pages;

/// <summary>An address of a file that has another content now, and therefore another address.</summary>
internal sealed record Swap(string From, string To);

/// <summary>How does an open page come to its new bytes?</summary>
/// <param name="Kind">swap: other stylesheets and pictures only; drawings: other drawings in the text only; reload: anything else.</param>
internal sealed partial record PageChange(string Kind, ImmutableArray<Swap> Swaps)
{
    private static readonly PageChange s_reload = new("reload", []);

    public static PageChange Find(byte[] before, byte[] after)
    {
        var (one, other) = (Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
        if (WithoutAddresses(one) == WithoutAddresses(other))
        {
            return FindSwaps(one, other) is { } swaps ? new("swap", swaps) : s_reload;
        }

        var (text, drawings) = WithoutDrawings(one);
        return drawings > 0 && (text, drawings) == WithoutDrawings(other) ? new("drawings", []) : s_reload;
    }

    private static ImmutableArray<Swap>? FindSwaps(string one, string other)
    {
        ImmutableArray<Swap> swaps =
        [
            .. Addresses().Matches(one).Zip(Addresses().Matches(other))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new Swap(pair.First.Value, pair.Second.Value))
                .Distinct(),
        ];
        // A script that has run cannot be taken back.
        return swaps.IsEmpty || swaps.Any(swap => swap.From.EndsWith(".js", StringComparison.Ordinal) || swap.From.EndsWith(".mjs", StringComparison.Ordinal)) ? null : swaps;
    }

    private static string WithoutAddresses(string html) => Addresses().Replace(html, match => $"/assets/{match.Groups["name"].Value}.{match.Groups["ending"].Value}");

    private static (string Text, int Drawings) WithoutDrawings(string html) => (Drawings().Replace(html, "<svg>"), Drawings().Count(html));

    /// <summary>A name, ten digits of the content's hash, an ending.</summary>
    [GeneratedRegex("""/assets/(?<name>[^"'\s<>?#,]+?)\.[0-9a-f]{10}\.(?<ending>[A-Za-z0-9]+)""")]
    private static partial Regex Addresses();

    [GeneratedRegex("<svg[ >].*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();
}
