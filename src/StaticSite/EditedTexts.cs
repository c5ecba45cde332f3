using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Link;
using StaticSite.Model;

namespace StaticSite;

/// <summary>The bundles whose files have other bytes than in the last build, and the others as that build read them. Safe to use from many threads.</summary>
internal sealed class EditedTexts
{
    /// <summary>Bundles. With more of them, a build of the whole site takes hardly longer.</summary>
    private const int Most = 32;

    private readonly SourceCache _sources;
    private readonly SiteSettings _settings;
    private readonly Digest _context;
    private readonly Dictionary<BundleId, BundleFiles> _files;
    private readonly ConcurrentDictionary<BundleId, ImmutableArray<Diagnostic>> _diagnostics = new();

    /// <param name="files">All bundles of the site.</param>
    public EditedTexts(ImmutableArray<BundleFiles> files, SiteSettings settings, SourceCache sources)
    {
        (_settings, _sources, _context) = (settings, sources, BundleInput.Context(settings));
        _files = new(files.Length);
        foreach (var bundle in files)
        {
            _files.TryAdd(bundle.Id, bundle);
        }
    }

    /// <summary>Null where there are many, or where another file was edited.</summary>
    public static ImmutableArray<BundleFiles>? FindEdited(SiteFiles files, SourceCache sources)
    {
        if (files.BesideBundles.Any(file => IsEdited(file, sources)))
        {
            return null;
        }

        var (isEdited, count) = (new bool[files.Bundles.Length], 0);
        Parallel.For(0, isEdited.Length, (place, loop) =>
        {
            foreach (var file in files.Bundles[place].Files.Concat(files.Bundles[place].Accepted))
            {
                // Every file is asked for, so that all are known to the next build.
                isEdited[place] |= IsEdited(file, sources);
            }

            if (isEdited[place] && Interlocked.Increment(ref count) > Most)
            {
                loop.Stop();
            }
        });
        return count > Most ? null : [.. files.Bundles.Where((_, place) => isEdited[place])];
    }

    /// <summary>An edited bundle with its new texts; null where the old ones are not known any more.</summary>
    public BundleEdit? ReadEdit(BundleFiles bundle)
    {
        var terms = ImmutableArray.CreateBuilder<KeyValuePair<PageId, Stored<TermWeights>>>();
        if (Read(bundle.Id) is not { } now)
        {
            return null;
        }

        foreach (var page in now.Pages)
        {
            var (file, last) = (bundle.Files.First(file => file.Path == page.Path), _sources.FindLast(page.Path));
            if (last != _sources.FindDigest(file))
            {
                if (last is not { } old || _sources.Find(SourceRecords.Page, new(old, _context), page.Path) is not { Value: { } before })
                {
                    return null;
                }

                terms.Add(new(page.Id, before.Terms));
            }
        }

        return new(now, terms.ToImmutable());
    }

    /// <summary>Null where no bundle has this id.</summary>
    public ParsedBundle? Read(BundleId id)
    {
        if (!_files.TryGetValue(id, out var files))
        {
            return null;
        }

        var (bundle, found) = BundleInput.Read(files, _settings, _context, _sources);
        _diagnostics[id] = found;
        return bundle;
    }

    /// <summary>What is wrong with each file of a bundle by itself, once it has been read.</summary>
    public ImmutableArray<Diagnostic> DiagnosticsOf(BundleId id) => _diagnostics[id];

    private static bool IsEdited(InputFile file, SourceCache sources)
    {
        if (sources.FindDigest(file) is not null)
        {
            return false;
        }

        // What cannot be read is reported where it is used.
        var digest = new CachedSources(sources, _ => { }).FindDigest(file);
        return digest is null || digest != sources.FindLast(file.Path);
    }
}
