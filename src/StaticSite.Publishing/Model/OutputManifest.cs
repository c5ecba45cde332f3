using System.Collections.Immutable;

namespace StaticSite.Publishing;

/// <summary>What <c>output/.staticsite-manifest.json</c> says of a build.</summary>
/// <param name="Generator">Name and version.</param>
/// <param name="Input">A fingerprint of all that the output was built from.</param>
/// <param name="IsComplete">False where a build was interrupted.</param>
/// <param name="Assets">Path below the output folder to the first 16 hex digits of its SHA-256; as <paramref name="Pages"/> and <paramref name="Lists"/>.</param>
internal sealed record OutputManifest(
    string Generator,
    Uri BaseUrl,
    bool Drafts,
    bool Future,
    string Input,
    bool IsComplete,
    ImmutableSortedDictionary<string, string> Assets,
    ImmutableSortedDictionary<string, string> Pages,
    ImmutableSortedDictionary<string, string> Lists);
