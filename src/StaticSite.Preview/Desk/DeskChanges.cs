using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StaticSite.Preview.Desk;

/// <summary>
/// Tells an open desk what has changed. By WebSocket, because browsers keep only six connections of other kinds to one host open, and a desk
/// in every tab would use them up.
/// </summary>
internal sealed class DeskChanges(IDeskSource source, DeskTables tables)
{
    /// <summary>A checkout that touches many files makes one message, and the page that somebody waits for is served first.</summary>
    private static readonly TimeSpan s_calm = TimeSpan.FromMilliseconds(100);

    public async Task Serve(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !SameOrigin.Allows(context.Request))
        {
            context.Response.StatusCode = context.WebSockets.IsWebSocketRequest ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
            return;
        }

        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await PageConnection.Serve(socket, end, token => Tell(socket, context.Request.Query["since"], token));
    }

    /// <param name="since">The tag of the table that the page has. Where it is another than the present one, nobody knows what has changed since, and the page is told to fetch all.</param>
    private async Task Tell(WebSocket socket, string? since, CancellationToken end)
    {
        var shown = tables.Current();
        if (since != shown.Tag)
        {
            await Send(socket, DeskTable.Stale, end);
        }

        while (true)
        {
            await source.WaitForChange(shown.Revision, end);
            await Task.Delay(s_calm, end);
            var now = tables.Current();
            await Send(socket, now.ChangesSince(shown), end);
            shown = now;
        }
    }

    private static ValueTask Send(WebSocket socket, ReadOnlyMemory<byte> message, CancellationToken end) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, end);
}
