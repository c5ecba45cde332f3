namespace StaticSite.Write;

/// <summary>What the manifest remembers of a build besides its files. No time: the same input gives the same manifest.</summary>
/// <param name="Generator">Name and version.</param>
/// <param name="Input">The fingerprint of all that stands under input/ and theme/.</param>
internal sealed record BuildStamp(string Generator, Uri BaseUrl, bool Drafts, bool Future, string Input);
