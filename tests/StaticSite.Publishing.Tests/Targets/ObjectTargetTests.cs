using System.Text;
using StaticSite.Publishing.Locks;
using StaticSite.Publishing.Releases;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Targets;

/// <summary>What holds for every store, shown with one in memory.</summary>
public sealed class ObjectTargetTests : IDisposable
{
    private readonly TestTarget _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task A_first_publish_writes_the_site_and_a_second_only_looks()
    {
        var site = FakeSite.Create(10);
        var first = await _test.PublishAsync(_test.OpenStore(), site);
        Assert.Equal((PublishStage.Done, false), (first.Stage, first.HasErrors));
        Assert.Equal(TestTarget.TextsOf(site), _test.StoredTexts());

        _test.Store.Log.Clear();
        var second = await _test.PublishAsync(_test.OpenStore(), site);
        Assert.Null(second.Release);
        Assert.DoesNotContain(_test.Store.Log, request => request.StartsWith("put", StringComparison.Ordinal) || request.StartsWith("copy", StringComparison.Ordinal));
        Assert.InRange(_test.Store.Log.Count, 1, 6);
    }

    [Fact]
    public async Task One_article_of_many_takes_only_its_own_files_along()
    {
        var site = FakeSite.Create(200);
        await _test.PublishAsync(_test.OpenStore(), site);
        var result = await _test.PublishAsync(_test.OpenStore(), site.ChangeOne("p00017"));
        Assert.Equal(["zh/articles/p00017/index.html"], result.Plan!.ToWrite.Select(file => file.File.Path));
        Assert.Equal(["https://example.org/zh/articles/p00017/"], result.Purge.ToArray());
        Assert.Equal(result.Purge.ToArray(), _test.Purges.Single());
        Assert.InRange(_test.Store.Log.Count(request => request.StartsWith("copy", StringComparison.Ordinal)), site.Files.Count + 1, site.Files.Count + 1);
    }

    [Fact]
    public async Task Headers_go_with_the_files_and_those_that_a_store_does_not_know_are_left_out()
    {
        await _test.PublishAsync(_test.OpenStore(), FakeSite.Create(2));
        var headers = _test.Store.Objects["site/zh/index.html"].Headers.Values;
        Assert.Equal(["Cache-Control", "Content-Type"], headers.Keys);
        Assert.Equal("text/html; charset=utf-8", headers["content-type"]);
    }

