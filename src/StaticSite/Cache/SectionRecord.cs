using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>Sections of a text, and accepted texts, as records.</summary>
internal static class SectionRecord
{
    public static void Write(RecordWriter record, TextSection section)
    {
        record.Write(section.Id);
        record.Write(section.Heading);
        record.Write(section.Start);
        record.Write(section.Length);
        record.WriteRaw<UInt128>([section.HeadingHash, section.TextHash]);
    }

    public static TextSection Read(ref RecordReader record)
    {
        var (id, heading, start, length, hashes) = (record.ReadText(), record.ReadText(), record.ReadInt(), record.ReadInt(), record.ReadRaw<UInt128>());
        return new(id, heading, start, length, hashes[0], hashes[1]);
    }

    public static void WriteAccepted(RecordWriter record, AcceptedText accepted)
    {
        record.Write(accepted.Language.Code);
        record.Write(accepted.Source?.Code);
        record.Write(accepted.Date.DayNumber);
        record.Write(accepted.LaterDates.Count);
        foreach (var (id, date) in accepted.LaterDates)
        {
            record.Write(id);
            record.Write(date.DayNumber);
        }

        record.Write(accepted.SourceUpdated, ValueRecords.Write);
        record.Write(accepted.Title);
        record.Write(accepted.Sections, Write);
    }

    /// <summary>The path belongs to the file that has the bytes now.</summary>
    public static AcceptedText ReadAccepted(ref RecordReader record)
    {
        var language = new Language(record.ReadText());
        var source = record.ReadOptionalText();
        var date = DateOnly.FromDayNumber(record.ReadInt());
        var later = ImmutableDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        for (var left = record.ReadInt(); left > 0; left--)
        {
            later.Add(record.ReadText(), DateOnly.FromDayNumber(record.ReadInt()));
        }

        return new(
            language,
            source is null ? null : new Language(source),
            "",
            date,
            later.ToImmutable(),
            record.ReadOptional(ValueRecords.ReadDate),
            record.ReadText(),
            record.ReadMany(Read));
    }
}
