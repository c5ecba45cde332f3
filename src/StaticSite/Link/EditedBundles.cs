using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <param name="Now">With the new texts.</param>
/// <param name="TermsBefore">What the pages were about that have another text now.</param>
internal sealed record BundleEdit(ParsedBundle Now, ImmutableArray<KeyValuePair<PageId, Stored<TermWeights>>> TermsBefore);

/// <summary>The bundles of a site of which a few have other texts than in the last build; the others are read when somebody asks for them. Safe to use from many threads.</summary>
internal sealed class EditedBundles
{
    private readonly ConcurrentDictionary<BundleId, Lazy<SiteBundle?>> _read = new();
    private readonly SiteMemory _memory;
    private readonly Func<BundleId, SiteBundle?> _readBundle;
    private readonly Dictionary<BundleId, int> _places;

    /// <param name="parsed">Without bundles.</param>
    /// <param name="memory">Of the last build.</param>
    /// <param name="read">Gives any bundle but the edited ones, as the last build read it.</param>
    public EditedBundles(ParsedSite parsed, SiteMemory memory, ImmutableArray<BundleEdit> edits, Func<BundleId, ParsedBundle?> read, BuildOptions options)
    {
        (_memory, _readBundle) = (memory, id => read(id) is { } bundle ? SiteBundle.Create(bundle, parsed.Settings, options) : null);
        _places = new(memory.Bundles.Length);
        for (var place = 0; place < memory.Bundles.Length; place++)
        {
            // Of two bundles of one name the first counts.
            _places.TryAdd(IdOf(memory.Bundles[place]), place);
        }

        foreach (var edit in edits)
        {
            _read[edit.Now.Id] = new(SiteBundle.Create(edit.Now, parsed.Settings, options));
        }

        Index = new(parsed.Settings, new(() => new(_places.Keys.Select(id => id.Value))), Find);
        Disclaimers = new(parsed.Settings, parsed.Data);
        Edited = [.. edits.Select(edit => BundleFacts.Find(Find(edit.Now.Id)!, Index, Disclaimers))];
    }

    public SiteIndex Index { get; }

    public Disclaimers Disclaimers { get; }

    public ImmutableArray<BundleFacts> Edited { get; }

    /// <summary>Whether nothing but texts, titles and the like has changed: no page has come, gone or moved, or stands in other lists.</summary>
    public bool IsElsewhereAsItWas =>
        !_memory.OfSite.SelectMany(Places).Any(place => Edited.Any(edited => place.Path.StartsWith(edited.Bundle.Parsed.Path + "/", StringComparison.Ordinal)))
        && Edited.All(IsAsItWas);

    /// <summary>Whether lists, neighbours and related reading show of the edited articles what they showed before.</summary>
    public bool AreCardsAsTheyWere => Edited.All(bundle => Pairs(bundle).All(pair =>
        pair.Now.Summary.Title == pair.Before.Summary.Title
        && pair.Now.Summary.Description == pair.Before.Summary.Description
        && IsSame(pair.Now.Summary.Date, pair.Before.Summary.Date)));

    public bool IsSitemapAsItWas => Edited.All(bundle => Pairs(bundle).All(pair =>
        pair.Now.IsInSitemap == pair.Before.IsInSitemap
        && pair.Now.Meta.SourceLanguage == pair.Before.Meta.SourceLanguage
        && IsSame(pair.Now.Summary.Date, pair.Before.Summary.Date)
        && IsSame(pair.Now.Meta.Updated, pair.Before.Meta.Updated)));

    public BundleFacts Facts(BundleId id) => Edited.FirstOrDefault(bundle => bundle.Bundle.Id == id) ?? BundleFacts.Find(Find(id)!, Index, Disclaimers);

    public Stored<TermWeights> TermsOf(PageId id) => new LateTerms(() => Find(id.Bundle)!.Published.First(page => page.Id == id).Parsed.Terms);

    /// <summary>Reads every bundle.</summary>
    public ImmutableArray<SiteBundle> ReadAll() =>
        [.. SideBySide.Select([.. _places.OrderBy(one => one.Value).Select(one => one.Key)], Find).OfType<SiteBundle>()];

    /// <summary>What the next build may take for known.</summary>
    /// <param name="diagnostics">Of the bundles that were looked at again; those of the others are as they were.</param>
    public SiteMemory Remember(IReadOnlyDictionary<BundleId, ImmutableArray<Diagnostic>> diagnostics)
    {
        var bundles = _memory.Bundles.ToBuilder();
        foreach (var (id, found) in diagnostics)
        {
            bundles[_places[id]] = bundles[_places[id]] with { Diagnostics = found };
        }

        foreach (var edited in Edited)
        {
            var place = _places[edited.Bundle.Id];
            bundles[place] = bundles[place] with { Pages = ImmutableArray.CreateRange(edited.Pages, page => page.Outline) };
        }

        return _memory with { Bundles = bundles.ToImmutable() };
    }

    private static BundleId IdOf(BundleMemory bundle) => new(bundle.Path[(bundle.Path.LastIndexOf('/') + 1)..]);

    /// <summary>A place in a text that was edited may be in another line now.</summary>
    private static IEnumerable<SourceSpan> Places(Diagnostic diagnostic) => diagnostic.Notes.Select(note => note.Where).Prepend(diagnostic.Where);

    private SiteBundle? Find(BundleId id) => _places.ContainsKey(id) ? _read.GetOrAdd(id, id => new(() => _readBundle(id))).Value : null;

    private bool IsAsItWas(BundleFacts edited)
    {
        var before = _memory.Bundles[_places[edited.Bundle.Id]];
        return edited.Bundle.Parsed is { Kind: BundleKind.Article, Failed.IsEmpty: true }
            && before.IsWhole
            && !edited.Bundle.Hidden.Any()
            && edited.Pages.Length == before.Pages.Length
            && edited.Pages.Zip(before.Pages).All(pair => IsAsItWas(pair.First.Outline, pair.Second) && HasSameAliases(pair.First.Page));
    }

    /// <summary>One moment in two time zones is printed as two dates.</summary>
    private static bool IsSame(PublicationDate? one, PublicationDate? other) => one == other && one?.Instant.Offset == other?.Instant.Offset;

    private IEnumerable<(PageOutline Now, PageOutline Before)> Pairs(BundleFacts edited) =>
        edited.Pages.Zip(_memory.Bundles[_places[edited.Bundle.Id]].Pages, (now, before) => (now.Outline, before));

    private static bool IsAsItWas(PageOutline now, PageOutline before) =>
        now.Id == before.Id
        && now.Summary.Url == before.Summary.Url
        && now.Summary.Date == before.Summary.Date
        && now.Summary.Category == before.Summary.Category
        && now.Summary.Tags.SequenceEqual(before.Summary.Tags)
        && now.Meta.Authors.SequenceEqual(before.Meta.Authors)
        && now.Meta.ReviewedBy.SequenceEqual(before.Meta.ReviewedBy);

    private bool HasSameAliases(SitePage page) =>
        Redirects.Of(page).SequenceEqual(_memory.Redirects.Where(redirect => redirect.To == page.Url).Select(redirect => redirect.From));

    /// <summary>Their page is read when somebody asks for them.</summary>
    private sealed class LateTerms(Func<Stored<TermWeights>> find) : Stored<TermWeights>
    {
        public override TermWeights Load() => find().Load();
    }
}
