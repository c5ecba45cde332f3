using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>DOI, PMID, PMCID and URL of a cited work, from whatever form they were copied in. A malformed one is left out, as no link can be made of it.</summary>
internal static partial class ReferenceIdentifiers
{
    public static string? Parse(Located<string> written, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var value = key switch
        {
            "DOI" => DoiPattern().Match(written.Value) is { Success: true } doi ? doi.Groups[1].Value : null,
            "PMID" => PmidPattern().Match(written.Value) is { Success: true } pmid ? pmid.Groups[1].Value : null,
            "PMCID" => PmcidPattern().Match(written.Value) is { Success: true } pmcid ? "PMC" + pmcid.Groups[1].Value : null,
            _ => WebAddress.Find(written.Value) is null ? null : written.Value,
        };
        if (value is null)
        {
            found.Add(ParseDiagnostics.BadIdentifier(key, written, Example(key)));
        }

        return value;
    }

    private static string Example(string key) => key switch
    {
        "DOI" => "10.1136/annrheumdis-2020-eular.3287",
        "PMID" => "32345678",
        "PMCID" => "PMC1234567",
        _ => "https://example.org/article",
    };

    [GeneratedRegex(@"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiPattern();

    [GeneratedRegex(@"^(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*)?([0-9]{1,9})/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PmidPattern();

    [GeneratedRegex(@"^(?:https?://(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid:?\s*)?(?:pmc)?([0-9]{1,9})/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PmcidPattern();
}
