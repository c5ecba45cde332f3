using StaticSite.Model;

namespace StaticSite.Publishing.Staging;

/// <param name="Root">Full path of the folder that holds input/ and theme/.</param>
/// <param name="Output">Full path of the output folder.</param>
/// <param name="Folder">Full path of staging's own folder.</param>
internal sealed record StagingRequest(string Root, string Output, string Folder, DeliverySettings Delivery)
{
    /// <summary>Who serves the target: Netlify and Cloudflare Pages get <c>_headers</c> and <c>_redirects</c>, each as it reads them.</summary>
    public WebServer? Server { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of each file, by stage <c>prepare</c>.</summary>
    public IProgress<BuildProgress>? Progress { get; init; }

    /// <summary>The output as diagnostics name it: below the site's root where it lies there.</summary>
    public string OutputShownAs => Shown(Output);

    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
