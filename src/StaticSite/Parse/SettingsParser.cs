using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>input/site.yml.</summary>
internal static class SettingsParser
{
    /// <summary>Null where the file has an error: nothing can be built without settings.</summary>
    public static Outcome<SiteSettings?> Parse(SourceFile source)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var root = YamlReader.Parse(source, found);
        var mapping = root is null ? null : YamlValues.Root(source, root, found);
        var settings = mapping is null ? null : Read(source, new YamlFields(mapping, found));
        var isSound = found.All(diagnostic => diagnostic.Severity != Severity.Error);
        return new(isSound ? settings : null, found.DrainToImmutable());
    }

    private static SiteSettings Read(SourceFile source, YamlFields fields)
    {
        var languages = SettingsLanguages.Parse(fields);
        var texts = new LocalizedTexts(languages, fields.Found);
        var zone = TimeZone(fields);
        var title = fields.Has("title", "title: The name of the site") ? texts.Find(fields, "title") : null;
        var settings = new SiteSettings
        {
            Where = source.Start,
            BaseUrl = BaseUrl(fields),
            TimeZone = zone,
            Launched = fields.Date("launched", zone) is { } launched ? DateOnly.FromDateTime(launched.Value.Instant.Date) : null,
            Languages = languages,
            Title = title ?? LocalizedText.Of(""),
            Tagline = texts.Find(fields, "tagline"),
            Publisher = Publisher(fields, texts, title ?? LocalizedText.Of("")),
            Menu = fields.Ids("menu") ?? [],
            Categories = Terms(fields, "categories", texts),
            Tags = Terms(fields, "tags", texts),
            Disclaimers = fields.Ids("disclaimers") ?? [],
            CitationStyle = texts.Find(fields, "citation_style"),
            Related = fields.Count("related", 6, least: 0),
            PageSize = fields.Count("page_size", 20, least: 1),
            FeedSize = fields.Count("feed_size", 20, least: 1),
            Preview = PreviewSettingsParser.Parse(fields),
            Publish = PublishSettingsParser.Parse(fields),
        };
        fields.Finish();
        return settings;
    }

    private static Uri BaseUrl(YamlFields fields)
    {
        if (fields.Has("base_url", "base_url: https://example.org") && fields.Text("base_url") is { } text)
        {
            if (WebAddress.Find(text.Value) is { AbsolutePath: "/", Query: "", Fragment: "" } address && text.Value.AsSpan().IndexOfAny("?#") < 0)
            {
                return address;
            }

            fields.Found.Add(ParseDiagnostics.BadBaseUrl(text));
        }

        return new Uri("https://example.invalid");
    }

    private static TimeZoneInfo TimeZone(YamlFields fields)
    {
        if (fields.Text("time_zone") is not { } name)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out var zone))
        {
            return zone;
        }

        fields.Found.Add(ParseDiagnostics.UnknownTimeZone(name, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id).Order(StringComparer.Ordinal)));
        return TimeZoneInfo.Utc;
    }

    private static Publisher Publisher(YamlFields fields, LocalizedTexts texts, LocalizedText title)
    {
        var node = fields.Find("publisher");
        if (node is not YamlMapping mapping)
        {
            var name = node is null ? title : texts.Parse(node, "publisher", fields.WhereOf("publisher"));
            return new Publisher(name ?? title, null, null, null, null, null, null);
        }

        var inner = new YamlFields(mapping, fields.Found);
        var publisher = new Publisher(
            texts.Find(inner, "name") ?? title,
            texts.Find(inner, "address"),
            inner.Text("phone")?.Value,
            inner.Text("telegram")?.Value,
            inner.Text("email")?.Value,
            StaticFile(inner, "wechat_qr"),
            inner.Text("icp")?.Value);
        inner.Finish();
        return publisher;
    }

    private static Located<string>? StaticFile(YamlFields fields, string key)
    {
        var file = fields.Text(key);
        if (file is { } path && !AddressName.IsPathBelow(path.Value))
        {
            fields.Found.Add(ParseDiagnostics.NotAStaticFile(key, path));
        }

        return file;
    }

    private static ImmutableArray<Term> Terms(YamlFields fields, string key, LocalizedTexts texts)
    {
        if (fields.Find(key) is not { } node)
        {
            return [];
        }

        if (node is not YamlMapping mapping)
        {
            fields.Found.Add(ParseDiagnostics.WrongType(key, "a group of ids with their names", $"{key}: {{kidney: {{zh: 肾病, en: Kidney disease}}}}", node));
            return [];
        }

        var terms = ImmutableArray.CreateBuilder<Term>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (YamlValues.CheckId(new Located<string>(entry.Key, entry.KeyWhere), key, fields.Found) is not null)
            {
                terms.Add(Term(entry, key, texts, fields.Found));
            }
        }

        return terms.DrainToImmutable();
    }

    /// <summary>The names stand beside <c>disclaimers</c>. A term without a name goes by its id.</summary>
    private static Term Term(YamlEntry entry, string key, LocalizedTexts texts, ImmutableArray<Diagnostic>.Builder found)
    {
        var name = entry.Value.IsNull ? null : texts.Parse(entry.Value, $"{key}: {entry.Key}", entry.KeyWhere, "disclaimers");
        var disclaimers = entry.Value is YamlMapping mapping ? new YamlFields(mapping, found).Ids("disclaimers") : null;
        return new Term(entry.Key, name ?? LocalizedText.Of(entry.Key), disclaimers ?? [], entry.KeyWhere);
    }
}
