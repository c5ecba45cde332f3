using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>All that decides about a build and can be told without opening a file.</summary>
internal static class Circumstances
{
    /// <summary>Null where a file was changed so late that its date may hide another change: then only its bytes tell.</summary>
    /// <param name="now">By the clock of the disk.</param>
    /// <param name="found">What listing the files found wrong.</param>
    public static Digest? Find(SiteFiles files, ImmutableArray<Diagnostic> found, BuildOptions options, Digest generator, DateTime now)
    {
        var seen = DigestBuilder.Start().Add(generator).Add(options.BaseUrl?.AbsoluteUri).Add(options.Drafts).Add(options.Future);
        foreach (var file in files.All)
        {
            var stamp = FileStamp.Of(file);
            if (stamp.IsDoubtful(now))
            {
                return null;
            }

            seen.Add(file.Path).Add(stamp.Length).Add(stamp.Ticks);
        }

        // One without any file is told apart by its name: it is warned of.
        foreach (var bundle in files.Bundles)
        {
            seen.Add(bundle.Path);
        }

        foreach (var diagnostic in found)
        {
            seen.Add(diagnostic.Code).Add(diagnostic.Where.Path).Add(diagnostic.Message);
        }

        return seen.Finish();
    }
}
