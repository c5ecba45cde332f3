using StaticSite.Model;

namespace StaticSite.Preview;

/// <summary>How a preview is served.</summary>
/// <param name="Site">Which site, with or without drafts and future articles.</param>
/// <param name="Port">The first one to try.</param>
/// <param name="Lan">Other machines of the local network may read the pages, too.</param>
internal sealed record PreviewOptions(BuildOptions Site, int Port, bool Lan);
