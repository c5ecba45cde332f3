using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Links, pictures, cross-references and citations that lead nowhere.</summary>
internal static partial class LinkDiagnostics
{
    public static Diagnostic PageNotFound(LinkStartSlot link, string id, string? near) => new(
        "link/page-not-found", Severity.Error, link.Where,
        $"No bundle is named '{id}'.",
        DidYouMean(near));

    public static Diagnostic PageNotPublished(string id, SourceSpan where) => new(
        "link/page-not-published", Severity.Warning, where,
        $"'{id}' is a draft or lies in the future; this build does not publish it, and the link is left out.");

    public static Diagnostic AnchorNotFound(LinkStartSlot link, SitePage page, string? near) => new(
        "link/anchor-not-found", Severity.Error, link.Where,
        $"'{page.Parsed.Path}' has no place named '#{link.Fragment}'.",
        near is null ? null : $"Did you mean '#{near}'?");

    public static Diagnostic AddressNotFound(LinkStartSlot link, string? near) => new(
        "link/address-not-found", Severity.Error, link.Where,
        $"The site has no address '{link.Target}'.",
        DidYouMean(near));

    public static Diagnostic OutsideBundle(string written, SourceSpan where, string hint) => new(
        "link/outside-bundle", Severity.Error, where,
        $"'{written}' leads out of the bundle.",
        hint);

    public static Diagnostic FileNotFound(string written, SourceSpan where, ParsedBundle bundle, string? near) => new(
        "link/file-not-found", Severity.Error, where,
        $"'{bundle.Id}' has no file '{written}'.",
        DidYouMean(near));

    public static Diagnostic NotAPicture(string written, SourceSpan where) => new(
        "link/not-a-picture", Severity.Error, where,
        $"'{written}' is not a picture that browsers show.",
        "Use SVG, PNG, JPEG, GIF, WebP or AVIF.");

    public static Diagnostic FileNotLinkable(LinkStartSlot link) => new(
        "link/file-not-linkable", Severity.Error, link.Where,
        $"A file such as '{link.Target}' is not published from a bundle: a browser would run what is in it.",
        "Show pictures with '![…](…)'; link to documents such as PDF, CSV or DOCX; what must be published as it is belongs in input/static.");

    public static Diagnostic CrossReferenceNotFound(CrossReferenceSlot slot, string id, string? near) => new(
        "link/cross-reference-not-found", Severity.Error, slot.Where,
        $"The page has no {Word(slot.Kind)} named '{id}'.",
        near is null ? $"Name it with '{{#{id}}}'." : $"Did you mean '@{near}'?");

    public static Diagnostic NumberNotFound(CrossReferenceSlot slot, string number, int count) => new(
        "link/number-not-found", Severity.Warning, slot.Where,
        $"'{slot.Text ?? number}' points at no {Word(slot.Kind)} of this page, which has {Count(count, slot.Kind)}.",
        "Mend the number, or name the figure or table by its id, for example '@fig-id'.");

    public static Diagnostic ReferenceNotFound(string key, SourceSpan where, string? near) => new(
        "link/reference-not-found", Severity.Error, where,
        $"No reference has the key '{key}'.",
        near is null ? "References stand in the bundle's references.yml or in input/data/references.yml." : $"Did you mean '@{near}'?");

    public static Diagnostic ReferenceNotUsed(Located<Work> work) => new(
        "link/reference-not-used", Severity.Warning, work.Where,
        $"'{work.Value.Id}' is neither cited nor listed in any language.",
        $"Cite it with '[@{work.Value.Id}]', list it under 'references' in the front matter, or remove it.");

    public static Diagnostic RelatedNotFound(BundleId bundle, SourceSpan where, string? near) => new(
        "link/related-not-found", Severity.Error, where,
        $"'related' names '{bundle}', and no bundle has that name.",
        DidYouMean(near));

    public static Diagnostic RelatedToItself(BundleId bundle, SourceSpan where) => new(
        "link/related-to-itself", Severity.Warning, where,
        $"'related' of '{bundle}' names '{bundle}' itself.",
        "Remove the entry.");

    public static Diagnostic TooManyRelated(SitePage page, int picked, int most) => new(
        "link/too-many-related", Severity.Warning, page.Facts.FrontMatter.Related[most].Where,
        $"'related' names {picked} pages, and the site shows {most} at most.",
        "Remove entries from here on, or raise 'related' in input/site.yml.");

    private static string Word(CrossReferenceKind kind) => kind switch
    {
        CrossReferenceKind.Figure => "figure",
        CrossReferenceKind.Table => "table",
        _ => "section",
    };

    private static string Count(int count, CrossReferenceKind kind) => count switch
    {
        0 => "none",
        1 => "one",
        _ => $"{count} {Word(kind)}s",
    };
}
