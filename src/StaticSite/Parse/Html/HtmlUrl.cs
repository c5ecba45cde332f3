using System.Buffers;
using System.Text;

namespace StaticSite.Parse.Html;

/// <summary>Addresses as they are written into href.</summary>
internal static class HtmlUrl
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>ASCII that may not stand in an address as it is.</summary>
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \"<>[]\\^`{|}\u007F");

    /// <summary>An address out of the site, ready for href. Han characters stay: an address bar shows them.</summary>
    public static string Escape(string url)
    {
        url = HtmlText.WithoutMarks(url.Trim());
        if (url.Length > 1 && url[0] is '/' or '\\' && url[1] is '/' or '\\')
        {
            url = "https://" + url[2..];
        }

        var output = new StringBuilder(url.Length + 16);
        Append(output, url);
        return output.ToString();
    }

    public static string OfDoi(string doi)
    {
        var output = new StringBuilder("https://doi.org/", doi.Length + 32);
        Append(output, doi.Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal));
        return output.ToString();
    }

    /// <summary>An address of this site as the author wrote it, split at its fragment and unescaped.</summary>
    public static (string Target, string? Fragment) Split(string url)
    {
        url = HtmlText.WithoutMarks(url.Trim());
        var at = url.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (Unescape(url), null) : (Unescape(url[..at]), Unescape(url[(at + 1)..]));
    }

    public static string Unescape(string url) =>
        HtmlText.WithoutMarks(url.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(url) : url);

    private static void Append(StringBuilder output, ReadOnlySpan<char> url)
    {
        for (var i = 0; i < url.Length; i++)
        {
            var c = url[i];
            if (c < ' ' || char.IsControl(c) || (c > 127 && char.IsWhiteSpace(c)))
            {
                continue;
            }

            if (c == '&')
            {
                output.Append("&amp;");
            }
            else if (c == '\'' || Unsafe.Contains(c) || (c == '%' && !IsEscape(url[i..])))
            {
                output.Append('%').Append(Hex[c >> 4]).Append(Hex[c & 15]);
            }
            else
            {
                output.Append(c);
            }
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
