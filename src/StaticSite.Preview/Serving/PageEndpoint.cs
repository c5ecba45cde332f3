using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using StaticSite.Model;
using StaticSite.Preview.Pages;
using StaticSite.Read;

namespace StaticSite.Preview.Serving;

/// <summary>Answers with the pages and files of the site.</summary>
/// <param name="root">Full path of the site's root, links on its way followed: nothing outside of it is sent.</param>
internal sealed class PageEndpoint(Func<LiveSnapshot> site, PageFinder finder, string root)
{
    private const string HashedAssets = "assets/";

    private readonly FileExtensionContentTypeProvider _types = new();

    public async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        var address = request.Path.Value is { Length: > 0 } path ? path : "/";
        var snapshot = site();
        if (PageFinder.IsFolder(snapshot, address))
        {
            response.Redirect(new SiteUrl(address + "/").Escaped + request.QueryString, permanent: false);
            return;
        }

        var found = finder.Find(snapshot, address);
        response.StatusCode = found.Status;
        if (found.File is { } file)
        {
            await Send(response, found.Path, file);
        }
        else
        {
            var isHtml = found.Status != StatusCodes.Status200OK || found.Path.EndsWith(".html", StringComparison.Ordinal);
            response.Headers.CacheControl = "no-store";
            response.ContentType = isHtml ? "text/html; charset=utf-8" : TypeOf(found.Path);
            var bytes = isHtml ? found.Page!.WithScript(found.Path) : found.Page!.Bytes;
            response.ContentLength = bytes.Length;
            if (HttpMethods.IsGet(request.Method))
            {
                await response.Body.WriteAsync(bytes, context.RequestAborted);
            }
        }
    }

    private async Task Send(HttpResponse response, string path, FileContent file)
    {
        // A file may have become a link since it was listed.
        if (RealPath.Find(file.FullPath) is not { } real || !RealPath.IsBelow(real, root) || !File.Exists(real))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = TypeOf(path);
        response.Headers.CacheControl = path.StartsWith(HashedAssets, StringComparison.Ordinal) ? "max-age=31536000, immutable" : "no-store";
        await response.SendFileAsync(real, response.HttpContext.RequestAborted);
    }

    private string TypeOf(string path)
    {
        var type = _types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "application/json" or "application/xml" or "image/svg+xml"
            ? type + "; charset=utf-8"
            : type;
    }
}
