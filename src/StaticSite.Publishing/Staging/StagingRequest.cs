using StaticSite.Model;

namespace StaticSite.Publishing.Staging;

/// <param name="Root">Full path of the folder that holds input/ and theme/.</param>
/// <param name="Output">Full path of the output folder.</param>
/// <param name="Folder">Full path of staging's own folder; nobody else writes to it.</param>
internal sealed record StagingRequest(string Root, string Output, string Folder, DeliverySettings Delivery)
{
    /// <summary>Whether the target wants <c>_headers</c> and <c>_redirects</c>.</summary>
    public bool WithServerFiles { get; init; } = true;

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
