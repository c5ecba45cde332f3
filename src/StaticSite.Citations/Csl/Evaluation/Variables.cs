using System.Collections.Frozen;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>Which kind of value the standard variables have (CSL 1.0.2, appendix IV).</summary>
internal static class Variables
{
    private static readonly FrozenSet<string> Numbers = Set(
        "chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages "
        + "number-of-volumes page page-first part-number printing-number section supplement-number version volume");

    private static readonly FrozenSet<string> Dates = Set("accessed available-date event-date issued original-date submitted");

    private static readonly FrozenSet<string> Names = Set(
        "author chair collection-editor compiler composer container-author contributor curator director editor editorial-director editor-translator "
        + "editortranslator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient "
        + "reviewed-author script-writer series-creator translator");

    private static readonly FrozenSet<string> Texts = Set(
        "abstract annote archive archive-place archive_collection archive_location authority call-number citation-key citation-label collection-title "
        + "container-title container-title-short dimensions division DOI event event-place event-title genre ISBN ISSN jurisdiction keyword language "
        + "license medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references "
        + "reviewed-genre reviewed-title scale source status title title-short URL volume-title year-suffix");

    public static bool IsStandard(string variable) => Texts.Contains(variable) || IsNumber(variable) || IsDate(variable) || IsNames(variable);

    public static bool IsNumber(string variable) => Numbers.Contains(variable);

    public static bool IsDate(string variable) => Dates.Contains(variable);

    public static bool IsNames(string variable) => Names.Contains(variable);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
