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
            return File.Exists(place) && JsonSerializer.Deserialize(File.ReadAllBytes(place), MemoryJson.Default.WrittenMemory) is { Version: WrittenMemory.Format } written ? written.ToMemory() : Nothing;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return Nothing;
        }
    }

    /// <summary>Uses that are remembered are the same objects.</summary>
    public bool IsSameAs(Memory other) => Holds(Files, other.Files) && Holds(Uses, other.Uses) && Holds(Forms, other.Forms);

    public void Write(string place) => StagingFolder.Replace(place, JsonSerializer.SerializeToUtf8Bytes(WrittenMemory.Of(this), MemoryJson.Default.WrittenMemory));

    private static bool Holds<T>(IReadOnlyDictionary<string, T> first, IReadOnlyDictionary<string, T> second) =>
        first.Count == second.Count && first.All(entry => second.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value));
}
