using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
        var port = FindFreePort(options.Port, options.Lan);
        var stopping = new CancellationTokenSource();
        var application = Create(options, port);
        Map(application, options, follower, clock, new(own), stopping.Token);
        await application.StartAsync(cancellation);
        return new(application, stopping, port, [.. own.Select(address => new UriBuilder("http", address.ToString(), port).Uri)]);
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
        var root = RealPath.Find(options.Site.Root) ?? options.Site.Root;
        var pages = new PageEndpoint(() => follower.Snapshot, finder, root);
        var socket = new PageSocket(follower, new(finder, (path, line, column) => EditorLink(options.Site.Root, path, line, column), clock));
        application.UseWebSockets();
        application.Use((context, next) => Guard(context, next, visitors));
        application.UseRouting();
        application.MapGet(PreviewAddresses.Script, context => Resources.Send(context, "preview.js"));
        application.MapGet(PreviewAddresses.Socket, context => socket.Answer(context, stopping));
        application.MapFallback("{**path}", pages.Answer);
    }

    private static async Task Guard(HttpContext context, RequestDelegate next, Visitors visitors)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "SAMEORIGIN";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!visitors.IsKnownHost(request))
        {
            await Refuse(response, StatusCodes.Status421MisdirectedRequest, "The preview is served at 127.0.0.1 and localhost only.");
        }
        else if (request.Path.StartsWithSegments("/_desk") && !Visitors.IsAtTheMachine(context))
        {
            await Refuse(response, StatusCodes.Status403Forbidden, "The desk is served at the editor's own machine only.");
        }
        else
        {
            await next(context);
        }
    }

    private static Task Refuse(HttpResponse response, int status, string why)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why + "\n");
    }

    private static string EditorLink(string root, string path, int line, int column) =>
        $"vscode://file/{string.Join('/', Path.Join(root, path).Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString))}:{line}:{column}";

    private static int FindFreePort(int first, bool lan)
    {
        for (var port = first; port < first + MostPorts && port <= IPEndPoint.MaxPort; port++)
        {
            try
            {
                using var probe = new TcpListener(lan ? IPAddress.Any : IPAddress.Loopback, port);
                probe.ExclusiveAddressUse = true;
                probe.Start();
                probe.Stop();
                return port;
            }
            catch (SocketException)
            {
                // In use, or not for everybody: the next one.
            }
        }

        throw new IOException($"No port from {first} to {Math.Min(first + MostPorts - 1, IPEndPoint.MaxPort)} is free. Choose another with --port.");
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
