using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>How the published files are served: the keys <c>compression</c> and <c>headers</c> of <c>publish</c> in site.yml.</summary>
internal static class DeliveryParser
{
    private const int BestBrotli = 11;
    private const int BestGzip = 9;

    /// <param name="fields">Those of <c>publish</c>.</param>
    public static DeliverySettings Parse(YamlFields fields)
    {
        var standard = DeliverySettings.Default;
        var (brotli, gzip) = fields.Find("compression") switch
        {
            null => (standard.Brotli, standard.Gzip),
            YamlMapping mapping => Levels(new YamlFields(mapping, fields.Found)),
            var node when IsOff(node) => (null, null),
            var node => WrongCompression(node, fields.Found),
        };
        return new(brotli, gzip, HeaderRulesParser.Parse(fields));
    }

    private static (int? Brotli, int? Gzip) Levels(YamlFields fields)
    {
        var levels = (
            Level(fields, "brotli", DeliverySettings.Default.Brotli, BestBrotli),
            Level(fields, "gzip", DeliverySettings.Default.Gzip, BestGzip));
        fields.Finish();
        return levels;
    }

    private static int? Level(YamlFields fields, string key, int? otherwise, int best)
    {
        if (fields.Find(key) is not { } node)
        {
            return otherwise;
        }

        if (IsOff(node))
        {
            return null;
        }

        if (node is YamlScalar { Text: var text } && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var level) && level >= 1 && level <= best)
        {
            return level;
        }

        fields.Found.Add(ParseDiagnostics.WrongType(key, $"a level from 1 to {best}, or false", $"{key}: {otherwise}", node));
        return otherwise;
    }

    private static (int? Brotli, int? Gzip) WrongCompression(YamlNode node, ImmutableArray<Diagnostic>.Builder found)
    {
        found.Add(ParseDiagnostics.WrongType("compression", "a group of keys, or false", "compression: {brotli: 9, gzip: 6}", node));
        return (null, null);
    }

    private static bool IsOff(YamlNode node) => node is YamlScalar { Text: "false" or "False" or "FALSE" };
}
