namespace StaticSite.Citations.Csl.Style;

internal enum FontStyle : byte { Unset, Normal, Italic, Oblique }

internal enum FontVariant : byte { Unset, Normal, SmallCaps }

internal enum FontWeight : byte { Unset, Normal, Bold, Light }

internal enum TextDecoration : byte { Unset, None, Underline }

internal enum VerticalAlign : byte { Unset, Baseline, Superscript, Subscript }

internal enum TextCase : byte { Unset, Lowercase, Uppercase, CapitalizeFirst, CapitalizeAll, Sentence, Title }

internal enum Display : byte { Unset, Block, LeftMargin, RightInline, Indent }

/// <summary>How characters look: what applies to the content of an element but not to its affixes.</summary>
internal readonly record struct Font(
    FontStyle Style = FontStyle.Unset,
    FontVariant Variant = FontVariant.Unset,
    FontWeight Weight = FontWeight.Unset,
    TextDecoration Decoration = TextDecoration.Unset,
    VerticalAlign Align = VerticalAlign.Unset)
{
    public bool IsUnset =>
        Style == FontStyle.Unset && Variant == FontVariant.Unset && Weight == FontWeight.Unset && Decoration == TextDecoration.Unset && Align == VerticalAlign.Unset;

    /// <summary>The inner value wins where both are set.</summary>
    public Font Over(Font outer) => new(
        Style == FontStyle.Unset ? outer.Style : Style,
        Variant == FontVariant.Unset ? outer.Variant : Variant,
        Weight == FontWeight.Unset ? outer.Weight : Weight,
        Decoration == TextDecoration.Unset ? outer.Decoration : Decoration,
        Align == VerticalAlign.Unset ? outer.Align : Align);
}

/// <summary>The formatting attributes of one style element.</summary>
internal sealed record Formatting
{
    public static readonly Formatting None = new();

    public Font Font { get; init; }
    public TextCase TextCase { get; init; }
    public Display Display { get; init; }
    public bool Quotes { get; init; }
    public bool StripPeriods { get; init; }
    public string Prefix { get; init; } = "";
    public string Suffix { get; init; } = "";

    /// <summary>An element without formatting attributes has <see cref="None"/> itself.</summary>
    public bool IsNone => ReferenceEquals(this, None);

    /// <summary>It does something to the letters of the content.</summary>
    public bool ChangesText => TextCase != TextCase.Unset || StripPeriods;

    /// <summary>This element's attributes over those of <paramref name="other"/>.</summary>
    public Formatting Over(Formatting other) => other.IsNone ? this : IsNone ? other : new()
    {
        Font = Font.Over(other.Font),
        TextCase = TextCase == TextCase.Unset ? other.TextCase : TextCase,
        Display = Display == Display.Unset ? other.Display : Display,
        Quotes = Quotes || other.Quotes,
        StripPeriods = StripPeriods || other.StripPeriods,
        Prefix = Prefix.Length > 0 ? Prefix : other.Prefix,
        Suffix = Suffix.Length > 0 ? Suffix : other.Suffix,
    };
}
