using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>All that is decided about the site as a whole.</summary>
/// <param name="Hidden">The pages that are not published, by bundle.</param>
/// <param name="Diagnostics">What was found wrong without a look into any body.</param>
internal sealed record SiteFacts(
    ParsedSite Site,
    ImmutableDictionary<BundleId, ImmutableArray<PageFacts>> Hidden,
    LinkedLists Lists,
    Addresses Addresses,
    ImmutableArray<Redirect> Redirects,
    ReferenceSources References,
    Related Related,
    Neighbours Neighbours,
    Disclaimers Disclaimers,
    ImmutableArray<TranslationState> Translations,
    ImmutableArray<Diagnostic> Diagnostics);
