using System.Collections.Immutable;
using System.Text.Json;
using StaticSite.Publishing.Staging.Compression;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging;

/// <param name="Hash">SHA-256 of the file's bytes when it had this length and time.</param>
internal readonly record struct RememberedFile(long Length, DateTime LastWriteUtc, string Hash);

/// <summary>What earlier stagings found out, so that an unchanged file is neither read nor compressed again.</summary>
/// <param name="Files">By path below the output folder.</param>
/// <param name="Uses">By content hash.</param>
/// <param name="Forms">Compressed forms by key.</param>
internal sealed record Memory(
    IReadOnlyDictionary<string, RememberedFile> Files,
    IReadOnlyDictionary<string, ContentUse> Uses,
    IReadOnlyDictionary<string, CompressedForm> Forms)
{
    /// <summary>To be raised whenever an inspector learns to find something else.</summary>
    private const int Format = 1;

    private static readonly JsonSerializerOptions s_strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A file that changes twice within this time may keep its date.</summary>
    private static readonly TimeSpan s_clockGrain = TimeSpan.FromSeconds(2);

    public static Memory Nothing { get; } = new(
        ImmutableDictionary<string, RememberedFile>.Empty, ImmutableDictionary<string, ContentUse>.Empty, ImmutableDictionary<string, CompressedForm>.Empty);

    public string? FindHash(string path, ListedFile file) =>
        Files.TryGetValue(path, out var known) && known.Length == file.Length && known.LastWriteUtc == file.LastWriteUtc ? known.Hash : null;

    /// <summary>Only what was old enough when it was read can be told by its date later.</summary>
    public static bool IsSettled(ListedFile file, DateTimeOffset readAt) => file.LastWriteUtc + s_clockGrain < readAt.UtcDateTime;

    /// <summary>Nothing, where there is no memory or it is damaged: everything is found out again then.</summary>
    public static Memory Read(string place)
    {
        try
        {
            return File.Exists(place) && JsonSerializer.Deserialize<Written>(File.ReadAllBytes(place), s_strict) is { Version: Format } written ? written.ToMemory() : Nothing;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return Nothing;
        }
    }

    /// <summary>Uses that are remembered are the same objects.</summary>
    public bool IsSameAs(Memory other) => Holds(Files, other.Files) && Holds(Uses, other.Uses) && Holds(Forms, other.Forms);

    public void Write(string place) => StagingFolder.Replace(place, JsonSerializer.SerializeToUtf8Bytes(Written.Of(this)));

    private static bool Holds<T>(IReadOnlyDictionary<string, T> first, IReadOnlyDictionary<string, T> second) =>
        first.Count == second.Count && first.All(entry => second.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value));

    /// <summary>Most pages use the same things: each use is written once.</summary>
    private sealed record Written(
        int Version,
        SortedDictionary<string, WrittenFile> Files,
        List<WrittenUse> Uses,
        SortedDictionary<string, int> UseOfContent,
        SortedDictionary<string, CompressedForm> Forms)
    {
        public static Written Of(Memory memory)
        {
            var written = new Written(
                Format,
                new(memory.Files.ToDictionary(file => file.Key, file => new WrittenFile(file.Value.Length, file.Value.LastWriteUtc.Ticks, file.Value.Hash)), StringComparer.Ordinal),
                [],
                new(StringComparer.Ordinal),
                new(memory.Forms.ToDictionary(), StringComparer.Ordinal));
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (hash, use) in memory.Uses.OrderBy(use => use.Key, StringComparer.Ordinal))
            {
                var text = new WrittenUse([.. use.Sources], [.. use.Offences.Select(offence => new WrittenOffence((int)offence.Offence, offence.Excerpt))], use.RedirectsTo, use.IsFeed);
                var key = JsonSerializer.Serialize(text);
                if (!numbers.TryGetValue(key, out var number))
                {
                    number = numbers[key] = written.Uses.Count;
                    written.Uses.Add(text);
                }

                written.UseOfContent[hash] = number;
            }

            return written;
        }

        public Memory ToMemory()
        {
            var uses = Uses.ConvertAll(use => new ContentUse(
                [.. use.Sources], [.. use.Offences.Select(offence => new Offending((Offence)offence.Offence, offence.Excerpt))], use.RedirectsTo, use.IsFeed));
            return new(
                Files.ToDictionary(file => file.Key, file => new RememberedFile(file.Value.Length, new DateTime(file.Value.Ticks, DateTimeKind.Utc), file.Value.Hash), StringComparer.Ordinal),
                UseOfContent.ToDictionary(use => use.Key, use => uses[use.Value], StringComparer.Ordinal),
                Forms);
        }
    }

    private readonly record struct WrittenFile(long Length, long Ticks, string Hash);

    private readonly record struct WrittenOffence(int Offence, string Excerpt);

    private readonly record struct WrittenUse(List<string> Sources, List<WrittenOffence> Offences, string? RedirectsTo, bool IsFeed);
}
