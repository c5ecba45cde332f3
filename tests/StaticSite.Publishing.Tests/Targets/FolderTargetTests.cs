using StaticSite.Model;
using StaticSite.Publishing.Targets.Folders;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Targets;

public sealed class FolderTargetTests : IDisposable
{
    private readonly TestTarget _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task What_is_served_is_exchanged_at_once_and_earlier_releases_stay()
    {
        var site = FakeSite.Create(10);
        var first = await _test.PublishAsync(_test.OpenFolder(), site);
        Assert.Equal($"releases/{first.Release!.Id}", new FileInfo(_test.Served).LinkTarget);
        Assert.Equal(TestTarget.TextsOf(site), _test.FolderTexts());

        var changed = site.ChangeOne("p00003");
        var second = await _test.PublishAsync(_test.OpenFolder(), changed);
        Assert.Equal($"releases/{second.Release!.Id}", new FileInfo(_test.Served).LinkTarget);
        Assert.Equal(TestTarget.TextsOf(changed), _test.FolderTexts());
        Assert.Equal(
            new[] { first.Release.Id, second.Release.Id }.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Join(_test.Folder, "www", "releases")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
        Assert.Null((await _test.PublishAsync(_test.OpenFolder(), changed)).Release);
    }

    [Fact]
    public async Task An_unchanged_file_keeps_its_time_and_a_changed_one_gets_a_later_one()
    {
        var site = FakeSite.Create(4);
        await _test.PublishAsync(_test.OpenFolder(), site);
        var before = Times();
        await _test.PublishAsync(_test.OpenFolder(), site.ChangeOne("p00002"));
        var after = Times();
        Assert.All(before.Where(file => !file.Key.Contains("p00002", StringComparison.Ordinal)), file => Assert.Equal(file.Value, after[file.Key]));

        // Servers make ETags of whole seconds and sizes: the clock stands still here, and times differ.
        var changed = before.Keys.Single(path => path.Contains("p00002", StringComparison.Ordinal));
        Assert.InRange(after[changed], before[changed].AddSeconds(1), before[changed].AddSeconds(1));

        await _test.RollbackAsync(_test.OpenFolder());
        Assert.Equal(before, Times());
    }

    [Fact]
    public async Task A_rollback_needs_no_source_and_keeps_the_assets_of_the_release_that_it_replaces()
    {
        var site = FakeSite.Create(6);
        await _test.PublishAsync(_test.OpenFolder(), site.With("assets/old.css", FileKind.Asset, "old"));
        var second = site.With("assets/new.css", FileKind.Asset, "new");
        await _test.PublishAsync(_test.OpenFolder(), second);
        Assert.True(File.Exists(Path.Join(_test.Served, "assets/old.css")));
        Directory.Delete(Path.Join(_test.Folder, "root"), recursive: true);
        var result = await _test.RollbackAsync(_test.OpenFolder());
        Assert.Equal(PublishStage.Done, result.Stage);
        Assert.True(File.Exists(Path.Join(_test.Served, "assets/old.css")));
        Assert.True(File.Exists(Path.Join(_test.Served, "assets/new.css")));
    }

    [Fact]
    public async Task A_release_that_lost_a_file_is_not_brought_back_by_half()
    {
        var site = FakeSite.Create(6);
        var first = await _test.PublishAsync(_test.OpenFolder(), site);
        var changed = site.ChangeOne("p00001");
        await _test.PublishAsync(_test.OpenFolder(), changed);
        File.Delete(Path.Join(_test.Folder, "www", "releases", first.Release!.Id, "zh/articles/p00001/index.html"));
        var result = await _test.RollbackAsync(_test.OpenFolder());
        Assert.Equal(["publish/vanished"], result.Diagnostics.Select(found => found.Code));
        Assert.Equal(TestTarget.TextsOf(changed), _test.FolderTexts());
    }

    [Fact]
    public async Task What_somebody_changed_in_an_earlier_release_is_not_brought_back()
    {
        var site = FakeSite.Create(6);
        var first = await _test.PublishAsync(_test.OpenFolder(), site);
        await _test.PublishAsync(_test.OpenFolder(), site.ChangeOne("p00001"));
        var page = Path.Join(_test.Folder, "www", "releases", first.Release!.Id, "zh/articles/p00001/index.html");
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("干细胞", "肝细胞", StringComparison.Ordinal));
        var result = await _test.RollbackAsync(_test.OpenFolder());
        Assert.Equal(["publish/vanished"], result.Diagnostics.Select(found => found.Code));
        Assert.Equal(PublishStage.Untouched, result.Stage);
    }

