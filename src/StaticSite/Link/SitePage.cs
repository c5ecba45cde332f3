using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>A page that this build publishes.</summary>
internal sealed record SitePage(PageFacts Facts, PageSummary Summary)
{
    public PageId Id => Summary.Id;

    public Language Language => Id.Language;

    public SiteUrl Url => Summary.Url;

    public ParsedPage Parsed => Facts.Page;

    public static SitePage Create(PageFacts facts) => new(facts, new(
        facts.Page.Id,
        facts.Page.Kind,
        SiteAddresses.Page(facts.Page.Kind, facts.Slug, facts.Language),
        facts.FrontMatter.Title.Value,
        facts.FrontMatter.Description ?? facts.Page.Summary,
        facts.Date?.Value,
        facts.Category?.Value,
        Ids(facts.Tags),
        facts.Page.Path));

    public PageMeta Meta(ImmutableArray<string> disclaimers) => new(
        Summary.Title,
        Summary.Description,
        Summary.Date,
        Facts.FrontMatter.Updated?.Value,
        Summary.Category,
        Summary.Tags,
        Ids(Facts.Authors),
        Ids(Facts.ReviewedBy),
        Facts.Reviewed,
        Facts.SourceLanguage,
        disclaimers,
        Facts.FrontMatter.CitationStyle?.Value);

    private static ImmutableArray<string> Ids(ImmutableArray<Located<string>> ids) =>
        [.. ids.Select(id => id.Value).Distinct(StringComparer.Ordinal)];
}
