using Microsoft.Playwright;

namespace StaticSite.Preview.Tests.Support;

/// <summary>One Chromium for all browser tests. It is the system's: Playwright's own is not downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public Chromium()
    {
        _browser = new(Launch);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>An empty page in a context of its own, which knows no cookies and no storage of others. Skips the test where there is no Chromium.</summary>
    internal async Task<IPage> Open(BrowserNewContextOptions? options = null)
    {
        Skip.If(Find() is null, $"No Chromium was found in PATH ({string.Join(", ", s_names)}).");
        var browser = await _browser.Value;
        var context = await browser.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IBrowser> Launch()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox"] });
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => s_names, Path.Join)
        .FirstOrDefault(File.Exists);
}

/// <summary>Tests with a browser run one after the other: two at once only make each other late.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
