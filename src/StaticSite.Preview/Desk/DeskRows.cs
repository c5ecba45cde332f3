using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>A site as rows, in the order of its bundles.</summary>
internal sealed class DeskRows
{
    /// <summary>A medical text is to be looked at again this long after its last review, or after it was published where it had none.</summary>
    private const int MonthsBetweenReviews = 24;

    /// <summary>A theme that lacks every word would hide the table.</summary>
    private const int MostSiteFindings = 100;

    private readonly DeskSite _site;
    private readonly DeskFindings _findings;
    private readonly Dictionary<PageId, PageEntry> _entries;
    private readonly Dictionary<PageId, TranslationState> _states;

    public DeskRows(DeskSite site, DeskFindings findings)
    {
        (_site, _findings) = (site, findings);
        _entries = site.Linked.Pages.ToDictionary(entry => entry.Id);
        _states = site.Linked.Translations.ToDictionary(state => state.Id);
    }

    private SiteSettings Settings => _site.Site.Settings;

    /// <summary>Of two bundles of one name the first counts, as in a build.</summary>
    public IEnumerable<DeskRow> All() => _site.Site.Bundles.DistinctBy(bundle => bundle.Id).Select(Of);

    public DeskHead Head() => new(
        Day(_site.Now),
        [.. Settings.Languages.Select(info => new DeskLanguage(info.Language.Code, info.Tag, info.Name))],
        Names(Settings.Categories.Select(term => (term.Id, term.Name))),
        Names(Settings.Tags.Select(term => (term.Id, term.Name))),
        Names(_site.Site.Data.People.Values.Select(person => (person.Id, person.Name))),
        _findings.Locate(_findings.OfSite.Take(MostSiteFindings)),
        Math.Max(0, _findings.OfSite.Length - MostSiteFindings));

    public DeskRow Of(ParsedBundle bundle)
    {
        var pages = Settings.Languages.Select(info => Page(bundle, info.Language)).ToImmutableArray();
        var entries = bundle.Pages.Select(page => _entries.GetValueOrDefault(page.Id)).OfType<PageEntry>().ToList();
        var meta = (entries.Find(entry => entry.Id.Language == entry.Meta.SourceLanguage) ?? entries.FirstOrDefault())?.Meta;
        var isPublished = pages.Any(page => page.State == PageState.Published);
        return new(
            bundle.Id.Value,
            bundle.Kind,
            bundle.Path,
            meta?.Category,
            meta?.Tags ?? [],
            meta?.Authors ?? [],
            meta?.ReviewedBy ?? [],
            Day(meta?.Date),
            entries.Max(entry => Day(entry.Meta.Updated)),
            Day(meta?.Reviewed),
            isPublished ? Day(meta?.Reviewed ?? meta?.Date)?.AddMonths(MonthsBetweenReviews) : null,
            _findings.Count(bundle, Severity.Error),
            _findings.Count(bundle, Severity.Warning),
            pages);
    }

    private DeskPage Page(ParsedBundle bundle, Language language)
    {
        var translation = _states.GetValueOrDefault(new(bundle.Id, language));
        if (bundle.Pages.FirstOrDefault(page => page.Id.Language == language) is { } page)
        {
            return Existing(page, translation);
        }

        var state = bundle.Failed.Contains(language) ? PageState.Failed
            : translation?.Status == TranslationStatus.NotWanted ? PageState.NotWanted : PageState.Missing;
        return new(language.Code, state, null, null, null, 0, 0, 0, null, null, null);
    }

    private DeskPage Existing(ParsedPage page, TranslationState? translation)
    {
        var entry = _entries.GetValueOrDefault(page.Id);
        var date = entry?.Meta.Date ?? page.FrontMatter.Date?.Value;
        var state = page.FrontMatter.Draft ? PageState.Draft : date?.Instant > _site.Now ? PageState.Future : PageState.Published;
        return new(
            page.Id.Language.Code,
            state,
            state == PageState.Future ? Day(date) : null,
            page.FrontMatter.Title.Value,
            entry?.Url.Escaped,
            page.Length.HanCharacters,
            page.Length.Words,
            page.Length.ReadingMinutes,
            translation?.Status,
            translation?.Since,
            translation is { Sections.IsEmpty: false } ? [.. translation.Sections.Select(Section)] : null);
    }

    private static DeskSection Section(OutdatedSection section) =>
        new(section.Change.Section.Id, section.Change.Section.Heading, section.Change.Kind, section.Since);

    private DateOnly? Day(PublicationDate? date) => date is { } known ? Day(known.Instant) : null;

    private DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Settings.TimeZone).DateTime);

    private ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Names(IEnumerable<(string Id, LocalizedText Name)> named) => named
        .DistinctBy(one => one.Id)
        .ToImmutableSortedDictionary(one => one.Id, one => Texts(one.Name), StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, string> Texts(LocalizedText text) => Settings.Languages
        .Select(info => (info.Language.Code, Text: text.Find(info.Language)))
        .Where(one => one.Text is not null)
        .ToImmutableSortedDictionary(one => one.Code, one => one.Text!, StringComparer.Ordinal);
}
