using StaticSite.Model;

namespace StaticSite.Cache;

internal delegate T ReadWithText<T>(ref RecordReader record, StoredText text);

/// <summary>How a kind of parsed value is kept.</summary>
/// <param name="Read">Gives the value with its long text still on disk.</param>
/// <param name="TextOf">The long text; null for values that have none.</param>
internal sealed record SourceRecord<T>(
    Action<RecordWriter, T> Write,
    ReadWithText<T> Read,
    Func<T?, string?> TextOf,
    Func<T?, StoredText, T?> WithText)
    where T : class;

/// <summary>The kinds of values that are kept.</summary>
internal static class SourceRecords
{
    public static SourceRecord<ParsedPage> Page { get; } = new(PageRecord.Write, PageRecord.Read, page => page?.Html.Load(), (page, text) => page is null ? null : page with { Html = text });

    public static SourceRecord<SvgFile> Svg { get; } = new(WriteSvg, ReadSvg, svg => svg?.Html.Load(), (svg, text) => svg is null ? null : svg with { Html = text });

    public static SourceRecord<ReferenceLibrary> References { get; } = new(WriteReferences, ReadReferences, _ => null, (library, _) => library);

    public static SourceRecord<AcceptedText> Accepted { get; } = new(
        SectionRecord.WriteAccepted, (ref RecordReader record, StoredText _) => SectionRecord.ReadAccepted(ref record), _ => null, (accepted, _) => accepted);

    public static SourceRecord<AssetFile> Asset { get; } = new(WriteAsset, ReadAsset, _ => null, (asset, _) => asset);

    private static void WriteSvg(RecordWriter record, SvgFile svg)
    {
        record.Write(svg.Source);
        record.Write(svg.Width, (to, pixels) => to.Write(pixels));
        record.Write(svg.Height, (to, pixels) => to.Write(pixels));
    }

    /// <summary>Name and path belong to the file that has the bytes now.</summary>
    private static SvgFile ReadSvg(ref RecordReader record, StoredText text) =>
        new("", "", record.ReadDigest(), text, ReadPixels(ref record), ReadPixels(ref record));

    private static void WriteAsset(RecordWriter record, AssetFile asset)
    {
        record.Write(asset.Content.Length);
        record.Write(asset.Content.Hash);
        record.Write(asset.Width, (to, pixels) => to.Write(pixels));
        record.Write(asset.Height, (to, pixels) => to.Write(pixels));
    }

    private static AssetFile ReadAsset(ref RecordReader record, StoredText text) =>
        new("", "", new("", record.ReadLong(), record.ReadText()), ReadPixels(ref record), ReadPixels(ref record));

    private static int? ReadPixels(ref RecordReader record) => record.ReadOptional((ref RecordReader pixels) => pixels.ReadInt());

    private static void WriteReferences(RecordWriter record, ReferenceLibrary library)
    {
        record.Write(library.IsIncomplete);
        record.Write(library.Items, (to, item) =>
        {
            to.Write(item.Value);
            to.Write(item.Where);
        });
    }

    private static ReferenceLibrary ReadReferences(ref RecordReader record, StoredText text)
    {
        var isIncomplete = record.ReadBool();
        return new(record.ReadMany((ref RecordReader item) => new Located<Citations.Item>(ValueRecords.ReadItem(ref item), item.ReadSpan()))) { IsIncomplete = isIncomplete };
    }
}
