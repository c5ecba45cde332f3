using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Parse.Html;
using StaticSite.Read;

namespace StaticSite;

/// <summary>Everything of input/ and theme/, each file read and parsed by itself.</summary>
/// <param name="Fingerprint">Of the paths and bytes of all files.</param>
internal sealed record SiteInput(ParsedSite Site, Theme Theme, string Fingerprint)
{
    /// <summary>Null where site.yml has an error: without it nothing else can be judged.</summary>
    public static Outcome<SiteInput?> Read(
        SiteFiles files, BuildOptions options, SourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation) =>
        new SiteInputReader(cache, progress, cancellation).Read(files, options);
}

/// <summary>Reads one file at a time and hands it to its parser, so that no text outlives its parse.</summary>
internal sealed class SiteInputReader
{
    private const string CitationStyleFolder = "theme/citation-styles/";

    private static readonly Digest s_references = DigestBuilder.Of("references"), s_svg = DigestBuilder.Of("svg");

    private readonly ConcurrentBag<Diagnostic> _found = [];
    private readonly CachedSources _sources;
    private readonly IProgress<BuildProgress>? _progress;
    private readonly CancellationToken _cancellation;

    public SiteInputReader(SourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        _sources = new(cache, Report);
        (_progress, _cancellation) = (progress, cancellation);
    }

    public Outcome<SiteInput?> Read(SiteFiles files, BuildOptions options)
    {
        var input = ReadSettings(files, options) is { } settings
            ? new SiteInput(ReadSite(files, settings), ReadTheme(files), Fingerprint(files))
            : null;
        return new(input, [.. _found]);
    }

    private SiteSettings? ReadSettings(SiteFiles files, BuildOptions options)
    {
        if (files.Settings is not { } file || _sources.ReadText(file) is not { } source || Take(SettingsParser.Parse(source)) is not { } settings)
        {
            return null;
        }

        return settings with { BaseUrl = options.BaseUrl ?? settings.BaseUrl };
    }

    private ParsedSite ReadSite(SiteFiles files, SiteSettings settings)
    {
        var data = ReadData(files, settings);
        var bundles = new ParsedBundle[files.Bundles.Length];
        var (done, context) = (0, PageContext(settings));
        Parallel.For(0, bundles.Length, new ParallelOptions { CancellationToken = _cancellation }, index =>
        {
            bundles[index] = ReadBundle(files.Bundles[index], settings, context);
            _progress?.Report(new BuildProgress("parse", Interlocked.Increment(ref done), bundles.Length));
        });
        var statics = files.Static
            .Select(file => (Url: new SiteUrl(file.Path["input/static".Length..]), Content: _sources.ReadContent(file)))
            .Where(file => file.Content is not null)
            .ToImmutableDictionary(file => file.Url, file => file.Content!);
        return new ParsedSite(settings, data, ImmutableArray.Create(bundles), statics);
    }

    private SiteData ReadData(SiteFiles files, SiteSettings settings)
    {
        var sources = files.Data.Select(_sources.ReadText).OfType<SourceFile>().ToList();
        var data = Take(DataParser.Parse(sources, settings));
        var bySource = sources.ToDictionary(source => source.Path);
        var disclaimers = data.Disclaimers.ToImmutableDictionary(
            disclaimer => disclaimer.Id,
            disclaimer => new Disclaimer(
                disclaimer.Id,
                disclaimer.Text.ToImmutableDictionary(
                    text => text.Key,
                    text => Take(MarkdownParser.ParseFragment(bySource[text.Value.Where.Path], text.Value))),
                disclaimer.Where));
        return new SiteData(data.People, disclaimers, data.References ?? ReferenceLibrary.Unreadable);
    }

    private ParsedBundle ReadBundle(BundleFiles bundle, SiteSettings settings, Digest context)
    {
        Report(BundleLayout.Check(bundle, settings));
        var pages = ImmutableArray.CreateBuilder<ParsedPage>();
        var failed = ImmutableArray.CreateBuilder<Language>();
        foreach (var language in settings.Languages.Select(info => info.Language))
        {
            var file = bundle.Files.FirstOrDefault(file => file.Path == $"{bundle.Path}/{language}.md");
            if (file is null)
            {
                continue;
            }

            if (ReadPage(bundle, file, language, settings, context) is { } page)
            {
                pages.Add(page);
            }
            else
            {
                failed.Add(language);
            }
        }

        var references = bundle.Files.Where(IsReferenceFile).ToList();
        return new ParsedBundle(
            bundle.Id,
            bundle.Kind,
            bundle.Path,
            pages.ToImmutable(),
            failed.ToImmutable(),
            _sources.ParseAll(SourceRecords.References, references, ReferencesContext(references), ReferenceFileParser.Parse) ?? ReferenceLibrary.Unreadable,
            bundle.Files.Where(file => !IsText(file) && !IsReferenceFile(file)).Select(file => ReadFile(bundle, file)).OfType<BundleFile>().ToImmutableDictionary(file => file.Name))
        {
            Accepted = [.. settings.Languages.Select(info => ReadAccepted(bundle, info.Language, settings, context)).OfType<AcceptedText>()],
        };

        bool IsReferenceFile(InputFile file) => file.Path == $"{bundle.Path}/{file.Name}" && ReferenceFileParser.IsReferenceFile(file.Name);
        bool IsText(InputFile file) => file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
    }

