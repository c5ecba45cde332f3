using StaticSite.Model;

namespace StaticSite;

/// <summary>Which translation is meant, and why there is none.</summary>
internal static class TranslationRefusals
{
    /// <summary>The one translation that the bundle has, or the one that is named.</summary>
    public static (TranslationState? State, Refusal? Refusal) Choose(TranslationInput input, string bundle, string? language)
    {
        var states = input.States.Where(state => state.Id.Bundle.Value == bundle).ToList();
        var existing = states.FindAll(Exists);
        if (language is null)
        {
            return existing switch
            {
                [var only] => (only, null),
                [] => (null, new($"'{bundle}' has no translation.", states.Count == 0 ? null : $"Write {string.Join(" or ", states.Select(state => state.Path))} first.")),
                _ => (null, new($"'{bundle}' has several translations.", $"Name one with --language: {string.Join(", ", existing.Select(state => state.Id.Language))}.")),
            };
        }

        if (existing.Find(state => state.Id.Language.Code == language) is { } named)
        {
            return (named, null);
        }

        if (states.Find(state => state.Id.Language.Code == language) is { } missing)
        {
            return (null, new($"The translation {missing.Path} does not exist.", "Write it first."));
        }

        var codes = input.Settings.Languages.Select(info => info.Language.Code).ToList();
        return (null, codes.Contains(language)
            ? new($"'{language}' is the source language of '{bundle}', no translation.", existing.Count == 0 ? null : $"The translations are: {string.Join(", ", existing.Select(state => state.Id.Language))}.")
            : new($"'{language}' is not a language of this site.", Nearest.Hint(language, codes) ?? $"The languages are: {string.Join(", ", codes)}."));
    }

    public static bool Exists(TranslationState state) => state.Status is not (TranslationStatus.Missing or TranslationStatus.NotWanted);

    public static Refusal NoBundle(string id, TranslationInput input) => new(
        $"No bundle is named '{id}'.", Nearest.Hint(id, input.Bundles.Select(bundle => bundle.Id.Value)) ?? "An id is the name of a folder below input/articles or input/pages.");

    public static Refusal NoSection(string id, string bundle, IEnumerable<string> known) => new(
        $"No section of '{bundle}' has the id '{id}'.",
        Nearest.Hint(id, known.Order(StringComparer.Ordinal)) ?? $"'translations --diff {bundle}' shows the ids of those that have changed.");

    public static Refusal NothingAccepted(string bundle) => new(
        $"Nothing of '{bundle}' has been accepted before, so a section alone cannot be.", $"Accept the whole text once: translations accept {bundle}");

    public static Refusal Inseparable(string bundle) => new(
        "These sections cannot be accepted by themselves: without the others they would be divided otherwise.", $"Accept the whole text: translations accept {bundle}");

    public static Refusal ChangedMeanwhile(string path) => new($"{path} was changed while it was read.", "Run the command again.");
}
