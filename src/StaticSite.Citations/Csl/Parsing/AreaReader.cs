using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>cs:citation and cs:bibliography.</summary>
internal sealed class AreaReader(Attributes attributes, ElementReader elements, MacroTable macros)
{
    public Area Read(XElement area)
    {
        var layouts = area.Elements().Where(child => child.Name.LocalName == "layout").Select(ReadLayout).ToImmutableArray();
        if (layouts.IsEmpty)
        {
            attributes.Diagnostics.Add(XmlSource.At(area, true, $"The element '{area.Name.LocalName}' has no layout."));
        }

        return new()
        {
            IsBibliography = area.Name.LocalName == "bibliography",
            Layouts = layouts,
            SortKeys = [.. area.Elements().Where(child => child.Name.LocalName == "sort").SelectMany(sort => sort.Elements()).Select(ReadKey).OfType<SortKey>()],
            Names = NameOptionsReader.Inheritable(attributes, area),
        };
    }

    private Layout ReadLayout(XElement layout) => new(
        Attributes.List(layout, "locale"),
        attributes.Format(layout),
        Attributes.Text(layout, "delimiter") ?? "",
        elements.ReadChildren(layout));

    private SortKey? ReadKey(XElement key)
    {
        var (variable, name) = (Attributes.Text(key, "variable")?.Trim(), Attributes.Text(key, "macro"));
        var macro = name is null ? null : macros.Find(name);
        if (key.Name.LocalName != "key" || (variable is null && macro is null))
        {
            attributes.Diagnostics.Add(XmlSource.At(
                key,
                name is not null,
                name is not null ? $"No macro is named '{name}'." : "A sort key needs the attribute variable or macro."));
            return null;
        }

        return new(
            macro is null ? variable : null,
            macro,
            Attributes.Text(key, "sort") == "descending",
            NameOptionsReader.OfSortKey(attributes, key));
    }

    public CitationOptions ReadCitationOptions(XElement citation) => new()
    {
        AddNames = attributes.Bool(citation, "disambiguate-add-names") ?? false,
        AddGivenName = attributes.Bool(citation, "disambiguate-add-givenname") ?? false,
        GivenNameRule = attributes.Choice(
            citation,
            "givenname-disambiguation-rule",
            ("all-names", GivenNameRule.AllNames),
            ("all-names-with-initials", GivenNameRule.AllNamesWithInitials),
            ("primary-name", GivenNameRule.PrimaryName),
            ("primary-name-with-initials", GivenNameRule.PrimaryNameWithInitials),
            ("by-cite", GivenNameRule.ByCite)) ?? GivenNameRule.ByCite,
        AddYearSuffix = attributes.Bool(citation, "disambiguate-add-year-suffix") ?? false,
        Collapse = attributes.Choice(
            citation,
            "collapse",
            ("citation-number", Collapse.CitationNumber),
            ("year", Collapse.Year),
            ("year-suffix", Collapse.YearSuffix),
            ("year-suffix-ranged", Collapse.YearSuffixRanged)) ?? Collapse.None,
        CiteGroupDelimiter = Attributes.Text(citation, "cite-group-delimiter"),
        YearSuffixDelimiter = Attributes.Text(citation, "year-suffix-delimiter"),
        AfterCollapseDelimiter = Attributes.Text(citation, "after-collapse-delimiter"),
        NearNoteDistance = attributes.Number(citation, "near-note-distance") ?? 5,
    };

    public BibliographyOptions ReadBibliographyOptions(XElement bibliography) => new()
    {
        HangingIndent = attributes.Bool(bibliography, "hanging-indent") ?? false,
        SecondFieldAlign = attributes.Choice(
            bibliography,
            "second-field-align",
            ("flush", SecondFieldAlign.Flush),
            ("margin", SecondFieldAlign.Margin)) ?? SecondFieldAlign.None,
        LineSpacing = attributes.Number(bibliography, "line-spacing") ?? 1,
        EntrySpacing = attributes.Number(bibliography, "entry-spacing") ?? 1,
        SubsequentAuthorSubstitute = Attributes.Text(bibliography, "subsequent-author-substitute"),
        SubstituteRule = attributes.Choice(
            bibliography,
            "subsequent-author-substitute-rule",
            ("complete-all", SubstituteRule.CompleteAll),
            ("complete-each", SubstituteRule.CompleteEach),
            ("partial-each", SubstituteRule.PartialEach),
            ("partial-first", SubstituteRule.PartialFirst)) ?? SubstituteRule.CompleteAll,
    };
}
