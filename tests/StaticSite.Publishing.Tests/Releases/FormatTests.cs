using System.Collections.Immutable;
using StaticSite.Publishing.Plan;
using StaticSite.Publishing.Releases;

namespace StaticSite.Publishing.Tests.Releases;

public sealed class FormatTests
{
    private static readonly HeaderSet s_headers = new(HeaderSet.None.Values.Add("Content-Type", "text/html; charset=utf-8").Add("Cache-Control", "public"));

    private static readonly ReleaseFile s_page = new("zh/干细胞/index.html", FileKind.Page, new string('a', 64), 12, s_headers) { Tag = "t1" };

    private static readonly Release s_release = new("20261122T080000Z-7", 7, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), 1, 12, "20261121T080000Z-6");

    private static readonly TargetManifest s_manifest = new(
        [s_release, s_release with { Id = "20261121T080000Z-6", Number = 6, RestoredFrom = null }],
        CurrentSite.NoFiles.Add(s_page.Path, s_page).Add("zh/干细胞/index.html.br", s_page with { Path = "zh/干细胞/index.html.br", Hash = new string('b', 64), IsVariant = true, Tag = new string('b', 64), Headers = HeaderSet.None }),
        CurrentSite.NothingKept.Add("assets/a.css", new KeptAsset(s_page with { Path = "assets/a.css", Kind = FileKind.Asset }, s_release.Time)),
        ImmutableDictionary<string, int>.Empty.Add(new string('a', 64), 7).Add(new string('b', 64), 7).Add(new string('c', 64), 6),
        "If-None-Match: *");

    [Fact]
    public void A_manifest_is_read_as_it_was_written()
    {
        var read = ManifestFormat.Read(ManifestFormat.Write(s_manifest))!;
        Assert.Equal(s_manifest.Releases.ToArray(), read.Releases.ToArray());
        Assert.Equal(s_manifest.Files, read.Files);
        Assert.Equal(s_manifest.Kept, read.Kept);
        Assert.Equal(s_manifest.Contents.OrderBy(one => one.Key), read.Contents.OrderBy(one => one.Key));
        Assert.Equal("If-None-Match: *", read.CreateOnlyWrite);
    }

    [Fact]
    public void A_manifest_that_was_cut_off_or_changed_in_one_place_is_none()
    {
        var bytes = ManifestFormat.Write(s_manifest);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            AssertAsWrittenOrNone(bytes[..at]);
        }

        for (var at = 10; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x20;
            AssertAsWrittenOrNone(changed);
        }

        Assert.Null(ManifestFormat.Read(bytes[..(bytes.Length / 2)]));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    public void A_manifest_that_leads_out_of_the_target_is_none(string path)
    {
        var bad = s_manifest with { Files = s_manifest.Files.Add(path, s_page with { Path = path }) };
        Assert.Null(ManifestFormat.Read(ManifestFormat.Write(bad)));
    }

    [Fact]
    public void A_snapshot_is_read_as_it_was_written()
    {
        var snapshot = new ReleaseSnapshot(s_release, [s_page]);
        var read = ReleaseFormat.Read(ReleaseFormat.Write(snapshot))!;
        Assert.Equal(s_release, read.Release);
        Assert.Equal([s_page], read.Files.ToArray());
    }

    [Fact]
    public void Pending_work_that_is_damaged_is_still_pending()
    {
        var work = new PendingWork("20261122T080000Z-7", IsWriting: false, ["zh/a/index.html"]);
        var read = PendingWork.Parse(work.ToBytes());
        Assert.Equal((work.ReleaseId, false), (read.ReleaseId, read.IsWriting));
        Assert.Equal(work.Purge, read.Purge);
        Assert.True(PendingWork.Parse([1, 2, 3]).IsWriting);
    }

    [Fact]
    public void Times_and_numbers_of_releases_only_go_up()
    {
        var now = s_release.Time;
        var next = Release.Create([s_page], now, s_release);
        Assert.Equal(("20261122T080001Z-8", 8), (next.Id, next.Number));
        Assert.Equal(8, Release.Create([s_page], now - TimeSpan.FromDays(2), s_release).Number);
        Assert.True(Release.Create([s_page], now - TimeSpan.FromDays(2), s_release).Time > s_release.Time);
    }

    [Theory]
    [InlineData(null, "20261122T080000Z-3")]
    [InlineData("20261122T080000Z-2", "20261122T080000Z-2")]
    public void A_rollback_brings_back_the_one_before_or_the_one_that_is_named(string? id, string expected)
    {
        var releases = Enumerable.Range(1, 4).Reverse().Select(number => s_release with { Id = $"20261122T080000Z-{number}", Number = number, RestoredFrom = null }).ToImmutableArray();
        Assert.Equal(expected, RollbackChoice.Find(releases, id)[0].Id);
    }

    [Fact]
    public void A_second_rollback_goes_further_back()
    {
        Release Of(int number, string? from) => s_release with { Id = $"20261122T080000Z-{number}", Number = number, RestoredFrom = from };
        Assert.Equal("20261122T080000Z-1", RollbackChoice.Find([Of(4, "20261122T080000Z-2"), Of(3, null), Of(2, null), Of(1, null)], null)[0].Id);
    }

    /// <summary>Not every bit of the packing counts.</summary>
    private static void AssertAsWrittenOrNone(byte[] bytes) =>
        Assert.True(ManifestFormat.Read(bytes) is not { } read || read.Files.SequenceEqual(s_manifest.Files));
}
