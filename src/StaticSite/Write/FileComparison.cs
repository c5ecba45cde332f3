using System.Buffers;
using System.Security.Cryptography;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>What stands in the output, judged by its bytes.</summary>
internal static class FileComparison
{
    private const int ChunkSize = 128 * 1024;

    /// <summary>The digest of all that passes from one stream to the other.</summary>
    public static Digest Copy(Stream from, Stream to)
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

        return Digest.OfSha256(hash.GetHashAndReset());
    }

    public static Digest Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Copy(file, Stream.Null);
    }
}