    [Fact]
    public async Task A_rollback_passes_over_releases_that_only_mended_the_one_before()
    {
        var site = FakeSite.Create(6);
        var first = await _test.PublishAsync(_test.OpenFolder(), site);
        var changed = site.ChangeOne("p00002");
        await _test.PublishAsync(_test.OpenFolder(), changed);
        File.Delete(Path.Join(_test.Served, "zh/articles/p00002/index.html"));
        Assert.NotNull((await _test.PublishAsync(_test.OpenFolder(), changed, new PublishOptions { Verify = true })).Release);

        var result = await _test.RollbackAsync(_test.OpenFolder());
        Assert.Equal(first.Release!.Id, result.Release!.RestoredFrom);
        Assert.Equal(TestTarget.TextsOf(site), _test.FolderTexts());
        Assert.Equal(["publish/no-release"], (await _test.RollbackAsync(_test.OpenFolder())).Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public async Task A_foreign_file_is_said_not_to_last()
    {
        var site = FakeSite.Create(2);
        await _test.PublishAsync(_test.OpenFolder(), site);
        await File.WriteAllTextAsync(Path.Join(_test.Served, "by-hand.html"), "by hand");
        var found = await _test.PublishAsync(_test.OpenFolder(), site, new PublishOptions { Verify = true, DryRun = true });
        Assert.Equal("'by-hand.html' at the target was not published by staticsite; the next release will be without it.", Assert.Single(found.Diagnostics).Message);
        await _test.PublishAsync(_test.OpenFolder(), site.ChangeOne("p00001"));
        Assert.False(File.Exists(Path.Join(_test.Served, "by-hand.html")));
    }

    [Fact]
    public async Task Verifying_finds_and_mends_what_somebody_else_changed()
    {
        var site = FakeSite.Create(6);
        await _test.PublishAsync(_test.OpenFolder(), site);
        var hacked = Path.Join(_test.Served, "zh/articles/p00002/index.html");
        File.Delete(hacked);
        File.WriteAllText(hacked, "hacked");
        var found = await _test.PublishAsync(_test.OpenFolder(), site, new PublishOptions { Verify = true });
        Assert.Equal(["zh/articles/p00002/index.html"], found.Differences.Changed.ToArray());
        Assert.Equal(TestTarget.TextsOf(site), _test.FolderTexts());
    }

    [Fact]
    public async Task Only_as_many_releases_stay_as_are_asked_for_and_nothing_else_is_deleted()
    {
        _test.Settings = new() { KeepReleases = 2 };
        var site = FakeSite.Create(3);
        Directory.CreateDirectory(Path.Join(_test.Folder, "www", ".staticsite"));
        Directory.CreateDirectory(Path.Join(_test.Folder, "www", "releases", "by-hand"));
        for (var round = 0; round < 5; round++)
        {
            await _test.PublishAsync(_test.OpenFolder(), site = site.ChangeOne("p00001"));
        }

        var names = Directory.GetDirectories(Path.Join(_test.Folder, "www", "releases")).Select(folder => Path.GetFileName(folder)).ToList();
        Assert.Contains("by-hand", names);
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public async Task Compressed_files_stand_beside_their_files_where_they_are_wanted()
    {
        var staged = _test.Stage(FakeSite.Create(1));
        var packed = Path.Join(_test.Folder, "packed");
        await File.WriteAllTextAsync(packed, "packed");
        StagedVariant Variant(string encoding, string extension) => new(encoding, extension, packed, 6, FakeSite.HashOf("packed"u8.ToArray()));
        staged = staged with { Files = [.. staged.Files.Select(file => file with { Variants = [Variant("br", ".br"), Variant("gzip", ".gz")] })] };
        var setting = new Located<string>(Path.Join(_test.Folder, "www"), default);
        using var target = new FolderTarget(new DirectoryTargetSettings(setting, setting) { Encodings = ["gzip"] }, Path.Join(_test.Folder, "root"));
        var result = await _test.PublishAsync(target, staged);
        Assert.Equal(staged.Files.Length, result.Plan!.Count(StaticSite.Publishing.Plan.FileState.New));
        Assert.True(File.Exists(Path.Join(_test.Served, "index.html.gz")));
        Assert.False(File.Exists(Path.Join(_test.Served, "index.html.br")));
    }

    [Theory]
    [InlineData("root")]
    [InlineData("root/input/www")]
    [InlineData("root/output")]
    [InlineData("file")]
    [InlineData("foreign")]
    public async Task A_folder_that_is_not_meant_for_it_is_refused(string path)
    {
        var foreign = Path.Join(_test.Folder, "foreign", "index.html");
        Directory.CreateDirectory(Path.GetDirectoryName(foreign)!);
        Directory.CreateDirectory(Path.Join(_test.Folder, "root", "input"));
        await File.WriteAllTextAsync(foreign, "somebody else's");
        await File.WriteAllTextAsync(Path.Join(_test.Folder, "file"), "");
        Assert.Equal("publish/folder-refused", await CodeOfAsync(path));
        Assert.Equal("somebody else's", await File.ReadAllTextAsync(foreign));
        Assert.Single(Directory.GetFileSystemEntries(Path.Join(_test.Folder, "foreign")));
    }

    [Fact]
    public async Task A_folder_in_a_folder_that_does_not_exist_is_a_mistake() => Assert.Equal("publish/no-folder", await CodeOfAsync("typo/www"));

    [SkippableFact]
    public async Task A_full_disk_leaves_the_site_as_it_was()
    {
        var mount = await SmallDisk.CreateAsync(megabytes: 2);
        Skip.If(mount is null, "A small file system can be mounted by root only.");
        try
        {
            var setting = new Located<string>(Path.Join(mount, "www"), default);
            using var target = new FolderTarget(new DirectoryTargetSettings(setting, setting), Path.Join(_test.Folder, "root"));
            var site = FakeSite.Create(5);
            await _test.PublishAsync(target, site);
            var result = await _test.PublishAsync(target, site.With("assets/large.bin", FileKind.Asset, new string('x', 4_000_000)));
            Assert.Equal(["publish/disk-full"], result.Diagnostics.Select(found => found.Code));
            Assert.False(File.Exists(Path.Join(mount, "www/current/assets/large.bin")));
            Assert.Equal(PublishStage.Untouched, result.Stage);
            var again = await _test.PublishAsync(target, site.ChangeOne("p00001"));
            Assert.Equal(PublishStage.Done, again.Stage);
        }
        finally
        {
            await SmallDisk.DeleteAsync(mount!);
        }
    }

    [SkippableFact]
    public async Task Windows_is_refused()
    {
        Skip.IfNot(OperatingSystem.IsWindows(), "Only Windows cannot exchange a folder in one step.");
        Assert.Equal("publish/no-atomic-switch", await CodeOfAsync("www"));
    }

    [Fact]
    public void What_a_disk_says_is_told()
    {
        Assert.Equal("publish/disk-failed", DiskFaults.Find(new UnauthorizedAccessException("denied"), "www")!.Diagnostic.Code);
        Assert.Equal("publish/disk-full", DiskFaults.Find(new IOException("no space", 28), "www")!.Diagnostic.Code);
        Assert.Null(DiskFaults.Find(new InvalidOperationException(), "www"));
    }

    private async Task<string> CodeOfAsync(string path)
    {
        var setting = new Located<string>(Path.Join(_test.Folder, path), default);
        using var target = new FolderTarget(new DirectoryTargetSettings(setting, setting), Path.Join(_test.Folder, "root"));
        var result = await _test.PublishAsync(target, new StagedSite(null!, [], [], []));
        return result.Diagnostics.Single().Code;
    }

    private SortedDictionary<string, DateTime> Times() => new(
        Directory.EnumerateFiles(_test.Served + "/", "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(_test.Served, file), File.GetLastWriteTimeUtc),
        StringComparer.Ordinal);
}
