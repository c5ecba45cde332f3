using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;
using StaticSite.Write;

namespace StaticSite;

/// <summary>What an edit changes. Nothing of it is written yet.</summary>
/// <param name="Fingerprint">Of the paths and bytes of all sources.</param>
/// <param name="Diagnostics">All that is wrong with the site, but for what listing its files has found.</param>
/// <param name="Site">What is known of the site now; null where that is what was known before.</param>
internal sealed record EditPlan(
    WritePlan Plan, Uri BaseUrl, string Fingerprint, ImmutableArray<Diagnostic> Diagnostics, SiteMemory? Site, ImmutableArray<SimilarityMemory?> Similarities);

/// <summary>
/// The build after a few articles were edited. It reads them and what they lead to, and renders the files that show something of them; all else
/// holds as the last build found it. Where more has changed than texts, or anything is wrong, it leaves the work to the whole build.
/// </summary>
internal sealed class EditBuild
{
    private readonly BuildOptions _options;
    private readonly OutputFolder _folder;
    private readonly SiteFiles _files;
    private readonly BuildState _last;
    private readonly SourceCache _sources;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    private EditBuild(BuildOptions options, OutputFolder folder, SiteFiles files, BuildState last, SourceCache sources, CancellationToken cancellation)
    {
        (_options, _folder, _files, _last, _sources, _cancellation) = (options, folder, files, last, sources, cancellation);
    }

    /// <returns>Null where the whole site has to be built.</returns>
    public static EditPlan? Plan(
        BuildOptions options, OutputFolder folder, SiteFiles files, Circumstances now, BuildState last, SourceCache sources, CancellationToken cancellation) =>
        last.Findings.ButTexts == now.ButTexts && last.Findings.Sources == sources.State && last.Findings.IsOf(options.Now)
            ? new EditBuild(options, folder, files, last, sources, cancellation).Plan()
            : null;

    private EditPlan? Plan()
    {
        // What is large is read while the rest is worked on.
        var remembering = Task.Run(_last.LoadSite, _cancellation);
        var comparing = Task.Run(_last.LoadSimilarities, _cancellation);
        var loading = Task.Run(() => _last.LoadIngredients() is { } ingredients ? (Ingredients: ingredients, Outputs: _last.OutputsOf(ingredients)) : default, _cancellation);
        var scanning = Task.Run(() => OutputScan.Read(_folder), _cancellation);
        if (EditedTexts.FindEdited(_files, _sources) is not { } edited || Take(SiteInput.ReadBesideBundles(_files, _options, _sources)) is not { Site: var parsed, Theme: var theme })
        {
            return null;
        }

        var fingerprint = Task.Run(() => SiteInput.FindFingerprint(_files, _sources), _cancellation);
        var settings = parsed.Settings;
        var compiling = Task.Run(() => CompiledTheme.Compile(theme, settings.Languages, SourceReader.ReadStylesheet), _cancellation);
        var texts = new EditedTexts(_files.Bundles, settings, _sources);
        ImmutableArray<BundleEdit> edits = [.. edited.Select(texts.ReadEdit).OfType<BundleEdit>()];
        if (edits.Length < edited.Length || Wait(remembering) is not { } memory || Wait(comparing) is not { } similarities)
        {
            return null;
        }

        var bundles = new EditedBundles(parsed, memory, edits, texts.Read, _options);
        if (!bundles.IsElsewhereAsItWas)
        {
            return null;
        }

        var site = new EditedSite(parsed, memory, similarities, bundles, edits);
        if (Wait(loading) is not { Ingredients: { } ingredients, Outputs: var last }
            || Take(SiteRenderer.Create(site.Site, Wait(compiling), new(_options.Now, SiteGenerator.Identity))) is not { } renderer)
        {
            return null;
        }

        var affected = FindAffected(edited, bundles, site, ingredients);
        var used = SiteLinker.AssetsOf(edits.SelectMany(edit => site.Link(edit.Now.Id).Pages));
        if (new EditedOutputs(_folder, last, affected).Combine(site.Site.Pages, renderer, used) is not { } files)
        {
            return null;
        }

        var plan = Take(SiteWriter.Plan(files, _folder, Wait(scanning), last, _cancellation));
        var again = FindDiagnostics(affected, edits, site, texts);
        var now = bundles.Remember(again);
        _found.AddRange(SiteLinker.Once(now.OfSite.Concat(now.Bundles.SelectMany(bundle => bundle.Diagnostics))));
        return plan.Files.All(file => file.IsCurrent || affected.Contains(file.File.Path))
            ? new(plan, settings.BaseUrl, Wait(fingerprint), _found.ToImmutable(), SiteMemoryRecord.AreSame(memory, now) ? null : now, site.Similar.Known)
            : null;
    }

    /// <summary>The paths of the outputs that may be others now. Those that show nothing of the edited files, and the same related reading, are not.</summary>
    private static HashSet<string> FindAffected(ImmutableArray<BundleFiles> edited, EditedBundles bundles, EditedSite site, OutputIngredients ingredients)
    {
        var shown = edited.SelectMany(bundle => bundle.Files.Concat(bundle.Accepted)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (!bundles.IsSitemapAsItWas)
        {
            shown.Add(SiteRenderer.SitemapSource);
        }

        // Titles and summaries are all that these show of an article.
        IngredientKind[] same = bundles.AreCardsAsTheyWere ? [IngredientKind.Article, IngredientKind.Neighbour, IngredientKind.Related] : [];
        var affected = ingredients.FindShowing(shown, same).ToHashSet(StringComparer.Ordinal);
        var elsewhere = site.Elsewhere.ToHashSet();
        affected.UnionWith(site.Site.Pages.Where(page => elsewhere.Contains(page.Id)).Select(page => page.Url.OutputPath));
        return affected;
    }

    /// <summary>What is wrong with the edited bundles, and with those that lead to them.</summary>
    private static Dictionary<BundleId, ImmutableArray<Diagnostic>> FindDiagnostics(
        HashSet<string> affected, ImmutableArray<BundleEdit> edits, EditedSite site, EditedTexts texts)
    {
        var again = site.Site.Pages.Where(page => affected.Contains(page.Url.OutputPath)).Select(page => page.Id.Bundle).Concat(edits.Select(edit => edit.Now.Id)).Distinct();
        return again.Select(site.Link).ToDictionary(
            bundle => bundle.Facts.Bundle.Id, bundle => (ImmutableArray<Diagnostic>)[.. texts.DiagnosticsOf(bundle.Facts.Bundle.Id), .. bundle.Diagnostics]);
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private T Take<T>(Outcome<T> outcome)
    {
        _found.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}
