using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <param name="FrontMatter">Null where it has an error.</param>
/// <param name="BodyStart">Offset of the first character of the Markdown.</param>
internal sealed record FrontMatterResult(FrontMatter? FrontMatter, int BodyStart);

/// <summary>
/// The YAML at the start of a Markdown file, typed. Whether an article has a date is not asked here: a translation
/// inherits it.
/// </summary>
internal static class FrontMatterParser
{
    private const string TitleExample = "title: The title of this text";

    public static Outcome<FrontMatterResult> Parse(SourceFile source, SiteSettings settings)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (FrontMatterFence.Find(source, found) is not { } fence)
        {
            return new(new FrontMatterResult(null, 0), found.DrainToImmutable());
        }

        var root = YamlReader.Parse(source, fence.YamlStart, fence.YamlEnd - fence.YamlStart, found);
        var mapping = root is null ? null : YamlValues.Root(source, root, found);
        var frontMatter = mapping is null ? null : Read(new YamlFields(mapping, found), settings);
        var isSound = found.All(diagnostic => diagnostic.Severity != Severity.Error);
        return new(new FrontMatterResult(isSound ? frontMatter : null, fence.BodyStart), found.DrainToImmutable());
    }

    private static FrontMatter? Read(YamlFields fields, SiteSettings settings)
    {
        var title = fields.Text("title");
        if (fields.Has("title", TitleExample) && title is { Value: "" })
        {
            fields.Found.Add(ParseDiagnostics.MissingKey("title", fields.WhereOf("title"), TitleExample));
        }

        var read = new FrontMatter
        {
            Title = title ?? default,
            Date = fields.Date("date", settings.TimeZone),
            Updated = fields.Date("updated", settings.TimeZone),
            Description = fields.Text("description")?.Value,
            Slug = Slug(fields),
            Category = fields.Id("category"),
            Tags = fields.Ids("tags"),
            Authors = fields.Ids("authors"),
            ReviewedBy = fields.Ids("reviewed_by"),
            Reviewed = fields.Date("reviewed", settings.TimeZone),
            SourceLanguage = Language("source_language", fields, settings),
            Translate = fields.Flag("translate", true),
            Disclaimers = fields.Ids("disclaimer"),
            References = FrontMatterLists.References(fields, "references"),
            NoCite = FrontMatterLists.References(fields, "nocite"),
            CitationStyle = fields.Id("citation_style"),
            Related = FrontMatterLists.Related(fields),
            Cover = Cover(fields),
            CoverAlt = fields.Text("cover_alt")?.Value,
            Aliases = FrontMatterLists.Aliases(fields),
            Draft = fields.Flag("draft", false),
            Toc = fields.Flag("toc", true),
            Search = fields.Flag("search", true),
            Sitemap = fields.Flag("sitemap", true),
        };
        fields.Finish();
        return read;
    }

    private static Located<string>? Slug(YamlFields fields)
    {
        var slug = fields.Id("slug");
        if (slug is { } reserved && AddressName.IsReserved(reserved.Value))
        {
            fields.Found.Add(ParseDiagnostics.ReservedSlug(reserved));
        }

        return slug;
    }

    /// <summary>One of the site's languages, by its code.</summary>
    public static Located<Language>? Language(string key, YamlFields fields, SiteSettings settings)
    {
        if (fields.Text(key) is not { } code)
        {
            return null;
        }

        foreach (var info in settings.Languages)
        {
            if (info.Language.Code == code.Value)
            {
                return new Located<Language>(info.Language, code.Where);
            }
        }

        fields.Found.Add(ParseDiagnostics.NotALanguage(key, code, settings.Languages.Select(info => info.Language.Code)));
        return null;
    }

    private static Located<string>? Cover(YamlFields fields)
    {
        var cover = fields.Text("cover");
        if (cover is { } file && !AddressName.IsPathBelow(file.Value))
        {
            fields.Found.Add(ParseDiagnostics.NotAFileName("cover", file));
        }

        return cover;
    }
}