    [Fact]
    public async Task Nothing_outside_of_the_prefix_is_touched_and_nothing_that_is_not_ours()
    {
        var foreign = new[] { "index.html", "sit", "site-2/index.html", "site/zh/notes.txt", "site/google123.html" };
        foreach (var key in foreign)
        {
            _test.Store.Objects[key] = (Encoding.UTF8.GetBytes("somebody else's"), HeaderSet.None);
        }

        var site = FakeSite.Create(5);
        await _test.PublishAsync(_test.OpenStore(), site);
        await _test.PublishAsync(_test.OpenStore(), site.Change(new Random(1)));
        await _test.PublishAsync(_test.OpenStore(), site.Change(new Random(2)), new PublishOptions { Verify = true, AllowDeletes = 100 });
        await _test.RollbackAsync(_test.OpenStore());
        Assert.All(foreign, key => Assert.Equal("somebody else's", Encoding.UTF8.GetString(_test.Store.Objects[key].Bytes)));
        Assert.All(_test.Store.Objects.Keys.Except(foreign), key => Assert.StartsWith("site/", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_site_is_not_overwritten_unless_that_is_meant()
    {
        _test.Store.Objects["site/index.html"] = (Encoding.UTF8.GetBytes("another site"), HeaderSet.None);
        var refused = await _test.PublishAsync(_test.OpenStore(), FakeSite.Create(2));
        Assert.Equal(["publish/not-ours"], refused.Diagnostics.Select(found => found.Code));
        Assert.Equal("another site", _test.StoredTexts().Single().Value);
        var adopted = await _test.PublishAsync(_test.OpenStore(), FakeSite.Create(2), new PublishOptions { Adopt = true });
        Assert.Equal(PublishStage.Done, adopted.Stage);
    }

    [Fact]
    public async Task A_lost_manifest_is_made_up_for_by_listing()
    {
        var site = FakeSite.Create(20);
        await _test.PublishAsync(_test.OpenStore(), site);
        Assert.True(_test.Store.Objects.TryRemove("site/.staticsite/" + StateNames.Manifest, out _));
        await AssertOnlyChangesTravelAsync(site, site.ChangeOne("p00003").Without("p00019"));
    }

    [Fact]
    public async Task A_manifest_that_was_tampered_with_is_not_believed()
    {
        var site = FakeSite.Create(20);
        await _test.PublishAsync(_test.OpenStore(), site);
        var bytes = _test.Store.Objects["site/.staticsite/" + StateNames.Manifest].Bytes;
        bytes[bytes.Length / 2] ^= 0xFF;
        await AssertOnlyChangesTravelAsync(site, site.ChangeOne("p00003").Without("p00019"));
    }

    [Fact]
    public async Task Where_all_notes_are_lost_what_stands_there_is_recognized()
    {
        var site = FakeSite.Create(20);
        await _test.PublishAsync(_test.OpenStore(), site);
        foreach (var key in _test.Store.Objects.Keys.Where(key => key.StartsWith("site/.staticsite/", StringComparison.Ordinal)).ToList())
        {
            _test.Store.Objects.TryRemove(key, out _);
        }

        var changed = site.ChangeOne("p00003");
        var result = await _test.PublishAsync(_test.OpenStore(), changed);
        Assert.Equal(1, result.Plan!.Count(Publishing.Plan.FileState.Changed));
        Assert.Contains("publish/manifest-damaged", result.Diagnostics.Select(found => found.Code));
        Assert.Equal(TestTarget.TextsOf(changed), _test.StoredTexts());
    }

    [Fact]
    public async Task Verifying_finds_and_mends_what_somebody_else_changed()
    {
        var site = FakeSite.Create(10);
        await _test.PublishAsync(_test.OpenStore(), site);
        _test.Store.Objects["site/zh/articles/p00002/index.html"] = (Encoding.UTF8.GetBytes("hacked"), HeaderSet.None);
        _test.Store.Objects.TryRemove("site/zh/articles/p00003/index.html", out _);
        _test.Store.Objects["site/extra.html"] = (Encoding.UTF8.GetBytes("extra"), HeaderSet.None);

        var unnoticed = await _test.PublishAsync(_test.OpenStore(), site);
        Assert.Empty(unnoticed.Diagnostics);

        var found = await _test.PublishAsync(_test.OpenStore(), site, new PublishOptions { Verify = true, DryRun = true });
        Assert.Equal(["zh/articles/p00002/index.html"], found.Differences.Changed.ToArray());
        Assert.Equal(["zh/articles/p00003/index.html"], found.Differences.Missing.ToArray());
        Assert.Equal(["extra.html"], found.Differences.Foreign.ToArray());
        Assert.Equal(["publish/changed-by-others", "publish/missing-at-target", "publish/foreign-file"], found.Diagnostics.Select(one => one.Code));

        var mended = await _test.PublishAsync(_test.OpenStore(), site, new PublishOptions { Verify = true });
        Assert.Equal(2, mended.Plan!.ToWrite.Count());
        Assert.Empty(mended.Plan.Sends);
        Assert.True(_test.Store.Objects.TryRemove("site/extra.html", out _));
        Assert.Equal(TestTarget.TextsOf(site), _test.StoredTexts());
    }

    [Fact]
    public async Task Many_deletions_have_to_be_meant()
    {
        var site = FakeSite.Create(20);
        await _test.PublishAsync(_test.OpenStore(), site);
        var smaller = site.Without("p00001", "p00002", "p00003", "p00004");
        var refused = await _test.PublishAsync(_test.OpenStore(), smaller, new PublishOptions { AllowDeletes = 3 });
        Assert.Equal(["publish/deletes-much"], refused.Diagnostics.Select(found => found.Code));
        Assert.Equal(TestTarget.TextsOf(site), _test.StoredTexts());
        Assert.Equal((4, 24), (refused.Plan!.DeletedAddresses, refused.Plan.Standing));
        var asked = await _test.PublishAsync(_test.OpenStore(), smaller, new PublishOptions { AskDeletes = (deletions, standing) => (deletions, standing) == (4, 24) });
        Assert.Equal(PublishStage.Done, asked.Stage);
        Assert.Equal(TestTarget.TextsOf(smaller), _test.StoredTexts());
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_at_all()
    {
        var result = await _test.PublishAsync(_test.OpenStore(), FakeSite.Create(5), new PublishOptions { DryRun = true });
        Assert.Equal(9, result.Plan!.Count(Publishing.Plan.FileState.New));
        Assert.Empty(_test.Store.Objects);
        Assert.DoesNotContain(_test.Store.Log, request => request.Split(' ')[0] is not ("list" or "get"));
    }

    [Fact]
    public async Task A_rollback_needs_no_source_and_sends_nothing()
    {
        var first = FakeSite.Create(12);
        var second = first.Change(new Random(5));
        var one = await _test.PublishAsync(_test.OpenStore(), first);
        await _test.PublishAsync(_test.OpenStore(), second);
        Directory.Delete(Path.Join(_test.Folder, "root"), recursive: true);
        _test.Store.Log.Clear();
        var back = await _test.RollbackAsync(_test.OpenStore());
        Assert.Equal((PublishStage.Done, one.Release!.Id), (back.Stage, back.Release!.RestoredFrom));
        Assert.Empty(back.Plan!.Sends);
        Assert.Equal(TestTarget.TextsOf(first), WithoutKept(back));
        Assert.Equal(_test.Purges[^1], back.Purge.ToArray());
    }

    [Fact]
    public async Task A_release_that_lost_a_file_is_not_brought_back_by_half()
    {
        var first = FakeSite.Create(12);
        await _test.PublishAsync(_test.OpenStore(), first);
        var second = first.ChangeOne("p00004");
        await _test.PublishAsync(_test.OpenStore(), second);
        var hash = FakeSite.HashOf(Encoding.UTF8.GetBytes(first.Files["zh/articles/p00004/index.html"].Text));
        Assert.True(_test.Store.Objects.TryRemove($"site/.staticsite/contents/{hash}", out _));
        var result = await _test.RollbackAsync(_test.OpenStore());
        Assert.Equal(["publish/vanished"], result.Diagnostics.Select(found => found.Code));
        Assert.Equal(TestTarget.TextsOf(second), _test.StoredTexts());
    }

    [Fact]
    public async Task A_content_that_vanished_is_sent_again()
    {
        var site = FakeSite.Create(3);
        await _test.PublishAsync(_test.OpenStore(), site);
        foreach (var key in _test.Store.Objects.Keys.Where(key => key.Contains("/contents/", StringComparison.Ordinal)).ToList())
        {
            _test.Store.Objects.TryRemove(key, out _);
        }

        // The same texts at other places: by the manifest nothing would have to be sent.
        var copied = site.With("copy/index.html", FileKind.Page, site.Files["zh/articles/p00001/index.html"].Text);
        Assert.Equal(PublishStage.Done, (await _test.PublishAsync(_test.OpenStore(), copied)).Stage);
        Assert.Equal(TestTarget.TextsOf(copied), _test.StoredTexts());
    }

    [Fact]
    public async Task Only_as_many_releases_stay_as_are_asked_for()
    {
        _test.Settings = new() { KeepReleases = 3, KeepAssets = 0 };
        var site = FakeSite.Create(6);
        for (var round = 0; round < 7; round++)
        {
            await _test.PublishAsync(_test.OpenStore(), site = site.Change(new Random(round)));
            _test.Clock.Pass(TimeSpan.FromHours(1));
        }

        var releases = await new SitePublisher(_test.OpenStore(), _test.Setup()).ListAsync(default);
        Assert.Equal([7, 6, 5], releases.Select(release => release.Number));
        Assert.Equal(3, _test.Store.Objects.Keys.Count(key => key.StartsWith("site/.staticsite/releases/", StringComparison.Ordinal)));
        var needed = new HashSet<string>();
        foreach (var release in releases)
        {
            needed.UnionWith((await TargetReader.ReadSnapshotAsync(_test.OpenStore(), release.Id, default))!.Files.Select(file => file.Hash));
        }

        Assert.Equal(
            needed.Order(StringComparer.Ordinal),
            _test.Store.Objects.Keys.Where(key => key.Contains("/contents/", StringComparison.Ordinal)).Select(key => key.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Caches_are_told_once_more_if_telling_them_failed()
    {
        var site = FakeSite.Create(4);
        await _test.PublishAsync(_test.OpenStore(), site);
        _test.PurgeAnswer = () => "it ended with 1.";
        var changed = site.ChangeOne("p00001");
        var failed = await _test.PublishAsync(_test.OpenStore(), changed);
        Assert.Equal((PublishStage.Served, "publish/purge-failed"), (failed.Stage, failed.Diagnostics.Single().Code));
        Assert.Equal(TestTarget.TextsOf(changed), _test.StoredTexts());

        _test.PurgeAnswer = () => null;
        var again = await _test.PublishAsync(_test.OpenStore(), changed);
        Assert.Equal(PublishStage.Done, again.Stage);
        Assert.Equal(["https://example.org/zh/articles/p00001/"], _test.Purges[^1]);
        await _test.PublishAsync(_test.OpenStore(), changed);
        Assert.Equal(2, _test.Purges.Count);
    }

    [Fact]
    public async Task A_store_that_writes_twice_is_refused_at_first_use()
    {
        using var test = new TestTarget { Store = new MemoryStore { RefusesSecondWrites = false } };
        var result = await test.PublishAsync(test.OpenStore(), FakeSite.Create(2));
        Assert.Equal(["publish/no-create-only"], result.Diagnostics.Select(found => found.Code));
        Assert.Empty(test.StoredTexts());
    }

    [Fact]
    public async Task A_store_that_alters_what_it_is_given_is_found_out()
    {
        _test.Store.Alters = key => key.Contains("/contents/", StringComparison.Ordinal);
        var result = await _test.PublishAsync(_test.OpenStore(), FakeSite.Create(2));
        Assert.Equal(["publish/arrived-wrong"], result.Diagnostics.Select(found => found.Code));
        Assert.Empty(_test.StoredTexts());
    }

    [Fact]
    public async Task A_store_that_makes_tags_of_its_own_is_read_instead()
    {
        _test.Store.TagOfStored = bytes => $"encrypted-{bytes.Length}-{_test.Store.Requests}";
        var site = FakeSite.Create(3);
        Assert.Equal(PublishStage.Done, (await _test.PublishAsync(_test.OpenStore(), site)).Stage);
        Assert.Equal(TestTarget.TextsOf(site), _test.StoredTexts());
        Assert.Null((await _test.PublishAsync(_test.OpenStore(), site)).Release);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_sent_stops_everything()
    {
        var staged = _test.Stage(FakeSite.Create(2));
        await File.AppendAllTextAsync(staged.Files[0].File, "more");
        var result = await _test.PublishAsync(_test.OpenStore(), staged);
        Assert.Equal(["publish/source-changed"], result.Diagnostics.Select(found => found.Code));
        Assert.Equal(PublishStage.Untouched, result.Stage);
        Assert.Empty(_test.StoredTexts());
    }

    [Fact]
    public async Task Whoever_loses_the_target_to_another_stops()
    {
        var setup = _test.Setup() with { Clock = TimeProvider.System, LockRenewal = TimeSpan.FromMilliseconds(20) };
        _test.Store.Before = (_, name) =>
        {
            if (name.StartsWith("put site/.staticsite/contents/", StringComparison.Ordinal))
            {
                _test.Store.Objects["site/.staticsite/locks/000000009"] = (LockHolder.Current().ToBytes(), HeaderSet.None);
                Thread.Sleep(200);
            }
        };
        var result = await new SitePublisher(_test.OpenStore(), setup).PublishAsync(_test.Stage(FakeSite.Create(30)), new PublishOptions(), default);
        Assert.Equal(["publish/lock-lost"], result.Diagnostics.Select(found => found.Code));
        Assert.Empty(_test.StoredTexts());
        Assert.Contains("site/.staticsite/locks/000000009", _test.Store.Objects.Keys);
    }

    private async Task AssertOnlyChangesTravelAsync(FakeSite site, FakeSite changed)
    {
        var result = await _test.PublishAsync(_test.OpenStore(), changed);
        Assert.Contains("publish/manifest-damaged", result.Diagnostics.Select(found => found.Code));
        Assert.Equal(1, result.Plan!.DeletedAddresses);
        Assert.Equal(
            changed.Files.Where(file => site.Files.GetValueOrDefault(file.Key).Text != file.Value.Text).Select(file => file.Key),
            result.Plan.ToWrite.Select(file => file.File.Path));
        Assert.Equal(TestTarget.TextsOf(changed), _test.StoredTexts());
    }

    private SortedDictionary<string, string> WithoutKept(PublishResult result)
    {
        var texts = _test.StoredTexts();
        foreach (var path in result.Plan!.Kept.Keys)
        {
            Assert.True(texts.Remove(path));
        }

        return texts;
    }
}
