using Microsoft.Playwright;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

[Collection(BrowserTests.Name)]
public sealed class DeskBrowserTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
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

    [SkippableFact]
    public async Task A_new_bundle_appears_and_one_that_is_gone_disappears()
    {
        _site.Article("alpha", "zh");
        var page = await Open("/_desk/");
        _site.Article("beta", "en");
        _host!.Change();
        await Assertions.Expect(Row(page, "beta")).ToBeVisibleAsync();
        _site.Delete("input/articles/alpha");
        _host.Change();

        await Assertions.Expect(Row(page, "alpha")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 1");
    }

    [SkippableFact]
    public async Task Filters_search_and_order_work_together_and_stay_in_the_address()
    {
        _site.Article("alpha", "zh", date: "2025-01-01");
        _site.Article("beta", "zh", "draft: true\ntags: [kidney]\n", date: "2025-02-01");
        _site.Article("gamma", "zh", "draft: true\n", date: "2025-03-01");
        _site.Write("input/pages/about/zh.md", "---\ntitle: 关于我们\n---\n");
        var page = await Open("/_desk/");
        Assert.Equal(["gamma", "beta", "alpha", "about"], await Ids(page));

        await page.Locator("#state-drafts").ClickAsync();
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("2 of 4");
        await page.Locator("#columns button").First.ClickAsync();
        Assert.Equal(["beta", "gamma"], await Ids(page));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("KIDNEY");
        Assert.Equal(["beta"], await Ids(page));
        Assert.EndsWith("/_desk/?q=KIDNEY&state=drafts&sort=id", page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("1 of 4");
        await Assertions.Expect(page.Locator("#columns th").First).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.Locator("#clear").ClickAsync();
        await page.Locator("#kind").SelectOptionAsync("page");
        Assert.Equal(["about"], await Ids(page));
    }

    [SkippableFact]
    public async Task The_keyboard_moves_shows_and_opens()
    {
        _site.Article("alpha", "zh", date: "2025-01-02");
        _site.Article("beta", "zh", body: "[x](../nowhere/)\n", date: "2025-01-01");
        var page = await Open("/_desk/");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(page.Locator("#detail h2")).ToHaveTextAsync("beta");
        await Assertions.Expect(page.Locator("#detail .finding .message")).ToHaveTextAsync("Error No bundle is named 'nowhere'.");
        Assert.EndsWith("beta/zh.md:6:5", await page.Locator("#detail .finding a").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#detail")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#id")).ToHaveTextAsync("beta");
        Assert.Equal(_host!.At("/_desk/pair/beta"), page.Url);
    }

    [SkippableFact]
    public async Task What_a_file_says_is_shown_and_never_run()
    {
        _site.Write("input/articles/a/zh.md", "---\ntitle: '<img src=x onerror=alert(1)><script>alert(2)</script>'\ndate: 2025-05-20\n---\n");
        var page = await Open("/_desk/?open=a");
        var alerts = 0;
        page.Dialog += (_, _) => alerts++;

        await Assertions.Expect(Row(page, "a").Locator(".title").First).ToHaveTextAsync("<img src=x onerror=alert(1)><script>alert(2)</script>");
        await Assertions.Expect(page.Locator("#detail .language p").First).ToContainTextAsync("<img");
        Assert.Equal((0, 0), (await page.Locator("main img, main script").CountAsync(), alerts));
    }

    [SkippableFact]
    public async Task Only_rows_in_sight_are_drawn()
    {
        for (var i = 0; i < 200; i++)
        {
            _site.Article($"a{i:000}", "zh");
        }

        var page = await Open("/_desk/?sort=id");
        Assert.InRange(await page.Locator("tr[data-id]").CountAsync(), 10, 40);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");

        await Assertions.Expect(Row(page, "a199")).ToBeFocusedAsync();
        await Assertions.Expect(Row(page, "a199")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(Row(page, "a199")).ToHaveAttributeAsync("aria-rowindex", "201");
        await Assertions.Expect(Row(page, "a000")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task An_article_is_made_from_its_title()
    {
        _site.Article("alpha", "zh");
        var page = await Open("/_desk/");
        await page.Locator("#new").ClickAsync();
        await page.Locator("#article-title-en").FillAsync("Alpha");
        await Assertions.Expect(page.Locator("#article-id")).ToHaveValueAsync("alpha");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#article-refusal")).ToHaveTextAsync("There is a bundle 'alpha'. Choose another id.");
        await page.Locator("#article-id").FillAsync("omega");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#article")).ToBeHiddenAsync();
        Assert.EndsWith($"/articles/omega/en.md:{TestArticles.LastLine}:1", await page.Locator("#done a").GetAttributeAsync("href"), StringComparison.Ordinal);
        _host!.Change();

        await Assertions.Expect(Row(page, "omega")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_desk_speaks_the_browser_s_language_or_the_one_chosen()
    {
        _site.Article("alpha", "zh");
        var page = await Open("/_desk/", "zh-CN");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("工作台");
        await page.Locator("#language").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Desk");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Desk");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    private async Task<IPage> Open(string path, string locale = "en-GB")
    {
        var page = await chromium.Open(new() { Locale = locale });
        _host = await DeskHost.Start(_site.Root, new TestArticles(_site.Root));
        await page.GotoAsync(_host.At(path));
        await page.Locator("tr[data-id]").First.WaitForAsync();
        return page;
    }

    private static ILocator Row(IPage page, string id) => page.Locator($"tr[data-id='{id}']");

    private static async Task<IEnumerable<string>> Ids(IPage page) => await page.Locator("tr[data-id] .id").AllInnerTextsAsync();
}
