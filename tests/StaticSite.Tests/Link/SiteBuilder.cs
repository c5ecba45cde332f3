using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Link;

/// <summary>A parsed site, written down as briefly as its test allows; dated articles, Chinese and English, nothing else.</summary>
internal sealed class SiteBuilder
{
    public static readonly Language Zh = new("zh");
    public static readonly Language En = new("en");

    private readonly List<ParsedBundle> _bundles = [];
    private readonly Dictionary<SiteUrl, FileContent> _static = [];
    private SiteSettings _settings = new()
    {
        Where = new("input/site.yml", 0, 0),
        BaseUrl = new("https://example.org"),
        TimeZone = TimeZoneInfo.CreateCustomTimeZone("China", PageBuilder.China, null, null),
        Languages = [new(Zh, "zh-CN", "中文"), new(En, "en", "English")],
        Title = LocalizedText.Of("Site"),
        Publisher = new(LocalizedText.Of("Publisher"), null, null, null, null, null, null),
    };

    private SiteData _data = SiteData.Empty;

    private BuildOptions _options = new(
        "/site", "/site/output", null, Drafts: false, Future: false, new DateTimeOffset(2026, 1, 1, 0, 0, 0, PageBuilder.China));

    public static SourceSpan InSettings(int start) => new("input/site.yml", start, 1);

    public static LocalizedText Text(string? zh, string? en)
    {
        var texts = ImmutableDictionary<Language, string>.Empty;
        texts = zh is null ? texts : texts.Add(Zh, zh);
        return new(null, en is null ? texts : texts.Add(En, en));
    }

    public static Item Work(string id) => new(id, "article-journal");

    public SiteBuilder Settings(Func<SiteSettings, SiteSettings> change)
    {
        _settings = change(_settings);
        return this;
    }

    public SiteBuilder Data(Func<SiteData, SiteData> change)
    {
        _data = change(_data);
        return this;
    }

    public SiteBuilder Options(Func<BuildOptions, BuildOptions> change)
    {
        _options = change(_options);
        return this;
    }

    public SiteBuilder Category(string id, string? zh, string? en, params string[] disclaimers) => Settings(settings => settings with
    {
        Categories = settings.Categories.Add(new(id, Text(zh, en), [.. disclaimers.Select(one => new Located<string>(one, InSettings(30)))], InSettings(20))),
    });

    public SiteBuilder Tag(string id, string? zh, string? en) =>
        Settings(settings => settings with { Tags = settings.Tags.Add(new(id, Text(zh, en), [], InSettings(40))) });

    public SiteBuilder Menu(params string[] entries) =>
        Settings(settings => settings with { Menu = [.. entries.Select(entry => new Located<string>(entry, InSettings(10)))] });

    public SiteBuilder SiteDisclaimers(params string[] ids) =>
        Settings(settings => settings with { Disclaimers = [.. ids.Select(id => new Located<string>(id, InSettings(50)))] });

    public SiteBuilder Person(string id, string? zh, string? en) => Data(data => data with
    {
        People = data.People.Add(id, new(id, PersonKind.Person, Text(zh, en), null, null, null, new("input/data/people.yml", 0, 1))),
    });

    public SiteBuilder Disclaimer(string id, params Language[] languages) => Data(data => data with
    {
        Disclaimers = data.Disclaimers.Add(id, new(
            id, languages.ToImmutableDictionary(language => language, _ => "<p>No advice.</p>"), new("input/data/disclaimers.yml", 0, 1))),
    });

    public SiteBuilder SiteReferences(params string[] keys) => Data(data => data with
    {
        References = ReferenceLibrary.Of([.. keys.Select(key => new Located<Item>(Work(key), new("input/data/references.yml", 0, 1)))]),
    });

    public SiteBuilder Static(params string[] paths)
    {
        foreach (var path in paths)
        {
            _static.Add(new(path), new("/site/input/static" + path, 1, "0123456789abcdef"));
        }

        return this;
    }

    /// <summary>An article of 2025-05-20, unless its languages say otherwise.</summary>
    public SiteBuilder Article(string id, Action<PageBuilder>? zh = null, Action<PageBuilder>? en = null, Action<BundleBuilder>? bundle = null) =>
        Add(new BundleBuilder(id, BundleKind.Article), zh, en, bundle);

    public SiteBuilder Page(string id, Action<PageBuilder>? zh = null, Action<PageBuilder>? en = null, Action<BundleBuilder>? bundle = null) =>
        Add(new BundleBuilder(id, BundleKind.Page), zh, en, bundle);

