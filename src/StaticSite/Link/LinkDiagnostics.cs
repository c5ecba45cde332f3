using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What can be wrong between the files of a site. Here: facts of pages, terms, disclaimers, settings.</summary>
internal static partial class LinkDiagnostics
{
    public static Diagnostic TranslationDiffers(string key, string own, SourceSpan where, string source, SourceSpan sourceWhere) => new(
        "link/translation-differs", Severity.Warning, where,
        $"'{key}' is '{own}' here and '{source}' in the source language.",
        $"Remove '{key}' here, and it is taken from the source language.")
    {
        Notes = [new(sourceWhere, $"'{source}' stands here.")],
    };

    public static Diagnostic CitationOrderDiffers(int number, string? own, SourceSpan where, string? source, SourceSpan sourceWhere) => new(
        "link/citation-order-differs", Severity.Warning, where,
        (own, source) switch
        {
            (null, _) => $"The list has no reference {number}, which is '{source}' in the source language.",
            (_, null) => $"Reference {number} is '{own}' here; in the source language the list has none of that number.",
            _ => $"Reference {number} is '{own}' here and '{source}' in the source language.",
        },
        "Cite the same works in the same order, so that both languages number alike.")
    {
        Notes = [new(sourceWhere, "The source language stands here.")],
    };

    public static Diagnostic SourceLanguageMissing(Located<Language> named, ParsedBundle bundle) => new(
        "link/source-language-missing", Severity.Warning, named.Where,
        $"The source language is '{named.Value}', and '{bundle.Id}' has no '{named.Value}.md'.",
        $"Add '{named.Value}.md', or name a language that exists.");

    public static Diagnostic DateMissing(PageFacts page) => new(
        "link/date-missing", Severity.Error, page.Start,
        $"The article '{page.Bundle.Id}' has no date.",
        "Add a line such as 'date: 2025-05-20' to the front matter.");

    public static Diagnostic UpdatedBeforeDate(Located<PublicationDate> updated, Located<PublicationDate> date) => new(
        "link/updated-before-date", Severity.Warning, updated.Where,
        $"'updated' is {PublicationDates.Text(updated.Value)}, which is before 'date', {PublicationDates.Text(date.Value)}.")
    {
        Notes = [new(date.Where, "The date stands here.")],
    };

    public static Diagnostic TermNotNamed(TermKind kind, Located<string> id, string? near) => new(
        "link/term-not-named", Severity.Warning, id.Where,
        $"No {Word(kind)} is named '{id.Value}'; the id serves as its name.",
        DidYouMean(near) ?? $"Name it in {(kind == TermKind.Person ? "input/data/people.yml" : "input/site.yml")}.");

    public static Diagnostic TermWithoutName(TermKind kind, Located<string> id, NamedTerm term, Language language) => new(
        "link/term-without-name", Severity.Warning, term.Where,
        $"The {Word(kind)} '{id.Value}' has no name in '{language}'.",
        $"Add '{language}: …' to its names.")
    {
        Notes = [new(id.Where, "It is used here.")],
    };

    public static Diagnostic DisclaimerNotFound(Located<string> demanded, string? near) => new(
        "link/disclaimer-not-found", Severity.Error, demanded.Where,
        $"No disclaimer is named '{demanded.Value}'.",
        DidYouMean(near) ?? "Disclaimers stand in input/data/disclaimers.yml.");

    public static Diagnostic DisclaimerWithoutText(PageFacts page, Located<string> demanded, Disclaimer disclaimer) => new(
        "link/disclaimer-without-text", Severity.Error, demanded.Where.Path == page.Page.Path ? demanded.Where : page.Start,
        $"The page must carry the disclaimer '{disclaimer.Id}', which has no text in '{page.Language}'.",
        $"Add '{page.Language}: …' to it.")
    {
        Notes = [new(disclaimer.Where, "The disclaimer stands here."), new(demanded.Where, "It is demanded here.")],
    };

    public static Diagnostic MenuEntryNotFound(Located<string> entry, string? near) => new(
        "link/menu-entry-not-found", Severity.Error, entry.Where,
        $"The menu names '{entry.Value}', which is neither a list nor a page.",
        DidYouMean(near) ?? "Name articles, categories, tags, people, or the folder of a page under input/pages.");

    public static Diagnostic StaticFileNotFound(Located<string> file, string? near) => new(
        "link/static-file-not-found", Severity.Error, file.Where,
        $"There is no file '{file.Value}' in input/static.",
        DidYouMean(near));

    private static string? DidYouMean(string? near) => near is null ? null : $"Did you mean '{near}'?";

    private static string Word(TermKind kind) => kind switch
    {
        TermKind.Category => "category",
        TermKind.Tag => "tag",
        _ => "person",
    };
}
