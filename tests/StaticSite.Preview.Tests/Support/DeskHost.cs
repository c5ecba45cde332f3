using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using StaticSite.Model;
using StaticSite.Preview.Desk;

namespace StaticSite.Preview.Tests.Support;

/// <summary>The desk and the pages of one folder on a server of their own. What has changed is read when the test says so.</summary>
internal sealed class DeskHost : IDeskSource, IAsyncDisposable
{
    public const string Token = "the-token-of-this-test";

    private readonly SiteFolder _folder;
    private readonly DateTimeOffset _now;
    private readonly WebApplication _app;
    private LoadedSite _site;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskHost(string root, DateTimeOffset now, INewArticles articles)
    {
        (_folder, _now) = (new(root), now);
        _site = _folder.Read(now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        DeskEndpoints.Map(_app, this, new(Token, articles, EditorLink.Default.For));
        _app.MapFallback("{*path}", SendFile);
    }

    public DeskSite Current => _site.Desk;

    public Uri Address => new(_app.Urls.First());

    public static async Task<DeskHost> Start(string root, INewArticles articles, DateTimeOffset? now = null)
    {
        var host = new DeskHost(root, now ?? SiteFolder.Now, articles);
        await host._app.StartAsync();
        return host;
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    /// <summary>Something in the folder is other than before.</summary>
    public void Change()
    {
        _site = _folder.Read(_now);
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    public async Task<DeskSite> WaitForChange(long revision, CancellationToken cancellation)
    {
        while (true)
        {
            var changed = _changed.Task;
            if (Current.Revision != revision)
            {
                return Current;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SendFile(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (_site.Files.GetValueOrDefault(path.EndsWith('/') ? path + "index.html" : path) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = new FileExtensionContentTypeProvider().TryGetContentType(file.Path, out var type) ? type : "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Source is { } source ? await File.ReadAllBytesAsync(source.FullPath) : file.Render().Value);
    }
}

/// <summary>Makes an article of one line, and remembers what it was asked for.</summary>
internal sealed class TestArticles(string root) : INewArticles
{
    public const int LastLine = 5;

    public List<DeskArticleRequest> Requests { get; } = [];

    public string OfferId(IReadOnlyDictionary<string, string> titles) => titles.Values.Last().ToLowerInvariant().Replace(' ', '-');

    public NewArticleResult Create(DeskArticleRequest request)
    {
        Requests.Add(request);
        var id = request.Id ?? OfferId(request.Titles);
        var folder = $"input/articles/{id}";
        if (Directory.Exists(Path.Join(root, folder)))
        {
            return new(null, [], new($"There is a bundle '{id}'.", "Choose another id."));
        }

        Directory.CreateDirectory(Path.Join(root, folder));
        var files = request.Titles.Keys.Select(language => (Language: language, Path: $"{folder}/{language}.md"));
        foreach (var (language, title) in request.Titles)
        {
            File.WriteAllText(Path.Join(root, $"{folder}/{language}.md"), $"---\ntitle: {title}\ndate: 2026-01-31\ndraft: true\n---\n");
        }

        return new(id, [.. files.Select(file => new DeskFile(file.Language, file.Path, EditorLink.Default.For(Path.Join(root, file.Path), LastLine, 1)))], null);
    }
}
