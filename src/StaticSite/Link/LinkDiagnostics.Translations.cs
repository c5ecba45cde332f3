using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What can be wrong between a translation and the text that it was made from.</summary>
internal static partial class LinkDiagnostics
{
    private const int MostNamed = 5;

    public static Diagnostic TranslationOutdated(TranslationState state, string sourcePath) => new(
        "link/translation-outdated", Severity.Info, new SourceSpan(state.Path, 0, 0),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(state.Sections.Length == 1 ? "1 section of the source has" : $"{state.Sections.Length} sections of the source have")} changed since {state.Since:yyyy-MM-dd}."),
        $"Bring the translation up to date, then run 'translations accept {state.Id.Bundle} --language {state.Id.Language}'.")
    {
        Notes =
        [
            .. state.Sections.Take(MostNamed).Select(section => new Note(
                new SourceSpan(sourcePath, section.Change.Current?.Start ?? 0, 0), Words(section.Change))),
        ],
    };

    public static Diagnostic AcceptedWithoutTranslation(AcceptedText accepted) => new(
        "link/accepted-without-translation", Severity.Warning, new SourceSpan(accepted.Path, 0, 0),
        $"This is what the translation '{accepted.Language}.md' was made from, and there is no such translation.", "Remove it.");

    private static string Words(SectionChange change)
    {
        var what = change.Section.Id switch
        {
            TextSection.TitleId => "The title",
            TextSection.StartId => "The text before the first heading",
            _ => $"The section '{change.Section.Heading}'",
        };
        return change.Kind switch
        {
            SectionChangeKind.Added => $"{what} is new.",
            SectionChangeKind.Removed => $"{what} was removed.",
            SectionChangeKind.Renamed => $"{what} was '{change.Accepted!.Heading}'.",
            _ => $"{what} has changed.",
        };
    }
}
