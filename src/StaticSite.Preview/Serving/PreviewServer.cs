using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StaticSite.Model;
using StaticSite.Preview.Desk;
using StaticSite.Preview.Following;
using StaticSite.Preview.Pages;
using StaticSite.Read;

namespace StaticSite.Preview.Serving;

/// <summary>Serves a site that is being edited to the browsers of this machine.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    private const int MostPorts = 50;

    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;

    private PreviewServer(WebApplication application, CancellationTokenSource stopping, int port, ImmutableArray<Uri> lan)
    {
        (_application, _stopping, Port, LanAddresses) = (application, stopping, port, lan);
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Where other machines of the local network find the site; empty where they are not served.</summary>
    public ImmutableArray<Uri> LanAddresses { get; }

    /// <exception cref="IOException">No port is free.</exception>
    public static async Task<PreviewServer> Start(PreviewOptions options, SiteFollower follower, TimeProvider clock, CancellationToken cancellation)
    {
        var own = options.Lan ? FindOwnAddresses() : [];
        for (var port = options.Port; port < options.Port + MostPorts && port <= IPEndPoint.MaxPort; port++)
        {
            var stopping = new CancellationTokenSource();
            var application = Create(options, port);
            Map(application, options, follower, clock, new(own), stopping.Token);
            if (await TryStart(application, cancellation))
            {
                return new(application, stopping, port, [.. own.Select(address => new UriBuilder("http", address.ToString(), port).Uri)]);
            }

            stopping.Dispose();
        }

        throw new IOException($"No port from {options.Port} to {Math.Min(options.Port + MostPorts - 1, IPEndPoint.MaxPort)} is free. Choose another with --port.");
    }

    /// <summary>False where the port is in use, or not for everybody.</summary>
    private static async Task<bool> TryStart(WebApplication application, CancellationToken cancellation)
    {
        try
        {
            await application.StartAsync(cancellation);
            return true;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await application.DisposeAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication Create(PreviewOptions options, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
            kestrel.Listen(options.Lan ? IPAddress.Any : IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        return builder.Build();
    }

    private static void Map(WebApplication application, PreviewOptions options, SiteFollower follower, TimeProvider clock, Visitors visitors, CancellationToken stopping)
    {
        var finder = new PageFinder();
        var root = options.Site.Root;
        var pages = new PageEndpoint(() => follower.Snapshot, finder, RealPath.Find(root) ?? root);
        var socket = new PageSocket(follower, new(finder, EditorLinkOf, root, clock));
        application.UseWebSockets();
        application.Use((context, next) => Guard(context, next, follower, visitors));
        application.UseRouting();
        var script = Resources.Read("preview.js");
        application.MapGet(PreviewAddresses.Script, context => DeskResponse.Send(context, "text/javascript; charset=utf-8", script));
        application.MapGet(PreviewAddresses.Socket, context => socket.Answer(context, stopping));
        DeskEndpoints.Map(application, follower, new(DeskOptions.NewToken(), new ArticleMaker(root, clock), EditorLinkOf));
        application.MapFallback("{**path}", pages.Answer);

        string EditorLinkOf(string fullPath, int line, int column) => (follower.Snapshot.Site?.Settings.Preview.Editor ?? EditorLink.Default).For(fullPath, line, column);
    }

    private static async Task Guard(HttpContext context, RequestDelegate next, SiteFollower follower, Visitors visitors)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "SAMEORIGIN";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var isDesk = request.Path.StartsWithSegments(PreviewAddresses.Desk.TrimEnd('/'));
        if (!visitors.IsKnownHost(request))
        {
            await Refuse(response, StatusCodes.Status421MisdirectedRequest, "The preview is served at 127.0.0.1 and localhost only.");
        }
        else if (isDesk && !Visitors.IsAtTheMachine(context))
        {
            await Refuse(response, StatusCodes.Status403Forbidden, "The desk is served at the editor's own machine only.");
        }
        else if (isDesk && follower.Snapshot.Site is null)
        {
            // There is nothing to list; the page says why.
            response.Redirect("/", permanent: false);
        }
        else
        {
            await Answer(context, next, follower);
        }
    }

    private static async Task Answer(HttpContext context, RequestDelegate next, SiteFollower follower)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (SiteBuild.IsDamagedCache(error) && !context.Response.HasStarted)
        {
            follower.DoWithoutCache();
            context.Response.Clear();
            context.Response.Headers.RetryAfter = "1";
            context.Response.Headers["Refresh"] = "1";
            await Refuse(context.Response, StatusCodes.Status503ServiceUnavailable, "The cache was damaged; the site is being read anew.");
        }
        catch (Exception error) when (error is not OperationCanceledException && !context.Response.HasStarted)
        {
            context.Response.Clear();
            await Refuse(
                context.Response,
                StatusCodes.Status500InternalServerError,
                $"internal error: {error.GetType().Name}: {error.Message} This is a fault of staticsite, not of your site: please report it.");
        }
    }

    private static Task Refuse(HttpResponse response, int status, string why)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why + "\n");
    }

    /// <summary>IPv4, because that is what a telephone is told most easily.</summary>
    private static ImmutableArray<IPAddress> FindOwnAddresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .OrderByDescending(network => network.GetIPProperties().GatewayAddresses.Count > 0)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)),
    ];
}
