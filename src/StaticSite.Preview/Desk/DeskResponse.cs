using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace StaticSite.Preview.Desk;

/// <summary>How every answer of the desk is sent: asked for anew each time, of one type, for pages of this server alone.</summary>
internal static class DeskResponse
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="tag">Where the browser has this one already, nothing is sent again.</param>
    public static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> body, string? tag = null)
    {
        SetHeaders(context.Response);
        if (tag is not null)
        {
            var quoted = $"\"{tag}\"";
            context.Response.Headers.ETag = quoted;
            if (context.Request.Headers.IfNoneMatch == quoted)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static Task SendJson<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        Send(context, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Task Refuse(HttpContext context, int status, Refusal refusal)
    {
        context.Response.StatusCode = status;
        return SendJson(context, refusal, DeskJson.Plain.Refusal);
    }

    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
