using StaticSite.Model;

namespace StaticSite.Render;

/// <param name="Now">Decides which articles are marked as future ones.</param>
/// <param name="Generator">Of the program: what it renders may differ from what another one does.</param>
internal sealed record RenderOptions(DateTimeOffset Now, Digest Generator);
