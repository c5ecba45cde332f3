using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>A slot as a record: its kind, then its fields.</summary>
internal static class SlotRecord
{
    private enum Kind : byte
    {
        LinkStart,
        LinkEnd,
        Citation,
        CrossReference,
        Image,
        Label,
        String,
        ReferenceList,
    }

    public static void Write(RecordWriter record, Slot slot)
    {
        record.WriteByte((byte)KindOf(slot));
        record.Write(slot.Where);
        switch (slot)
        {
            case LinkStartSlot link:
                record.Write(link.Target);
                record.Write(link.Fragment);
                record.Write(link.Title);
                record.Write(link.IsEmpty);
                record.Write(link.InRelatedBox);
                break;
            case LinkEndSlot end:
                record.Write(end.Start);
                break;
            case CitationSlot citation:
                record.Write(citation.Cites, Write);
                break;
            case CrossReferenceSlot reference:
                record.Write((int)reference.Kind);
                record.Write(reference.Id);
                record.Write(reference.Number);
                record.Write(reference.Text);
                break;
            case ImageSlot image:
                record.Write(image.File);
                record.Write(image.Alt);
                record.Write(image.Title);
                record.Write(image.InFigure);
                break;
            case LabelSlot label:
                record.Write((int)label.Kind);
                record.Write(label.Number);
                break;
            case StringSlot text:
                record.Write(text.Key);
                break;
        }
    }

    public static Slot Read(ref RecordReader record)
    {
        var (kind, where) = ((Kind)record.ReadByte(), record.ReadSpan());
        return kind switch
        {
            Kind.LinkStart => new LinkStartSlot(where, record.ReadText(), record.ReadOptionalText(), record.ReadOptionalText(), record.ReadBool(), record.ReadBool()),
            Kind.LinkEnd => new LinkEndSlot(where, record.ReadInt()),
            Kind.Citation => new CitationSlot(where, record.ReadMany(ReadCite)),
            Kind.CrossReference => new CrossReferenceSlot(
                where, (CrossReferenceKind)record.ReadInt(), record.ReadOptionalText(), record.ReadOptionalText(), record.ReadOptionalText()),
            Kind.Image => new ImageSlot(where, record.ReadText(), record.ReadText(), record.ReadOptionalText(), record.ReadBool()),
            Kind.Label => new LabelSlot(where, (CrossReferenceKind)record.ReadInt(), record.ReadText()),
            Kind.String => new StringSlot(where, record.ReadText()),
            Kind.ReferenceList => new ReferenceListSlot(where),
            _ => throw new CacheDamagedException($"There is no slot of kind {kind}."),
        };
    }

    private static Kind KindOf(Slot slot) => slot switch
    {
        LinkStartSlot => Kind.LinkStart,
        LinkEndSlot => Kind.LinkEnd,
        CitationSlot => Kind.Citation,
        CrossReferenceSlot => Kind.CrossReference,
        ImageSlot => Kind.Image,
        LabelSlot => Kind.Label,
        StringSlot => Kind.String,
        ReferenceListSlot => Kind.ReferenceList,
        _ => throw new NotSupportedException($"{slot.GetType().Name} has no record."),
    };

    /// <summary>Most are a key and nothing else.</summary>
    private static void Write(RecordWriter record, Cite cite)
    {
        var isBare = cite is { Prefix: "", Locator: null, Suffix: "" };
        record.Write(isBare);
        record.Write(cite.Key);
        record.Write(cite.Where);
        record.Write((int)cite.Mode);
        if (!isBare)
        {
            record.Write(cite.Prefix);
            record.Write(cite.Locator);
            record.Write(cite.Suffix);
        }
    }

    private static Cite ReadCite(ref RecordReader record)
    {
        var isBare = record.ReadBool();
        var (key, where, mode) = (record.ReadText(), record.ReadSpan(), (CiteMode)record.ReadInt());
        return isBare ? new(key, where, mode, "", null, "") : new(key, where, mode, record.ReadText(), record.ReadOptionalText(), record.ReadText());
    }
}
