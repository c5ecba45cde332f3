using System.Collections.Immutable;
using StaticSite.Check;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>An outdated section, word by word. A new one is all added, a removed one all removed.</summary>
internal sealed record SectionDiff(OutdatedSection Section, ImmutableArray<DiffRun> Runs);

/// <summary>Numbers that stand in one language only.</summary>
/// <param name="Source">The section in the source; null where the texts have different numbers of sections and were compared as a whole.</param>
internal sealed record SectionNumbers(TextSection? Source, NumberDifferences Numbers);

/// <summary>One translation beside its source: what changed in the source, and which numbers differ between the two.</summary>
internal sealed record TranslationDiff(TranslationState State, ImmutableArray<SectionDiff> Sections, ImmutableArray<SectionNumbers> Numbers);

/// <summary>What a translator who opens a bundle wants to know.</summary>
internal sealed record TranslationDiffs(
    ImmutableArray<TranslationDiff> Translations, Refusal? Refusal, ImmutableArray<Diagnostic> Errors, Func<string, string?> FindText)
{
    /// <param name="language">Null for all translations that exist.</param>
    public static TranslationDiffs Read(string root, string bundle, string? language, CancellationToken cancellation)
    {
        var (input, errors) = TranslationInput.Read(root, bundle, cancellation);
        var diffs = new TranslationDiffs([], null, errors, path => SourceReader.FindText(root, path));
        if (input is null)
        {
            return diffs;
        }

        if (input.Bundles.FirstOrDefault(listed => listed.Id.Value == bundle) is not { } files)
        {
            return diffs with { Refusal = TranslationRefusals.NoBundle(bundle, input), Errors = [] };
        }

        diffs = diffs with { Errors = [.. errors.Where(found => found.Where.Path.StartsWith(files.Path + "/", StringComparison.Ordinal))] };
        var states = input.States.Where(state => TranslationRefusals.Exists(state) && (language is null || state.Id.Language.Code == language)).ToList();
        if (states.Count == 0)
        {
            return diffs.Errors.IsEmpty ? diffs with { Refusal = TranslationRefusals.Choose(input, bundle, language).Refusal } : diffs;
        }

        return diffs with { Translations = [.. states.Select(state => Compare(files, input, state))] };
    }

    private static TranslationDiff Compare(BundleFiles bundle, TranslationInput input, TranslationState state)
    {
        var source = input.Pages.First(page => page.Language == state.Source).Page;
        var translation = input.Pages.First(page => page.Language == state.Id.Language).Page;
        var (sourceText, ownText) = (TextOf(bundle.Files, source.Path), TextOf(bundle.Files, translation.Path));
        var acceptedText = TextOf(bundle.Accepted, $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{state.Id.Language}.md");
        return new(
            state,
            [.. state.Sections.Select(section => new SectionDiff(section, WordDiff.Compare(Cut(acceptedText, section.Change.Accepted), Cut(sourceText, section.Change.Current))))],
            Numbers(source, translation, sourceText, ownText));
    }

    /// <summary>Section by section, as long as both have equally many.</summary>
    private static ImmutableArray<SectionNumbers> Numbers(ParsedPage source, ParsedPage translation, string sourceText, string ownText)
    {
        var (here, there) = (source.Details.Load().Sections, translation.Details.Load().Sections);
        var pairs = here.Length == there.Length
            ? here.Zip(there, (one, other) => new SectionNumbers(one, NumberCheck.Compare(Cut(sourceText, one), Cut(ownText, other))))
            : [new(null, NumberCheck.Compare(string.Join('\n', here.Select(one => Cut(sourceText, one))), string.Join('\n', there.Select(one => Cut(ownText, one)))))];
        return [.. pairs.Where(pair => !pair.Numbers.IsEmpty)];
    }

    private static string TextOf(ImmutableArray<InputFile> files, string path) =>
        files.FirstOrDefault(file => file.Path == path) is { } file ? SourceReader.ReadText(file).Value?.Text ?? "" : "";

    /// <summary>Shorter than it should be, where the file was changed while it was read.</summary>
    private static string Cut(string text, TextSection? section)
    {
        var start = Math.Min(section?.Start ?? 0, text.Length);
        return text.Substring(start, Math.Min(section?.Length ?? 0, text.Length - start));
    }
}
