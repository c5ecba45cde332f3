using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>The texts of a site, by which translations are judged, without its figures, references and theme.</summary>
/// <param name="Bundles">All that are listed, whichever were read.</param>
/// <param name="States">Of the bundles that were read.</param>
internal sealed record TranslationInput(
    SiteSettings Settings, ImmutableArray<BundleFiles> Bundles, ImmutableArray<PageFacts> Pages, ImmutableArray<TranslationState> States)
{
    /// <summary>Null where site.yml has an error. What else is wrong is found by a build; here only what cannot be read counts.</summary>
    /// <param name="only">The id of the one bundle to read; null for all.</param>
    public static Outcome<TranslationInput?> Read(string root, string? only, CancellationToken cancellation)
    {
        var listed = SiteReader.List(root);
        var bundles = listed.Value.Bundles.Where(bundle => only is null || bundle.Id.Value == only).Select(TextsOf).ToImmutableArray();
        var files = new SiteFiles(listed.Value.Settings, bundles, [], [], [], [], [], [], []);

        // Drafts and articles of the future are translated too, so the clock does not matter.
        var options = new BuildOptions(root, "", null, Drafts: true, Future: true, DateTimeOffset.MaxValue);
        using var folder = CacheFolder.Open(CacheFolder.Of(root), () => { }, cancellation);
        using var cache = SourceCache.Open(folder, SiteGenerator.Identity, fresh: false);
        var read = SiteInput.Read(files, options, cache, progress: null, cancellation);
        var errors = listed.Diagnostics.Where(IsOfTheContent).Concat(read.Diagnostics).Where(found => found.Severity == Severity.Error).ToImmutableArray();
        if (read.Value is not { Site: var site })
        {
            return new(null, errors);
        }

        var pages = Translations.Inherit(site).Select(InMemory).ToImmutableArray();
        return new(new(site.Settings, listed.Value.Bundles, pages, Freshness.Of(pages, site.Settings)), errors);
    }

    /// <summary>The cache is closed before anybody asks for the sections.</summary>
    private static PageFacts InMemory(PageFacts page) => page with { Page = page.Page with { Details = Stored.InMemory(page.Page.Details.Load()) } };

    private static BundleFiles TextsOf(BundleFiles bundle) =>
        bundle with { Files = bundle.Files.RemoveAll(file => !file.Name.EndsWith(".md", StringComparison.Ordinal)) };

    private static bool IsOfTheContent(Diagnostic found) => found.Where.Path.StartsWith("input", StringComparison.Ordinal);
}

/// <summary>Why a request cannot be met that was understood.</summary>
internal sealed record Refusal(string Message, string? Hint);
