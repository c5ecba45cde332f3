using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaticSite.Model;
using StaticSite.Tests.Cache;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Live;

/// <summary>A site in memory shows what a build of the same sources would write.</summary>
public sealed class LiveSiteTests : IDisposable
{
    private readonly EditedSite _site = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_file_of_a_build_is_there_byte_for_byte(bool all)
    {
        _site.Options = _site.Options with { Drafts = all, Future = all };
        using var live = new LiveEdits(_site);

        live.Compare("at first");
    }

    [Fact]
    public void It_starts_from_what_a_build_has_parsed()
    {
        _site.Build();
        _site.Age();
        using var live = new LiveEdits(_site);

        live.Compare("at first");
    }

    [Fact]
    public void Damage_to_the_cache_behind_its_back_is_survived()
    {
        _site.Build();
        using var live = new LiveEdits(_site);
        foreach (var file in Directory.EnumerateFiles(_site.CacheFolder))
        {
            File.WriteAllBytes(file, new byte[100]);
        }

        live.Compare("after the damage");
    }

    [Fact]
    public void An_edited_page_is_there_before_the_others_are_linked_anew()
    {
        using var live = new LiveEdits(_site);
        var path = live.Site.Current.Linked!.Pages.First(page => page.Page.Path.StartsWith("input/articles/", StringComparison.Ordinal)).Page.Path;
        _site.Write(path, _site.Read(path) + "\n\n刚写下的一句。\n");

        var quick = live.Site.Update(new HashSet<string> { path });

        Assert.False(quick.IsSettled);
        var shown = quick.Linked!.Pages.First(entry => entry.Page.Path == path);
        Assert.Contains("刚写下的一句。", Encoding.UTF8.GetString(quick.Find(shown.Url.OutputPath)!.Render().Value), StringComparison.Ordinal);
        live.Compare("settled");
    }

    [Fact]
    public void Edits_during_the_look_at_the_whole_site_stay()
    {
        using var live = new LiveEdits(_site);
        var paths = live.Site.Current.Linked!.Pages.Select(page => page.Page.Path).Where(path => path.EndsWith("/zh.md", StringComparison.Ordinal)).Take(2).ToArray();
        Append(paths[0], "一");
        var settling = live.Site.Settle()!;
        Append(paths[1], "二");
        live.Site.Accept(settling, settling.Work());

        Assert.False(live.Site.Current.IsSettled);
        live.Compare("settled");

        void Append(string path, string text)
        {
            _site.Write(path, $"{_site.Read(path)}\n\n{text}\n");
            live.Site.Update(new HashSet<string> { path });
        }
    }

    [Fact]
    public void What_has_an_error_keeps_its_last_good_form()
    {
        using var live = new LiveEdits(_site);
        var before = live.Site.Current.Paths.ToDictionary(path => path, path => live.Site.Current.Find(path)!);
        var (settings, template) = (_site.Read("input/site.yml"), _site.Read("theme/templates/page.hbs"));

        _site.Write("input/site.yml", "title: [");
        live.Site.Update(null);
        Assert.Contains(live.Site.Current.Diagnostics, found => found.Where.Path == "input/site.yml" && found.Severity == Severity.Error);
        Assert.Equal(before.Keys.Order(), live.Site.Current.Paths.Order());

        _site.Write("input/site.yml", settings);
        _site.Write("theme/templates/page.hbs", template + "{{/if}}");
        live.Site.Update(null);
        Assert.Contains(live.Site.Current.Diagnostics, found => found.Where.Path == "theme/templates/page.hbs" && found.Severity == Severity.Error);
        Assert.All(before.Keys, path => Assert.NotNull(live.Site.Current.Find(path)));

        _site.Write("theme/templates/page.hbs", template);
        live.Compare("mended");
    }

    [Fact]
    public void A_site_without_settings_waits_for_them()
    {
        var settings = _site.Read("input/site.yml");
        File.Delete(_site.PathOf("input/site.yml"));
        using var live = new LiveEdits(_site);

        Assert.Null(live.Site.Current.Site);
        Assert.NotEmpty(live.Site.Current.Diagnostics);

        _site.Write("input/site.yml", settings);
        live.Compare("with settings");
    }

    [Fact]
    public void An_article_appears_when_its_hour_has_come()
    {
        var path = "input/articles/tomorrow/zh.md";
        _site.Write(path, $"---\ntitle: 明天\ndate: {TestSite.Now.AddDays(1):yyyy-MM-dd}\n---\n\n明天。\n");
        using var live = new LiveEdits(_site);
        Assert.Null(live.Site.Current.Find("zh/articles/tomorrow/index.html"));

        live.Clock.Now = TestSite.Now.AddDays(2);
        _site.Options = _site.Options with { Now = live.Clock.Now };

        live.Compare("two days later");
        Assert.NotNull(live.Site.Current.Find("zh/articles/tomorrow/index.html"));
    }

    /// <summary>STATICSITE_RANDOM_EDITS says how many steps.</summary>
    [Fact]
    public void After_any_sequence_of_changes_it_is_that_of_a_build_from_nothing()
    {
        var sequences = Gen.ListOf(RandomEdits.Any, RandomEditTests.StepsOfOneSite).Select(edits => edits.ToArray()).ToArbitrary();
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, RandomEditTests.Steps / RandomEditTests.StepsOfOneSite)),
            Prop.ForAll(sequences, edits =>
            {
                using var site = new EditedSite();
                using var live = new LiveEdits(site);
                for (var i = 0; i < edits.Length; i++)
                {
                    edits[i].Apply(site);
                    live.Compare($"after {string.Join(", ", edits.Take(i + 1).Select(edit => edit.Name))}");
                }
            }));
    }

    public void Dispose() => _site.Dispose();
}
