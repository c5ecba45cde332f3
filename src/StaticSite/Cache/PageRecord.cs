using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>A parsed page as a record. Its id, kind and path belong to the file that has the bytes now.</summary>
internal static class PageRecord
{
    public static void Write(RecordWriter record, ParsedPage page)
    {
        record.Write(page.Source);
        FrontMatterRecord.Write(record, page.FrontMatter);
        record.Write(page.Html, (to, html) => to.Write(html));
        record.Write(page.Details, Write);
        record.Write(page.Terms, (to, terms) => to.WriteRaw(terms.All));
        record.Write(page.Length.HanCharacters);
        record.Write(page.Length.Words);
        record.Write(page.Summary);
        record.Write(page.HasCitations);
        record.Write(page.Boxed, (to, target) => to.Write(target));
    }

    public static ParsedPage Read(ref RecordReader record) => new(
        default,
        default,
        "",
        record.ReadDigest(),
        FrontMatterRecord.Read(ref record),
        record.ReadStored((ref RecordReader html) => html.ReadText()),
        record.ReadRemembered(ReadDetails),
        record.ReadStored(ReadTerms),
        new TextLength(record.ReadInt(), record.ReadInt()),
        record.ReadText())
    {
        HasCitations = record.ReadBool(),
        Boxed = record.ReadMany((ref RecordReader target) => target.ReadText()),
    };

    private static void Write(RecordWriter record, PageDetails details)
    {
        record.Write(details.Slots, SlotRecord.Write);
        record.Write(details.Headings, Write);
        record.Write(details.Numbered, Write);
        record.Write(details.Anchors.Sorted, (to, anchor) => to.Write(anchor));
        record.Write(details.Sections, SectionRecord.Write);
    }

    private static PageDetails ReadDetails(ref RecordReader record) => new(
        record.ReadMany(SlotRecord.Read),
        record.ReadMany(ReadHeading),
        record.ReadMany(ReadNumbered),
        AnchorSet.OfSorted(record.ReadMany((ref RecordReader anchor) => anchor.ReadText())),
        record.ReadMany(SectionRecord.Read));

    private static void Write(RecordWriter record, Heading heading)
    {
        record.Write(heading.Level);
        record.Write(heading.Id);
        record.Write(heading.Html);
        record.Write(heading.Text);
    }

    private static TermWeights ReadTerms(ref RecordReader record)
    {
        var terms = record.ReadRented<TermWeight>(out var count);
        return TermWeights.OfRented(terms, count);
    }

    private static Heading ReadHeading(ref RecordReader record) => new(record.ReadInt(), record.ReadText(), record.ReadText(), record.ReadText());

    private static void Write(RecordWriter record, Numbered numbered)
    {
        record.Write((int)numbered.Kind);
        record.Write(numbered.Id);
        record.Write(numbered.Number);
        record.Write(numbered.File);
        record.Write(numbered.Where);
    }

    private static Numbered ReadNumbered(ref RecordReader record) =>
        new((CrossReferenceKind)record.ReadInt(), record.ReadText(), record.ReadText(), record.ReadOptionalText(), record.ReadSpan());
}
