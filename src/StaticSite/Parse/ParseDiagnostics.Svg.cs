using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong in an SVG file.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic SvgNotWellFormed(string reason, SourceSpan where) => new(
        "parse/svg-not-well-formed", Severity.Error, where, $"This SVG file cannot be read: {reason}", "Save it again as 'plain SVG' in the drawing program.");

    public static Diagnostic NotAnSvg(string element, SourceSpan where) => new(
        "parse/not-an-svg", Severity.Error, where, $"This file starts with '<{element}>' and is no SVG.", "Its first element must be <svg>.");

    public static Diagnostic SvgElementRemoved(string element, SourceSpan where) => new(
        "parse/svg-element-removed", Severity.Warning, where, $"The element <{element}> is not allowed in an SVG file and was removed with its content.",
        element == "style" ? "Write colours and fonts as attributes (fill, stroke, font-size), or use 'plain SVG'." : null);

    public static Diagnostic SvgAttributeRemoved(string attribute, string element, SourceSpan where) => new(
        "parse/svg-attribute-removed", Severity.Warning, where, $"The attribute '{attribute}' of <{element}> is not allowed in an SVG file and was removed.",
        attribute == "style" ? "Write its parts as attributes: fill, stroke, font-size." : null);
}
