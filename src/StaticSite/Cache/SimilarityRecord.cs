using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>How like the articles of a language are, as a record: tables as they lie in memory.</summary>
internal static class SimilarityRecord
{
    public static void Write(RecordWriter record, SimilarityMemory? similarity)
    {
        record.Write(similarity is not null);
        if (similarity is not null)
        {
            record.WriteRaw(similarity.Words.AsSpan());
            record.WriteRaw(similarity.Terms.AsSpan());
            record.Write(similarity.Vectors, (to, vector) => to.WriteRaw(vector.AsSpan()));
            record.Write(similarity.Readings, Write);
        }
    }

    public static SimilarityMemory? Read(ref RecordReader record) => record.ReadBool()
        ? new(
            record.ReadRaw<TermCount>(),
            record.ReadRaw<ulong>(),
            record.ReadMany((ref RecordReader vector) => vector.ReadRaw<TermShare>()),
            record.ReadMany(ReadReading))
        : null;

    private static void Write(RecordWriter record, SimilarReading? reading)
    {
        record.Write(reading is not null);
        if (reading is not null)
        {
            record.Write(reading.Wanted);
            record.Write(reading.Shown, (to, place) => to.Write(place));
            record.Write(reading.Found, (to, place) => to.Write(place));
        }
    }

    private static SimilarReading? ReadReading(ref RecordReader record) =>
        record.ReadBool() ? new(record.ReadInt(), ReadPlaces(ref record), ReadPlaces(ref record)) : null;

    private static ImmutableArray<int> ReadPlaces(ref RecordReader record) => record.ReadMany((ref RecordReader place) => place.ReadInt());
}
