using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>One record on its way to a CSL item.</summary>
internal sealed partial class RisWork(RisRecord record, ImmutableArray<ReferenceProblem>.Builder problems)
{
    private static readonly (string Tag, string Variable)[] s_plain =
    [
        ("VL", "volume"), ("PB", "publisher"), ("ET", "edition"), ("ST", "title-short"), ("NV", "number-of-volumes"), ("CN", "call-number"), ("SE", "section"), ("OP", "original-title"),
    ];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string _type = RisTypes.FindCsl(record.Type.Value) ?? "document";

    /// <summary>The item, its id still empty.</summary>
    public Item ToItem()
    {
        if (RisTypes.FindCsl(record.Type.Value) is null)
        {
            problems.Add(RisProblems.UnknownType(record.Type));
        }

        foreach (var (tag, variable) in s_plain)
        {
            Set(variable, record.Text(tag));
        }

        if (_fields.TryGetValue("edition", out var edition))
        {
            Set("edition", BibTex.BibTexEditions.Read(edition));
        }

        SetTitles();
        SetNumbers();
        Set("publisher-place", record.Text("CY", "PP"));
        Set("abstract", record.Text("AB", "N2"));
        Set("keyword", string.Join(", ", record.Lines.Where(line => line.Tag == "KW" && line.Value.Length > 0).Select(line => line.Value)));
        Set("note", record.Text("N1"));
        Set("genre", record.Text("M3") is { } kind && Identifiers.FindDoi(kind) is null ? kind : null);
        Set("status", record.Type.Value == "INPR" ? "in press" : null);
        SetIdentifiers();
        return new Item("", _type)
        {
            Language = record.Text("LA") is { } language ? LanguageTags.Find(language) : null,
            Fields = ItemVariables.Of(_fields),
            Names = Names(),
            Dates = Dates(),
        };
    }

