using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What is wrong with the theme: templates, strings, assets.</summary>
internal static partial class RenderDiagnostics
{
    public static Diagnostic TemplateMissing(string name) => new(
        "render/template-missing", Severity.Error, new($"theme/templates/{name}.hbs", 0, 0),
        $"The theme has no template '{name}'.", $"Add theme/templates/{name}.hbs.");

    public static Diagnostic TemplateTagUnclosed(SourceSpan where) => new(
        "render/template-tag-open", Severity.Error, where, "This tag has no end.", "Close it with '}}', and every quote inside it.");

    public static Diagnostic TemplateTagEmpty(SourceSpan where) => new(
        "render/template-empty-tag", Severity.Error, where, "This tag is empty.", "Name a field or a helper in it, or remove it.");

    public static Diagnostic TemplateBlockUnclosed(string name, SourceSpan where) => new(
        "render/template-block-open", Severity.Error, where, $"The block '{name}' is never closed.", $"Add {{{{/{name}}}}}.");

    public static Diagnostic TemplateBlockMismatch(string name, string? open, SourceSpan where) => new(
        "render/template-block-mismatch", Severity.Error, where,
        open is null ? $"'{name}' is closed here, but no block is open." : $"'{name}' is closed here, but the open block is '{open}'.",
        open is null ? "Remove this tag." : $"Did you mean {{{{/{open}}}}}?");

    public static Diagnostic TemplateUnsupported(string written, SourceSpan where) => new(
        "render/template-unsupported", Severity.Error, where, $"'{written}' is not part of this theme's templates.",
        "Blocks are if, unless, each and with; a partial takes no more than one path.");

    public static Diagnostic UnknownField(string field, string owner, string? nearest, SourceSpan where) => new(
        "render/template-unknown-field", Severity.Error, where, $"{owner} has no field '{field}'.", DidYouMean(nearest));

    public static Diagnostic UnknownHelper(string name, string? nearest, SourceSpan where) => new(
        "render/template-unknown-helper", Severity.Error, where, $"No helper is named '{name}'.", DidYouMean(nearest));

    public static Diagnostic UnknownPartial(string name, string? nearest, SourceSpan where) => new(
        "render/template-unknown-partial", Severity.Error, where, $"The theme has no partial '{name}'.",
        nearest is null ? $"Add theme/partials/{name}.hbs." : DidYouMean(nearest));

    public static Diagnostic UnknownString(string key, string? nearest, SourceSpan where) => new(
        "render/unknown-string", Severity.Error, where, $"No file in theme/strings has the text '{key}'.",
        DidYouMean(nearest) ?? $"Add '{key}: …' to each file in theme/strings.");

    public static Diagnostic RequiredStringMissing(string key) => new(
        "render/required-string-missing", Severity.Error, new("theme/strings", 0, 0), $"No file in theme/strings has the text '{key}', which pages need.",
        $"Add '{key}: …' to each file in theme/strings.");

    public static Diagnostic UnknownAsset(string path, string? nearest, SourceSpan where) => new(
        "render/unknown-asset", Severity.Error, where, $"The theme has no asset '{path}'.",
        DidYouMean(nearest) ?? "Write the path below theme/assets, for example 'css/site.css'.");

    public static Diagnostic NotAText(string written, SourceSpan where) => new(
        "render/template-not-a-text", Severity.Error, where, $"'{written}' is not a text that could be printed.", "Name one of its fields, or use {{#each}} for a list.");

    public static Diagnostic NotAList(string written, SourceSpan where) => new(
        "render/template-not-a-list", Severity.Error, where, $"'{written}' is not a list.", "Use {{#with}} for a single thing.");

    public static Diagnostic NotAView(string written, SourceSpan where) => new(
        "render/template-not-a-view", Severity.Error, where, $"'{written}' has no fields of its own.", "Use {{#each}} for a list, {{#if}} for a text.");

    public static Diagnostic NotHtml(string written, SourceSpan where) => new(
        "render/template-not-html", Severity.Error, where, $"'{written}' is plain text, and three braces would print it without escaping.", "Use two braces.");

    public static Diagnostic HtmlEscaped(string written, SourceSpan where) => new(
        "render/template-html-escaped", Severity.Error, where, $"'{written}' is HTML, and two braces would print its tags as text.", "Use three braces.");

    public static Diagnostic UnquotedAttribute(SourceSpan where) => new(
        "render/template-unquoted", Severity.Error, where, "An attribute without quotes ends at the first blank of its value.", "Put the tag in quotes: href=\"{{url}}\".");

    public static Diagnostic TemplateFailed(string reason, SourceSpan where) => new(
        "render/template-failed", Severity.Error, where, $"The template could not be used: {reason}");

    public static Diagnostic NoStrings(LanguageInfo language) => new(
        "render/no-strings", Severity.Warning, new($"theme/strings/{language.Language}.yml", 0, 0),
        $"The theme has no words in {language.Name}; another language's are printed.", $"Add theme/strings/{language.Language}.yml.");

    public static Diagnostic StringNotTranslated(ThemeStrings strings, string key) => new(
        "render/string-not-translated", Severity.Warning, strings.Where, $"The text '{key}' is missing; another language's is printed.", $"Add '{key}: …'.");

    public static Diagnostic StylesheetAsset(string url, string? nearest, SourceSpan where) => new(
        "render/stylesheet-unknown-asset", Severity.Error, where, $"The theme has no asset '{url}'.",
        DidYouMean(nearest) ?? "Write the path from this stylesheet to a file in theme/assets.");

    public static Diagnostic StylesheetLoadsFromOutside(string url, SourceSpan where) => new(
        "render/stylesheet-external", Severity.Warning, where, $"A page must not load anything from another server: '{url}'.", "Put the file into theme/assets.");

    public static Diagnostic StylesheetData(string url, SourceSpan where) => new(
        "render/stylesheet-data", Severity.Warning, where, $"Only images may be written as data: '{url}'.", "Put the file into theme/assets.");

    public static Diagnostic StylesheetCycle(string path, SourceSpan where) => new(
        "render/stylesheet-cycle", Severity.Error, where, $"'{path}' imports itself.", "Remove this import.");

    private static string? DidYouMean(string? nearest) => nearest is null ? null : $"Did you mean '{nearest}'?";
}
