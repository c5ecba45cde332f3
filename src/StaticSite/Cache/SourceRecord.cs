using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>How a kind of parsed value is kept. What is long, or seldom asked for, stands in parts of its own and stays on the disk.</summary>
internal sealed record SourceRecord<T>(Action<RecordWriter, T> Write, ReadValue<T> Read)
    where T : class;

/// <summary>The kinds of values that are kept.</summary>
internal static class SourceRecords
{
    public static SourceRecord<ParsedPage> Page { get; } = new(PageRecord.Write, PageRecord.Read);

    public static SourceRecord<SvgFile> Svg { get; } = new(WriteSvg, ReadSvg);

    public static SourceRecord<ReferenceLibrary> References { get; } = new(WriteReferences, ReadReferences);

    public static SourceRecord<AcceptedText> Accepted { get; } = new(SectionRecord.WriteAccepted, SectionRecord.ReadAccepted);

    public static SourceRecord<AssetFile> Asset { get; } = new(WriteAsset, ReadAsset);

    private static void WriteSvg(RecordWriter record, SvgFile svg)
    {
        record.Write(svg.Source);
        record.Write(svg.Html, (to, html) => to.Write(html));
        record.Write(svg.Width, (to, pixels) => to.Write(pixels));
        record.Write(svg.Height, (to, pixels) => to.Write(pixels));
    }

    /// <summary>Name and path belong to the file that has the bytes now.</summary>
    private static SvgFile ReadSvg(ref RecordReader record) =>
        new("", "", record.ReadDigest(), record.ReadStored((ref RecordReader html) => html.ReadText()), ReadPixels(ref record), ReadPixels(ref record));

    private static void WriteAsset(RecordWriter record, AssetFile asset)
    {
        record.Write(asset.Content.Length);
        record.Write(asset.Content.Hash);
        record.Write(asset.Width, (to, pixels) => to.Write(pixels));
        record.Write(asset.Height, (to, pixels) => to.Write(pixels));
    }

    private static AssetFile ReadAsset(ref RecordReader record) =>
        new("", "", new("", record.ReadLong(), record.ReadText()), ReadPixels(ref record), ReadPixels(ref record));

    private static int? ReadPixels(ref RecordReader record) => record.ReadOptional((ref RecordReader pixels) => pixels.ReadInt());

    private static void WriteReferences(RecordWriter record, ReferenceLibrary library)
    {
        record.Write(library.IsIncomplete);
        record.Write(library.IsEmpty);
        record.Write(Stored.InMemory(new WorkItems([.. library.Works.Select(work => work.Value.Item)])), (to, items) => to.Write(items.Items, ValueRecords.Write));
        record.Write(library.List, (to, works) => to.Write(works.Works, WriteWork));
    }

    private static ReferenceLibrary ReadReferences(ref RecordReader record)
    {
        var (isIncomplete, isEmpty) = (record.ReadBool(), record.ReadBool());
        var items = record.ReadRemembered((ref RecordReader all) => new WorkItems(all.ReadMany(ValueRecords.ReadItem)));
        var works = record.ReadRemembered((ref RecordReader all) =>
        {
            var number = 0;
            return new WorkList(all.ReadMany((ref RecordReader work) => new Located<Work>(new(work.ReadText(), work.ReadDigest(), items, number++), work.ReadSpan())));
        });
        return new(works, isEmpty ? null : record.Path) { IsIncomplete = isIncomplete };
    }

    private static void WriteWork(RecordWriter record, Located<Work> work)
    {
        record.Write(work.Value.Id);
        record.Write(work.Value.Digest);
        record.Write(work.Where);
    }
}
