namespace StaticSite.Citations.Formats.BibTex;

/// <summary>What leads to the work: DOI, PMID, addresses, archives.</summary>
internal sealed partial class BibTexWork
{
    private void SetIdentifiers()
    {
        foreach (var (name, variable) in BibTexFields.Identifiers)
        {
            if (entry.Find(name) is { } field && Text(name) is { } written)
            {
                Check(variable, written, field);
            }
        }

        // An address found in another field has been checked by its form.
        if (_fields.TryGetValue("URL", out var url) && Identifiers.FindWebAddress(url) is null)
        {
            _fields.Remove("URL");
        }
    }

    private void Check(string variable, string written, RawField field)
    {
        var check = IdentifierChecks.Check(variable, WebAddressOf(variable, written));
        Set(variable, check.Value);
        if (FormatProblems.Of(check, field.Start, field.Length) is { } problem)
        {
            problems.Add(problem);
        }
    }

    /// <summary>Some write several addresses, or words around one.</summary>
    private static string WebAddressOf(string variable, string written) =>
        variable == "URL" && written.Contains(' ', StringComparison.Ordinal) && WebAddress().Match(written) is { Success: true } first ? first.Value : written;

    private void SetEprint()
    {
        if (entry.Find("eprint") is not { } field || Text("eprint") is not { } id)
        {
            return;
        }

        var kind = Text("eprinttype") ?? (_type == "article" ? "arXiv" : "");
        switch (kind.ToLowerInvariant())
        {
            case "pubmed" or "pmid":
                Check("PMID", id, field);
                break;
            case "pmc" or "pmcid":
                Check("PMCID", id, field);
                break;
            case "doi":
                Check("DOI", id, field);
                break;
            case "arxiv":
                SetArxiv(id.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? id[6..] : id);
                break;
            default:
                Set("archive", kind);
                Set("archive_location", id);
                break;
        }
    }

    private void SetArxiv(string id)
    {
        if (!_fields.ContainsKey("DOI") && !_fields.ContainsKey("URL"))
        {
            Set("URL", "https://arxiv.org/abs/" + id);
        }

        if (_type != "article")
        {
            Set("archive", "arXiv");
            Set("archive_location", id);
            return;
        }

        Set("number", "arXiv:" + id);
        _fields.TryAdd("publisher", "arXiv");
    }
}
