using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Preview.Pages;

/// <summary>What is there to tell about a page?</summary>
/// <param name="editorLink">By full path, line and column.</param>
/// <param name="root">Full path of the site's root.</param>
internal sealed class PageStates(PageFinder finder, Func<string, int, int, string> editorLink, string root, TimeProvider clock)
{
    /// <param name="path">Below the output folder, as <see cref="PageVersion.WithScript"/> was told.</param>
    /// <param name="shownId">Of what the reader sees now.</param>
    /// <param name="shown">What the reader sees now; null where only its id is known.</param>
    /// <param name="isAtTheMachine">Paths and the editor are no business of other readers.</param>
    public (OpenPageState State, PageVersion Now) Find(LiveSnapshot site, string path, string shownId, PageVersion? shown, bool isAtTheMachine)
    {
        var found = finder.Find(site, "/" + path);
        var now = found.Page ?? new PageVersion([]);
        var change = now.Id == shownId ? null : shown is null ? new("reload", []) : PageChange.Find(shown.Bytes, now.Bytes);
        var entry = site.FindPage(path);
        var own = Own(site, entry).Concat(found.Failures).ToImmutableArray();
        var problems = new ProblemViews(site.FindText, isAtTheMachine ? EditorLinkOf : null).Of(own);
        var (mark, until) = Mark(site, entry);
        var elsewhere = site.KnownDiagnostics.Count(one => one.Severity == Severity.Error) - own.Count(one => one.Severity == Severity.Error);
        return (new(
            now.Id,
            change,
            mark,
            until,
            problems,
            Math.Max(0, elsewhere),
            entry is not null && isAtTheMachine ? EditorLinkOf(entry.Summary.SourcePath, 1, 1) : null,
            entry is not null && isAtTheMachine ? $"{PreviewAddresses.Desk}pair/{entry.Id.Bundle}" : null), now);
    }

    /// <summary>Those of the page's bundle, and those of no bundle, because the page shows the theme, the settings and the data.</summary>
    private static IEnumerable<Diagnostic> Own(LiveSnapshot site, PageEntry? page)
    {
        var ofSite = site.KnownDiagnostics.Where(found => !IsOfBundle(found.Where.Path));
        return page is null ? ofSite : ofSite.Concat(site.DiagnosticsOf(page.Id.Bundle, Path.GetDirectoryName(page.Summary.SourcePath)!.Replace('\\', '/')));
    }

    private string EditorLinkOf(string path, int line, int column) => editorLink(Path.GetFullPath(Path.Join(root, path)), line, column);

    private static bool IsOfBundle(string path) =>
        path.StartsWith("input/articles/", StringComparison.Ordinal) || path.StartsWith("input/pages/", StringComparison.Ordinal);

    private (string? Mark, string? Until) Mark(LiveSnapshot site, PageEntry? page) => page switch
    {
        { Page.FrontMatter.Draft: true } => ("draft", null),
        { Meta.Date: { } date } when date.Instant > clock.GetUtcNow() =>
            ("future", TimeZoneInfo.ConvertTime(date.Instant, site.Site!.Settings.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        _ => (null, null),
    };
}
