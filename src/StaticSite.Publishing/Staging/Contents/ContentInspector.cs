using System.Text;

namespace StaticSite.Publishing.Staging.Contents;

/// <summary>Which kinds of file are looked into, and by whom.</summary>
internal static class ContentInspector
{
    private const int LongestProlog = 1024;

    public static bool LooksInto(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".css" or ".js" or ".mjs" or ".svg" or ".xml";

    public static ContentUse Inspect(string path, ReadOnlySpan<byte> bytes) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" => PageInspector.Inspect(Encoding.UTF8.GetString(bytes)),
        ".css" => StylesheetInspector.Inspect(Encoding.UTF8.GetString(bytes)),
        ".js" or ".mjs" => ScriptInspector.Inspect(Encoding.UTF8.GetString(bytes)),
        ".svg" => PictureInspector.Inspect(Encoding.UTF8.GetString(bytes)),
        ".xml" => ContentUse.Nothing with { IsFeed = IsFeed(bytes) },
        _ => ContentUse.Nothing,
    };

    private static bool IsFeed(ReadOnlySpan<byte> bytes)
    {
        var tags = new HtmlTags(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestProlog)]));
        return tags.MoveNext() && tags.Name == "feed" && tags.Find("xmlns") == "http://www.w3.org/2005/Atom";
    }
}
