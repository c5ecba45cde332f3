namespace StaticSite.Model;

/// <summary>What the command line decides about one build.</summary>
/// <param name="Root">Full path of the folder that holds input/ and theme/.</param>
/// <param name="Output">Full path of the output folder.</param>
/// <param name="BaseUrl">Instead of the one in site.yml.</param>
/// <param name="Now">Decides which articles lie in the future.</param>
/// <param name="Strict">Warnings keep the site from being written, as errors do.</param>
/// <param name="Fresh">Nothing that an earlier build kept is used.</param>
/// <param name="Verify">The output is compared with a build from nothing.</param>
public sealed record BuildOptions(
    string Root, string Output, Uri? BaseUrl, bool Drafts, bool Future, DateTimeOffset Now, bool Strict = false, bool Fresh = false, bool Verify = false);
