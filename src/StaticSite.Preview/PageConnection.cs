using System.Net.WebSockets;

namespace StaticSite.Preview;

/// <summary>A page that listens and says nothing: its end is all that it sends.</summary>
internal static class PageConnection
{
    /// <summary>Tells the page what <paramref name="tell"/> has to say, until it goes or <paramref name="end"/> is cancelled.</summary>
    public static async Task Serve(WebSocket socket, CancellationTokenSource end, Func<CancellationToken, Task> tell)
    {
        var listening = Listen(socket, end);
        try
        {
            await tell(end.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page was left, or the server stops.
        }

        await end.CancelAsync();
        await listening;
    }

    private static async Task Listen(WebSocket socket, CancellationTokenSource end)
    {
        try
        {
            var nothing = new byte[256];
            while ((await socket.ReceiveAsync(nothing.AsMemory(), end.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // It is gone without a word.
        }

        await end.CancelAsync();
    }
}
