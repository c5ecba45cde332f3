using System.Collections.Immutable;

namespace StaticSite.Model;

public sealed record Publisher(
    LocalizedText Name, LocalizedText? Address, string? Phone, string? Telegram, string? Email,
    Located<string>? WechatQr, string? Icp);

/// <summary>A category or tag of site.yml. Its span is the entry's key.</summary>
public sealed record Term(string Id, LocalizedText Name, ImmutableArray<Located<string>> Disclaimers, SourceSpan Where);

/// <summary>input/site.yml, typed and complete: what the file leaves out has its default here.</summary>
public sealed record SiteSettings
{
    public required SourceSpan Where { get; init; }
    public required Uri BaseUrl { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public DateOnly? Launched { get; init; }

    /// <summary>At least one; the first is the default.</summary>
    public required ImmutableArray<LanguageInfo> Languages { get; init; }
    public required LocalizedText Title { get; init; }
    public LocalizedText? Tagline { get; init; }
    public required Publisher Publisher { get; init; }

    /// <summary><c>articles</c>, <c>categories</c>, <c>tags</c>, <c>people</c>, or ids of pages.</summary>
    public ImmutableArray<Located<string>> Menu { get; init; } = [];

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Term> Categories { get; init; } = [];
    public ImmutableArray<Term> Tags { get; init; } = [];

    /// <summary>Carried by every article.</summary>
    public ImmutableArray<Located<string>> Disclaimers { get; init; } = [];
    public LocalizedText? CitationStyle { get; init; }

    /// <summary>How many related articles a page shows at most.</summary>
    public int Related { get; init; } = 6;
    public int PageSize { get; init; } = 20;
    public int FeedSize { get; init; } = 20;
    public PreviewSettings Preview { get; init; } = new();
    public PublishSettings Publish { get; init; } = new();

    public Language DefaultLanguage => Languages[0].Language;

    public LanguageInfo Info(Language language) => Languages.First(info => info.Language == language);
}
