using System.Text.Json;
using System.Text.Json.Serialization;
using StaticSite.Publishing.Staging.Compression;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging;

/// <summary>A <see cref="Memory"/> as it stands in its file. Most pages use the same things: each use is written once.</summary>
internal sealed record WrittenMemory(
    int Version,
    SortedDictionary<string, WrittenFile> Files,
    List<WrittenUse> Uses,
    SortedDictionary<string, int> UseOfContent,
    SortedDictionary<string, CompressedForm> Forms)
{
    /// <summary>To be raised whenever an inspector learns to find something else.</summary>
    public const int Format = 1;

    public static WrittenMemory Of(Memory memory)
    {
        var written = new WrittenMemory(
            Format,
            new(memory.Files.ToDictionary(file => file.Key, file => new WrittenFile(file.Value.Length, file.Value.LastWriteUtc.Ticks, file.Value.Hash)), StringComparer.Ordinal),
            [],
            new(StringComparer.Ordinal),
            new(memory.Forms.ToDictionary(), StringComparer.Ordinal));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (hash, use) in memory.Uses.OrderBy(use => use.Key, StringComparer.Ordinal))
        {
            var text = new WrittenUse([.. use.Sources], [.. use.Offences.Select(offence => new WrittenOffence((int)offence.Offence, offence.Excerpt))], use.RedirectsTo, use.IsFeed);
            var key = JsonSerializer.Serialize(text, MemoryJson.Default.WrittenUse);
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

internal readonly record struct WrittenFile(long Length, long Ticks, string Hash);

internal readonly record struct WrittenOffence(int Offence, string Excerpt);

internal readonly record struct WrittenUse(List<string> Sources, List<WrittenOffence> Offences, string? RedirectsTo, bool IsFeed);

/// <summary>Code that reads and writes the file, made by the compiler: a native program cannot make it while it runs.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WrittenMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;
