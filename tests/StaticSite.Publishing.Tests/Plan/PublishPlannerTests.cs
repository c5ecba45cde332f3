using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Tests.Plan;

public sealed class PublishPlannerTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);
    private static readonly HeaderSet s_other = new(HeaderSet.None.Values.Add("Cache-Control", "no-store"));

    [Fact]
    public void Every_file_is_new_changed_moved_relabelled_or_unchanged_and_what_is_left_is_deleted()
    {
        var before = Site(Page("same", 1), Page("edited", 2), Page("old-place", 3), Page("gone", 4), Page("label", 5));
        var plan = Plan(before, Page("same", 1), Page("edited", 9), Page("new-place", 3), Page("fresh", 8), Page("label", 5) with { Headers = s_other });

        Assert.Equal(
            [("edited", FileState.Changed), ("fresh", FileState.New), ("label", FileState.Relabelled), ("new-place", FileState.Moved), ("same", FileState.Unchanged)],
            plan.Files.Select(file => (file.File.Path, file.State)));
        Assert.Equal("old-place", plan.Files.Single(file => file.State == FileState.Moved).From);
        Assert.Equal(["gone", "old-place"], plan.Deletions.Select(file => file.Path));
        Assert.Equal(["edited", "fresh"], plan.Sends.Select(file => file.Path));
    }

    [Fact]
    public void Exactly_the_addresses_that_answer_otherwise_are_purged()
    {
        var before = Site(Page("zh/a/index.html", 1), Page("zh/b/index.html", 2), Page("zh/c/index.html", 3), Page("zh/干细胞/index.html", 4), Page("zh/d/index.html", 5));
        var plan = Plan(
            before, Page("zh/a/index.html", 1), Page("zh/b/index.html", 9), Page("zh/干细胞/index.html", 8), Page("new.html", 7),
            Page("zh/d/index.html", 5) with { Headers = s_other });
        var addresses = PurgeList.Paths(plan).Select(path => PurgeList.Address(new Uri("https://example.org"), path));
        Assert.Equal(
            ["https://example.org/zh/b/", "https://example.org/zh/c/", "https://example.org/zh/d/", "https://example.org/zh/%E5%B9%B2%E7%BB%86%E8%83%9E/"],
            addresses);
    }

    [Fact]
    public void A_variant_has_no_address_of_its_own()
    {
        var page = Page("a.html", 1);
        var variant = Page("a.html.br", 2) with { IsVariant = true };
        var plan = Plan(Site(page, variant), page, variant with { Hash = HashOf(3) });
        Assert.Equal(["a.html"], PurgeList.Paths(plan));
        Assert.Equal(0, plan.Count(FileState.Changed));
        Assert.False(plan.ChangesNothing);
    }

    [Fact]
    public void Assets_stay_for_their_time_and_come_back_without_being_sent()
    {
        var style = Page("assets/a.css", 1) with { Kind = FileKind.Asset };
        var first = Plan(Site(style, Page("index.html", 2)), Page("index.html", 3));
        Assert.Empty(first.Deletions);
        Assert.Equal(s_now, first.Kept["assets/a.css"].Since);

        var site = After(first);
        var almost = PublishPlanner.Plan(site, [Page("index.html", 4)], s_now + s_month - TimeSpan.FromSeconds(1), s_month);
        Assert.Empty(almost.Expired);
        Assert.Equal(s_now, almost.Kept["assets/a.css"].Since);
        Assert.Equal(["assets/a.css"], PublishPlanner.Plan(site, [Page("index.html", 4)], s_now + s_month, s_month).Expired.Select(file => file.Path));

        var back = PublishPlanner.Plan(site, [style, Page("index.html", 3)], s_now, s_month);
        Assert.Equal(FileState.Unchanged, back.Files[0].State);
        Assert.Empty(back.Kept);
    }

    [Fact]
    public void Without_days_to_stay_assets_go_at_once()
    {
        var plan = PublishPlanner.Plan(Site(Page("assets/a.css", 1) with { Kind = FileKind.Asset }), [], s_now, TimeSpan.Zero);
        Assert.Equal(["assets/a.css"], plan.Deletions.Select(file => file.Path));
        Assert.Empty(plan.Kept);
        Assert.Empty(plan.Expired);
    }

    [Theory]
    [InlineData(20, 2, false)]
    [InlineData(20, 3, true)]
    [InlineData(1, 1, true)]
    public void More_than_a_tenth_is_much(int standing, int deleted, bool isMuch)
    {
        var pages = Enumerable.Range(0, standing).Select(number => Page($"p{number:D3}", number)).ToArray();
        Assert.Equal(isMuch, Plan(Site(pages), pages[deleted..]).DeletesMuch);
    }

    [Fact]
    public void Writing_is_ordered_so_that_no_link_breaks()
    {
        var plan = Plan(
            Site(Page("b-old", 1), Page("list-old", 2) with { Kind = FileKind.List }),
            Page("b-old", 8), Page("a-new", 3), Page("list-old", 9) with { Kind = FileKind.List }, Page("list-new", 5) with { Kind = FileKind.List }, Page("z.css", 4) with { Kind = FileKind.Asset });
        Assert.Equal(["z.css", "a-new", "list-new", "b-old", "list-old"], plan.InOrder().SelectMany(group => group.Files).Select(file => file.File.Path));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Sites)])]
    public void Carrying_out_a_plan_gives_the_release(TwoSites sites)
    {
        var plan = Plan(Site([.. sites.Before]), [.. sites.After]);
        var standing = sites.Before.ToDictionary(file => file.Path);
        foreach (var file in plan.InOrder().SelectMany(group => group.Files))
        {
            standing[file.File.Path] = file.File;
        }

        foreach (var file in plan.Deletions)
        {
            Assert.True(standing.Remove(file.Path));
        }

        foreach (var path in plan.Kept.Keys)
        {
            Assert.True(standing.Remove(path));
        }

        Assert.Equal(
            sites.After.Select(file => (file.Path, file.Hash)).Order(),
            standing.Values.Select(file => (file.Path, file.Hash)).Order());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Sites)])]
    public void Nothing_is_sent_that_the_target_has_and_everything_else_once(TwoSites sites)
    {
        var plan = Plan(Site([.. sites.Before]), [.. sites.After]);
        var known = sites.Before.Select(file => file.Hash).ToHashSet();
        Assert.Equal(
            sites.After.Select(file => file.Hash).Where(hash => !known.Contains(hash)).Distinct().Order(),
            plan.Sends.Select(file => file.Hash).Order());
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Sites)])]
    public void The_same_site_again_changes_nothing(TwoSites sites)
    {
        var first = Plan(Site([.. sites.Before]), [.. sites.After]);
        var again = Plan(After(first), [.. sites.After]);
        Assert.True(again.ChangesNothing);
        Assert.Empty(PurgeList.Paths(again));
        Assert.Empty(again.Sends);
    }

    private static CurrentSite After(PublishPlan plan) => new(
        CurrentSite.NoFiles.AddRange(plan.Files.Select(file => KeyValuePair.Create(file.File.Path, file.File))),
        plan.Kept,
        plan.Files.Select(file => file.File.Hash).ToHashSet());

    private static CurrentSite Site(params ReleaseFile[] files) => new(
        CurrentSite.NoFiles.AddRange(files.Select(file => KeyValuePair.Create(file.Path, file))),
        CurrentSite.NothingKept,
        files.Select(file => file.Hash).ToHashSet());

    private static PublishPlan Plan(CurrentSite before, params ReleaseFile[] after) => PublishPlanner.Plan(before, after, s_now, s_month);

    private static ReleaseFile Page(string path, int content) => new(path, FileKind.Page, HashOf(content), content, HeaderSet.None);

    private static string HashOf(int content) => $"{content:x64}";

    public sealed record TwoSites
    {
        internal ImmutableArray<ReleaseFile> Before { get; init; } = [];

        internal ImmutableArray<ReleaseFile> After { get; init; } = [];
    }

    public static class Sites
    {
        public static Arbitrary<TwoSites> Two()
        {
            var file = from path in Gen.Choose(0, 12)
                       from content in Gen.Choose(0, 6)
                       select new ReleaseFile($"p{path}", path % 4 == 0 ? FileKind.Asset : path % 4 == 1 ? FileKind.List : FileKind.Page, HashOf(content), content, HeaderSet.None);
            var site = Gen.ListOf(file).Select(files => files.DistinctBy(one => one.Path).ToImmutableArray());
            return (from before in site from after in site select new TwoSites { Before = before, After = after }).ToArbitrary();
        }
    }
}
