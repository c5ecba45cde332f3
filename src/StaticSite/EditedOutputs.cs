using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render;
using StaticSite.Write;

namespace StaticSite;

/// <summary>All files of the output after an edit: those that may be others now, and those that stand as the last build left them.</summary>
/// <param name="last">What that build knew of them.</param>
/// <param name="affected">The paths of those that may be others.</param>
internal sealed class EditedOutputs(OutputFolder folder, LastBuild last, IReadOnlySet<string> affected)
{
    /// <param name="used">The files that the edited bundles use.</param>
    /// <returns>Null where a file would come or go.</returns>
    public ImmutableArray<OutputFile>? Combine(IEnumerable<PageEntry> pages, SiteRenderer renderer, ImmutableArray<LinkedAsset> used)
    {
        var made = pages.Where(page => affected.Contains(page.Url.OutputPath)).ToDictionary(page => page.Url.OutputPath, renderer.Page, StringComparer.Ordinal);
        var assets = used.ToDictionary(asset => asset.Url.OutputPath, SiteRenderer.Asset, StringComparer.Ordinal);
        if (!affected.All(path => made.ContainsKey(path) || assets.ContainsKey(path)))
        {
            foreach (var file in renderer.PlanWithoutPages().Where(file => affected.Contains(file.Path)))
            {
                made.Add(file.Path, file);
            }
        }

        if (!assets.Keys.All(path => affected.Contains(path) && made.TryAdd(path, assets[path])) || made.Count != affected.Count)
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<OutputFile>(last.Outputs.Count);
        foreach (var (path, known) in last.Outputs)
        {
            if (!folder.Known.TryGetValue(path, out var entry))
            {
                return null;
            }

            all.Add(made.TryGetValue(path, out var file) ? file : OutputFile.Standing(path, entry.Kind, known.Key));
        }

        return all.MoveToImmutable();
    }
}
