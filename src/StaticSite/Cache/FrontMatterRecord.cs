using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>A front matter as a record.</summary>
internal static class FrontMatterRecord
{
    public static void Write(RecordWriter record, FrontMatter file)
    {
        record.Write(file.Title);
        record.Write(file.Date, ValueRecords.Write);
        record.Write(file.Updated, ValueRecords.Write);
        record.Write(file.Description);
        record.Write(file.Slug, ValueRecords.Write);
        record.Write(file.Category, ValueRecords.Write);
        record.Write(file.Tags);
        record.Write(file.Authors);
        record.Write(file.ReviewedBy);
        record.Write(file.Reviewed, ValueRecords.Write);
        record.Write(file.SourceLanguage, (to, language) => to.Write(new Located<string>(language.Value.Code, language.Where)));
        record.Write(file.Translate);
        record.Write(file.Disclaimers);
        WriteEntries(record, file.References);
        WriteEntries(record, file.NoCite);
        record.Write(file.CitationStyle, ValueRecords.Write);
        record.Write(file.Related, Write);
        record.Write(file.Cover, ValueRecords.Write);
        record.Write(file.CoverAlt);
        record.Write(file.Aliases, ValueRecords.Write);
        record.Write(file.Draft);
        record.Write(file.Toc);
        record.Write(file.Search);
        record.Write(file.Sitemap);
    }

    public static FrontMatter Read(ref RecordReader record) => new()
    {
        // In the order in which they are written: initializers run from top to bottom.
        Title = ValueRecords.ReadLocated(ref record),
        Date = record.ReadOptional(ValueRecords.ReadLocatedDate),
        Updated = record.ReadOptional(ValueRecords.ReadLocatedDate),
        Description = record.ReadOptionalText(),
        Slug = record.ReadOptional(ValueRecords.ReadLocated),
        Category = record.ReadOptional(ValueRecords.ReadLocated),
        Tags = ValueRecords.ReadTexts(ref record),
        Authors = ValueRecords.ReadTexts(ref record),
        ReviewedBy = ValueRecords.ReadTexts(ref record),
        Reviewed = record.ReadOptional(ValueRecords.ReadLocatedDate),
        SourceLanguage = record.ReadOptional((ref RecordReader language) => ToLanguage(ValueRecords.ReadLocated(ref language))),
        Translate = record.ReadBool(),
        Disclaimers = ValueRecords.ReadTexts(ref record),
        References = ReadEntries(ref record),
        NoCite = ReadEntries(ref record),
        CitationStyle = record.ReadOptional(ValueRecords.ReadLocated),
        Related = record.ReadMany(ReadRelated),
        Cover = record.ReadOptional(ValueRecords.ReadLocated),
        CoverAlt = record.ReadOptionalText(),
        Aliases = record.ReadMany(ValueRecords.ReadLocated),
        Draft = record.ReadBool(),
        Toc = record.ReadBool(),
        Search = record.ReadBool(),
        Sitemap = record.ReadBool(),
    };

    private static Located<Language> ToLanguage(Located<string> code) => new(new(code.Value), code.Where);

    private static void Write(RecordWriter record, Located<RelatedEntry> entry)
    {
        record.Write(entry.Value.Bundle?.Value);
        record.Write(entry.Value.Title);
        record.Write(entry.Value.Url);
        record.Write(entry.Where);
    }

    private static Located<RelatedEntry> ReadRelated(ref RecordReader record)
    {
        var entry = new RelatedEntry(record.ReadOptionalText() is { } id ? new BundleId(id) : null, record.ReadOptionalText(), record.ReadOptionalText());
        return new(entry, record.ReadSpan());
    }

    private static void WriteEntries(RecordWriter record, ImmutableArray<Located<ReferenceEntry>>? entries)
    {
        record.Write(entries is not null);
        if (entries is { } present)
        {
            record.Write(present, Write);
        }
    }

    private static void Write(RecordWriter record, Located<ReferenceEntry> entry)
    {
        record.Write(entry.Value.Key);
        record.Write(entry.Value.Item is not null);
        if (entry.Value.Item is { } item)
        {
            record.Write(item);
        }

        record.Write(entry.Where);
    }

    private static ImmutableArray<Located<ReferenceEntry>>? ReadEntries(ref RecordReader record) => record.ReadBool() ? record.ReadMany(ReadEntry) : null;

    private static Located<ReferenceEntry> ReadEntry(ref RecordReader record)
    {
        var entry = new ReferenceEntry(record.ReadOptionalText(), record.ReadBool() ? ValueRecords.ReadItem(ref record) : null);
        return new(entry, record.ReadSpan());
    }
}
