using StaticSite.Citations;

namespace StaticSite.Tests.Citations.Formats;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("DOI", "10.1056/NEJMoa2034577", "10.1056/NEJMoa2034577")]
    [InlineData("DOI", "doi:10.1000/182", "10.1000/182")]
    [InlineData("DOI", "DOI 10.1000/182", "10.1000/182")]
    [InlineData("DOI", "http://dx.doi.org/10.1000/182", "10.1000/182")]
    [InlineData("DOI", "https://doi.org/10.1002/%28a%29", "10.1002/(a)")]
    [InlineData("PMID", "PMID: 33301246", "33301246")]
    [InlineData("PMID", "https://pubmed.ncbi.nlm.nih.gov/33301246/", "33301246")]
    [InlineData("PMCID", "7745181", "PMC7745181")]
    [InlineData("PMCID", "pmc7745181.2", "PMC7745181")]
    [InlineData("ISBN", "978-0-306-40615-7", "978-0-306-40615-7")]
    [InlineData("ISBN", "978 0 306 40615 7", "978 0 306 40615 7")]
    [InlineData("ISBN", "0-8044-2957-X", "0-8044-2957-X")]
    [InlineData("ISBN", "ISBN 0-306-40615-2", "ISBN 0-306-40615-2")]
    [InlineData("ISBN", "978-0-306-40615-7 (print), 0-306-40615-2", "978-0-306-40615-7 (print), 0-306-40615-2")]
    [InlineData("ISSN", "1474-547X", "1474-547X")]
    [InlineData("ISSN", "1474547x", "1474547x")]
    public void What_has_the_form_is_kept(string variable, string written, string kept) => Assert.Equal(new IdentifierCheck(kept), IdentifierChecks.Check(variable, written));

    [Theory]
    [InlineData("DOI", "11.1000/182")]
    [InlineData("DOI", "10.1000/")]
    [InlineData("PMID", "PMC123")]
    [InlineData("PMCID", "abc")]
    [InlineData("URL", "javascript:alert(1)")]
    [InlineData("URL", "https://user:secret@example.org/")]
    [InlineData("ISBN", "12345")]
    [InlineData("ISBN", "97803064061X7")]
    [InlineData("ISSN", "The Lancet")]
    public void What_has_not_the_form_is_left_out(string variable, string written)
    {
        var check = IdentifierChecks.Check(variable, written);

        Assert.Null(check.Value);
        Assert.Contains(written, check.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ISBN", "978-0-306-40615-4", "7")]
    [InlineData("ISBN", "0-8044-2957-1", "X")]
    [InlineData("ISSN", "0140-6737", "6")]
    [InlineData("ISSN", "1474-547X (Electronic) 0140-6737 (Print)", "6")]
    public void A_wrong_check_digit_is_told_and_the_number_kept(string variable, string written, string digit)
    {
        var check = IdentifierChecks.Check(variable, written);

        Assert.Equal(written, check.Value);
        Assert.Contains($"would be {digit};", check.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-0002-1825-0097", true)]
    [InlineData("https://orcid.org/0000-0002-1694-233X", true)]
    [InlineData("0000-0002-1825-0098", false)]
    [InlineData("0000000218250097", false)]
    public void An_orcid_has_a_check_digit(string written, bool isRight) => Assert.Equal(isRight, IdentifierChecks.CheckOrcid(written).Message is null);

    [Theory]
    [InlineData("DOI=10.1000/a<b>#c PMID=1 URL=https://a.org/", "https://doi.org/10.1000/a%3Cb%3E%23c")]
    [InlineData("PMID=1 PMCID=PMC2 URL=https://a.org/", "https://pubmed.ncbi.nlm.nih.gov/1/")]
    [InlineData("PMCID=PMC2 URL=https://a.org/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/")]
    [InlineData("DOI=none URL=https://a.org/", "https://a.org/")]
    [InlineData("URL=javascript:alert(1)", null)]
    [InlineData("title=T", null)]
    public void A_work_is_found_at_its_lasting_address(string fields, string? address)
    {
        var item = new Item("a", "book")
        {
            Fields = ItemVariables.Of(fields.Split(' ').Select(field => field.Split('=', 2)).Select(field => KeyValuePair.Create(field[0], field[1]))),
        };

        Assert.Equal(address, Identifiers.FindAddress(item));
    }
}
