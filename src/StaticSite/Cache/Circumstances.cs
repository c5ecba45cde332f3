using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>All that decides about a build and can be told without opening a file.</summary>
/// <param name="All">Null where a file was changed so late that its date may hide another change: then only its bytes tell.</param>
/// <param name="ButTexts">The same without the sizes and dates of the files.</param>
internal readonly record struct Circumstances(Digest? All, Digest ButTexts)
{
    /// <param name="now">By the clock of the disk.</param>
    /// <param name="found">What listing the files found wrong.</param>
    public static Circumstances Find(SiteFiles files, ImmutableArray<Diagnostic> found, BuildOptions options, Digest generator, DateTime now)
    {
        var (paths, stamps, isDoubtful) = (DigestBuilder.Start(), DigestBuilder.Start(), false);
        paths.Add(generator).Add(options.BaseUrl?.AbsoluteUri).Add(options.Drafts).Add(options.Future);
        foreach (var file in files.All)
        {
            var stamp = FileStamp.Of(file);
            isDoubtful |= stamp.IsDoubtful(now);
            paths.Add(file.Path);
            stamps.Add(stamp.Length).Add(stamp.Ticks);
        }

        // One without any file is told apart by its name: it is warned of.
        foreach (var bundle in files.Bundles)
        {
            paths.Add(bundle.Path);
        }

        foreach (var diagnostic in found)
        {
            paths.Add(diagnostic.Code).Add(diagnostic.Where.Path).Add(diagnostic.Message);
        }

        var butTexts = paths.Finish();
        return new(isDoubtful ? null : stamps.Add(butTexts).Finish(), butTexts);
    }
}
