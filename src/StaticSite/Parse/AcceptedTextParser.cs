using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>
/// <c>.accepted/&lt;language&gt;.md</c>: the source text that a translation was made from, under a head that says when
/// it was accepted. <see cref="AcceptedTextPrinter"/> prints what is read here.
/// </summary>
internal static class AcceptedTextParser
{
    public const string DateKey = "accepted";
    public const string SourceKey = "source_language";
    public const string UpdatedKey = "updated";
    public const string TitleKey = "title";
    public const string LaterKey = "sections";

    /// <summary>Null where the file has an error.</summary>
    /// <param name="language">Of the translation.</param>
    public static Outcome<AcceptedText?> Parse(SourceFile source, Language language, SiteSettings settings)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (FrontMatterFence.Find(source, found) is not { } fence
            || YamlReader.Parse(source, fence.YamlStart, fence.YamlEnd - fence.YamlStart, found) is not { } root
            || YamlValues.Root(source, root, found) is not { } mapping)
        {
            return new(null, found.DrainToImmutable());
        }

        var fields = new YamlFields(mapping, found);
        fields.Has(DateKey, $"{DateKey}: 2025-05-20");
        var date = fields.Date(DateKey, settings.TimeZone);
        var written = FrontMatterParser.Language(SourceKey, fields, settings);
        var updated = fields.Date(UpdatedKey, settings.TimeZone);
        var title = fields.Text(TitleKey);
        var later = LaterDates(fields, settings);
        fields.Finish();

        var body = MarkdownParser.ParseSections(source, fence.BodyStart);
        found.AddRange(body.Diagnostics);
        if (date is null || found.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new(null, found.DrainToImmutable());
        }

        ImmutableArray<TextSection> ofTitle = title is { } words ? [TextSections.OfTitle(words)] : [];
        return new(
            new(language, written?.Value, source.Path, Day(date.Value.Value, settings.TimeZone), later, updated?.Value, title?.Value ?? "", ofTitle.AddRange(body.Value)),
            found.DrainToImmutable());
    }

    private static ImmutableDictionary<string, DateOnly> LaterDates(YamlFields fields, SiteSettings settings)
    {
        var dates = ImmutableDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        switch (fields.Find(LaterKey))
        {
            case YamlMapping mapping:
                var entries = new YamlFields(mapping, fields.Found);
                foreach (var id in mapping.Entries.Select(entry => entry.Key))
                {
                    if (entries.Date(id, settings.TimeZone) is { } date)
                    {
                        dates[id] = Day(date.Value, settings.TimeZone);
                    }
                }

                break;
            case { } other:
                fields.Found.Add(ParseDiagnostics.WrongType(LaterKey, "a group of section ids with dates", $"{LaterKey}: {{results: 2025-05-20}}", other));
                break;
        }

        return dates.ToImmutable();
    }

    private static DateOnly Day(PublicationDate date, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date.Instant, zone).DateTime);
}
