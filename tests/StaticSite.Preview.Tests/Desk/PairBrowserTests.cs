using Microsoft.Playwright;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

[Collection(BrowserTests.Name)]
public sealed class PairBrowserTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private static readonly string s_filler = string.Concat(Enumerable.Repeat("\n\nMore of it.", 40));

    private readonly TemporarySite _site = new();
    private DeskHost? _host;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    public void Dispose() => _site.Dispose();

    [SkippableTheory]
    [InlineData("left", "right", "乙", "two")]
    [InlineData("right", "left", "three", "丙")]
    public async Task The_other_side_follows_by_heading(string scrolled, string follows, string heading, string partner)
    {
        _site.Outdated("a", s_filler);
        var page = await Open("a");
        var (leader, follower) = (await Frame(page, scrolled), await Frame(page, follows));
        await leader.EvaluateAsync("id => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY + 60)", heading);
        var way = await leader.EvaluateAsync<double>("scrollY");

        await Settled(async () => Math.Abs(await Top(follower, partner) + 60) < 30);
        await Task.Delay(300);
        Assert.Equal(way, await leader.EvaluateAsync<double>("scrollY"), tolerance: 1);
    }

    [SkippableFact]
    public async Task Both_sides_reach_their_ends()
    {
        _site.Outdated("a", s_filler);
        _site.Article("a", "en", body: $"Start.\n\n## One\n\n1.\n\n## Two\n\n2.{s_filler}{s_filler}\n\n## Three\n\n3.{s_filler}{s_filler}\n");
        var page = await Open("a");
        var (leader, follower) = (await Frame(page, "left"), await Frame(page, "right"));
        await leader.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");

        await Settled(async () => await follower.EvaluateAsync<double>("document.documentElement.scrollHeight - innerHeight - scrollY") < 2);
    }

    [SkippableFact]
    public async Task An_outdated_section_has_a_bar_on_both_sides_that_tells_what_changed()
    {
        _site.Outdated("a");
        var page = await Open("a");
        var bar = page.Locator("#left .section-bar");
        await Assertions.Expect(bar).ToHaveAttributeAsync("aria-label", "乙 · since 2025-06-01 changed");
        await Assertions.Expect(page.Locator("#right .section-bar")).ToHaveAttributeAsync("data-section", "two");
        var heading = await Top(await Frame(page, "left"), "乙");
        var strip = await page.Locator("#left .strip-of-bars").BoundingBoxAsync();
        Assert.Equal(heading + strip!.Y, (await bar.BoundingBoxAsync())!.Y, tolerance: 2);

        await bar.ClickAsync();
        await Assertions.Expect(page.Locator("#panel ins").First).ToHaveTextAsync("不");
        await Assertions.Expect(page.Locator("#panel del").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_number_that_stands_on_one_side_only_is_marked_where_it_stands()
    {
        _site.Article("a", "zh", body: "共3.5 mg。\n\n## 甲\n\n每次 2.5×10^6^个细胞，不是12.5×10^6^个细胞。\n");
        _site.Article("a", "en", body: "In all 3.5 mg.\n\n## One\n\nEach time 12.5×10^6^ cells.\n");
        var page = await Open("a");

        Assert.Equal(["2.5×106"], await Marked(page, "left"));
        Assert.Empty(await Marked(page, "right"));
        await page.Locator("#findings").ClickAsync();
        await Assertions.Expect(page.Locator("button.number-use")).ToHaveTextAsync("2.5×10^6^");
    }

    [SkippableFact]
    public async Task What_was_mended_loses_its_marks_by_itself()
    {
        _site.Outdated("a");
        var page = await Open("a");
        await Assertions.Expect(page.Locator("#findings .number")).ToHaveTextAsync("3");
        _site.Article("a", "zh", body: "开头。\n\n## 甲\n\n一。\n\n## 乙\n\n推荐3 mg。\n\n## 丙\n\n三。\n");
        _host!.Change();

        await Assertions.Expect(page.Locator("#findings .number")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator(".section-bar")).ToHaveCountAsync(0);
        Assert.Empty(await Marked(page, "right"));
    }

    [SkippableFact]
    public async Task A_language_that_is_missing_is_said_to_be_and_appears_when_it_is_written()
    {
        _site.Article("a", "zh");
        var page = await Open("a");
        await Assertions.Expect(page.Locator("#right .absent")).ToContainTextAsync("There is no English yet.");
        Assert.EndsWith("/a/en.md:1:1", await page.Locator("#right .absent a").GetAttributeAsync("href"), StringComparison.Ordinal);
        _site.Article("a", "en");
        _host!.Change();

        await Assertions.Expect(page.Locator("#right .page-title")).ToHaveTextAsync("a en");
        await Assertions.Expect(page.Locator("#right iframe")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Next_and_previous_are_those_of_the_desk()
    {
        _site.Article("a", "zh", "draft: true\n");
        _site.Article("b", "zh");
        _site.Article("c", "zh", "draft: true\n");
        var page = await Open("a", "?from=%3Fstate%3Ddrafts%26sort%3Did");

        await Assertions.Expect(page.Locator("#next")).ToHaveAttributeAsync("title", "c");
        await Assertions.Expect(page.Locator("#previous")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#back")).ToHaveAttributeAsync("href", "/_desk/?state=drafts&sort=id");
    }

    private async Task<IPage> Open(string id, string query = "")
    {
        var page = await chromium.Open(new() { Locale = "en-GB" });
        _host = await DeskHost.Start(_site.Root, new TestArticles(_site.Root));
        await page.GotoAsync(_host.At($"/_desk/pair/{id}{query}"));
        await page.Locator("#left .page-title").WaitForAsync();
        await page.WaitForLoadStateAsync();
        return page;
    }

    private static async Task<IFrame> Frame(IPage page, string side)
    {
        var element = await page.Locator($"#{side} iframe").ElementHandleAsync();
        var frame = await element.ContentFrameAsync();
        await frame!.WaitForURLAsync("**/articles/**");
        return frame;
    }

    private static Task<double> Top(IFrame frame, string id) => frame.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", id);

    private static async Task<string[]> Marked(IPage page, string side)
    {
        await Assertions.Expect(page.Locator("#findings .number")).Not.ToHaveTextAsync("");
        return await (await Frame(page, side)).EvaluateAsync<string[]>("[...(CSS.highlights.get('desk-number') ?? [])].map(range => range.toString())");
    }

    private static async Task Settled(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100; i++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It never came to be so.");
    }
}
