using System.Net;
using System.Text;

namespace StaticSite.Citations.Csl.Output;

/// <summary>The text of the HTML that this library writes.</summary>
internal static class PlainHtml
{
    public static string ToText(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] != '<')
            {
                text.Append(html[i]);
                continue;
            }

            var end = html.IndexOf('>', i);
            if (html.AsSpan(i).StartsWith("<div", StringComparison.Ordinal) && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }

            i = end < 0 ? html.Length : end;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
