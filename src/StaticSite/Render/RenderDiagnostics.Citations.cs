using StaticSite.Citations.Csl;
using StaticSite.Model;

namespace StaticSite.Render;

internal static partial class RenderDiagnostics
{
    public static Diagnostic CitationStyleNotFound(string id, string? nearest, SourceSpan where) => new(
        "render/citation-style-not-found", Severity.Error, where, $"No citation style is named '{id}'.",
        DidYouMean(nearest) ?? $"Put {id}.csl into theme/citation-styles.");

    public static Diagnostic CitationStyle(CslDiagnostic found, SourceSpan where) => new(
        "render/citation-style", found.IsError ? Severity.Error : Severity.Warning, where, found.Message);

    public static Diagnostic CitationStyleWithoutList(string id, SourceSpan where) => new(
        "render/citation-style-without-list", Severity.Error, where, $"The citation style '{id}' prints no list of references.",
        "Choose a style that has one: readers must find the sources.");
}
