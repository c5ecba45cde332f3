using System.IO.Hashing;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>The files of an output folder at one moment.</summary>
internal sealed class OutputSnapshot
{
    private readonly Dictionary<string, Entry> _files;

    private OutputSnapshot(Dictionary<string, Entry> files) => _files = files;

    public static OutputSnapshot Empty { get; } = new([]);

    public static OutputSnapshot Of(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });
        return new(files.AsParallel().ToDictionary(
            file => file.FullName,
            file => new Entry(file.LastWriteTimeUtc, file.Length, XxHash3.HashToUInt64(File.ReadAllBytes(file.FullName)))));
    }

    /// <summary>What has been written between then and now.</summary>
    public OutputChange Since(OutputSnapshot then)
    {
        var written = _files.Where(file => !then._files.TryGetValue(file.Key, out var before) || before.Changed != file.Value.Changed).ToList();
        return new(
            written.Count,
            written.Sum(file => file.Value.Length),
            written.Count(file => then._files.TryGetValue(file.Key, out var before) && before.Hash == file.Value.Hash),
            then._files.Keys.Count(file => !_files.ContainsKey(file)));
    }

    private readonly record struct Entry(DateTime Changed, long Length, ulong Hash);
}
