using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>Reads the attributes of elements; a value that CSL does not know is a warning and counts as not written.</summary>
internal sealed class Attributes(ImmutableArray<CslDiagnostic>.Builder diagnostics)
{
    private const int LargestNumber = 1_000_000;

    public ImmutableArray<CslDiagnostic>.Builder Diagnostics { get; } = diagnostics;

    public static string? Text(XElement element, string name) => element.Attribute(name)?.Value;

    public T? Choice<T>(XElement element, string name, params ReadOnlySpan<(string Written, T Value)> choices)
        where T : struct
    {
        if (element.Attribute(name) is not { } attribute)
        {
            return null;
        }

        var written = attribute.Value.Trim();
        foreach (var (known, value) in choices)
        {
            if (known == written)
            {
                return value;
            }
        }

        if (written.Length > 0)
        {
            Diagnostics.Add(XmlSource.At(attribute, false, $"'{written}' is no value of the attribute '{name}'."));
        }

        return null;
    }

    public bool? Bool(XElement element, string name) => Choice(element, name, ("true", true), ("false", false));

    public int? Number(XElement element, string name)
    {
        if (element.Attribute(name) is not { } attribute)
        {
            return null;
        }

        if (int.TryParse(attribute.Value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && number <= LargestNumber)
        {
            return number;
        }

        Diagnostics.Add(XmlSource.At(attribute, false, $"'{attribute.Value}' is not a number that the attribute '{name}' can have."));
        return null;
    }

    public static ImmutableArray<string> List(XElement element, string name) =>
        [.. (Text(element, name) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    public Formatting Format(XElement element)
    {
        if (!element.HasAttributes)
        {
            return Formatting.None;
        }

        var format = new Formatting
        {
            Font = Font(element),
            TextCase = Choice(
                element,
                "text-case",
                ("lowercase", TextCase.Lowercase),
                ("uppercase", TextCase.Uppercase),
                ("capitalize-first", TextCase.CapitalizeFirst),
                ("capitalize-all", TextCase.CapitalizeAll),
                ("sentence", TextCase.Sentence),
                ("title", TextCase.Title)) ?? TextCase.Unset,
            Display = Choice(
                element,
                "display",
                ("block", Display.Block),
                ("left-margin", Display.LeftMargin),
                ("right-inline", Display.RightInline),
                ("indent", Display.Indent)) ?? Display.Unset,
            Quotes = Bool(element, "quotes") ?? false,
            StripPeriods = Bool(element, "strip-periods") ?? false,
            Prefix = Text(element, "prefix") ?? "",
            Suffix = Text(element, "suffix") ?? "",
        };
        return format == Formatting.None ? Formatting.None : format;
    }

    private Font Font(XElement element) => new(
        Choice(element, "font-style", ("normal", FontStyle.Normal), ("italic", FontStyle.Italic), ("oblique", FontStyle.Oblique)) ?? default,
        Choice(element, "font-variant", ("normal", FontVariant.Normal), ("small-caps", FontVariant.SmallCaps)) ?? default,
        Choice(element, "font-weight", ("normal", FontWeight.Normal), ("bold", FontWeight.Bold), ("light", FontWeight.Light)) ?? default,
        Choice(element, "text-decoration", ("none", TextDecoration.None), ("underline", TextDecoration.Underline)) ?? default,
        Choice(
            element,
            "vertical-align",
            ("baseline", VerticalAlign.Baseline),
            ("sup", VerticalAlign.Superscript),
            ("sub", VerticalAlign.Subscript)) ?? default);

    public TermForm TermForm(XElement element) => Choice(
        element,
        "form",
        ("long", Style.TermForm.Long),
        ("short", Style.TermForm.Short),
        ("verb", Style.TermForm.Verb),
        ("verb-short", Style.TermForm.VerbShort),
        ("symbol", Style.TermForm.Symbol)) ?? Style.TermForm.Long;

    public Plural Plural(XElement element) => Choice(
        element,
        "plural",
        ("contextual", Style.Plural.Contextual),
        ("always", Style.Plural.Always),
        ("never", Style.Plural.Never)) ?? Style.Plural.Contextual;
}
