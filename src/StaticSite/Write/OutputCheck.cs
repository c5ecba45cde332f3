using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>Whether an output folder is as the last build left it.</summary>
internal static class OutputCheck
{
    /// <summary>Every file by its size and date; those that were written so late that their date may hide a change, by their bytes.</summary>
    /// <param name="written">What the last build wrote; it may still be on its way while the folder is looked at.</param>
    public static bool IsUntouched(OutputFolder folder, Task<WrittenFiles> written)
    {
        var (known, hasManifest, standing, last) = (0, false, OutputScan.Read(folder), written.GetAwaiter().GetResult());
        foreach (var (path, entry) in standing)
        {
            if (entry.Kind == EntryKind.Folder)
            {
                continue;
            }

            if (path == Manifest.FileName && entry.Kind == EntryKind.File && entry.Stamp.Ticks <= last.SavedAt.Ticks)
            {
                hasManifest = true;
                continue;
            }

            if (entry.Kind != EntryKind.File || !last.ByPath.TryGetValue(path, out var output) || entry.Stamp != output.Stamp)
            {
                return false;
            }

            known++;
            if (entry.Stamp.IsDoubtful(last.SavedAt) && FileComparison.Of(folder.PathOf(path)) != output.Content)
            {
                return false;
            }
        }

        return hasManifest && known == last.ByPath.Count;
    }

    /// <summary>Every file that one has and the other has not, or has with other bytes. What somebody else put into the folder is no difference.</summary>
    public static ImmutableArray<Diagnostic> FindDifferences(OutputFolder folder, OutputFolder afresh)
    {
        var (ours, theirs) = (folder.ListKnown(), afresh.ListKnown());
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in ours.Union(theirs).Append(Manifest.FileName).Order(StringComparer.Ordinal))
        {
            var (here, there) = (folder.PathOf(path), afresh.PathOf(path));
            if (!File.Exists(here) || !File.Exists(there) || !File.ReadAllBytes(here).AsSpan().SequenceEqual(File.ReadAllBytes(there)))
            {
                found.Add(WriteDiagnostics.NotAsBuiltAfresh(folder, path));
            }
        }

        return found.DrainToImmutable();
    }
}
