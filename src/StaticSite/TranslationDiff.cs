using System.Collections.Immutable;
using StaticSite.Check;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>An outdated section, word by word. A new one is all added, a removed one all removed.</summary>
internal sealed record SectionDiff(OutdatedSection Section, ImmutableArray<DiffRun> Runs);

/// <summary>Numbers that stand in one language only.</summary>
/// <param name="Source">The section in the source; null where the texts have different numbers of sections and were compared as a whole.</param>
/// <param name="Translation">The section at its place in the translation; null where <paramref name="Source"/> is.</param>
internal sealed record SectionNumbers(TextSection? Source, TextSection? Translation, NumberDifferences Numbers);

/// <summary>One translation beside its source: what changed in the source, and which numbers differ between the two.</summary>
internal sealed record TranslationDiff(TranslationState State, ImmutableArray<SectionDiff> Sections, ImmutableArray<SectionNumbers> Numbers)
{
    /// <param name="acceptedPath">Of the text that the translation was made from, whether it exists or not.</param>
    /// <param name="read">The text of a file by its path; empty where there is none.</param>
    public static TranslationDiff Create(TranslationState state, (ParsedPage Source, ParsedPage Translation) pair, string acceptedPath, Func<string, string> read) =>
        new(state, Changes(state, pair.Source, acceptedPath, read), CompareNumbers(pair.Source, pair.Translation, read));

    private static ImmutableArray<SectionDiff> Changes(TranslationState state, ParsedPage source, string acceptedPath, Func<string, string> read)
    {
        if (state.Sections.IsEmpty)
        {
            return [];
        }

        var (accepted, current) = (read(acceptedPath), read(source.Path));
        return [.. state.Sections.Select(section => new SectionDiff(section, WordDiff.Compare(Cut(accepted, section.Change.Accepted), Cut(current, section.Change.Current))))];
    }

    /// <summary>Section by section, as long as both have equally many.</summary>
    public static ImmutableArray<SectionNumbers> CompareNumbers(ParsedPage source, ParsedPage translation, Func<string, string> read)
    {
        var (here, there) = (source.Details.Load().Sections, translation.Details.Load().Sections);
        var (sourceText, ownText) = (read(source.Path), read(translation.Path));
        var pairs = here.Length == there.Length
            ? here.Zip(there, (one, other) => new SectionNumbers(one, other, NumberCheck.Compare(Cut(sourceText, one), Cut(ownText, other))))
            : [new(null, null, NumberCheck.Compare(string.Join('\n', here.Select(one => Cut(sourceText, one))), string.Join('\n', there.Select(one => Cut(ownText, one)))))];
        return [.. pairs.Where(pair => !pair.Numbers.IsEmpty)];
    }

    /// <summary>Shorter than it should be, where the file was changed while it was read.</summary>
    private static string Cut(string text, TextSection? section)
    {
        var start = Math.Min(section?.Start ?? 0, text.Length);
        return text.Substring(start, Math.Min(section?.Length ?? 0, text.Length - start));
    }
}

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
        return TranslationDiff.Create(state, (source, translation), $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{state.Id.Language}.md", path => TextOf(bundle, path));
    }

    private static string TextOf(BundleFiles bundle, string path) =>
        bundle.Files.Concat(bundle.Accepted).FirstOrDefault(file => file.Path == path) is { } file ? SourceReader.ReadText(file).Value?.Text ?? "" : "";
}
