using System.Buffers;
using System.Security.Cryptography;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>Whether the bytes that a file is to have stand in the output already.</summary>
internal static class FileComparison
{
    private const int ChunkSize = 128 * 1024;

    public static PlannedFile Compare(OutputFolder folder, OutputFile file, Dictionary<string, Entry> entries)
    {
        var hash = file.Source?.Hash ?? HashOf(file.Bytes.Span);
        var length = file.Source?.Length ?? file.Bytes.Length;
        if (!entries.TryGetValue(file.Path, out var entry) || entry.Kind == EntryKind.Folder)
        {
            return new PlannedFile(file, hash, FileState.New);
        }

        var isSame = entry.Kind == EntryKind.File && entry.Length == length && HasHash(folder.PathOf(file.Path), hash);
        return new PlannedFile(file, hash, isSame ? FileState.Unchanged : FileState.Changed);
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Shorten(SHA256.HashData(bytes));

    /// <summary>The hash of all that passes from one stream to the other.</summary>
    public static string Copy(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            for (var read = from.Read(chunk); read > 0; read = from.Read(chunk))
            {
                hash.AppendData(chunk, 0, read);
                to.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return Shorten(hash.GetHashAndReset());
    }

    private static bool HasHash(string path, string hash)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Copy(file, Stream.Null) == hash;
    }

    private static string Shorten(byte[] hash) => Convert.ToHexStringLower(hash)[..16];
}
