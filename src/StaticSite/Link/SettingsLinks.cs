using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Does what site.yml refers to exist: the entries of its menu, the publisher's picture?</summary>
internal static class SettingsLinks
{
    private static readonly ImmutableArray<string> s_lists = ["articles", "categories", "tags", "people"];

    public static void Check(ParsedSite site, SiteIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var entry in site.Settings.Menu.Where(entry => !s_lists.Contains(entry.Value)))
        {
            CheckMenu(entry, site, index, diagnostics);
        }

        if (site.Settings.Publisher.WechatQr is { } picture && !site.StaticFiles.ContainsKey(new("/" + picture.Value)))
        {
            var near = Nearest.Find(picture.Value, site.StaticFiles.Keys.Select(url => url.Path[1..]).Order(StringComparer.Ordinal));
            diagnostics.Add(LinkDiagnostics.StaticFileNotFound(picture, near));
        }
    }

    private static void CheckMenu(Located<string> entry, ParsedSite site, SiteIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var id = new BundleId(entry.Value);
        if (index.Find(id) is not { Kind: BundleKind.Page } page)
        {
            var names = site.Bundles.Where(bundle => bundle.Kind == BundleKind.Page).Select(bundle => bundle.Id.Value);
            diagnostics.Add(LinkDiagnostics.MenuEntryNotFound(entry, Nearest.Find(entry.Value, s_lists.Concat(names))));
        }
        else if (index.Published(id).IsEmpty && page.Failed.IsEmpty)
        {
            diagnostics.Add(LinkDiagnostics.PageNotPublished(entry.Value, entry.Where));
        }
    }
}
