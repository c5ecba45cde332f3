using Microsoft.AspNetCore.Http;

namespace StaticSite.Preview.Serving;

/// <summary>Scripts and styles of the preview itself, which are part of the program.</summary>
internal static class Resources
{
    public static async Task Send(HttpContext context, string name)
    {
        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        context.Response.Headers.CacheControl = "no-cache";
        await using var resource = typeof(Resources).Assembly.GetManifestResourceStream(name)!;
        await resource.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
