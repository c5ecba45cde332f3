using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Parse.Html;
using StaticSite.Read;

namespace StaticSite;

/// <summary>One bundle, each of its files read and parsed by itself, so that no text outlives its parse.</summary>
internal sealed class BundleInput
{
    private static readonly Digest s_references = DigestBuilder.Of("references"), s_svg = DigestBuilder.Of("svg");

    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly CachedSources _sources;
    private readonly SiteSettings _settings;
    private readonly Digest _context;

    private BundleInput(SiteSettings settings, Digest context, ISourceCache cache)
    {
        (_settings, _context, _sources) = (settings, context, new(cache, found => _found.AddRange(found)));
    }

    /// <param name="context">What <see cref="Context"/> says of the same settings.</param>
    public static Outcome<ParsedBundle> Read(BundleFiles bundle, SiteSettings settings, Digest context, ISourceCache cache)
    {
        var input = new BundleInput(settings, context, cache);
        var parsed = input.Read(bundle);
        return new(parsed, input._found.ToImmutable());
    }

    /// <summary>Of the settings that reach the parse of a page.</summary>
    public static Digest Context(SiteSettings settings)
    {
        var context = DigestBuilder.Start().Add("page").Add(settings.TimeZone.Id);
        foreach (var info in settings.Languages)
        {
            context.Add(info.Language.Code);
        }

        return context.Finish();
    }

    private ParsedBundle Read(BundleFiles bundle)
    {
        _found.AddRange(BundleLayout.Check(bundle, _settings));
        var pages = ImmutableArray.CreateBuilder<ParsedPage>();
        var failed = ImmutableArray.CreateBuilder<Language>();
        foreach (var language in _settings.Languages.Select(info => info.Language))
        {
            var file = bundle.Files.FirstOrDefault(file => Below(file) is var name && name.StartsWith(language.Code, StringComparison.Ordinal) && name[language.Code.Length..] is ".md");
            if (file is null)
            {
                continue;
            }

            if (ReadPage(bundle, file, language) is { } page)
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
            Accepted = [.. _settings.Languages.Select(info => ReadAccepted(bundle, info.Language)).OfType<AcceptedText>()],
        };

        ReadOnlySpan<char> Below(InputFile file) => file.Path.AsSpan(bundle.Path.Length + 1);
        bool IsReferenceFile(InputFile file) => ReferenceFileParser.IsReferenceFile(Below(file));
        bool IsText(InputFile file) => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
    }

    private ParsedPage? ReadPage(BundleFiles bundle, InputFile file, Language language)
    {
        var page = _sources.Parse(SourceRecords.Page, file, _context, (source, digest) => ParsePage(source, DigestBuilder.Start().Add(digest).Add(_context).Finish()));
        return page is null ? null : page with { Id = new PageId(bundle.Id, language), Kind = bundle.Kind, Path = file.Path };
    }

    /// <summary>A page that does not know yet to which bundle it belongs.</summary>
    private Outcome<ParsedPage?> ParsePage(SourceFile source, Digest digest)
    {
        var ((frontMatter, bodyStart), found) = FrontMatterParser.Parse(source, _settings);
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
            Stored.InMemory(TermWeights.Of(body.Terms)),
            body.Length,
            frontMatter.Description is null ? body.Summary : "")
        {
            HasCitations = details.HasCitations(),
            Boxed = details.BoxedTargets(),
        };
        return new(page, [.. found, .. foundInBody]);
    }

    private AcceptedText? ReadAccepted(BundleFiles bundle, Language language)
    {
        var file = bundle.Accepted.FirstOrDefault(file => file.Path == $"{bundle.Path}/{BundleLayout.AcceptedFolder}/{language}.md");
        if (file is null)
        {
            return null;
        }

        var key = DigestBuilder.Start().Add("accepted").Add(_context).Add(language.Code).Finish();
        var accepted = _sources.Parse(SourceRecords.Accepted, file, key, (source, _) => AcceptedTextParser.Parse(source, language, _settings));
        return accepted is null ? null : accepted with { Path = file.Path };
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
}
