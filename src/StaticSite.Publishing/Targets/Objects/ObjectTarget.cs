using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using StaticSite.Model;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Targets.Objects;

/// <summary>
/// A bucket. Contents are sent under their hashes to a prefix that nobody serves; a release then is copies inside the
/// store, in an order that breaks no link: quick, whatever the line to the store is like, and so is bringing one back.
/// </summary>
internal sealed class ObjectTarget(IObjectStore store, S3TargetSettings settings) : ITarget
{
    private const string Contents = "contents/";

    /// <summary>The headers that stores know of; what else a response carries is the CDN's to add.</summary>
    private static readonly FrozenSet<string> s_stored = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition", "Cache-Control");

    public string ShownAs => store.ShownAs;

    public string CreateOnlyWrite => store.CreateOnlyWrite;

    public long Requests => store.Requests;

    public bool KeepsForeignFiles => true;

    public IDocuments Documents => new ObjectDocuments(store, settings.StatePrefix);

    /// <summary>The first request finds out.</summary>
    public Task CheckAsync(CancellationToken cancellation) => Task.CompletedTask;

    public IEnumerable<(ReleaseFile File, LocalFile Source)> Select(StagedSite site)
    {
        var sets = new Dictionary<HeaderSet, HeaderSet>();
        foreach (var file in site.Files)
        {
            var headers = file.Headers.RemoveRange(file.Headers.Keys.Where(name => !s_stored.Contains(name)));
            if (file.Variants.FirstOrDefault(variant => variant.Encoding == EncodingName(settings.Encoding)) is { } variant)
            {
                yield return (
                    new ReleaseFile(file.Path, file.Kind, variant.Hash, variant.Length, Shared(headers.SetItem("Content-Encoding", variant.Encoding))),
                    new LocalFile(variant.File, variant.Length));
            }
            else
            {
                yield return (new ReleaseFile(file.Path, file.Kind, file.Hash, file.Length, Shared(headers)), new LocalFile(file.File, file.Length));
            }
        }

        HeaderSet Shared(ImmutableSortedDictionary<string, string> headers)
        {
            var set = new HeaderSet(HeaderSet.None.Values.AddRange(headers));
            return sets.TryGetValue(set, out var known) ? known : sets[set] = set;
        }
    }

    public string TagOf(ReleaseFile file, LocalFile source)
    {
        using var bytes = Sources.Open(source.FullPath, file.Path);
        return store.TagOf(bytes);
    }

    public async Task<ImmutableArray<StandingFile>> ListFilesAsync(CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<StandingFile>();
        await foreach (var one in store.ListAsync(settings.Prefix, cancellation))
        {
            // An object whose name is the prefix, or ends with a slash, is what consoles show as a folder.
            if (!one.Key.StartsWith(settings.StatePrefix, StringComparison.Ordinal) && !one.Key.EndsWith('/'))
            {
                found.Add(new StandingFile(one.Key[settings.Prefix.Length..], one.Length, one.Tag));
            }
        }

        return found.ToImmutable();
    }

    public async Task<IReadOnlySet<string>> ListContentsAsync(IReadOnlyCollection<ReleaseSnapshot> releases, CancellationToken cancellation)
    {
        var start = settings.StatePrefix + Contents;
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var found in store.ListAsync(start, cancellation))
        {
            hashes.Add(found.Key[start.Length..]);
        }

