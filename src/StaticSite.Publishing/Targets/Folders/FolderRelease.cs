using System.Buffers;
using System.Security.Cryptography;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>
/// The folder of one release: what is unchanged is a second name of the file that is served, modification time included,
/// because servers make their ETags of time and size; all else gets the time of the release, which is later than any before.
/// </summary>
internal sealed class FolderRelease(FolderPlace place, ReleaseWork work)
{
    private const int ChunkSize = 128 * 1024;

    private readonly string _folder = place.OfRelease(work.Release.Id);
    private readonly string? _served = place.FindCurrentId() is { } id ? place.OfRelease(id) : null;
    private readonly string? _restored = work.Release.RestoredFrom is { } id ? place.OfRelease(id) : null;

    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        var files = work.Plan.Files.Select(file => (file.File, IsStanding: file.State == FileState.Unchanged))
            .Concat(work.Plan.Kept.Values.Select(asset => (asset.File, IsStanding: true)))
            .ToList();
        foreach (var folder in files.Select(file => Path.GetDirectoryName(PathIn(_folder, file.File))!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(folder);
        }

        var progress = new StepProgress(work.Progress, "link", files.Count, files.Where(file => !file.IsStanding).Sum(file => file.File.Length));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(files, options, (file, _) =>
        {
            Write(file.File, file.IsStanding);
            progress.Done(file.IsStanding ? 0 : file.File.Length);
            return ValueTask.CompletedTask;
        });
    }

    private void Write(ReleaseFile file, bool isStanding)
    {
        if ((isStanding && TryLink(_served, file)) || (_restored is not null && IsWhole(_restored, file) && TryLink(_restored, file)))
        {
            return;
        }

        if (!work.Sources.TryGetValue(file.Hash, out var source))
        {
            throw new TargetFault(PublishDiagnostics.Vanished(place.Setting.Where, $"'{file.Path}' of release {work.Release.RestoredFrom ?? work.Release.Id}"));
        }

        Copy(source.FullPath, file);
    }

    /// <summary>What nobody served, nobody has missed: a release that is brought back is read first.</summary>
    private static bool IsWhole(string folder, ReleaseFile file)
    {
        var standing = new FileInfo(PathIn(folder, file));
        if (standing is not { Exists: true, LinkTarget: null })
        {
            return false;
        }

        using var stream = standing.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Hash;
    }

    /// <summary>Where a file system has no second names, a copy with the same time does as well.</summary>
    private bool TryLink(string? folder, ReleaseFile file)
    {
        var standing = folder is null ? null : new FileInfo(PathIn(folder, file));
        if (standing is not { Exists: true, LinkTarget: null } || standing.Length != file.Length)
        {
            return false;
        }

        var path = PathIn(_folder, file);
        if (!Posix.TryLinkOrGiveUp(standing.FullName, path))
        {
            File.Copy(standing.FullName, path);
            File.SetLastWriteTimeUtc(path, standing.LastWriteTimeUtc);
        }

        return true;
    }

    private void Copy(string source, ReleaseFile file)
    {
        var path = PathIn(_folder, file);
        using (var from = Sources.Open(source, file.Path))
        using (var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            if (CopyAndHash(from, to) != file.Hash)
            {
                throw new TargetFault(PublishDiagnostics.SourceChanged(file.Path));
            }
        }

        File.SetLastWriteTimeUtc(path, work.Release.Time.UtcDateTime);
    }

    private static string CopyAndHash(Stream from, Stream to)
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

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string PathIn(string folder, ReleaseFile file) => Path.Join(folder, file.Path);
}
