using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>What all documents of one language share: site, menus, language switch, head, dates and phrases.</summary>
internal sealed class Frame
{
    /// <summary>The files of input/static that serve as the site's icon, the best first.</summary>
    private static readonly SiteUrl[] s_icons = [new("/favicon.svg"), new("/favicon.png"), new("/favicon.ico")];

    private readonly SiteView _site;
    private readonly ImmutableArray<MenuItemView> _menu;
    private readonly Dictionary<string, LinkView> _categories, _tags, _people;
    private readonly Dictionary<string, string> _categoryNames, _tagNames;
    private readonly CultureInfo _culture;
    private readonly string _datePattern;

    public Frame(LinkedSite site, LanguageInfo language, Phrase phrase)
    {
        (Site, Language, Phrase) = (site, language, phrase);
        (CitationLabel, BackToPlace, BackToText) = (new(phrase, "citation_label"), new(phrase, "back_to_text_n"), phrase("back_to_text"));
        _culture = CultureInfo.GetCultureInfo(language.Tag);
        _datePattern = phrase("date_format");
        Origin = site.Settings.BaseUrl.GetLeftPart(UriPartial.Authority);
        (_categories, _tags, _people) = (Links(TermKind.Category), Links(TermKind.Tag), Links(TermKind.Person));
        (_categoryNames, _tagNames) = (Terms.Names(site.Settings.Categories, Code), Terms.Names(site.Settings.Tags, Code));
        _menu = Menu.Create(site, language.Language, phrase);
        _site = CreateSite();
    }

    public LinkedSite Site { get; }

    public LanguageInfo Language { get; }

    public Phrase Phrase { get; }

    /// <summary>Of a citation that prints the number alone.</summary>
    public NumberedPhrase CitationLabel { get; }

    /// <summary>Of the links from a work of the list to the places that cite it; of the only one <see cref="BackToText"/>.</summary>
    public NumberedPhrase BackToPlace { get; }

    public string BackToText { get; }

    public Language Code => Language.Language;

    /// <summary>What every document shows of the site, the current item of the menu left out.</summary>
    public SiteView SiteView => _site;

    /// <summary>What stands before every address where it is read outside the site: <c>https://example.org</c>.</summary>
    public string Origin { get; }

    public LinkView HomeLink => new(Phrase("home"), SiteAddresses.Home(Code).Escaped);

    public string Absolute(SiteUrl url) => Origin + url.Escaped;

    public DateView Date(PublicationDate date) => Dates.View(date, _datePattern, _culture);

    /// <summary>A language by its name in this one, which is the theme's string <c>language_zh</c>; else by its own name.</summary>
    public string NameOf(LanguageInfo language)
    {
        var key = $"language_{language.Language}";
        return Phrase(key) is var name && name != key ? name : language.Name;
    }

    /// <summary>A document at an address of this language.</summary>
    /// <param name="alternates">The languages that this document exists in; empty for one that stands alone (404).</param>
    public DocumentView Document(string template, HeadView head, SiteUrl url, ImmutableArray<Alternate> alternates) => new(
        template,
        head,
        SiteAt(url.Escaped),
        [.. Site.Settings.Languages.Select(language => LanguageLink(language, alternates))]);

    public HeadView Head(string title, string description, SiteUrl? canonical, ImmutableArray<Alternate> alternates, SiteUrl? defaultUrl) => new(
        Language.Tag,
        title,
        title == _site.Title ? title : Phrase("title_format", title, _site.Title),
        description,
        canonical is { } url ? Absolute(url) : null,
        Index: canonical is not null,
        Alternates: AlternateViews(alternates, defaultUrl),
        OpenGraph: [],
        Metas: [],
        JsonLdHtml: null,
        PreviousUrl: null,
        NextUrl: null);

    public CardView Card(PageSummary page, LanguageInfo? otherLanguage = null) => new(
        page.Title,
        page.Url.Escaped,
        page.Description,
        page.Date is { } date ? Date(date) : null,
        page.Category is { } category && otherLanguage is null ? FindTermLink(TermKind.Category, category) : null,
        otherLanguage?.Tag,
        otherLanguage?.Name,
        IsExternal: false);

