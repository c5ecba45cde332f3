using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Parse.Html;
using StaticSite.Read;

namespace StaticSite;

/// <summary>Everything of input/ and theme/, each file read and parsed by itself.</summary>
internal sealed record SiteInput(ParsedSite Site, Theme Theme)
{
    /// <summary>Null where site.yml has an error: without it nothing else can be judged.</summary>
    public static Outcome<SiteInput?> Read(SiteFiles files, BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation) =>
        new SiteInputReader(progress, cancellation).Read(files, options);
}

/// <summary>Reads one file at a time and hands it to its parser, so that no text outlives its parse.</summary>
internal sealed class SiteInputReader(IProgress<BuildProgress>? progress, CancellationToken cancellation)
{
    private const string CitationStyleFolder = "theme/citation-styles/";

    private readonly ConcurrentBag<Diagnostic> _found = [];

    public Outcome<SiteInput?> Read(SiteFiles files, BuildOptions options)
    {
        var input = ReadSettings(files, options) is { } settings
            ? new SiteInput(ReadSite(files, settings), ReadTheme(files))
            : null;
        return new(input, [.. _found]);
    }

    private SiteSettings? ReadSettings(SiteFiles files, BuildOptions options)
    {
        if (files.Settings is not { } file || ReadText(file) is not { } source || Take(SettingsParser.Parse(source)) is not { } settings)
        {
            return null;
        }

        return settings with { BaseUrl = options.BaseUrl ?? settings.BaseUrl };
    }

    private ParsedSite ReadSite(SiteFiles files, SiteSettings settings)
    {
        var data = ReadData(files, settings);
        var bundles = new ParsedBundle[files.Bundles.Length];
        var done = 0;
        Parallel.For(0, bundles.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            bundles[index] = ReadBundle(files.Bundles[index], settings);
            progress?.Report(new BuildProgress("parse", Interlocked.Increment(ref done), bundles.Length));
        });
        var statics = files.Static
            .Select(file => (Url: new SiteUrl(file.Path["input/static".Length..]), Content: Take(SourceReader.ReadContent(file))))
            .Where(file => file.Content is not null)
            .ToImmutableDictionary(file => file.Url, file => file.Content!);
        return new ParsedSite(settings, data, ImmutableArray.Create(bundles), statics);
    }

    private SiteData ReadData(SiteFiles files, SiteSettings settings)
    {
        var sources = files.Data.Select(ReadText).OfType<SourceFile>().ToList();
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

    private ParsedBundle ReadBundle(BundleFiles bundle, SiteSettings settings)
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

            if (ReadPage(bundle, file, language, settings) is { } page)
            {
                pages.Add(page);
            }
            else
            {
                failed.Add(language);
            }
        }

        var references = bundle.Files.Where(IsReferenceFile).Select(ReadText).OfType<SourceFile>().ToList();
        return new ParsedBundle(
            bundle.Id,
            bundle.Kind,
            bundle.Path,
            pages.ToImmutable(),
            failed.ToImmutable(),
            Take(ReferenceFileParser.Parse(references)) ?? ReferenceLibrary.Unreadable,
            bundle.Files.Where(file => !IsText(file) && !IsReferenceFile(file)).Select(file => ReadFile(bundle, file)).OfType<BundleFile>().ToImmutableDictionary(file => file.Name))
        {
            Accepted = [.. settings.Languages.Select(info => ReadAccepted(bundle, info.Language, settings)).OfType<AcceptedText>()],
        };

        bool IsReferenceFile(InputFile file) => file.Path == $"{bundle.Path}/{file.Name}" && ReferenceFileParser.IsReferenceFile(file.Name);
        bool IsText(InputFile file) => file.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
    }

    private ParsedPage? ReadPage(BundleFiles bundle, InputFile file, Language language, SiteSettings settings)
    {
        if (ReadText(file) is not { } source)
        {
            return null;
        }

        var (frontMatter, bodyStart) = Take(FrontMatterParser.Parse(source, settings));
        if (frontMatter is null)
        {
            return null;
        }

        var body = Take(MarkdownParser.Parse(source, bodyStart, TermSources(frontMatter)));
        return new ParsedPage(
            new PageId(bundle.Id, language), bundle.Kind, file.Path, frontMatter,
            body.Body, body.Headings, body.Numbered, body.Anchors, body.Terms, body.Length, body.Summary)
        {
            Sections = [TextSections.OfTitle(frontMatter.Title), .. body.Sections],
        };
    }

    private AcceptedText? ReadAccepted(BundleFiles bundle, Language language, SiteSettings settings)
    {
        var file = bundle.Accepted.FirstOrDefault(file => file.Path == $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{language}.md");
        return file is not null && ReadText(file) is { } source ? Take(AcceptedTextParser.Parse(source, language, settings)) : null;
    }

    private static TermSources TermSources(FrontMatter frontMatter) => new(
        frontMatter.Title.Value,
        frontMatter.Tags is { } tags ? [.. tags.Select(tag => tag.Value)] : [],
        frontMatter.Category?.Value);

    private BundleFile? ReadFile(BundleFiles bundle, InputFile file)
    {
        var name = file.Path[(bundle.Path.Length + 1)..];
        if (name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            return ReadText(file) is { } source ? Take(SvgCleaner.Clean(source, name)) : null;
        }

        return Take(SourceReader.ReadAsset(file, name));
    }

    private Theme ReadTheme(SiteFiles files) => new(
        ReadTemplates(files.Templates, "theme/templates/"),
        ReadTemplates(files.Partials, "theme/partials/"),
        files.Strings
            .Select(file => ReadText(file) is { } source ? Take(StringsParser.Parse(source, new Language(Path.GetFileNameWithoutExtension(file.Name)))) : null)
            .OfType<ThemeStrings>()
            .ToImmutableDictionary(strings => strings.Language),
        files.ThemeAssets
            .Select(file => (Path: file.Path["theme/assets/".Length..], Content: Take(SourceReader.ReadContent(file))))
            .Where(file => file.Content is not null)
            .ToImmutableDictionary(file => file.Path, file => file.Content!))
    {
        CitationStyles = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".csl", StringComparison.Ordinal))], CitationStyleFolder),
        CitationLocales = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal))], CitationStyleFolder),
    };

    private ImmutableDictionary<string, SourceFile> ReadTemplates(ImmutableArray<InputFile> files, string folder) => files
        .Select(ReadText)
        .OfType<SourceFile>()
        .ToImmutableDictionary(source => Path.ChangeExtension(source.Path[folder.Length..], null));

    private SourceFile? ReadText(InputFile file) => Take(SourceReader.ReadText(file));

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
