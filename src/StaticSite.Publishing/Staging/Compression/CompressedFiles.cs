using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace StaticSite.Publishing.Staging.Compression;

/// <summary>A compressed form that was made once. <paramref name="Length"/> is 0 where it would not be smaller than the content: then no file is kept.</summary>
internal readonly record struct CompressedForm(long Length, string Hash)
{
    public bool Saves => Length > 0;
}

/// <summary>The compressed forms of contents, each made once. A file that has one of these names is whole: it was renamed to it.</summary>
/// <param name="folder">Holds nothing else.</param>
/// <param name="known">By key, from the last time.</param>
internal sealed class CompressedFiles(string folder, IReadOnlyDictionary<string, CompressedForm> known)
{
    private readonly ConcurrentDictionary<string, CompressedForm> _used = new(StringComparer.Ordinal);

    /// <summary>All that was asked for.</summary>
    public IReadOnlyDictionary<string, CompressedForm> Used => _used;

    /// <param name="read">The content, called where it has to be compressed.</param>
    public StagedVariant? Find(Encoding encoding, string hash, Func<byte[]> read)
    {
        var key = encoding.Key(hash);
        var place = PlaceOf(key);
        var form = known.TryGetValue(key, out var kept) && IsWhole(place, kept) ? kept : Make(encoding, place, read());
        _used[key] = form;
        return form.Saves ? new StagedVariant(encoding.Name, encoding.Extension, place, form.Length, form.Hash) : null;
    }

    /// <summary>Deletes what was not asked for.</summary>
    public void DeleteUnused()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (!_used.TryGetValue(Path.GetFileName(file), out var form) || !form.Saves)
            {
                File.Delete(file);
            }
        }
    }

    private static CompressedForm Make(Encoding encoding, string place, byte[] bytes)
    {
        var compressed = encoding.Encode(bytes);
        if (compressed.Length >= bytes.Length)
        {
            return new(0, "");
        }

        StagingFolder.Replace(place, compressed);
        return new(compressed.Length, Convert.ToHexStringLower(SHA256.HashData(compressed)));
    }

    private static bool IsWhole(string place, CompressedForm form) => !form.Saves || (new FileInfo(place) is { Exists: true, Length: var length } && length == form.Length);

    private string PlaceOf(string key) => Path.Join(folder, key[..2], key);
}
