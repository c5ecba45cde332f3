using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <param name="Content">Of the source's bytes.</param>
/// <param name="Context">Of all else that the parsed value depends on: what it is parsed to, and the settings that reach the parse.</param>
internal readonly record struct RecordKey(Digest Content, Digest Context);

/// <param name="Parts">The length of what stands behind the facts.</param>
internal readonly record struct StoredRecord(RecordPlace Facts, int Parts);

/// <param name="IsTrusted">False for a file that was changed so late that its stamp may not tell the next change.</param>
internal readonly record struct SeenFile(FileStamp Stamp, Digest Digest, bool IsTrusted);

/// <summary>What is where: the files of the last build, and the records in the log.</summary>
internal sealed class SourceIndex
{
    private const string Name = "sources", LogStart = "records-";

    /// <summary>A log below this size is not worth cleaning.</summary>
    private const long LeastGarbage = 64 << 20;

    private readonly Digest _generator;

    private SourceIndex(Digest generator, string logName, Dictionary<string, SeenFile> files, Dictionary<RecordKey, StoredRecord> records, Digest state)
    {
        _generator = generator;
        (LogName, Files, Records, State) = (logName, files, records, state);
    }

    /// <summary>By which it is known; of nothing where there is no index yet.</summary>
    public Digest State { get; }

    public string LogName { get; }

    public IReadOnlyDictionary<string, SeenFile> Files { get; }

    public IReadOnlyDictionary<RecordKey, StoredRecord> Records { get; }

    /// <summary>An index over a log that does not exist yet.</summary>
    public static SourceIndex Empty(CacheFolder folder, Digest generator) => new(generator, NewLogName(folder), [], [], default);

    public static SourceIndex Load(CacheFolder folder, Digest generator)
    {
        if (!folder.TryRead(Name, out var bytes))
        {
            return Empty(folder, generator);
        }

        var record = new RecordReader(bytes.Span, "");
        if (record.ReadDigest() != generator)
        {
            return Empty(folder, generator);
        }

        var log = record.ReadText();
        var files = new Dictionary<string, SeenFile>(record.ReadInt(), StringComparer.Ordinal);
        for (var left = record.ReadInt(); left > 0; left--)
        {
            files.Add(record.ReadText(), new(new(record.ReadLong(), record.ReadLong()), record.ReadDigest(), record.ReadBool()));
        }

        var records = new Dictionary<RecordKey, StoredRecord>(record.ReadInt());
        for (var left = record.ReadInt(); left > 0; left--)
        {
            records.Add(new(record.ReadDigest(), record.ReadDigest()), new(ReadPlace(ref record), record.ReadInt()));
        }

        return new(generator, log, files, records, RecordLog.Check(bytes.Span));
    }

    /// <param name="used">The records that this build needed; those of other branches are kept beside them until they are most of the log.</param>
    /// <param name="cleans">Whether those of other branches may go.</param>
    /// <returns>By which it is known from now on.</returns>
    public Digest Save(
        CacheFolder folder, IReadOnlyDictionary<string, SeenFile> seen, IReadOnlyDictionary<RecordKey, StoredRecord> used, RecordLog log, bool cleans)
    {
        var needed = used.Values.Sum(stored => (long)stored.Facts.Length + stored.Parts);
        if (cleans && log.End - needed > Math.Max(LeastGarbage, needed))
        {
            var name = NewLogName(folder);
            using var clean = new RecordLog(folder.PathOf(name));
            var moved = used.ToImmutableArray().OrderBy(one => one.Value.Facts.Offset).ToDictionary(one => one.Key, one => one.Value with { Facts = clean.AppendFrom(log, one.Value.Facts, one.Value.Parts) });
            return clean.IsWhole ? Write(folder, name, seen, moved) : State;
        }

        var all = new Dictionary<RecordKey, StoredRecord>(Records);
        foreach (var (key, stored) in used)
        {
            all[key] = stored;
        }

        return Write(folder, LogName, seen, all);
    }

    private Digest Write(CacheFolder folder, string log, IReadOnlyDictionary<string, SeenFile> seen, Dictionary<RecordKey, StoredRecord> records)
    {
        using var index = new RecordWriter("");
        index.Write(_generator);
        index.Write(log);
        index.Write(seen.Count);
        index.Write(seen.Count);
        foreach (var (path, file) in seen)
        {
            index.Write(path);
            index.Write(file.Stamp.Length);
            index.Write(file.Stamp.Ticks);
            index.Write(file.Digest);
            index.Write(file.IsTrusted);
        }

        index.Write(records.Count);
        index.Write(records.Count);
        foreach (var (key, stored) in records)
        {
            index.Write(key.Content);
            index.Write(key.Context);
            Write(index, stored.Facts);
            index.Write(stored.Parts);
        }

        folder.Write(Name, index.Written);
        foreach (var old in folder.Find(LogStart).Where(name => name != log))
        {
            folder.Delete(old);
        }

        return index.Digest;
    }

    private static void Write(RecordWriter index, RecordPlace place)
    {
        index.Write(place.Offset);
        index.Write(place.Length);
        index.Write(place.Check);
    }

    private static RecordPlace ReadPlace(ref RecordReader index) => new(index.ReadLong(), index.ReadInt(), index.ReadDigest());

    /// <summary>Two logs are never one: a build that was killed may have left one that no index knows.</summary>
    private static string NewLogName(CacheFolder folder)
    {
        var taken = folder.Find(LogStart).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => $"{LogStart}{number}").First(name => !taken.Contains(name));
    }
}
