using Microsoft.AspNetCore.Http;

namespace StaticSite.Preview;

/// <summary>Does a page of this very server ask? Browsers say so themselves, and no page can make them lie.</summary>
internal static class SameOrigin
{
    public static bool Allows(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin")
        {
            return false;
        }

        return request.Headers.Origin is [{ } text]
            && Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && origin.Scheme == request.Scheme
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
