using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>A site's outlines and what is wrong with it, as a record.</summary>
internal static class SiteMemoryRecord
{
    public static void Write(RecordWriter record, SiteMemory site)
    {
        record.Write(site.Bundles, Write);
        record.Write(site.Redirects, (to, redirect) =>
        {
            to.Write(redirect.From.Path);
            to.Write(redirect.To.Path);
            to.Write(redirect.Language.Code);
        });
        record.Write(site.OfSite, ValueRecords.Write);
    }

    /// <summary>Whether nothing would be written for one that is not written for the other. The bundles are the same.</summary>
    public static bool AreSame(SiteMemory one, SiteMemory other) => one.Bundles.Zip(other.Bundles).All(pair => ReferenceEquals(pair.First, pair.Second) || AreSame(pair.First, pair.Second));

    public static SiteMemory Read(ref RecordReader record) => new(
        record.ReadMany(ReadBundle),
        record.ReadMany((ref RecordReader redirect) => new Redirect(new(redirect.ReadText()), new(redirect.ReadText()), ReadLanguage(ref redirect))),
        record.ReadMany(ValueRecords.ReadDiagnostic));

    private static bool AreSame(BundleMemory one, BundleMemory other)
    {
        using RecordWriter first = new(""), second = new("");
        Write(first, one);
        Write(second, other);
        return first.Written.SequenceEqual(second.Written);
    }

    private static void Write(RecordWriter record, BundleMemory bundle)
    {
        record.Write(bundle.Path);
        record.Write(bundle.IsWhole);
        record.Write(bundle.Pages, Write);
        record.Write(bundle.Diagnostics, ValueRecords.Write);
    }

    private static BundleMemory ReadBundle(ref RecordReader record) =>
        new(record.ReadText(), record.ReadBool(), record.ReadMany(ReadPage), record.ReadMany(ValueRecords.ReadDiagnostic));

    /// <summary>What stands in the summary and in the facts stands here once.</summary>
    private static void Write(RecordWriter record, PageOutline page)
    {
        var (summary, meta) = (page.Summary, page.Meta);
        record.Write(summary.Id.Bundle.Value);
        record.Write(summary.Id.Language.Code);
        record.Write((int)summary.Kind);
        record.Write(summary.Url.Path);
        record.Write(summary.Title);
        record.Write(summary.Description);
        record.Write(summary.Date, ValueRecords.Write);
        record.Write(summary.Category);
        record.Write(summary.Tags, (to, tag) => to.Write(tag));
        record.Write(summary.SourcePath);
        record.Write(meta.Updated, ValueRecords.Write);
        record.Write(meta.Authors, (to, person) => to.Write(person));
        record.Write(meta.ReviewedBy, (to, person) => to.Write(person));
        record.Write(meta.Reviewed, ValueRecords.Write);
        record.Write(meta.SourceLanguage.Code);
        record.Write(meta.Disclaimers, (to, id) => to.Write(id));
        record.Write(meta.CitationStyle);
        record.Write(page.IsInSitemap);
    }

    private static PageOutline ReadPage(ref RecordReader record)
    {
        var summary = new PageSummary(
            new(new(record.ReadText()), ReadLanguage(ref record)),
            (BundleKind)record.ReadInt(),
            new(record.ReadText()),
            record.ReadText(),
            record.ReadText(),
            record.ReadOptional(ValueRecords.ReadDate),
            record.ReadOptionalShared(),
            ReadTexts(ref record),
            record.ReadText());
        var meta = new PageMeta(
            summary.Title,
            summary.Description,
            summary.Date,
            record.ReadOptional(ValueRecords.ReadDate),
            summary.Category,
            summary.Tags,
            ReadTexts(ref record),
            ReadTexts(ref record),
            record.ReadOptional(ValueRecords.ReadDate),
            ReadLanguage(ref record),
            ReadTexts(ref record),
            record.ReadOptionalText());
        return new(summary, meta, record.ReadBool());
    }

    private static Language ReadLanguage(ref RecordReader record) => new(record.ReadShared());

    private static ImmutableArray<string> ReadTexts(ref RecordReader record) => record.ReadMany((ref RecordReader text) => text.ReadShared());
}