    private void Set(string variable, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _fields[variable] = text;
        }
    }

    private bool IsPart => _type is "chapter" or "paper-conference" or "entry-dictionary" or "entry-encyclopedia" || CslTypes.IsInPeriodical(_type);

    private void SetTitles()
    {
        Set("title", IsPart ? record.Text("TI", "T1", "CT") : record.Text("TI", "T1", "BT", "CT"));
        if (_type is "book" or "report" or "dataset" or "software" or "standard")
        {
            Set("collection-title", record.Text("T2", "T3"));
            Set("container-title", record.Text("JF", "JO"));
            return;
        }

        // C3 holds the proceedings where T2 is the conference.
        var proceedings = _type == "paper-conference" ? record.Text("C3") : null;
        Set("event-title", proceedings is null ? null : record.Text("T2"));
        var container = proceedings ?? record.Text("JF", "T2", "BT", "JO", "JA", "J2");
        Set("container-title", container);
        Set("collection-title", record.Text("T3"));
        var shorter = record.Text("JA", "J2", "J1", "JO");
        Set("container-title-short", shorter != container ? shorter : null);
    }

    private void SetNumbers()
    {
        Set(CslTypes.IsInPeriodical(_type) ? "issue" : CslTypes.IsBookOrPart(_type) ? "collection-number" : "number", record.Text("IS", "CP"));
        var first = record.Text("SP");
        var last = record.Text("EP");
        if (first is not null && last is null && !IsPart && CountOfPages().IsMatch(first))
        {
            Set("number-of-pages", first.Split(' ')[0]);
            return;
        }

        var pages = first is null ? last : last is null || last == first || first.AsSpan().IndexOfAny('-', '–') > 0 ? first : $"{first}-{last}";
        Set("page", PageDash().Replace(pages ?? (IsPart ? record.Text("C7") : null) ?? "", "-"));
    }

    private void SetIdentifiers()
    {
        Check("DOI", record.Find("DO") ?? FindDoi());
        Check("URL", record.Find("UR") is { } url ? url with { Value = url.Value.Split([' ', ';'], 2)[0] } : null);
        if (record.Find("SN") is { } number)
        {
            CheckSerialNumber(number);
        }

        Check("PMCID", record.Find("C2") is { } pmcid && pmcid.Value.StartsWith("PMC", StringComparison.OrdinalIgnoreCase) ? pmcid : null);
        var database = record.Text("DB", "DP") ?? "";
        Check("PMID", record.Find("AN") is { } accession && IsPubMed().IsMatch(database) ? accession : null);
    }

    /// <summary>Some exports put the DOI where the kind of work belongs.</summary>
    private RisLine? FindDoi() => record.Find("M3") is { } kind && Identifiers.FindDoi(kind.Value) is not null ? kind : null;

    /// <summary>Of a report or patent SN is the number, unless it has the form of the others.</summary>
    private void CheckSerialNumber(RisLine number)
    {
        var variable = CslTypes.IsInPeriodical(_type) ? "ISSN" : "ISBN";
        var other = variable == "ISBN" ? "ISSN" : "ISBN";
        if (IdentifierChecks.Check(variable, number.Value).Message is not null && IdentifierChecks.Check(other, number.Value).Message is null)
        {
            variable = other;
        }

        var hasNumber = _type is "report" or "patent" or "standard" or "legislation" or "bill" or "document" or "software";
        if (hasNumber && IdentifierChecks.Check(variable, number.Value).Value is null)
        {
            Set("number", number.Value);
        }
        else
        {
            Check(variable, number);
        }
    }

    private void Check(string variable, RisLine? written)
    {
        if (written is not { } line)
        {
            return;
        }

        var check = IdentifierChecks.Check(variable, line.Value);
        Set(variable, check.Value);
        if (FormatProblems.Of(check, line.Start, line.Length) is { } problem)
        {
            problems.Add(problem);
        }
    }

    private VariableDictionary<ImmutableArray<Name>> Names()
    {
        var names = new Dictionary<string, ImmutableArray<Name>>(StringComparer.Ordinal);
        foreach (var group in record.Lines.Where(line => line.Value.Length > 0).GroupBy(line => Role(line.Tag)))
        {
            if (group.Key is { } role && group.Select(line => RisNames.Read(line.Value)).OfType<Name>().ToImmutableArray() is { IsEmpty: false } read)
            {
                names[role] = read;
            }
        }

        return ItemVariables.Of(names);
    }

    private string? Role(string tag) => tag switch
    {
        "AU" or "A1" => record.Type.Value == "EDBOOK" ? "editor" : "author",
        "A2" or "ED" => "editor",
        "A3" => "collection-editor",
        "A4" or "TA" => "translator",
        _ => null,
    };

    private VariableDictionary<ItemDate> Dates()
    {
        var dates = new Dictionary<string, ItemDate>(StringComparer.Ordinal);
        var year = record.Find("PY") ?? record.Find("Y1");
        var issued = year is { } written ? RisDates.Read(written, problems) : null;

        // DA has the month and the day where PY has the year alone.
        if (record.Find("DA") is { } line && (issued is null || issued.Parts is [[_]]) && RisDates.Read(line, problems) is { Year: not null } day && (issued is null || day.Year == issued.Year))
        {
            issued = day;
        }

        if (issued is not null)
        {
            dates["issued"] = issued;
        }

        if (record.Find("Y2") is { } accessed && RisDates.Read(accessed, problems) is { } seen)
        {
            dates["accessed"] = seen;
        }

        return ItemVariables.Of(dates);
    }

    [GeneratedRegex(@"\A[0-9ivxlc]+(?: (?:p|pp|pages)\.?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountOfPages();

    [GeneratedRegex(@"[-–—‐‑]+", RegexOptions.CultureInvariant)]
    private static partial Regex PageDash();

    [GeneratedRegex(@"pubmed|medline|\bnlm\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsPubMed();
}
