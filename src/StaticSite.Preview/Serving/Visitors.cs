using System.Net;
using Microsoft.AspNetCore.Http;

namespace StaticSite.Preview.Serving;

/// <summary>Who may ask for what? A page of somebody else's site, open in the same browser, can send requests here, too.</summary>
/// <param name="own">The addresses of this machine in the local network; empty where it is not served to.</param>
internal sealed class Visitors(IReadOnlyCollection<IPAddress> own)
{
    /// <summary>A name that somebody else gave to this address (DNS rebinding) is not answered to.</summary>
    public bool IsKnownHost(HttpRequest request) =>
        request.Host.Host is var host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || own.Contains(address))));

    /// <summary>The reader sits at the machine that serves.</summary>
    public static bool IsAtTheMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);

    /// <summary>Sockets are open to every origin, unless the server looks.</summary>
    public static bool IsSameOrigin(HttpRequest request) =>
        !request.Headers.TryGetValue("Origin", out var origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
