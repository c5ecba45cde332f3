using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>Small values that stand in several records.</summary>
internal static class ValueRecords
{
    public static void Write(this RecordWriter record, Located<string> text)
    {
        record.Write(text.Value);
        record.Write(text.Where);
    }

    public static Located<string> ReadLocated(ref RecordReader record) => new(record.ReadShared(), record.ReadSpan());

    public static void Write(this RecordWriter record, PublicationDate date)
    {
        record.Write(date.Instant.Ticks);
        record.Write(date.Instant.Offset.Ticks);
        record.Write(date.HasTime);
    }

    public static PublicationDate ReadDate(ref RecordReader record) =>
        new(new DateTimeOffset(record.ReadLong(), new TimeSpan(record.ReadLong())), record.ReadBool());

    public static void Write(this RecordWriter record, Located<PublicationDate> date)
    {
        record.Write(date.Value);
        record.Write(date.Where);
    }

    public static Located<PublicationDate> ReadLocatedDate(ref RecordReader record) => new(ReadDate(ref record), record.ReadSpan());

    public static void Write(this RecordWriter record, ImmutableArray<Located<string>>? texts)
    {
        record.Write(texts is not null);
        if (texts is { } present)
        {
            record.Write(present, (to, text) => to.Write(text));
        }
    }

    public static ImmutableArray<Located<string>>? ReadTexts(ref RecordReader record) => record.ReadBool() ? record.ReadMany(ReadLocated) : null;

    public static void Write(this RecordWriter record, Diagnostic diagnostic)
    {
        record.Write(diagnostic.Code);
        record.Write((int)diagnostic.Severity);
        record.Write(diagnostic.Where);
        record.Write(diagnostic.Message);
        record.Write(diagnostic.Hint);
        record.Write(diagnostic.Notes, (to, note) =>
        {
            to.Write(note.Where);
            to.Write(note.Message);
        });
    }

    public static Diagnostic ReadDiagnostic(ref RecordReader record) =>
        new(record.ReadText(), (Severity)record.ReadInt(), record.ReadSpan(), record.ReadText(), record.ReadOptionalText())
        {
            Notes = record.ReadMany((ref RecordReader note) => new Note(note.ReadSpan(), note.ReadText())),
        };

    public static void Write(this RecordWriter record, Item item)
    {
        record.Write(item.Id);
        record.Write(item.Type);
        record.Write(item.PlainText);
        record.Write(item.Language);
        record.Write(item.Fields.Count);
        foreach (var (name, value) in item.Fields)
        {
            record.Write(name);
            record.Write(value);
        }

        record.Write(item.Names.Count);
        foreach (var (role, names) in item.Names)
        {
            record.Write(role);
            record.Write(names, Write);
        }

        record.Write(item.Dates.Count);
        foreach (var (name, date) in item.Dates)
        {
            record.Write(name);
            Write(record, date);
        }
    }

    public static Item ReadItem(ref RecordReader record)
    {
        var (id, type) = (record.ReadText(), record.ReadShared());
        return new(id, type)
        {
            // In the order in which they are written: initializers run from top to bottom.
            PlainText = record.ReadOptionalText(),
            Language = record.ReadOptionalShared(),
            Fields = ReadVariables(ref record, (ref RecordReader value) => value.ReadText()),
            Names = ReadVariables(ref record, (ref RecordReader names) => names.ReadMany(ReadName)),
            Dates = ReadVariables(ref record, ReadItemDate),
        };
    }

    private static VariableDictionary<T> ReadVariables<T>(ref RecordReader record, ReadValue<T> read)
    {
        var variables = new KeyValuePair<string, T>[record.ReadInt()];
        for (var i = 0; i < variables.Length; i++)
        {
            variables[i] = new(record.ReadShared(), read(ref record));
        }

        return ItemVariables.Of(ImmutableCollectionsMarshal.AsImmutableArray(variables));
    }

    private static void Write(RecordWriter record, Name name)
    {
        var isPlain = IsPlain(name);
        record.Write(isPlain);
        record.Write(name.Family);
        record.Write(name.Given);
        if (!isPlain)
        {
            record.Write(name.Literal);
            record.Write(name.Suffix);
            record.Write(name.DroppingParticle);
            record.Write(name.NonDroppingParticle);
            record.Write(name.HasCommaSuffix);
            record.Write(name.IsStaticOrdering);
        }
    }

    /// <summary>Most names are a family's and a given one and nothing else.</summary>
    private static bool IsPlain(Name name) => name is
    {
        Literal: null, Suffix: null, DroppingParticle: null, NonDroppingParticle: null, HasCommaSuffix: false, IsStaticOrdering: false,
    };

    private static Name ReadName(ref RecordReader record)
    {
        var isPlain = record.ReadBool();
        var (family, given) = (record.ReadOptionalText(), record.ReadOptionalText());
        return isPlain ? new(family, given) : new(family, given, record.ReadOptionalText())
        {
            Suffix = record.ReadOptionalText(),
            DroppingParticle = record.ReadOptionalText(),
            NonDroppingParticle = record.ReadOptionalText(),
            HasCommaSuffix = record.ReadBool(),
            IsStaticOrdering = record.ReadBool(),
        };
    }

    private static void Write(RecordWriter record, ItemDate date)
    {
        record.Write(date.Parts, (to, part) => to.WriteRaw(part.AsSpan()));
        record.Write(date.Literal);
        record.Write(date.Season, (to, season) => to.Write(season));
        record.Write(date.IsCirca);
    }

    private static ItemDate ReadItemDate(ref RecordReader record) =>
        new(record.ReadMany((ref RecordReader part) => part.ReadRaw<int>()), record.ReadOptionalText())
        {
            Season = record.ReadOptional((ref RecordReader season) => season.ReadInt()),
            IsCirca = record.ReadBool(),
        };
}
