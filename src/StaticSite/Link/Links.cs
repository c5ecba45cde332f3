using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Where does a link of the text lead?</summary>
internal sealed class Links(PageScope scope, Bibliography bibliography)
{
    private static readonly LinkTarget s_refused = new(null, null, null);

    /// <summary>The bundle that a link names; null where it is a link to something else.</summary>
    public static BundleId? FindBundle(string target)
    {
        if (!target.StartsWith("../", StringComparison.Ordinal))
        {
            return null;
        }

        var name = target.AsSpan(3).TrimEnd('/');
        return name.Length == 0 || name is "." or ".." || name.IndexOfAny("/\\%") >= 0 ? null : new(name.ToString());
    }

    public LinkTarget Resolve(LinkStartSlot slot)
    {
        if (slot.Target is "" or "." or "./")
        {
            return ToPage(scope.Page, slot);
        }

        if (FindBundle(slot.Target) is { } id)
        {
            return ToBundle(id, slot);
        }

        return slot.Target.StartsWith('/') ? ToAddress(new(slot.Target), slot) : ToFile(slot);
    }

    private LinkTarget ToBundle(BundleId id, LinkStartSlot slot)
    {
        if (scope.Index.FindNearest(id, scope.Language) is { } page)
        {
            return ToPage(page, slot);
        }

        var bundle = scope.Index.Find(id);
        if (bundle is null)
        {
            scope.Diagnostics.Add(LinkDiagnostics.PageNotFound(slot, id.Value, scope.Index.Names.Find(id.Value)));
        }
        else if (bundle.Failed.IsEmpty)
        {
            scope.Diagnostics.Add(LinkDiagnostics.PageNotPublished(id.Value, slot.Where));
        }

        return s_refused with { Title = bundle?.Pages.FirstOrDefault()?.FrontMatter.Title.Value ?? id.Value };
    }

    private LinkTarget ToPage(SitePage page, LinkStartSlot slot)
    {
        var isHere = page.Id == scope.Page.Id;
        var address = isHere && slot.Target.Length == 0 ? "" : page.Url.Escaped;
        var other = scope.Index.OtherLanguage(page, scope.Language);
        if (string.IsNullOrEmpty(slot.Fragment))
        {
            return new(address.Length > 0 ? address : "#", page.Summary.Title, other) { SourcePath = page.Parsed.Path };
        }

        var anchor = isHere ? bibliography.FindEntry(slot.Fragment) ?? slot.Fragment : slot.Fragment;
        var details = isHere ? scope.Details : page.Parsed.Details.Load();
        CheckAnchor(page, details.Anchors, anchor, slot);
        var heading = details.Headings.FirstOrDefault(heading => heading.Id == anchor);
        return new($"{address}#{Uri.EscapeDataString(anchor)}", heading?.Text ?? page.Summary.Title, other) { SourcePath = page.Parsed.Path };
    }

    private void CheckAnchor(SitePage page, AnchorSet anchors, string anchor, LinkStartSlot slot)
    {
        var isKnown = anchors.Contains(anchor)
            || anchor == "top"
            || (anchor == "references" && page.Facts.HasReferences)
            || (page.Id == scope.Page.Id && bibliography.FindEntry(anchor) is not null);

        // Where the page in the reader's language failed to parse, its anchors are not known.
        var isJudged = page.Language == scope.Language || !page.Facts.Bundle.Failed.Contains(scope.Language);
        if (!isKnown && isJudged)
        {
            var near = Nearest.Find(anchor, anchors.Sorted);
            scope.Diagnostics.Add(LinkDiagnostics.AnchorNotFound(slot, page, near));
        }
    }

    private LinkTarget ToAddress(SiteUrl url, LinkStartSlot slot)
    {
        var claim = scope.Addresses.Find(url);
        if (claim?.Page is { } page)
        {
            return ToPage(page, slot);
        }

        if (claim is not null)
        {
            var fragment = string.IsNullOrEmpty(slot.Fragment) ? "" : "#" + Uri.EscapeDataString(slot.Fragment);
            return new(url.Escaped + fragment, url.Path.TrimEnd('/').Split('/')[^1], null);
        }

        if (scope.Addresses.FindHidden(url) is { } hidden)
        {
            scope.Diagnostics.Add(LinkDiagnostics.PageNotPublished(hidden.Bundle.Id.Value, slot.Where));
            return s_refused with { Title = hidden.FrontMatter.Title.Value };
        }

        if (!scope.Addresses.IsOfFailedPage(url))
        {
            scope.Diagnostics.Add(LinkDiagnostics.AddressNotFound(slot, scope.Addresses.FindNear(url)));
        }

        return s_refused with { Title = url.Path };
    }

    private LinkTarget ToFile(LinkStartSlot slot)
    {
        if (BundlePaths.FindInside(slot.Target) is not { Length: > 0 } path)
        {
            scope.Diagnostics.Add(LinkDiagnostics.OutsideBundle(slot.Target, slot.Where, OutsideHint(slot.Target)));
            return s_refused with { Title = slot.Target };
        }

        switch (Files.Find(scope.Bundle, path, scope.Language))
        {
            case AssetFile asset when Files.IsDocument(asset):
                return new(scope.Use(asset).Escaped, Path.GetFileName(asset.Name), null);
            case null:
                scope.Diagnostics.Add(LinkDiagnostics.FileNotFound(slot.Target, slot.Where, scope.Bundle, FileNear(path)));
                return s_refused with { Title = slot.Target };
            default:
                scope.Diagnostics.Add(LinkDiagnostics.FileNotLinkable(slot));
                return s_refused with { Title = slot.Target };
        }
    }

    /// <summary>Who writes <c>other-id/</c> means the bundle of that name.</summary>
    private string? FileNear(string path) =>
        scope.Index.Find(new(path)) is not null ? $"../{path}/" : Files.FindNear(scope.Bundle, path, scope.Index.Settings.Languages);

    /// <summary>Paths to the file of a page (<c>../id/zh.md</c>, <c>../../pages/id/</c>) name its bundle somewhere.</summary>
    private string OutsideHint(string target)
    {
        var bundle = target.Split('/').LastOrDefault(part => scope.Index.Find(new(part)) is not null);
        return bundle is null
            ? "A link names a page by its bundle ('../id/'), a file of this bundle by its name, or an address of the site ('/…')."
            : $"Write '../{bundle}/'.";
    }
}
