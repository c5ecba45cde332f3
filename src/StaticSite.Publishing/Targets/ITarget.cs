using System.Collections.Immutable;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Targets;

/// <summary>
/// A place that serves a site. A release comes in three steps: what <see cref="PrepareAsync"/> writes nobody sees,
/// <see cref="SwitchAsync"/> lets readers see it and breaks no link, <see cref="CleanAsync"/> takes away what is no longer needed.
/// Each step may be repeated. What goes wrong is a <see cref="TargetFault"/>.
/// </summary>
internal interface ITarget : IDisposable
{
    /// <summary>For people.</summary>
    string ShownAs { get; }

    /// <summary>The write that is refused where something stands already, by name.</summary>
    string CreateOnlyWrite { get; }

    /// <summary>How many requests have been sent; 0 where there are none.</summary>
    long Requests { get; }

    /// <summary>Whether what stands among the site's files, and is none of them, is still served after the next release.</summary>
    bool KeepsForeignFiles { get; }

    IDocuments Documents { get; }

    /// <summary>Where this place may not be used for a site at all.</summary>
    Task CheckAsync(CancellationToken cancellation);

    /// <summary>The files as this kind of target stores them, and where their bytes lie.</summary>
    IEnumerable<(ReleaseFile File, LocalFile Source)> Select(StagedSite site);

    /// <summary>The tag that a listing would show for these bytes.</summary>
    string TagOf(ReleaseFile file, LocalFile source);

    Task<ImmutableArray<StandingFile>> ListFilesAsync(CancellationToken cancellation);

    /// <summary>Hashes of all that can be restored or need not be sent.</summary>
    Task<IReadOnlySet<string>> ListContentsAsync(IReadOnlyCollection<ReleaseSnapshot> releases, CancellationToken cancellation);

    /// <summary>That deleting is allowed, before anything else is done.</summary>
    Task CheckDeletingAsync(CancellationToken cancellation);

    Task PrepareAsync(ReleaseWork work, CancellationToken cancellation);

    /// <returns>The tags of the files that were written, by path.</returns>
    Task<IReadOnlyDictionary<string, string>> SwitchAsync(ReleaseWork work, CancellationToken cancellation);

    Task CleanAsync(ReleaseWork work, CancellationToken cancellation);
}

/// <summary>Small files beside the site, which nobody serves.</summary>
internal interface IDocuments
{
    Task<ImmutableArray<string>> ListAsync(string folder, CancellationToken cancellation);

    /// <summary>Null where there is none.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellation);

    Task WriteAsync(string name, byte[] bytes, CancellationToken cancellation);

    /// <summary>False where one stands already: of two that write at once, one is told so.</summary>
    Task<bool> CreateAsync(string name, byte[] bytes, CancellationToken cancellation);

    Task DeleteAsync(string name, CancellationToken cancellation);
}
