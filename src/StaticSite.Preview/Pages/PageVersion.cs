using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace StaticSite.Preview.Pages;

/// <summary>The bytes of a page as a build would write them, and what the preview adds to them.</summary>
internal sealed class PageVersion(byte[] bytes)
{
    private static readonly byte[] s_end = "</body>"u8.ToArray();

    /// <summary>As a build would write them.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Another for other bytes.</summary>
    public string Id { get; } = XxHash3.HashToUInt64(bytes).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>With the script that shows marks and mistakes and follows changes.</summary>
    /// <param name="path">Of the page, below the output folder.</param>
    public byte[] WithScript(string path)
    {
        var script = Encoding.UTF8.GetBytes($"<script src=\"{PreviewAddresses.Script}\" data-page=\"{System.Net.WebUtility.HtmlEncode(path)}\" data-version=\"{Id}\" defer></script>");
        var at = bytes.AsSpan().LastIndexOf(s_end);
        return at < 0 ? [.. bytes, .. script] : [.. bytes[..at], .. script, .. bytes[at..]];
    }
}
