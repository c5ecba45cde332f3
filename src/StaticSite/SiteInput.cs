using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;

namespace StaticSite;

/// <summary>Everything of input/ and theme/, each file read and parsed by itself.</summary>
/// <param name="BundleDiagnostics">What is wrong with the files of each bundle by themselves, parallel to the site's bundles.</param>
/// <param name="Fingerprint">Of the paths and bytes of all files.</param>
internal sealed record SiteInput(ParsedSite Site, Theme Theme, ImmutableArray<ImmutableArray<Diagnostic>> BundleDiagnostics, string Fingerprint)
{
    /// <summary>Null where site.yml has an error: without it nothing else can be judged.</summary>
    public static Outcome<SiteInput?> Read(
        SiteFiles files, BuildOptions options, SourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var (read, found) = ReadBesideBundles(files, options, cache);
        if (read is not var (site, theme))
        {
            return new(null, found);
        }

        var bundles = ReadBundles(files.Bundles, site.Settings, cache, progress, cancellation);
        site = site with { Bundles = [.. bundles.Select(bundle => bundle.Value)] };
        return new(
            new(site, theme, [.. bundles.Select(bundle => bundle.Diagnostics)], FindFingerprint(files, cache)),
            [.. found, .. bundles.SelectMany(bundle => bundle.Diagnostics)]);
    }

    /// <summary>All but the bundles, of which the site has none. Null where site.yml has an error.</summary>
    public static Outcome<(ParsedSite Site, Theme Theme)?> ReadBesideBundles(SiteFiles files, BuildOptions options, SourceCache cache)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (Take(DataInput.ReadSettings(files, cache)) is not { } settings)
        {
            return new(null, found.ToImmutable());
        }

        settings = settings with { BaseUrl = options.BaseUrl ?? settings.BaseUrl };
        var site = new ParsedSite(settings, Take(DataInput.ReadData(files, settings, cache)), [], Take(DataInput.ReadStatic(files, cache)));
        var theme = Take(ThemeInput.Read(files, cache));
        return new((site, theme), found.ToImmutable());

        T Take<T>(Outcome<T> outcome)
        {
            found.AddRange(outcome.Diagnostics);
            return outcome.Value;
        }
    }

    /// <summary>Side by side, on all cores.</summary>
    public static Outcome<ParsedBundle>[] ReadBundles(
        ImmutableArray<BundleFiles> files, SiteSettings settings, ISourceCache cache, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var bundles = new Outcome<ParsedBundle>[files.Length];
        var (done, context) = (0, BundleInput.Context(settings));
        Parallel.For(0, bundles.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            bundles[index] = BundleInput.Read(files[index], settings, context, cache);
            progress?.Report(new BuildProgress("parse", Interlocked.Increment(ref done), bundles.Length));
        });
        return bundles;
    }

    /// <summary>A file that could not be read has been reported, and counts for nothing.</summary>
    public static string FindFingerprint(SiteFiles files, SourceCache cache)
    {
        var sources = new CachedSources(cache, _ => { });
        return InputFingerprint.Of(
            from file in files.All
            let digest = sources.FindDigest(file)
            where digest is not null
            select (file.Path, digest.Value));
    }
}
