using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Citations;

/// <summary>DOI, PMID, PMCID and URL of works, from whatever form they were copied in, and the addresses they lead to.</summary>
public static partial class Identifiers
{
    // Besides letters and digits.
    private const string InPaths = "-._~/():;,";

    private static readonly SearchValues<char> s_inPaths = SearchValues.Create(InPaths + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The variables that lead to a work, the most lasting first.</summary>
    internal static readonly ImmutableArray<string> Variables = ["DOI", "PMID", "PMCID", "URL"];

    /// <summary>Where the work is found: by its DOI, which outlives the others, then its PMID, PMCID, URL. Null where it has none of that form.</summary>
    public static string? FindAddress(Item item)
    {
        foreach (var variable in Variables)
        {
            if (item.Field(variable) is { } written && FindAddress(variable, written) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    /// <param name="variable">DOI, PMID, PMCID or URL.</param>
    public static string? FindAddress(string variable, string written) => variable switch
    {
        "DOI" => FindDoi(written) is { } doi ? DoiAddress(doi) : null,
        "PMID" => FindPmid(written) is { } pmid ? PmidAddress(pmid) : null,
        "PMCID" => FindPmcid(written) is { } pmcid ? PmcidAddress(pmcid) : null,
        "URL" => FindWebAddress(written),
        _ => null,
    };

    /// <summary>The DOI itself, without <c>doi:</c> or the address of a resolver; null for what is none.</summary>
    public static string? FindDoi(string written)
    {
        if (IsBareDoi(written))
        {
            return written;
        }

        if (DoiForm().Match(written.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var doi = match.Groups["doi"].Value;
        return match.Groups["resolver"].Success && doi.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(doi) : doi;
    }

    /// <summary>Whether it is a DOI as <see cref="DoiForm"/> has it, with nothing before it; nearly all are.</summary>
    private static bool IsBareDoi(string written)
    {
        if (!written.StartsWith("10.", StringComparison.Ordinal))
        {
            return false;
        }

        var digits = 3;
        while (digits < written.Length && char.IsAsciiDigit(written[digits]))
        {
            digits++;
        }

        if (digits is < 7 or > 12 || digits >= written.Length - 1 || written[digits] != '/')
        {
            return false;
        }

        foreach (var c in written.AsSpan(digits))
        {
            if (char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The digits.</summary>
    public static string? FindPmid(string written) =>
        written.Length is > 0 and <= 11 && !written.AsSpan().ContainsAnyExceptInRange('0', '9') ? written
        : PmidForm().Match(written.Trim()) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>With its prefix PMC.</summary>
    public static string? FindPmcid(string written) => PmcidForm().Match(written.Trim()) is { Success: true } match ? "PMC" + match.Groups["id"].Value : null;

    /// <summary>An absolute address with http or https, a host, and no user name, escaped as links need it.</summary>
    public static string? FindWebAddress(string written) =>
        Uri.TryCreate(written.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    internal static string DoiLink(string doi) => Link(DoiAddress(doi), doi);

    internal static string Pmid(string written) => FindPmid(written) is { } id ? Link(PmidAddress(id), id) : RichText.Escape(written);

    internal static string Url(string written) => FindWebAddress(written) is { } address ? Link(address, written.Trim()) : RichText.Escape(written);

    private static string DoiAddress(string doi) => "https://doi.org/" + EscapePath(doi);

    private static string PmidAddress(string pmid) => $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/";

    private static string PmcidAddress(string pmcid) => $"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/";

    private static string Link(string address, string text) => $"<a href=\"{RichText.Escape(address)}\">{RichText.Escape(text)}</a>";

    private static string EscapePath(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(s_inPaths))
        {
            return path;
        }

        var escaped = new StringBuilder(path.Length);
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || InPaths.Contains((char)rune.Value, StringComparison.Ordinal)))
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

    [GeneratedRegex(@"\A(?:(?<resolver>https?://(?:(?:dx|www)\.)?doi\.org/)|doi:?\s*)?(?<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"\A(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*)?(?<id>[0-9]{1,11})/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PmidForm();

    // A version (PMC3531190.1) is no part of the number that links need.
    [GeneratedRegex(@"\A(?:https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid:?\s*)?(?:pmc)?(?<id>[0-9]{1,11})(?:\.[0-9]+)?/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PmcidForm();
}
