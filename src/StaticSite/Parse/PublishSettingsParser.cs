using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>The part <c>publish</c> of site.yml.</summary>
internal static class PublishSettingsParser
{
    private const string Example = "publish: {targets: {production: {kind: s3, bucket: my-site}}}";

    public static PublishSettings Parse(YamlFields site)
    {
        if (Group(site.Find("publish"), "publish", Example, site.Found) is not { } mapping)
        {
            return new PublishSettings();
        }

        var fields = new YamlFields(mapping, site.Found);
        var settings = new PublishSettings
        {
            KeepReleases = fields.Count("keep_releases", 5, least: 1),
            KeepAssets = fields.Count("keep_assets", 30, least: 0),
            Delivery = DeliveryParser.Parse(fields),
            Targets = Targets(fields),
        };
        fields.Finish();
        return settings;
    }

    private static ImmutableArray<TargetSettings> Targets(YamlFields fields)
    {
        if (Group(fields.Find("targets"), "targets", "targets: {production: {kind: s3, bucket: my-site}}", fields.Found) is not { } mapping)
        {
            return [];
        }

        var targets = ImmutableArray.CreateBuilder<TargetSettings>();
        foreach (var entry in mapping.Entries)
        {
            var name = new Located<string>(entry.Key, entry.KeyWhere);
            if (YamlValues.CheckId(name, "targets", fields.Found) is not null
                && Group(entry.Value, entry.Key, $"{entry.Key}: {{kind: directory, path: /srv/www/site}}", fields.Found) is { } target
                && PublishTargetParser.Parse(name, new YamlFields(target, fields.Found)) is { } parsed)
            {
                targets.Add(parsed);
            }
        }

        return targets.ToImmutable();
    }

    private static YamlMapping? Group(YamlNode? node, string key, string example, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is not (null or YamlMapping))
        {
            found.Add(ParseDiagnostics.WrongType(key, "a group of keys", example, node));
        }

        return node as YamlMapping;
    }
}
