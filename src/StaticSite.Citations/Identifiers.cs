using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Citations;

/// <summary>DOI, PMID, PMCID and URL as links. What has not the form of one is printed as text.</summary>
internal static partial class Identifiers
{
    public static string Doi(string written)
    {
        var match = DoiForm().Match(written.Trim());
        return match.Success ? DoiLink(match.Groups["doi"].Value) : RichText.Escape(written);
    }

    public static string DoiLink(string doi) => Link("https://doi.org/" + EscapePath(doi), doi);

    public static string Pmid(string written)
    {
        var id = written.Trim();
        return id.Length is > 0 and < 12 && id.All(char.IsAsciiDigit)
            ? Link($"https://pubmed.ncbi.nlm.nih.gov/{id}/", id)
            : RichText.Escape(written);
    }

    public static string Pmcid(string written)
    {
        var match = PmcidForm().Match(written.Trim());
        return match.Success
            ? Link($"https://pmc.ncbi.nlm.nih.gov/articles/PMC{match.Groups["id"].Value}/", "PMC" + match.Groups["id"].Value)
            : RichText.Escape(written);
    }

    public static string Url(string written) =>
        IsWeb(written.Trim(), out var address) ? Link(address, written.Trim()) : RichText.Escape(written);

    private static bool IsWeb(string written, out string address)
    {
        var known = Uri.TryCreate(written, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        address = known ? uri!.AbsoluteUri : "";
        return known;
    }

    private static string Link(string address, string text) => $"<a href=\"{RichText.Escape(address)}\">{RichText.Escape(text)}</a>";

    private static string EscapePath(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~/():;,".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                escaped.Append(rune);
            }
            else
            {
                escaped.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?<doi>10\.[0-9]{4,9}/\S+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"\A(?:PMC)?(?<id>[0-9]{1,11})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PmcidForm();
}
