using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Publishing.Staging;

/// <summary>Whether the output folder holds what its build wrote, and only what every target can keep apart.</summary>
internal static class OutputCheck
{
    public static ImmutableArray<Diagnostic> Find(OutputManifest manifest, OutputListing listing, string shownAs)
    {
        var paths = manifest.Files.Select(file => file.Path).Order(StringComparer.Ordinal).ToList();
        var known = paths.ToHashSet(StringComparer.Ordinal);
        var unknown = listing.Files.Keys.Where(path => path != OutputManifest.FileName && !known.Contains(path)).Order(StringComparer.Ordinal).ToList();
        var missing = paths.Where(path => !listing.Files.ContainsKey(path) && !IsBehind(path, listing.Links)).ToList();
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        found.AddRange(listing.Links.Select(path => StagingDiagnostics.LinkInOutput(shownAs, path)));
        found.AddRange(Clashes(paths).Select(clash => StagingDiagnostics.NameClash(shownAs, clash.First, clash.Second)));
        if (missing.Count > 0)
        {
            found.Add(StagingDiagnostics.MissingFile(shownAs, missing[0], missing.Count - 1));
        }

        if (unknown.Count > 0)
        {
            found.Add(StagingDiagnostics.UnknownFile(shownAs, unknown[0], unknown.Count - 1));
        }

        return found.ToImmutable();
    }

    /// <summary>What lies behind a link is not listed; the link itself is the mistake.</summary>
    private static bool IsBehind(string path, ImmutableArray<string> links) =>
        links.Any(link => path == link || path.StartsWith(link + "/", StringComparison.Ordinal));

    /// <summary>
    /// Two names that many disks and some stores take for one: they differ in letter case or in how accents are composed.
    /// Two such folders are one folder there, which loses nothing; a file and a folder, or two files, do.
    /// </summary>
    private static List<(string First, string Second)> Clashes(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var clashes = new List<(string First, string Second)>();
        foreach (var path in paths)
        {
            var name = path.Normalize(NormalizationForm.FormC);
            if (!files.TryAdd(name, path))
            {
                clashes.Add((files[name], path));
            }
        }

        foreach (var (name, path) in files.OrderBy(file => file.Value, StringComparer.Ordinal))
        {
            for (var end = name.LastIndexOf('/'); end > 0; end = name.LastIndexOf('/', end - 1))
            {
                if (files.TryGetValue(name[..end], out var file))
                {
                    clashes.Add((file, path));
                    break;
                }
            }
        }

        return clashes;
    }
}
