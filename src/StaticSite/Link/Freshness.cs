using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Says a translation what its source says, and since when does it not?</summary>
internal static class Freshness
{
    /// <summary>
    /// One answer for each language of each bundle but its source language, in the order of the bundles and of the site's languages. Where a
    /// file could not be read there is none: its error has been reported.
    /// </summary>
    /// <param name="pages">All, hidden ones too.</param>
    public static ImmutableArray<TranslationState> Of(ImmutableArray<PageFacts> pages, SiteSettings settings)
    {
        var states = ImmutableArray.CreateBuilder<TranslationState>();
        foreach (var bundle in pages.GroupBy(page => page.Bundle.Id))
        {
            var byLanguage = bundle.ToDictionary(page => page.Language);
            if (byLanguage.TryGetValue(bundle.First().SourceLanguage, out var source))
            {
                states.AddRange(settings.Languages
                    .Where(info => info.Language != source.Language && !source.Bundle.Failed.Contains(info.Language))
                    .Select(info => Of(info.Language, byLanguage.GetValueOrDefault(info.Language), source, settings)));
            }
        }

        return states.DrainToImmutable();
    }

    /// <summary>What readers of each outdated translation are told. Nothing, where the original is not published.</summary>
    public static ImmutableDictionary<PageId, SourceRevision> Revisions(ImmutableArray<TranslationState> states, SiteIndex index) => states
        .Where(state => state.Status == TranslationStatus.Outdated)
        .Select(state => (state.Id, state.Revised, Source: index.Alternates(state.Id.Bundle).FirstOrDefault(alternate => alternate.Language.Language == state.Source)))
        .Where(one => one.Source is not null)
        .ToImmutableDictionary(one => one.Id, one => new SourceRevision(one.Source!, one.Revised));

    /// <summary>Tells editors of published translations that are behind, and of accepted texts that belong to none.</summary>
    public static void Report(ImmutableArray<TranslationState> states, SiteIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var group in states.GroupBy(state => state.Id.Bundle))
        {
            var published = index.Published(group.Key);
            if (published.IsEmpty)
            {
                continue;
            }

            var bundle = published[0].Facts.Bundle;
            diagnostics.AddRange(group
                .Where(state => state.Status == TranslationStatus.Outdated && published.Any(page => page.Id == state.Id))
                .Select(state => LinkDiagnostics.TranslationOutdated(state, $"{bundle.Path}/{state.Source}.md")));
            diagnostics.AddRange(bundle.Accepted
                .Where(accepted => !bundle.Failed.Contains(accepted.Language) && !group.Any(state => state.Id.Language == accepted.Language && Exists(state)))
                .Select(LinkDiagnostics.AcceptedWithoutTranslation));
        }
    }

    private static bool Exists(TranslationState state) => state.Status is not (TranslationStatus.Missing or TranslationStatus.NotWanted);

    private static TranslationState Of(Language language, PageFacts? translation, PageFacts source, SiteSettings settings)
    {
        var state = new TranslationState(
            new PageId(source.Bundle.Id, language),
            source.Language,
            $"{source.Bundle.Path}/{language}.md",
            source.FrontMatter.Translate ? TranslationStatus.Missing : TranslationStatus.NotWanted,
            (translation ?? source).FrontMatter.Draft,
            Accepted: null,
            Sections: [],
            Since: null,
            Revised: null);
        if (translation is null)
        {
            return state;
        }

        // A text of another language says nothing of this source.
        var accepted = source.Bundle.Accepted.FirstOrDefault(text => text.Language == language && (text.Source ?? source.Language) == source.Language);
        return accepted is null
            ? state with { Status = TranslationStatus.Unconfirmed }
            : Compare(state, accepted, source, settings);
    }

    private static TranslationState Compare(TranslationState state, AcceptedText accepted, PageFacts source, SiteSettings settings)
    {
        var changes = SectionMatching.Create(accepted.Sections, source.Page.Details.Load().Sections).Changes();
        state = state with { Accepted = accepted.Date };
        if (changes.IsEmpty)
        {
            return state with { Status = TranslationStatus.UpToDate };
        }

        // A date that stood there when the translation was accepted is that of an earlier change.
        var updated = source.FrontMatter.Updated?.Value;
        var stated = updated is { } date && updated != accepted.SourceUpdated
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date.Instant, settings.TimeZone).DateTime)
            : (DateOnly?)null;
        var sections = changes.Select(change => new OutdatedSection(change, Since(change, accepted, stated))).ToImmutableArray();
        return state with
        {
            Status = TranslationStatus.Outdated,
            Sections = sections,
            Since = sections.Min(section => section.Since),
            Revised = sections.Any(section => section.Since == stated) ? updated : null,
        };
    }

    private static DateOnly Since(SectionChange change, AcceptedText accepted, DateOnly? stated)
    {
        var later = change.Accepted is { } section && accepted.LaterDates.TryGetValue(section.Id, out var date) ? date : (DateOnly?)null;
        return stated is { } updated && (later is null || updated > later) ? updated : later ?? accepted.Date;
    }
}
