using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong in a Markdown text.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic NestingTooDeep(SourceSpan where) => new(
        "parse/nesting-too-deep", Severity.Error, where,
        "This text nests quotes, lists, brackets or elements too deeply to be read.", "Look for a stray run of '>', '[' or '*', or for HTML elements that are never closed.");

    public static Diagnostic TitleInBody(SourceSpan where) => new(
        "parse/title-in-body", Severity.Warning, where,
        "A heading of the first level stands in the text; the page's title is the only one.", "Start the heading with '##'. The title belongs in the front matter: 'title: …'.");

    public static Diagnostic DuplicateId(string id, SourceSpan where, SourceSpan? first) => new(
        "parse/duplicate-id", Severity.Warning, where, $"The id '{id}' is used twice on this page; the second one was left out.", "Give one of them another id.")
    {
        Notes = first is { } place ? [new Note(place, "First used here.")] : [],
    };

    public static Diagnostic AttributeRemoved(string element, string name, SourceSpan where) => new(
        "parse/attribute-removed", Severity.Warning, where, $"The attribute '{name}' is not allowed on <{element}> and was removed.",
        name == "style" ? "Use a class of the theme instead: {.class}." : null);

    public static Diagnostic HtmlRemoved(string what, SourceSpan where) => new(
        "parse/html-removed", Severity.Warning, where, $"'{what}' is not allowed in a text and was removed.", null);

    public static Diagnostic HtmlNotClosed(string what, SourceSpan where) => new(
        "parse/html-not-closed", Severity.Warning, where, $"The HTML that starts with '{what}' is not closed and was removed.", "Close it, or write '&lt;' for the sign itself.");

    public static Diagnostic RawImage(SourceSpan where) => new(
        "parse/raw-image", Severity.Warning, where, "An <img> in raw HTML was removed.", "Write ![caption](file.svg) instead: then the file is found, checked and copied.");

    public static Diagnostic LinkRefused(string url, SourceSpan where) => new(
        "parse/link-refused", Severity.Warning, where, $"The link to '{Shorten(url)}' was removed; its text stays.", "A link may lead to http, https, mailto, tel, or a place of this site.");

    public static Diagnostic LinkEmpty(SourceSpan where) => new(
        "parse/link-empty", Severity.Warning, where, "This link leads nowhere.", "Write its target between the brackets: [text](../other-id/).");

    public static Diagnostic LinkInFragment(string url, SourceSpan where) => new(
        "parse/link-not-absolute", Severity.Warning, where, $"The link to '{Shorten(url)}' was removed: this text stands on many pages.", "Write the whole address, from '/' or 'https://'.");

    public static Diagnostic ImageInFragment(string url, SourceSpan where) => new(
        "parse/image-not-allowed", Severity.Warning, where, $"The image '{Shorten(url)}' was removed: this text holds no images.", null);

    public static Diagnostic ImageOutside(string url, SourceSpan where) => new(
        "parse/image-outside", Severity.Error, where, $"The image '{Shorten(url)}' is not a file of this bundle.", "Save the image beside the text and write its file name: ![caption](survival.svg).");

    public static Diagnostic ImageWithoutAlt(string url, SourceSpan where) => new(
        "parse/image-without-alt", Severity.Error, where, $"The image '{Shorten(url)}' has neither a caption nor an alt text.",
        "Say what it shows: ![caption](file.svg), or {alt=\"…\"} behind it. For mere decoration write {alt=\"\"}.");

    public static Diagnostic FigureNotAlone(string id, SourceSpan where) => new(
        "parse/figure-not-alone", Severity.Warning, where, $"The figure '{id}' stands in running text, so it has no number and no caption.", "Put the image into a paragraph of its own, with an empty line before and after it.");

    public static Diagnostic CaptionWithoutTable(SourceSpan where) => new(
        "parse/caption-without-table", Severity.Warning, where, "This table caption stands by no table.", "Put it directly after the table's last row.");

    public static Diagnostic UnknownContainer(string name, string? nearest, SourceSpan where) => new(
        "parse/unknown-container", Severity.Warning, where, $"There is no box named '{name}'; its content was kept without one.",
        nearest is null ? "Known are related, note, warning, summary, tip, important, caution." : $"Did you mean '{nearest}'?");

    public static Diagnostic ContainerNotClosed(SourceSpan where) => new(
        "parse/container-not-closed", Severity.Warning, where, "This box is never closed, so that it holds all that follows.", "End it with a line ':::'.");

    private static string Shorten(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
