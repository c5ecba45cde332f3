using System.Collections.Immutable;

namespace StaticSite.Publishing;

/// <summary>The order of writing: what others need stands first.</summary>
internal enum FileKind
{
    Asset,
    Page,
    List,
}

/// <summary>One file as it is to be served.</summary>
/// <param name="Path">Below the target's prefix, as in the output's manifest: unescaped, with <c>/</c>.</param>
/// <param name="File">Where the identity bytes lie on this disk.</param>
/// <param name="Hash">SHA-256 of the identity bytes, lower-case hex.</param>
/// <param name="Headers">What every response for it carries.</param>
internal sealed record StagedFile(
    string Path,
    FileKind Kind,
    string File,
    long Length,
    string Hash,
    ImmutableSortedDictionary<string, string> Headers,
    ImmutableArray<StagedVariant> Variants);

/// <summary>The same content, compressed.</summary>
/// <param name="Encoding"><c>br</c> or <c>gzip</c>.</param>
/// <param name="Extension"><c>.br</c> or <c>.gz</c>.</param>
internal sealed record StagedVariant(string Encoding, string Extension, string File, long Length, string Hash);

internal sealed record StagedRedirect(string From, string To, bool IsPermanent);

/// <summary>All that a target gets.</summary>
/// <param name="ServerFiles"><c>_headers</c> and <c>_redirects</c>: for the root of a target that wants them.</param>
internal sealed record StagedSite(
    OutputManifest Manifest,
    ImmutableArray<StagedFile> Files,
    ImmutableArray<StagedRedirect> Redirects,
    ImmutableArray<StagedFile> ServerFiles);
