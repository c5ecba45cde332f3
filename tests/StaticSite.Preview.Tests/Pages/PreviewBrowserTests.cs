using Microsoft.Playwright;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Pages;

/// <summary>What an editor sees who writes and does not touch the browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class PreviewBrowserTests(Chromium chromium) : IDisposable
{
    private const string Path = "input/articles/first/zh.md";

    private readonly TemporarySite _site = new();

    [SkippableFact]
    public async Task The_open_page_follows_an_edit_and_keeps_its_place()
    {
        _site.Write(Path, Text("旧的开头。"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");
        await page.EvaluateAsync("document.getElementById('第20节').scrollIntoView()");
        var before = await TopOf(page, "第20节");

        _site.Write(Path, Text("新的开头。\n\n" + string.Concat(Enumerable.Repeat("又加了一段。\n\n", 12))));

        await page.GetByText("新的开头。").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        await Eventually.Holds(async () => Math.Abs(await TopOf(page, "第20节") - before) < 3);
    }

    [SkippableFact]
    public async Task A_stylesheet_is_swapped_and_what_was_typed_stays()
    {
        _site.Write("theme/assets/css/site.css", "body { color: rgb(1, 2, 3); }");
        _site.Write("theme/partials/layout.hbs", _site.Read("theme/partials/layout.hbs").Replace("</body>", "<input id=\"typed\"></body>", StringComparison.Ordinal));
        _site.Write(Path, Text("正文。"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");
        await page.FillAsync("#typed", "还没保存");
        await page.EvaluateAsync("window.isOld = true");

        _site.Write("theme/assets/css/site.css", "body { color: rgb(4, 5, 6); }");

        await page.WaitForFunctionAsync("() => getComputedStyle(document.body).color === 'rgb(4, 5, 6)'");
        Assert.Equal("还没保存", await page.InputValueAsync("#typed"));
        Assert.True(await page.EvaluateAsync<bool>("window.isOld === true"));
    }

    [SkippableFact]
    public async Task A_drawing_is_replaced_in_place()
    {
        _site.Write("input/articles/first/a.svg", Drawing("circle"));
        _site.Write(Path, Text("![说明](a.svg \"替代文字\")"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");
        await page.EvaluateAsync("window.isOld = true");

        _site.Write("input/articles/first/a.svg", Drawing("ellipse"));

        await page.Locator("svg ellipse").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.True(await page.EvaluateAsync<bool>("window.isOld === true"));
    }

    [SkippableFact]
    public async Task A_mistake_is_shown_over_the_last_good_page_and_goes_when_it_is_mended()
    {
        _site.Write(Path, Text("好的正文。"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");
        Assert.Equal(0, await page.Locator("aside[aria-label]").CountAsync());

        _site.Write(Path, "---\ntitle: [\n---\n\n坏的正文。\n");

        var overlay = page.GetByRole(AriaRole.Complementary, new() { Name = "Preview" });
        await overlay.GetByText(Path).First.WaitForAsync();
        Assert.Equal("error", await overlay.Locator("li b").First.GetAttributeAsync("class"));
        Assert.StartsWith("vscode://file/", await overlay.Locator("li a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Contains($"/{Path}:2:", await overlay.Locator("li a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal(1, await page.GetByText("好的正文。").CountAsync());

        _site.Write(Path, Text("再次好的正文。"));

        await page.GetByText("再次好的正文。").WaitForAsync();
        await overlay.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [SkippableFact]
    public async Task A_broken_template_is_shown_the_same_way_and_stops_nothing()
    {
        _site.Write(Path, Text("正文。"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");
        var template = _site.Read("theme/templates/article.hbs");

        _site.Write("theme/templates/article.hbs", template + "{{#if page}}");

        var overlay = page.GetByRole(AriaRole.Complementary, new() { Name = "Preview" });
        await overlay.GetByText("theme/templates/article.hbs").First.WaitForAsync();
        Assert.Equal(1, await page.GetByText("正文。").CountAsync());

        _site.Write("theme/templates/article.hbs", template);
        await overlay.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        _site.Write(Path, Text("之后的正文。"));
        await page.GetByText("之后的正文。").WaitForAsync();
    }

    [SkippableFact]
    public async Task Only_pages_that_show_the_change_are_loaded_anew()
    {
        _site.Write(Path, Text("正文。"));
        _site.Write("input/pages/about/zh.md", "---\ntitle: 关于\n---\n\n关于我们。\n");
        await using var preview = await PreviewHost.Start(_site.Root);
        var (article, about) = (await Open(preview, "zh/articles/first/"), await Open(preview, "zh/about/"));
        await about.EvaluateAsync("window.isOld = true");

        _site.Write(Path, Text("另一段。"));

        await article.GetByText("另一段。").WaitForAsync();
        await Task.Delay(500);
        Assert.True(await about.EvaluateAsync<bool>("window.isOld === true"));
    }

    [SkippableFact]
    public async Task Drafts_and_future_articles_are_marked()
    {
        _site.Write(Path, "---\ntitle: 草稿\ndate: 2026-01-01\ndraft: true\n---\n\n正文。\n");
        _site.Write("input/articles/later/zh.md", "---\ntitle: 以后\ndate: 2099-03-04\n---\n\n正文。\n");
        await using var preview = await PreviewHost.Start(_site.Root);

        var draft = await Open(preview, "zh/articles/first/");
        await draft.Locator("aside .mark.draft").WaitForAsync();
        var future = await Open(preview, "zh/articles/later/");
        Assert.Contains("2099-03-04", await future.Locator("aside .mark.future").InnerTextAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_page_that_goes_and_comes_back_is_followed()
    {
        _site.Write(Path, Text("正文。"));
        _site.Write("input/articles/second/zh.md", Text("第二篇。"));
        await using var preview = await PreviewHost.Start(_site.Root);
        var page = await Open(preview, "zh/articles/first/");

        _site.Delete("input/articles/first");
        await page.GetByText("正文。").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        _site.Write(Path, Text("又来了。"));

        await page.GetByText("又来了。").WaitForAsync();
    }

    public void Dispose() => _site.Dispose();

    private static string Text(string start) =>
        $"---\ntitle: 第一篇\ndate: 2026-01-01\n---\n\n{start}\n\n" + string.Concat(Enumerable.Range(1, 30).Select(number => $"## 第{number}节\n\n这一节有一段话，足够长，使页面可以滚动。\n\n"));

    private static string Drawing(string shape) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><{shape} cx=\"5\" cy=\"5\"/></svg>";

    private static Task<double> TopOf(IPage page, string id) => page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", id);

    private async Task<IPage> Open(PreviewHost preview, string path)
    {
        var page = await chromium.Open(new() { Locale = "en-GB", ViewportSize = new() { Width = 900, Height = 700 } });
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(preview.At(path));
        await page.Locator("script[data-is-following]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
