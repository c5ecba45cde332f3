using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Plan;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Releases;

/// <summary>Carries one plan out. What it leaves behind when it is stopped, the next run finds as <see cref="PendingWork"/>.</summary>
internal sealed class ReleaseRun(ITarget target, PublishSetup setup, TargetState state, DesiredFiles desired, PublishPlan plan)
{
    public PublishPlan Plan { get; private set; } = plan;

    public PublishStage Stage { get; private set; }

    /// <summary>Null where none had to be made.</summary>
    public Release? Release { get; private set; }

    /// <returns>What went wrong after the release was served.</returns>
    /// <exception cref="TargetFault">What went wrong before.</exception>
    public async Task<Diagnostic?> RunAsync(CancellationToken cancellation)
    {
        var isNew = state.Manifest is not { } manifest || !Plan.ChangesNothing || !desired.Equal(manifest);
        if (isNew)
        {
            await PublishAsync(cancellation);
        }
        else if (state.Pending is { IsWriting: true })
        {
            await FinishAsync(state.Manifest!, cancellation);
        }

        Stage = PublishStage.Served;
        var problem = await PurgeAsync(cancellation);
        Stage = problem is null ? PublishStage.Done : PublishStage.Served;
        return problem;
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        var release = Publishing.Release.Create(desired.Files.Values.ToList(), setup.Clock.GetUtcNow(), state.Newest, desired.RestoredFrom?.Release.Id);
        var manifest = Compose(release);
        var work = Work(release, manifest);
        await CheckFirstAsync(work, cancellation);
        await target.Documents.WriteAsync(StateNames.Pending, Pending(release.Id, isWriting: true).ToBytes(), cancellation);
        work = work with { Plan = Plan = await WithTagsAsync(cancellation) };
        await target.PrepareAsync(work, cancellation);
        await target.Documents.WriteAsync(StateNames.Snapshot(release.Id), ReleaseFormat.Write(new ReleaseSnapshot(release, Files(Plan))), cancellation);

        Stage = PublishStage.Switching;
        Release = release;
        var tags = await target.SwitchAsync(work, cancellation);
        var files = manifest.Files.SetItems(Plan.Files.Select(file => KeyValuePair.Create(
            file.File.Path, file.File with { Tag = tags.GetValueOrDefault(file.File.Path, file.File.Tag) })));
        await target.Documents.WriteAsync(StateNames.Manifest, ManifestFormat.Write(manifest with { Files = files }), cancellation);

        Stage = PublishStage.Served;
        await CleanAsync(work, cancellation);
    }

    /// <summary>An earlier run did everything but the cleaning.</summary>
    private Task FinishAsync(TargetManifest manifest, CancellationToken cancellation) => CleanAsync(Work(manifest.Current, manifest), cancellation);

    private async Task CleanAsync(ReleaseWork work, CancellationToken cancellation)
    {
        await target.CleanAsync(work, cancellation);
        var kept = work.Releases.Select(release => release.Id).ToHashSet(StringComparer.Ordinal);
        var old = state.Releases.Concat(state.Snapshots.Select(snapshot => snapshot.Release)).Select(release => release.Id).Distinct().Where(id => !kept.Contains(id));
        foreach (var id in old)
        {
            await target.Documents.DeleteAsync(StateNames.Snapshot(id), cancellation);
        }
    }

    private async Task<Diagnostic?> PurgeAsync(CancellationToken cancellation)
    {
        var pending = Pending(Release?.Id ?? state.Pending?.ReleaseId ?? "", isWriting: false);
        if (setup.Purge is { } purge && !pending.Purge.IsEmpty)
        {
            await target.Documents.WriteAsync(StateNames.Pending, pending.ToBytes(), cancellation);
            var addresses = pending.Purge.Select(path => PurgeList.Address(setup.BaseUrl, path)).ToList();
            if (await purge(addresses, cancellation) is { } reason)
            {
                return PublishDiagnostics.PurgeFailed(reason);
            }
        }

        if (Release is not null || state.Pending is not null)
        {
            await target.Documents.DeleteAsync(StateNames.Pending, cancellation);
        }

        return null;
    }

    /// <summary>What cannot end well is not begun.</summary>
    private async Task CheckFirstAsync(ReleaseWork work, CancellationToken cancellation)
    {
        if (state.Manifest?.CreateOnlyWrite != target.CreateOnlyWrite)
        {
            await FirstUse.ProbeAsync(target, setup.Target.Name.Where, cancellation);
        }

        if (!Plan.Deletions.IsEmpty || !Plan.Expired.IsEmpty || !work.UnusedContents.IsEmpty)
        {
            await target.CheckDeletingAsync(cancellation);
        }
    }

    private TargetManifest Compose(Release release)
    {
        var releases = state.Releases.Insert(0, release).Take(setup.Settings.KeepReleases).ToImmutableArray();
        var uses = state.LastUses().SetItems(Plan.Files.Select(file => file.File.Hash).Distinct().Select(hash => KeyValuePair.Create(hash, release.Number)));
        var oldest = releases[^1].Number;
        return new TargetManifest(
            releases,
            CurrentSite.NoFiles.AddRange(Plan.Files.Select(file => KeyValuePair.Create(file.File.Path, file.File))),
            Plan.Kept,
            uses.Where(use => use.Value >= oldest).ToImmutableDictionary(StringComparer.Ordinal),
            target.CreateOnlyWrite);
    }

    private ReleaseWork Work(Release release, TargetManifest manifest) => new(release, Plan)
    {
        Sources = desired.Sources,
        Releases = manifest.Releases,
        UnusedContents = [.. state.LastUses().Keys.Where(hash => !manifest.Contents.ContainsKey(hash)).Order(StringComparer.Ordinal)],
        Progress = setup.Progress,
        Parallelism = setup.Parallelism,
    };

    private PendingWork Pending(string id, bool isWriting) => new(id, isWriting, PurgeList.Paths(Plan).Union(state.Pending?.Purge ?? []));

    /// <summary>What the target is expected to show for the bytes that are written; a release that is brought back knows it already.</summary>
    private async Task<PublishPlan> WithTagsAsync(CancellationToken cancellation)
    {
        var files = Plan.Files.ToArray();
        await Parallel.ForAsync(0, files.Length, cancellation, (index, _) =>
        {
            if (files[index] is { State: not FileState.Unchanged, File: var file } planned && desired.Sources.TryGetValue(file.Hash, out var source))
            {
                files[index] = planned with { File = file with { Tag = target.TagOf(file, source) } };
            }

            return ValueTask.CompletedTask;
        });
        var tags = files.Where(file => file.File.Tag.Length > 0).GroupBy(file => file.File.Hash, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().File.Tag, StringComparer.Ordinal);
        return Plan with
        {
            Files = [.. files],
            Sends = [.. Plan.Sends.Select(file => file with { Tag = tags.GetValueOrDefault(file.Hash, "") })],
        };
    }

    private static ImmutableArray<ReleaseFile> Files(PublishPlan plan) => [.. plan.Files.Select(file => file.File)];
}
