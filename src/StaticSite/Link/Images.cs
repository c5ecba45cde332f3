using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which picture is shown, and where does it stand?</summary>
internal static class Images
{
    public static ImageTarget Resolve(string written, SourceSpan where, PageScope scope)
    {
        if (BundlePaths.FindInside(written) is not { Length: > 0 } path)
        {
            scope.Diagnostics.Add(LinkDiagnostics.OutsideBundle(written, where, "Put the picture into the bundle and write its file name."));
            return new(null, null);
        }

        switch (Files.Find(scope.Bundle, path, scope.Language))
        {
            case null:
                scope.Diagnostics.Add(LinkDiagnostics.FileNotFound(written, where, scope.Bundle, Files.FindNear(scope.Bundle, path, scope.Index.Settings.Languages)));
                return new(null, null);
            case SvgFile svg:
                return new(svg, null);
            case AssetFile asset when Files.IsPicture(asset):
                return new(asset, scope.Use(asset));
            default:
                scope.Diagnostics.Add(LinkDiagnostics.NotAPicture(written, where));
                return new(null, null);
        }
    }
}