    private ParsedPage? ReadPage(BundleFiles bundle, InputFile file, Language language, SiteSettings settings, Digest context)
    {
        var page = _sources.Parse(SourceRecords.Page, file, context, (source, digest) => ParsePage(source, settings, DigestBuilder.Start().Add(digest).Add(context).Finish()));
        return page is null ? null : page with { Id = new PageId(bundle.Id, language), Kind = bundle.Kind, Path = file.Path };
    }

    /// <summary>A page that does not know yet to which bundle it belongs.</summary>
    private static Outcome<ParsedPage?> ParsePage(SourceFile source, SiteSettings settings, Digest digest)
    {
        var ((frontMatter, bodyStart), found) = FrontMatterParser.Parse(source, settings);
        if (frontMatter is null)
        {
            return new(null, found);
        }

        var (body, foundInBody) = MarkdownParser.Parse(source, bodyStart, TermSources(frontMatter));
        var details = new PageDetails(
            body.Body.Slots, body.Headings, body.Numbered, AnchorSet.Of(body.Anchors), [TextSections.OfTitle(frontMatter.Title), .. body.Sections]);
        var page = new ParsedPage(
            default, default, source.Path, digest, frontMatter,
            Stored.InMemory(body.Body.Html),
            Stored.InMemory(details),
            Stored.InMemory(body.Terms),
            body.Length,
            frontMatter.Description is null ? body.Summary : "")
        {
            Cited = details.CitedKeys(),
            Boxed = details.BoxedTargets(),
        };
        return new(page, [.. found, .. foundInBody]);
    }

    private AcceptedText? ReadAccepted(BundleFiles bundle, Language language, SiteSettings settings, Digest context)
    {
        var file = bundle.Accepted.FirstOrDefault(file => file.Path == $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{language}.md");
        if (file is null)
        {
            return null;
        }

        var key = DigestBuilder.Start().Add("accepted").Add(context).Add(language.Code).Finish();
        var accepted = _sources.Parse(SourceRecords.Accepted, file, key, (source, _) => AcceptedTextParser.Parse(source, language, settings));
        return accepted is null ? null : accepted with { Path = file.Path };
    }

    /// <summary>Of the settings that reach the parse of a page.</summary>
    private static Digest PageContext(SiteSettings settings)
    {
        var context = DigestBuilder.Start().Add("page").Add(settings.TimeZone.Id);
        foreach (var info in settings.Languages)
        {
            context.Add(info.Language.Code);
        }

        return context.Finish();
    }

    /// <summary>The format is known by the name.</summary>
    private static Digest ReferencesContext(List<InputFile> files) =>
        files is [var file] ? DigestBuilder.Start().Add(s_references).Add(file.Name).Finish() : s_references;

    private static TermSources TermSources(FrontMatter frontMatter) => new(
        frontMatter.Title.Value,
        frontMatter.Tags is { } tags ? [.. tags.Select(tag => tag.Value)] : [],
        frontMatter.Category?.Value);

    private BundleFile? ReadFile(BundleFiles bundle, InputFile file)
    {
        var name = file.Path[(bundle.Path.Length + 1)..];
        if (name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            return ReadSvg(file, name);
        }

        return _sources.ReadAsset(file, name);
    }

    private SvgFile? ReadSvg(InputFile file, string name)
    {
        var svg = _sources.Parse(SourceRecords.Svg, file, DigestBuilder.Start().Add(s_svg).Add(name).Finish(), (source, digest) =>
        {
            var (cleaned, found) = SvgCleaner.Clean(source, name);
            return new(cleaned is null ? null : cleaned with { Source = digest }, found);
        });
        return svg is null ? null : svg with { Name = name, Path = file.Path };
    }

    private Theme ReadTheme(SiteFiles files) => new(
        ReadTemplates(files.Templates, "theme/templates/"),
        ReadTemplates(files.Partials, "theme/partials/"),
        files.Strings
            .Select(file => _sources.ReadText(file) is { } source ? Take(StringsParser.Parse(source, new Language(Path.GetFileNameWithoutExtension(file.Name)))) : null)
            .OfType<ThemeStrings>()
            .ToImmutableDictionary(strings => strings.Language),
        files.ThemeAssets
            .Select(file => (Path: file.Path["theme/assets/".Length..], Content: _sources.ReadContent(file)))
            .Where(file => file.Content is not null)
            .ToImmutableDictionary(file => file.Path, file => file.Content!))
    {
        CitationStyles = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".csl", StringComparison.Ordinal))], CitationStyleFolder),
        CitationLocales = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal))], CitationStyleFolder),
    };

    private ImmutableDictionary<string, SourceFile> ReadTemplates(ImmutableArray<InputFile> files, string folder) => files
        .Select(_sources.ReadText)
        .OfType<SourceFile>()
        .ToImmutableDictionary(source => Path.ChangeExtension(source.Path[folder.Length..], null));

    private string Fingerprint(SiteFiles files) => InputFingerprint.Of(
        from file in files.All
        let digest = _sources.FindDigest(file)
        where digest is not null
        select (file.Path, digest.Value));

    private T Take<T>(Outcome<T> outcome)
    {
        Report(outcome.Diagnostics);
        return outcome.Value;
    }

    private void Report(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _found.Add(diagnostic);
        }
    }
}
