using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StaticSite.Preview.Following;
using StaticSite.Preview.Pages;

namespace StaticSite.Preview.Serving;

/// <summary>Tells one open page what has become of it. A socket, because of other kinds of connections a browser allows six at once.</summary>
internal sealed class PageSocket(SiteFollower follower, PageStates states)
{
    public async Task Answer(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || !SameOrigin.Allows(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var query = context.Request.Query;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await PageConnection.Serve(
            socket, ended, token => Follow(socket, query["page"].ToString(), query["version"].ToString(), Visitors.IsAtTheMachine(context), token));
    }

    private async Task Follow(WebSocket socket, string path, string version, bool isAtTheMachine, CancellationToken cancellation)
    {
        PageVersion? shown = null;
        var told = Array.Empty<byte>();
        for (var revision = -1L; ;)
        {
            var site = await follower.WaitForSnapshot(revision, cancellation);
            revision = site.Revision;
            var (state, now) = states.Find(site, path, version, shown, isAtTheMachine);
            (shown, version) = (now, now.Id);
            var message = JsonSerializer.SerializeToUtf8Bytes(state, PageJson.Default.OpenPageState);
            if (!message.AsSpan().SequenceEqual(told))
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation);
                told = message;
            }
        }
    }
}