    public Outcome<LinkedSite> Link() =>
        SiteLinker.Create(new ParsedSite(_settings, _data, [.. _bundles], _static.ToImmutableDictionary()), _options).LinkBodies();

    /// <summary>All that was found wrong, as text.</summary>
    public string Messages() => string.Join('\n', Link().Diagnostics.Select(Text));

    /// <summary>The site, of which nothing was found wrong.</summary>
    /// <param name="but">What does not count.</param>
    public LinkedSite Clean(Severity? but = null)
    {
        var outcome = Link();
        Assert.Equal("", string.Join('\n', outcome.Diagnostics.Where(found => found.Severity != but).Select(Text)));
        return outcome.Value;
    }

    private SiteBuilder Add(BundleBuilder builder, Action<PageBuilder>? zh, Action<PageBuilder>? en, Action<BundleBuilder>? bundle)
    {
        builder.Language("zh", zh).Language("en", en);
        bundle?.Invoke(builder);
        _bundles.Add(builder.Build());
        return this;
    }

    private static string Text(Diagnostic one)
    {
        var notes = one.Notes.Select(note => $"\n  note {note.Where.Path}: {note.Message}");
        var hint = one.Hint is null ? "" : $"\n  hint: {one.Hint}";
        return $"{one.Where.Path}: {one.Severity.ToString().ToLowerInvariant()} {one.Code}: {one.Message}{hint}{string.Concat(notes)}";
    }
}

/// <summary>A bundle of a <see cref="SiteBuilder"/>.</summary>
internal sealed class BundleBuilder(string id, BundleKind kind)
{
    private readonly string _folder = $"input/{(kind == BundleKind.Article ? "articles" : "pages")}/{id}";
    private readonly List<ParsedPage> _pages = [];
    private readonly List<Language> _failed = [];
    private readonly List<Located<Item>> _references = [];
    private readonly Dictionary<string, BundleFile> _files = [];
    private readonly List<AcceptedText> _accepted = [];

    public BundleBuilder Language(string language, Action<PageBuilder>? write)
    {
        if (write is not null)
        {
            var page = new PageBuilder(new(id), kind, _folder, language);
            if (kind == BundleKind.Article)
            {
                page.Date("2025-05-20");
            }

            write(page);
            _pages.Add(page.Build());
        }

        return this;
    }

    public BundleBuilder Failed(string language)
    {
        _failed.Add(new(language));
        return this;
    }

    public BundleBuilder References(params string[] keys)
    {
        _references.AddRange(keys.Select((key, i) => new Located<Item>(SiteBuilder.Work(key), new($"{_folder}/references.yml", i, 1))));
        return this;
    }

    public BundleBuilder Files(params string[] names)
    {
        foreach (var name in names)
        {
            var path = $"{_folder}/{name}";
            _files[name] = name.EndsWith(".svg", StringComparison.Ordinal)
                ? new SvgFile(name, path, default, Stored.InMemory("<svg/>"), null, null)
                : new AssetFile(name, path, new($"/site/{path}", 1, "0123456789abcdef"), null, null);
        }

        return this;
    }

    /// <summary>The source text that a translation was made from, its title that of the bundle.</summary>
    public BundleBuilder Accepted(string language, string date, string markdown, Func<AcceptedText, AcceptedText>? change = null)
    {
        var path = $"{_folder}/.accepted/{language}.md";
        var sections = MarkdownParser.ParseSections(new SourceFile(path, markdown), 0).Value.Insert(0, TextSections.OfTitle(new(id, default)));
        var text = new AcceptedText(
            new(language), null, path, DateOnly.Parse(date, CultureInfo.InvariantCulture), ImmutableDictionary<string, DateOnly>.Empty, null, id, sections);
        _accepted.Add(change is null ? text : change(text));
        return this;
    }

    public ParsedBundle Build() => new(
        new(id), kind, _folder, [.. _pages], [.. _failed], ReferenceLibrary.Of(_references), _files.ToImmutableDictionary())
    {
        Accepted = [.. _accepted],
    };
}

/// <summary>Short ways to a linked page's parts.</summary>
internal static class LinkedSiteParts
{
    public static LinkedPage Page(this LinkedSite site, string id, Language language) =>
        Assert.Single(site.Pages, page => page.Page.Id == new PageId(new(id), language)).Link();

    public static LinkTarget FirstLink(this LinkedPage page) => page.Targets.OfType<LinkTarget>().First();

    public static string[] RelatedIds(this LinkedPage page) => [.. page.Related.Select(link => link.Page?.Id.Bundle.Value ?? link.Url ?? "")];
}