        return hashes;
    }

    /// <summary>Whoever may not delete is told so for what does not exist, too.</summary>
    public Task CheckDeletingAsync(CancellationToken cancellation) => store.DeleteAsync($"{settings.Prefix}.staticsite-{Guid.NewGuid():N}", cancellation);

    public Task PrepareAsync(ReleaseWork work, CancellationToken cancellation)
    {
        var progress = new StepProgress(work.Progress, "send", work.Plan.Sends.Length, work.Plan.BytesToSend);
        return ForEachAsync(work, work.Plan.Sends, async file =>
        {
            await SendAsync(file, work, cancellation);
            progress.Done(file.Length);
        }, cancellation);
    }

    public async Task<IReadOnlyDictionary<string, string>> SwitchAsync(ReleaseWork work, CancellationToken cancellation)
    {
        var tags = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, files) in work.Plan.InOrder())
        {
            var progress = new StepProgress(work.Progress, name, files.Length, files.Sum(file => file.File.Length));
            await ForEachAsync(work, files, async planned =>
            {
                tags[planned.File.Path] = await PlaceAsync(planned.File, work, cancellation);
                progress.Done(planned.File.Length);
            }, cancellation);
        }

        return tags;
    }

    public async Task CleanAsync(ReleaseWork work, CancellationToken cancellation)
    {
        var keys = work.Plan.Deletions.Concat(work.Plan.Expired).Select(file => settings.Prefix + file.Path)
            .Concat(work.UnusedContents.Select(KeyOfContent))
            .ToList();
        var progress = new StepProgress(work.Progress, "delete", keys.Count);
        await ForEachAsync(work, keys, async key =>
        {
            await store.DeleteAsync(key, cancellation);
            progress.Done();
        }, cancellation);
    }

    public void Dispose() => store.Dispose();

    /// <summary>Somebody may have taken a content away that the manifest knows: then it is sent again.</summary>
    private async Task<string> PlaceAsync(ReleaseFile file, ReleaseWork work, CancellationToken cancellation)
    {
        var from = KeyOfContent(file.Hash);
        var to = settings.Prefix + file.Path;
        var tag = await store.CopyAsync(from, to, file.Headers, cancellation);
        if (tag is null)
        {
            await SendAsync(file, work, cancellation);
            tag = await store.CopyAsync(from, to, file.Headers, cancellation) ?? throw Vanished(file, work);
        }

        if (file.Tag.Length > 0 && tag != file.Tag)
        {
            await CompareAsync(to, file, cancellation);
        }

        return tag;
    }

    private async Task SendAsync(ReleaseFile file, ReleaseWork work, CancellationToken cancellation)
    {
        if (!work.Sources.TryGetValue(file.Hash, out var source))
        {
            throw Vanished(file, work);
        }

        await using var bytes = Sources.Open(source.FullPath, file.Path);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)) != file.Hash)
        {
            throw new TargetFault(PublishDiagnostics.SourceChanged(file.Path));
        }

        bytes.Position = 0;
        var key = KeyOfContent(file.Hash);
        if (await store.PutAsync(key, bytes, HeaderSet.None, cancellation) != file.Tag)
        {
            await CompareAsync(key, file, cancellation);
        }
    }

    /// <summary>Stores that encrypt make tags of their own: what they hold has to be read then.</summary>
    private async Task CompareAsync(string key, ReleaseFile file, CancellationToken cancellation)
    {
        var arrived = await store.GetAsync(key, cancellation);
        if (arrived is null || Convert.ToHexStringLower(SHA256.HashData(arrived)) != file.Hash)
        {
            await store.DeleteAsync(KeyOfContent(file.Hash), cancellation);
            throw new TargetFault(PublishDiagnostics.ArrivedWrong(settings.Bucket.Where, $"'{file.Path}'"));
        }
    }

    private TargetFault Vanished(ReleaseFile file, ReleaseWork work) =>
        new(PublishDiagnostics.Vanished(settings.Name.Where, $"'{file.Path}' of release {work.Release.RestoredFrom ?? work.Release.Id}"));

    private string KeyOfContent(string hash) => settings.StatePrefix + Contents + hash;

    private static string EncodingName(StoredEncoding encoding) => encoding switch
    {
        StoredEncoding.Gzip => "gzip",
        StoredEncoding.Br => "br",
        _ => "",
    };

    private static Task ForEachAsync<T>(ReleaseWork work, IReadOnlyCollection<T> items, Func<T, Task> act, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = work.Parallelism, CancellationToken = cancellation },
            async (item, _) => await act(item));
}
