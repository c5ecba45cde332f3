using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using StaticSite.Model;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>
/// A folder that a web server serves: <c>current</c> in it is a link to the folder of a release, and is exchanged in one step.
/// </summary>
internal sealed class FolderTarget(DirectoryTargetSettings settings, string root) : ITarget
{
    private readonly FolderPlace _place = new(settings.Path, Write.RealPath.Of(Path.Combine(root, settings.Path.Value)));

    public string ShownAs => _place.FullPath;

    public string CreateOnlyWrite => "link";

    public long Requests => 0;

    public bool KeepsForeignFiles => false;

    public IDocuments Documents => new FolderDocuments(_place);

    public Task CheckAsync(CancellationToken cancellation) => Guard(() =>
    {
        _place.Check(root);
        return Task.CompletedTask;
    });

    /// <summary>Headers are the server's: a file has none.</summary>
    public IEnumerable<(ReleaseFile File, LocalFile Source)> Select(StagedSite site)
    {
        foreach (var file in settings.Server is WebServer.Netlify or WebServer.CloudflarePages ? site.Files.AddRange(site.ServerFiles) : site.Files)
        {
            yield return (new ReleaseFile(file.Path, file.Kind, file.Hash, file.Length, HeaderSet.None), new LocalFile(file.File, file.Length));
            foreach (var variant in file.Variants.Where(variant => settings.Encodings.Contains(variant.Encoding)))
            {
                yield return (
                    new ReleaseFile(file.Path + variant.Extension, file.Kind, variant.Hash, variant.Length, HeaderSet.None) { IsVariant = true },
                    new LocalFile(variant.File, variant.Length));
            }
        }
    }

    public string TagOf(ReleaseFile file, LocalFile source) => file.Hash;

    /// <summary>Links in the folder were not set by anybody here, and are not followed.</summary>
    public Task<ImmutableArray<StandingFile>> ListFilesAsync(CancellationToken cancellation) => Guard(async () =>
    {
        if (_place.FindCurrentId() is not { } id || !Directory.Exists(_place.OfRelease(id)))
        {
            return ImmutableArray<StandingFile>.Empty;
        }

        var folder = _place.OfRelease(id);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        var found = new ConcurrentBag<StandingFile>();
        await Parallel.ForEachAsync(Directory.EnumerateFiles(folder, "*", options), cancellation, async (file, stop) =>
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
            found.Add(new StandingFile(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), stream.Length, hash));
        });
        return [.. found.OrderBy(file => file.Path, StringComparer.Ordinal)];
    });

    public Task<IReadOnlySet<string>> ListContentsAsync(IReadOnlyCollection<ReleaseSnapshot> releases, CancellationToken cancellation) => Guard(() =>
        Task.FromResult<IReadOnlySet<string>>(releases
            .Where(snapshot => Directory.Exists(_place.OfRelease(snapshot.Release.Id)))
            .SelectMany(snapshot => snapshot.Files)
            .Select(file => file.Hash)
            .ToHashSet(StringComparer.Ordinal)));

    /// <summary>Nothing is deleted from what is served: a release has its own folder.</summary>
    public Task CheckDeletingAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task PrepareAsync(ReleaseWork work, CancellationToken cancellation) => Guard(async () =>
    {
        try
        {
            await new FolderRelease(_place, work).WriteAsync(cancellation);
        }
        catch
        {
            // Half a release is of no use, and a full disk needs the room.
            Delete(work.Release.Id);
            throw;
        }
    });

    public Task<IReadOnlyDictionary<string, string>> SwitchAsync(ReleaseWork work, CancellationToken cancellation) => Guard(() =>
    {
        _place.Serve(work.Release.Id);
        return Task.FromResult<IReadOnlyDictionary<string, string>>(
            work.Plan.Files.ToDictionary(file => file.File.Path, file => file.File.Hash, StringComparer.Ordinal));
    });

    public Task CleanAsync(ReleaseWork work, CancellationToken cancellation) => Guard(() =>
    {
        var needed = work.Releases.Select(release => release.Id).Append(_place.FindCurrentId()).ToHashSet(StringComparer.Ordinal);
        foreach (var id in _place.ReleaseIds().Where(id => !needed.Contains(id)).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            Delete(id);
        }

        return Task.CompletedTask;
    });

    public void Dispose()
    {
        // Nothing is held open between two calls.
    }

    private void Delete(string id)
    {
        if (Directory.Exists(_place.OfRelease(id)))
        {
            Directory.Delete(_place.OfRelease(id), recursive: true);
        }
    }

    private Task<T> Guard<T>(Func<Task<T>> work) => DiskFaults.RunAsync(_place.FullPath, work);

    private Task Guard(Func<Task> work) => DiskFaults.RunAsync(_place.FullPath, work);
}
