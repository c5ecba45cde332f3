using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace StaticSite.Preview.Desk;

/// <summary>The desk's own pages, styles and scripts, which stand in this assembly.</summary>
internal sealed class DeskFiles
{
    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>
    {
        ["desk.css"] = "text/css; charset=utf-8",
        ["pair.css"] = "text/css; charset=utf-8",
        ["pair-marks.css"] = "text/css; charset=utf-8",
        ["desk.js"] = "text/javascript; charset=utf-8",
        ["desk-article.js"] = "text/javascript; charset=utf-8",
        ["desk-detail.js"] = "text/javascript; charset=utf-8",
        ["desk-dom.js"] = "text/javascript; charset=utf-8",
        ["desk-live.js"] = "text/javascript; charset=utf-8",
        ["desk-query.js"] = "text/javascript; charset=utf-8",
        ["desk-table.js"] = "text/javascript; charset=utf-8",
        ["desk-words.js"] = "text/javascript; charset=utf-8",
        ["pair.js"] = "text/javascript; charset=utf-8",
        ["pair-marks.js"] = "text/javascript; charset=utf-8",
        ["pair-panel.js"] = "text/javascript; charset=utf-8",
        ["pair-scroll.js"] = "text/javascript; charset=utf-8",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, byte[]> _bytes = s_types.Keys.ToFrozenDictionary(name => name, Resources.Read);

    /// <summary>A page of the desk with the token, which its scripts send back.</summary>
    public static Task SendPage(HttpContext context, string name, string token)
    {
        var html = Encoding.UTF8.GetString(Resources.Read(name)).Replace("{{token}}", WebUtility.HtmlEncode(token), StringComparison.Ordinal);
        return DeskResponse.Send(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));
    }

    public Task Send(HttpContext context, string name)
    {
        if (!_bytes.TryGetValue(name, out var bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return DeskResponse.Send(context, s_types[name], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)));
    }
}
