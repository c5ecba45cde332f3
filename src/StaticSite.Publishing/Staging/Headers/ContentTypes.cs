using System.Collections.Frozen;

namespace StaticSite.Publishing.Staging.Headers;

/// <summary>What a file is, by its ending: servers and stores guess differently, and some not at all.</summary>
internal static class ContentTypes
{
    public const string Unknown = "application/octet-stream";
    public const string Atom = "application/atom+xml; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Pdf = "application/pdf";

    private static readonly FrozenDictionary<string, string> s_texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".mjs"] = "text/javascript",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".jsonld"] = "application/ld+json",
        [".webmanifest"] = "application/manifest+json",
        [".xml"] = "application/xml",
        [".xsl"] = "application/xslt+xml",
        [".atom"] = "application/atom+xml",
        [".rss"] = "application/rss+xml",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".csv"] = "text/csv",
        [".tsv"] = "text/tab-separated-values",
        [".vtt"] = "text/vtt",
        [".srt"] = "text/plain",
        [".ics"] = "text/calendar",
        [".bib"] = "text/plain",
        [".ris"] = "application/x-research-info-systems",
    }.ToFrozenDictionary(type => type.Key, type => type.Value + "; charset=utf-8", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> s_others = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = "image/avif",
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".ico"] = "image/vnd.microsoft.icon",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".woff2"] = "font/woff2",
        [".woff"] = "font/woff",
        [".ttf"] = "font/ttf",
        [".otf"] = "font/otf",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".wasm"] = "application/wasm",
        [".pdf"] = Pdf,
        [".zip"] = "application/zip",
        [".gz"] = "application/gzip",
        [".epub"] = "application/epub+zip",
        [".doc"] = "application/msword",
        [".xls"] = "application/vnd.ms-excel",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string path)
    {
        var extension = Path.GetExtension(path);
        return s_texts.TryGetValue(extension, out var text) ? text : s_others.GetValueOrDefault(extension, Unknown);
    }

    /// <summary>Text becomes smaller by compression; so do fonts and programs that are not compressed already.</summary>
    public static bool IsCompressible(string path)
    {
        var extension = Path.GetExtension(path);
        return s_texts.ContainsKey(extension) || extension.ToLowerInvariant() is ".ttf" or ".otf" or ".wasm" or ".ico";
    }
}
