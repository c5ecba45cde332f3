using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>All that is decided about the site as a whole.</summary>
/// <param name="Diagnostics">What is wrong with more than one bundle, with the settings or the data.</param>
internal sealed record SiteFacts(
    SiteSettings Settings,
    SiteData Data,
    LinkedLists Lists,
    Lazy<Addresses> Addresses,
    ReferenceSources References,
    SimilarArticles Similar,
    Neighbours Neighbours,
    Disclaimers Disclaimers,
    ImmutableArray<Diagnostic> Diagnostics);
