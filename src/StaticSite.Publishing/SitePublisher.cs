using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Locks;
using StaticSite.Publishing.Plan;
using StaticSite.Publishing.Releases;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing;

/// <summary>Publishes to one target, and brings releases back.</summary>
internal sealed class SitePublisher(ITarget target, PublishSetup setup)
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public Task<PublishResult> PublishAsync(StagedSite site, PublishOptions options, CancellationToken cancellation) =>
        RunAsync(options, (_, _) => Task.FromResult(DesiredFiles.Of(site, target)), cancellation);

    /// <param name="id">Null for the release before the one that is served.</param>
    public Task<PublishResult> RollbackAsync(string? id, PublishOptions options, CancellationToken cancellation) =>
        RunAsync(options, (state, stop) => RestoreAsync(state, id, stop), cancellation);

    /// <summary>The releases that can be brought back, newest first; the first is served.</summary>
    /// <exception cref="TargetFault">The target cannot be read.</exception>
    public async Task<ImmutableArray<Release>> ListAsync(CancellationToken cancellation)
    {
        if (await TargetReader.ReadManifestAsync(target, cancellation) is { } manifest)
        {
            return manifest.Releases;
        }

        return [.. (await TargetReader.ReadSnapshotsAsync(target, cancellation)).Select(snapshot => snapshot.Release)];
    }

    /// <summary>A release that has the same files as the one that is served, as mending a target makes one, is no way back.</summary>
    private async Task<DesiredFiles> RestoreAsync(TargetState state, string? id, CancellationToken cancellation)
    {
        foreach (var release in RollbackChoice.Find(state.Releases, id))
        {
            var snapshot = await TargetReader.ReadSnapshotAsync(target, release.Id, cancellation)
                ?? throw new TargetFault(PublishDiagnostics.Vanished(setup.Target.Name.Where, $"The list of files of release {release.Id}"));
            var files = DesiredFiles.Of(snapshot);
            if (id is not null || state.Manifest is not { } served || !files.Equal(served))
            {
                return files;
            }
        }

        throw new TargetFault(PublishDiagnostics.NoRelease(target.ShownAs, setup.Target.Name.Value));
    }

    private async Task<PublishResult> RunAsync(
        PublishOptions options, Func<TargetState, CancellationToken, Task<DesiredFiles>> desire, CancellationToken cancellation)
    {
        ReleaseRun? run = null;
        var draft = new PublishResult(PublishStage.Untouched, null, null, [], []) { Target = target.ShownAs, IsDryRun = options.DryRun };
        try
        {
            await target.CheckAsync(cancellation);
            if (options.DryRun)
            {
                draft = (await PlanAsync(options, desire, draft, cancellation)).Draft;
                return Finish(draft, null);
            }

            var settings = new LockSettings(setup.Holder, setup.HasEnded, options.TakeLock, setup.Clock) { Renewal = setup.LockRenewal };
            await using var taken = await PublishLock.AcquireAsync(target.Documents, settings, cancellation);
            if (taken.Taken is { } dead)
            {
                _found.Add(PublishDiagnostics.LockTaken(dead.ShownAs, ReleaseFormat.Text(dead.Since)));
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, taken.Lost);
            try
            {
                (draft, var state, var desired) = await PlanAsync(options, desire, draft, either.Token);
                run = new ReleaseRun(target, setup, state, desired, draft.Plan!);
                await ExecuteAsync(run, options, either.Token);
            }
            catch (OperationCanceledException) when (taken.Lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                _found.Add(PublishDiagnostics.LockLost());
            }
        }
        catch (TargetFault fault)
        {
            _found.Add(fault.Diagnostic);
        }

        return Finish(draft, run);
    }

    private async Task<(PublishResult Draft, TargetState State, DesiredFiles Desired)> PlanAsync(
        PublishOptions options, Func<TargetState, CancellationToken, Task<DesiredFiles>> desire, PublishResult draft, CancellationToken cancellation)
    {
        var state = await TargetReader.ReadAsync(target, options.Verify, cancellation);
        var desired = await desire(state, cancellation);
        string? TagOf(ReleaseFile file) => desired.Sources.TryGetValue(file.Hash, out var source) ? target.TagOf(file, source) : null;
        var current = state.Explain(desired.Files, TagOf);
        RefuseOtherSite(state, current, options);
        Report(state, current);
        if (desired.RestoredFrom is { } snapshot)
        {
            current = current with { Contents = await target.ListContentsAsync([snapshot], cancellation) };
        }

        var plan = PublishPlanner.Plan(current, desired.Files.Values, setup.Clock.GetUtcNow(), TimeSpan.FromDays(setup.Settings.KeepAssets));
        if (desired.RestoredFrom is { Release.Id: var id } && plan.Sends is [var lost, ..])
        {
            throw new TargetFault(PublishDiagnostics.Vanished(setup.Target.Name.Where, $"'{lost.Path}' of release {id}"));
        }

        var differences = options.Verify && state.Listing is { } listing
            ? new Inventory(state.Known, desired.Files, TagOf).Compare(listing)
            : Differences.None;
        Report(differences);
        var purge = PurgeList.Paths(plan).Union(state.Pending?.Purge ?? []);
        return (draft with { Plan = plan, Differences = differences, Purge = [.. purge.Select(path => PurgeList.Address(setup.BaseUrl, path))] }, state, desired);
    }

    private async Task ExecuteAsync(ReleaseRun run, PublishOptions options, CancellationToken cancellation)
    {
        if (run.Plan.DeletesMuch && run.Plan.DeletedAddresses > options.AllowDeletes
            && options.AskDeletes?.Invoke(run.Plan.DeletedAddresses, run.Plan.Standing) != true)
        {
            throw new TargetFault(PublishDiagnostics.DeletesMuch(run.Plan.DeletedAddresses, run.Plan.Standing));
        }

        if (await run.RunAsync(cancellation) is { } problem)
        {
            _found.Add(problem);
        }
    }

    /// <summary>Where nothing of this site stands, what stands under its names is another one.</summary>
    private void RefuseOtherSite(TargetState state, CurrentSite current, PublishOptions options)
    {
        if (state.IsFirstUse && !options.Adopt && !current.Files.IsEmpty && current.Files.Values.All(file => file.Hash.Length == 0))
        {
            throw new TargetFault(PublishDiagnostics.NotOurs(setup.Target.Name.Where, target.ShownAs, current.Files.Count));
        }
    }

    private void Report(TargetState state, CurrentSite current)
    {
        if (state.Pending is { IsWriting: true } pending)
        {
            _found.Add(PublishDiagnostics.Resumed(pending.ReleaseId));
        }
        else if (state.Manifest is null && !current.Files.IsEmpty)
        {
            _found.Add(PublishDiagnostics.ManifestDamaged(target.ShownAs));
        }
    }

    private void Report(Differences differences)
    {
        if (differences.Changed is [var changed, ..])
        {
            _found.Add(PublishDiagnostics.ChangedByOthers(changed, differences.Changed.Length - 1));
        }

        if (differences.Missing is [var missing, ..])
        {
            _found.Add(PublishDiagnostics.MissingAtTarget(missing, differences.Missing.Length - 1));
        }

        if (differences.Foreign is [var foreign, ..])
        {
            _found.Add(PublishDiagnostics.ForeignFile(foreign, differences.Foreign.Length - 1, target.KeepsForeignFiles));
        }
    }

    /// <summary>What has no place of its own in site.yml stands at the target's.</summary>
    private PublishResult Finish(PublishResult draft, ReleaseRun? run) => draft with
    {
        Stage = run?.Stage ?? PublishStage.Untouched,
        Release = run?.Release,
        Requests = target.Requests,
        Diagnostics = [.. _found.Select(found => found.Where.Length > 0 ? found : found with { Where = setup.Target.Name.Where })],
    };
}