    /// <summary>Null where the term has no page in this language: undated pages may name terms that no article has.</summary>
    public LinkView? FindTermLink(TermKind kind, string id) => (kind switch
    {
        TermKind.Category => _categories,
        TermKind.Tag => _tags,
        _ => _people,
    }).GetValueOrDefault(id);

    /// <summary>What site.yml calls a category or tag, whether or not it has a page.</summary>
    public string TermName(TermKind kind, string id) => (kind == TermKind.Category ? _categoryNames : _tagNames).GetValueOrDefault(id, id);

    private Dictionary<string, LinkView> Links(TermKind kind) => Site.Terms
        .Where(term => term.Kind == kind && term.Language == Code)
        .ToDictionary(term => term.Id, term => new LinkView(term.Name, term.Url.Escaped), StringComparer.Ordinal);

    /// <summary>Away from the menu's pages and lists all pages share one view.</summary>
    private SiteView SiteAt(string url) => _menu.Any(item => IsCurrent(item.Url, url))
        ? _site with { Menu = [.. _menu.Select(item => item with { IsCurrent = IsCurrent(item.Url, url) })] }
        : _site;

    private static bool IsCurrent(string item, string url) =>
        item == url || (item.EndsWith('/') && url.StartsWith(item, StringComparison.Ordinal));

    private LanguageLinkView LanguageLink(LanguageInfo language, ImmutableArray<Alternate> alternates)
    {
        var found = alternates.FirstOrDefault(alternate => alternate.Language == language);
        var url = found?.Url ?? SiteAddresses.Home(language.Language);
        return new LanguageLinkView(language.Language.Code, language.Tag, language.Name, url.Escaped, language == Language, found is not null);
    }

    /// <summary>A set of hreflang links says something only where there are two of them.</summary>
    private ImmutableArray<AlternateView> AlternateViews(ImmutableArray<Alternate> alternates, SiteUrl? defaultUrl)
    {
        if (alternates.Length < 2)
        {
            return [];
        }

        var views = alternates.Select(alternate => new AlternateView(alternate.Language.Tag, Absolute(alternate.Url)));
        return defaultUrl is { } url ? [.. views, new AlternateView("x-default", Absolute(url))] : [.. views];
    }

    private SiteView CreateSite()
    {
        var settings = Site.Settings;
        var years = Site.Articles.Values.SelectMany(articles => articles).Select(article => article.Date?.Instant.Year ?? 0);
        return new SiteView(
            settings.Title.Find(Code) ?? "",
            settings.Tagline?.Find(Code) ?? "",
            SiteAddresses.Home(Code).Escaped,
            SiteAddresses.Feed(Code).Escaped,
            Origin,
            CreatePublisher(settings.Publisher),
            _menu,
            Menu.CreateFooter(Site, Code),
            s_icons.FirstOrDefault(icon => Site.StaticFiles.ContainsKey(icon)) is { Path: { } path } ? path : null,
            // Of the newest article, not of the clock: a build of the same sources gives the same bytes.
            years.Append(settings.Launched?.Year ?? 0).Max().ToString(CultureInfo.InvariantCulture));
    }

    private PublisherView CreatePublisher(Publisher publisher) => new(
        publisher.Name.Find(Code) ?? "",
        publisher.Address?.Find(Code),
        publisher.Phone,
        publisher.Phone is { } phone ? "tel:" + Digits(phone) : null,
        publisher.Telegram,
        publisher.Telegram is { } telegram ? "https://t.me/" + Digits(telegram) : null,
        publisher.Email,
        publisher.WechatQr is { } code ? new SiteUrl("/" + code.Value.TrimStart('/')).Escaped : null,
        publisher.Icp);

    private static string Digits(string number) => string.Concat(number.Where(character => char.IsAsciiDigit(character) || character == '+'));
}
